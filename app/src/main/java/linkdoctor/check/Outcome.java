package linkdoctor.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.remedy.Remedy;

/** What a check came to, with the evidence it rests on. */
public sealed interface Outcome {

    /** One sentence with the actual values. */
    String said();

    List<Evidence> evidence();

    /** All is as it should be. */
    record Pass(String said, List<Evidence> evidence) implements Outcome {
    }

    /** Something was found: at least one. */
    record Problem(List<Found> found, List<Evidence> evidence) implements Outcome {
        public Problem {
            found = List.copyOf(found);
        }

        @Override
        public String said() {
            return found.getFirst().said();
        }
    }

    /** We could not look; {@code needs} is what would make it possible, or empty. */
    record Unknown(String said, String needs, List<Evidence> evidence) implements Outcome {
    }

    /** It does not apply, or waits for another. */
    record Skipped(String said) implements Outcome {
        @Override
        public List<Evidence> evidence() {
            return List.of();
        }
    }

    static Outcome pass(String said) {
        return new Pass(said, List.of());
    }

    static Outcome problem(Finding finding, String said, Remedy... remedies) {
        return new Problem(List.of(new Found(finding, said, List.of(remedies))), List.of());
    }

    /** Several findings at once; none at all is a pass that says {@code otherwise}. */
    static Outcome problems(List<Found> found, String otherwise) {
        return found.isEmpty() ? pass(otherwise) : new Problem(found, List.of());
    }

    static Outcome unknown(Failure failure) {
        return new Unknown(failure.said(), failure.needs(), List.of());
    }

    static Outcome unknown(String said, String needs) {
        return new Unknown(said, needs, List.of());
    }

    static Outcome skipped(String why) {
        return new Skipped(why);
    }

    /** What would make it possible to look, as a sentence; nothing where that is not known. */
    static String takes(String needs) {
        return needs.isEmpty() ? "" : needs.endsWith(".") ? needs : "It takes " + needs + ".";
    }

    /** This outcome resting on more evidence. */
    default Outcome because(List<Evidence> more) {
        List<Evidence> all = new ArrayList<>(evidence());
        more.stream().filter(one -> !all.contains(one)).forEach(all::add);
        return switch (this) {
            case Pass(String said, var had) -> new Pass(said, all);
            case Problem(var found, var had) -> new Problem(found, all);
            case Unknown(String said, String needs, var had) -> new Unknown(said, needs, all);
            case Skipped skipped -> skipped;
        };
    }

    /** This outcome resting on what these facts rest on too. */
    default Outcome because(Probed<?>... facts) {
        return because(java.util.Arrays.stream(facts).flatMap(fact -> fact.evidence().stream()).toList());
    }

    default Status status() {
        return switch (this) {
            case Pass pass -> Status.PASS;
            case Unknown unknown -> Status.UNKNOWN;
            case Skipped skipped -> Status.SKIPPED;
            case Problem problem -> problem.found().stream().map(one -> one.finding().severity())
                    .max(Comparator.naturalOrder()).orElseThrow().status();
        };
    }
}
