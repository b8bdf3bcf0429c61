package linkdoctor.cli.end;

import java.util.Set;
import java.util.stream.Collectors;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Status;

/** The exit codes. */
public final class Exit {
    public static final int WELL = 0;
    public static final int FAILED = 1;
    public static final int WRONG_USAGE = 2;
    public static final int COULD_NOT_LOOK = 3;
    public static final int INTERRUPTED = 130;

    private Exit() {
    }

    public static int of(Diagnosis diagnosis) {
        Set<Status> seen = diagnosis.checks().stream().map(one -> one.outcome().status()).collect(Collectors.toSet());
        return seen.contains(Status.FAIL) ? FAILED : seen.contains(Status.UNKNOWN) ? COULD_NOT_LOOK : WELL;
    }
}
