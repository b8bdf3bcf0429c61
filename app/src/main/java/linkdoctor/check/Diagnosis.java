package linkdoctor.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import linkdoctor.facts.Snapshot;

/**
 * The whole verdict: each check's outcome, the one root cause among the failures, and what might lie behind it
 * that could not be read.
 *
 * @param root  the earliest broken link whose repair the others wait for; empty when nothing failed
 * @param unread what could lie behind the root, or be broken unseen, because it could not be looked at
 */
public record Diagnosis(Snapshot facts, List<Judged> checks, Optional<Root> root, List<Unread> unread) {

    /** The root cause, with the check that found it. */
    public record Root(Judged by, Found found) {
    }

    /** A check that could not look; {@code needs} is what would make it possible, or empty. */
    public record Unread(Judged check, String why, String needs, boolean mayBeBehindRoot) {
    }

    public static Diagnosis of(Snapshot facts) {
        Map<Check, Outcome> outcomes = new java.util.LinkedHashMap<>();
        Checklist.checks().forEach(check -> outcomes.put(check, check.judge(facts)));
        Map<String, Found> failures = outcomes.values().stream().flatMap(Diagnosis::found)
                .filter(found -> found.finding().severity() == Severity.FAIL)
                .collect(Collectors.toMap(found -> found.finding().code(), Function.identity(), (a, b) -> a, TreeMap::new));

        Set<String> all = outcomes.values().stream().flatMap(Diagnosis::found).map(one -> one.finding().code()).collect(Collectors.toSet());

        List<Judged> judged = new ArrayList<>();
        for (Section section : Checklist.SECTIONS) {
            for (Check check : section.checks()) {
                Outcome outcome = outcomes.get(check);
                judged.add(new Judged(section, check, outcome, causes(outcome, failures.keySet(), all, facts)));
            }
        }
        Optional<Root> root = judged.stream()
                .flatMap(one -> found(one.outcome())
                        .filter(found -> found.finding().severity() == Severity.FAIL && one.followsFrom(found).isEmpty())
                        .map(found -> new Root(one, found)))
                .min(Comparator.comparingInt(candidate -> Causes.position(candidate.found().finding().code())));
        return new Diagnosis(facts, List.copyOf(judged), root, unread(judged, root));
    }

    /** All findings of an outcome. */
    public static java.util.stream.Stream<Found> found(Outcome outcome) {
        return outcome instanceof Outcome.Problem problem ? problem.found().stream() : java.util.stream.Stream.empty();
    }

    /** Everything found, in the checklist's order. */
    public List<Found> found() {
        return checks.stream().flatMap(one -> found(one.outcome())).toList();
    }

    /** Where on the path of a request a finding of this code is; smaller is earlier, and what is later waits for it. */
    public static int place(String code) {
        return Causes.position(code);
    }

    public boolean failed() {
        return root.isPresent();
    }

    private static Map<String, String> causes(Outcome outcome, Set<String> failures, Set<String> all, Snapshot facts) {
        Map<String, String> follows = new TreeMap<>();
        found(outcome).map(found -> found.finding().code()).forEach(code ->
                Causes.of(code, failures, all, facts).ifPresent(cause -> follows.put(code, cause)));
        return follows;
    }

    private static List<Unread> unread(List<Judged> judged, Optional<Root> root) {
        Set<String> behind = root.map(r -> Causes.behind(r.found().finding().code())).orElse(Set.of());
        return judged.stream().filter(one -> one.outcome() instanceof Outcome.Unknown)
                .map(one -> {
                    Outcome.Unknown unknown = (Outcome.Unknown) one.outcome();
                    boolean may = one.check().findings().stream().anyMatch(finding -> behind.contains(finding.code()));
                    return new Unread(one, unknown.said(), unknown.needs(), may);
                }).toList();
    }
}
