package linkdoctor;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import linkdoctor.check.Diagnosis;
import linkdoctor.engine.Asked;
import linkdoctor.engine.Engine;
import linkdoctor.facts.Cloud;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.facts.TargetParser;
import linkdoctor.lab.Lab;
import linkdoctor.probe.Progress;

/** The whole program on a running lab, without the command line around it. */
public final class Practice {
    private Practice() {
    }

    /** The engine of the program itself. */
    public static Engine engine() {
        return new Wiring();
    }

    /** Diagnoses the lab's own vault. */
    public static Diagnosis look(Lab lab) throws IOException {
        return look(lab, "fabrikam");
    }

    public static Diagnosis look(Lab lab, String vault) throws IOException {
        Asked asked = new Asked(Asked.SignIn.USUAL, Optional.empty(), Optional.empty(), List.of(), 3, Duration.ofSeconds(60), Optional.empty());
        return Diagnosis.of(look(lab, target(vault), asked));
    }

    private static Snapshot look(Lab lab, Target target, Asked asked) throws IOException {
        // The lab is the test's own, so the visit is not closed.
        return Wiring.visit(lab, asked, target.cloud(), prompt -> { }).look(target, Progress.SILENT);
    }

    private static Target target(String given) {
        return switch (TargetParser.parse(given, Optional.empty(), Cloud.KNOWN)) {
            case TargetParser.Read(Target target) -> target;
            case TargetParser.Refused(String said) -> throw new IllegalArgumentException(said);
        };
    }
}
