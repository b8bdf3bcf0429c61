package linkdoctor.check.compare;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import linkdoctor.check.Change;
import linkdoctor.check.Diagnosis;

/**
 * What changed between two looks at the same vault.
 *
 * @param cautions    what to bear in mind, such as that other people looked; a sentence each
 * @param differences by finding and check, in the checklist's order
 * @param facts       what changed behind the verdicts
 */
public record Comparison(Side before, Side after, List<String> cautions, List<Difference> differences, List<FactChange> facts) {
    public Comparison {
        cautions = List.copyOf(cautions);
        differences = List.copyOf(differences);
        facts = List.copyOf(facts);
    }

    /** Either a comparison, or why there is none. */
    public sealed interface Result {
    }

    /** They can be compared. */
    public record Compared(Comparison comparison) implements Result {
    }

    /** They cannot; {@code said} is one sentence. */
    public record Incomparable(String said) implements Result {
    }

    public static Result of(Side before, Side after) {
        if (!before.sameVault(after)) {
            return new Incomparable("The two sessions are of different vaults, " + before.facts().target().hostname() + " and "
                    + after.facts().target().hostname() + ": give two of the same vault.");
        }
        return new Compared(new Comparison(before, after, Cautions.of(before, after), Differences.between(before.diagnosis(), after.diagnosis()),
                Aspects.changes(before.facts(), after.facts(), before.aliased() || after.aliased())));
    }

    /** All of one kind, in the checklist's order. */
    public List<Difference> all(Change change) {
        return differences.stream().filter(one -> one.change() == change).toList();
    }

    /** How many findings are fixed, new and so on; what is of no finding is left out. */
    public Map<Change, Integer> tally() {
        Map<Change, Integer> tally = new EnumMap<>(Change.class);
        differences.stream().filter(one -> one.found().isPresent()).forEach(one -> tally.merge(one.change(), 1, Integer::sum));
        return tally;
    }

    /** Whether all came to the same. */
    public boolean same() {
        return facts.isEmpty() && differences.stream().allMatch(one -> one.change() == Change.STILL_THERE);
    }

    /** What to mark each check with that came to something else, by its id: what is new goes before what is gone. */
    public static Map<String, Change> marks(Diagnosis before, Diagnosis after) {
        List<Change> weight = List.of(Change.FIXED, Change.DIFFERENT, Change.NO_LONGER_KNOWN, Change.NOW_KNOWN, Change.NEW);
        Map<String, Change> marks = new HashMap<>();
        Differences.between(before, after).stream().filter(one -> weight.contains(one.change()))
                .forEach(one -> marks.merge(one.check().id(), one.change(), (a, b) -> weight.indexOf(a) > weight.indexOf(b) ? a : b));
        // While it finds another thing, a check has nothing to show as fixed.
        after.checks().stream().filter(one -> Diagnosis.found(one.outcome()).findAny().isPresent())
                .forEach(one -> marks.computeIfPresent(one.check().id(), (id, mark) -> mark == Change.FIXED ? Change.DIFFERENT : mark));
        return Map.copyOf(marks);
    }
}
