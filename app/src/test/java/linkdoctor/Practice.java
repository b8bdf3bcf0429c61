package linkdoctor;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import linkdoctor.check.Diagnosis;
import linkdoctor.engine.Asked;
import linkdoctor.engine.Engine;
import linkdoctor.engine.Visit;
import linkdoctor.facts.Cloud;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.facts.TargetParser;
import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.Lab;
import linkdoctor.probe.Progress;

/** The whole program on a running lab, without the command line around it. */
public final class Practice {
    private Practice() {
    }

    /** Diagnoses the lab's own vault. */
    public static Diagnosis look(Lab lab) throws IOException {
        return look(lab, "fabrikam");
    }

    public static Diagnosis look(Lab lab, String vault) throws IOException {
        Asked asked = new Asked(Asked.SignIn.USUAL, Optional.empty(), Optional.empty(), List.of(), 3, Duration.ofSeconds(60), List.of(), Optional.empty());
        return Diagnosis.of(look(lab, target(vault), asked));
    }

    /** Diagnoses the lab's own vault with what needs no rights. */
    public static Diagnosis lookWithoutSignIn(Lab lab) throws IOException {
        Asked asked = new Asked(Asked.SignIn.NONE, Optional.empty(), Optional.empty(), List.of(), 3, Duration.ofSeconds(60), List.of(), Optional.empty());
        return Diagnosis.of(look(lab, target("fabrikam"), asked));
    }

    /** The program's own engine. */
    public static Engine engine() {
        return new Wiring();
    }

    /** The program's own engine, whose visits go to this running lab; it outlives them, so that a test can change it. */
    public static Engine engine(Lab lab) {
        return new OwnLab(new Wiring(), lab);
    }

    /** Makes a lab's estate as it is when all is well, as somebody with every right would. */
    public static void heal(Lab lab) {
        HealthyEstate.estate().all().forEach(document -> lab.estate().put(ResourceId.of(document.path("id").asText()), document));
    }

    private static Snapshot look(Lab lab, Target target, Asked asked) throws IOException {
        // The lab is the test's own, so the visit is not closed.
        return Wiring.visit(lab, asked, target.cloud(), prompt -> { }).look(target, Progress.SILENT);
    }

    /** A visit to a lab of the test's own, as one signs in there. */
    static Visit visit(Lab lab, Asked.SignIn way) throws IOException {
        Asked asked = new Asked(way, Optional.empty(), Optional.empty(), List.of(), 3, Duration.ofSeconds(60), List.of(), Optional.empty());
        return Wiring.visit(lab, asked, Cloud.PUBLIC, prompt -> { });
    }

    static Target target(String given) {
        return switch (TargetParser.parse(given, Optional.empty(), Cloud.KNOWN)) {
            case TargetParser.Read(Target target) -> target;
            case TargetParser.Refused(String said) -> throw new IllegalArgumentException(said);
        };
    }
}
