package linkdoctor.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Found;
import linkdoctor.check.Judged;
import linkdoctor.check.Section;
import linkdoctor.check.access.RepairRights;
import linkdoctor.check.verdict.Verdict;
import linkdoctor.remedy.Remedy;
import linkdoctor.remedy.Step;

/**
 * The repairs that a diagnosis calls for, in the order to tell them: the root's first, then what is broken beside it, then the
 * warnings. What follows from something else needs no repair of its own.
 */
public record Plan(Diagnosis diagnosis, List<Repair> repairs) {
    public Plan {
        repairs = List.copyOf(repairs);
    }

    public static Plan of(Diagnosis diagnosis) {
        Verdict verdict = Verdict.of(diagnosis);
        List<Repair> repairs = new ArrayList<>();
        verdict.root().ifPresent(root -> add(repairs, Repair.Why.ROOT, root.found(), root.by().section(), diagnosis));
        verdict.apart().forEach(effect -> add(repairs, Repair.Why.APART, effect.found(), effect.by().section(), diagnosis));
        for (Judged judged : diagnosis.checks()) {
            Diagnosis.found(judged.outcome()).filter(verdict.warnings()::contains)
                    .forEach(found -> add(repairs, Repair.Why.REMARK, found, judged.section(), diagnosis));
        }
        return new Plan(diagnosis, repairs);
    }

    private static void add(List<Repair> repairs, Repair.Why why, Found found, Section section, Diagnosis diagnosis) {
        boolean first = true;
        for (Remedy remedy : found.remedies()) {
            if (repairs.stream().noneMatch(one -> one.remedy().equals(remedy))) {
                repairs.add(new Repair(why, found, section, remedy, found.remedies().size() > 1, first && !remedy.steps().isEmpty(),
                        RepairRights.of(diagnosis.facts(), remedy.needs())));
            }
            first &= remedy.steps().isEmpty();
        }
    }

    /** The repairs that commands make. */
    public List<Repair> commanded() {
        return repairs.stream().filter(one -> !one.byHand()).toList();
    }

    /** The repairs that only a person makes. */
    public List<Repair> byHand() {
        return repairs.stream().filter(Repair::byHand).toList();
    }

    /** Whether identifiers were replaced by aliases in the facts: then the commands name nothing that exists. */
    public boolean redacted() {
        return commanded().stream().flatMap(one -> one.remedy().steps().stream()).flatMap(step -> step.az().args().stream())
                .anyMatch(arg -> arg.matches("subscription-\\d+"));
    }

    /** One repair of each finding that commands can repair. */
    public Set<Repair> usual() {
        return Set.copyOf(repairs.stream().filter(Repair::first).toList());
    }

    /** The repairs that commands make, in the order to make them: as a request's path goes, and what can lock clients out last. */
    public List<Repair> inOrder() {
        return commanded().stream().sorted(Comparator.comparing((Repair one) -> one.remedy().caution() == Remedy.Caution.LOCKS_OUT)
                .thenComparing(one -> Diagnosis.place(one.found().finding().code()))).toList();
    }

    /**
     * The steps of the repairs chosen, in the order to make them. A step that two repairs share is made once.
     */
    public List<Numbered> steps(Set<Repair> chosen) {
        List<Repair> ordered = inOrder().stream().filter(chosen::contains).toList();
        List<Numbered> steps = new ArrayList<>();
        Set<List<String>> made = new HashSet<>();
        for (Repair repair : ordered) {
            for (Step step : repair.remedy().steps()) {
                if (made.add(step.az().args())) {
                    step.change().ifPresent(change -> steps.add(new Numbered(steps.size() + 1, repair, step, change)));
                }
            }
        }
        return List.copyOf(steps);
    }
}
