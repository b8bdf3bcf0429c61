package linkdoctor.check.verdict;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Found;
import linkdoctor.check.Judged;
import linkdoctor.check.Severity;
import linkdoctor.remedy.Remedy;

/**
 * The end of a diagnosis, as every view tells it: the root cause and what follows from it, what else is broken, the
 * proof when all is well, and what could not be looked at.
 *
 * @param title    "Root cause", "All is well", or what lies between
 * @param root     the root cause with all that follows from it
 * @param apart    what is also broken, and not because of the root
 * @param proof    the live request that shows the path works; nothing where the root stands
 * @param warnings the warnings and notes, in the checklist's order
 */
public record Verdict(String title, Optional<Effect> root, List<Effect> apart, Optional<String> proof, List<Found> warnings, List<Hidden> hidden) {
    public Verdict {
        apart = List.copyOf(apart);
        warnings = List.copyOf(warnings);
        hidden = List.copyOf(hidden);
    }

    public static Verdict of(Diagnosis diagnosis) {
        Set<String> told = new HashSet<>();
        Optional<Effect> root = diagnosis.root().map(one -> effect(diagnosis, one.by(), one.found(), told));
        List<Effect> apart = new ArrayList<>();
        for (Judged judged : diagnosis.checks()) {
            Diagnosis.found(judged.outcome()).filter(found -> root.isPresent() && found.finding().severity() == Severity.FAIL
                    && !told.contains(found.finding().code())).forEach(found -> apart.add(effect(diagnosis, judged, found, told)));
        }
        Optional<String> proof = root.isPresent() ? Optional.empty() : Proof.of(diagnosis.facts());
        List<Found> warnings = diagnosis.found().stream().filter(found -> found.finding().severity() != Severity.FAIL).toList();
        return new Verdict(root.isPresent() ? "Root cause" : title(diagnosis, proof, warnings), root, apart, proof, warnings, Hidden.of(diagnosis));
    }

    /** The one sentence that stands out. */
    public String headline() {
        return root.map(effect -> effect.found().said()).or(() -> proof)
                .orElse(hidden.isEmpty() ? "No check failed." : "No check failed, and not everything could be looked at.");
    }

    /** What to do about the root cause: one of these. */
    public List<Remedy> nextSteps() {
        return root.map(effect -> effect.found().remedies()).orElse(List.of());
    }

    /** The warnings alone, without the notes. */
    public List<Found> warningsOnly() {
        return warnings.stream().filter(found -> found.finding().severity() == Severity.WARN).toList();
    }

    private static String title(Diagnosis diagnosis, Optional<String> proof, List<Found> warnings) {
        boolean all = diagnosis.unread().isEmpty() && proof.isPresent();
        boolean warned = warnings.stream().anyMatch(found -> found.finding().severity() == Severity.WARN);
        return !all ? "Nothing broken was seen" : warned ? "Nothing is broken" : "All is well";
    }

    private static Effect effect(Diagnosis diagnosis, Judged by, Found cause, Set<String> told) {
        told.add(cause.finding().code());
        List<Effect> therefore = new ArrayList<>();
        for (Judged judged : diagnosis.checks()) {
            Diagnosis.found(judged.outcome())
                    .filter(found -> judged.followsFrom(found).filter(cause.finding().code()::equals).isPresent())
                    .filter(found -> !told.contains(found.finding().code()))
                    .forEach(found -> therefore.add(effect(diagnosis, judged, found, told)));
        }
        return new Effect(by, cause, therefore);
    }
}
