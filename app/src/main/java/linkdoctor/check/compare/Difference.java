package linkdoctor.check.compare;

import java.util.Optional;

import linkdoctor.check.Change;
import linkdoctor.check.Check;
import linkdoctor.check.Found;
import linkdoctor.check.Judged;
import linkdoctor.check.Outcome;
import linkdoctor.check.Section;
import linkdoctor.check.Status;

/**
 * What became of one finding, or of a check that found nothing on either side.
 *
 * @param was what was found before
 * @param is  what is found after
 */
public record Difference(Change change, Judged before, Judged after, Optional<Found> was, Optional<Found> is) {

    public Check check() {
        return after.check();
    }

    public Section section() {
        return after.section();
    }

    /** The finding that it is about, as it was met last; empty where it is about a check alone. */
    public Optional<Found> found() {
        return is.or(() -> was);
    }

    /** What it is about: the finding's title, or the check's. */
    public String title() {
        return found().map(one -> one.finding().title()).orElseGet(() -> check().title());
    }

    /** How it stood before. */
    public Status statusBefore() {
        return status(before, was);
    }

    /** How it stands after. */
    public Status statusAfter() {
        return status(after, is);
    }

    private static Status status(Judged judged, Optional<Found> found) {
        return found.map(one -> one.finding().severity().status()).orElseGet(() -> judged.outcome().status());
    }

    /** What was said of it before, with the values of then. */
    public String saidBefore() {
        return was.map(Found::said).orElseGet(() -> before.outcome().said());
    }

    /** What is said of it after. */
    public String saidAfter() {
        return is.map(Found::said).orElseGet(() -> after.outcome().said());
    }

    /** Why it cannot be told any more, with what would change that. */
    public String reason() {
        return after.outcome() instanceof Outcome.Unknown(String said, String needs, var evidence) ? (said + " " + Outcome.takes(needs)).strip()
                : after.outcome().said();
    }
}
