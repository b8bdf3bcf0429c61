package linkdoctor.check.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import linkdoctor.check.Change;
import linkdoctor.check.Diagnosis;
import linkdoctor.check.Found;
import linkdoctor.check.Judged;
import linkdoctor.check.Outcome;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;

/** Tells what became of each finding and check. */
final class Differences {
    private final Set<String> untriedBefore;
    private final Set<String> untriedAfter;
    private final List<Difference> all = new ArrayList<>();

    /** Why a check tells nothing, or that it does. */
    private enum Sight {
        /** It looked. */
        SEEN,
        /** It looked, and what it asks does not arise. */
        NOT_ASKED,
        /** What it rests on could not be looked at, or was not. */
        HIDDEN
    }

    private Differences(Snapshot before, Snapshot after) {
        untriedBefore = untried(before);
        untriedAfter = untried(after);
    }

    static List<Difference> between(Diagnosis before, Diagnosis after) {
        Differences differences = new Differences(before.facts(), after.facts());
        Map<String, Judged> then = before.checks().stream().collect(Collectors.toMap(one -> one.check().id(), one -> one));
        after.checks().forEach(now -> Optional.ofNullable(then.get(now.check().id())).ifPresent(was -> differences.add(was, now)));
        return differences.all;
    }

    private void add(Judged was, Judged now) {
        Map<String, Found> before = codes(was);
        Map<String, Found> after = codes(now);
        after.forEach((code, is) -> all.add(new Difference(appeared(was, Optional.ofNullable(before.get(code)), is), was, now,
                Optional.ofNullable(before.get(code)), Optional.of(is))));
        before.forEach((code, found) -> {
            if (!after.containsKey(code)) {
                all.add(new Difference(gone(now), was, now, Optional.of(found), Optional.empty()));
            }
        });
        if (before.isEmpty() && after.isEmpty()) {
            quiet(was, now).ifPresent(change -> all.add(new Difference(change, was, now, Optional.empty(), Optional.empty())));
        }
    }

    private Change appeared(Judged was, Optional<Found> before, Found is) {
        if (before.isPresent()) {
            return before.get().finding().severity() == is.finding().severity() ? Change.STILL_THERE : Change.DIFFERENT;
        }
        return sight(was, untriedBefore) == Sight.HIDDEN ? Change.NOW_KNOWN : Change.NEW;
    }

    /** Only who looked can say that something is fixed. */
    private Change gone(Judged now) {
        return switch (sight(now, untriedAfter)) {
            case SEEN -> Change.FIXED;
            case NOT_ASKED -> Change.DIFFERENT;
            case HIDDEN -> Change.NO_LONGER_KNOWN;
        };
    }

    private Optional<Change> quiet(Judged was, Judged now) {
        Sight before = sight(was, untriedBefore);
        Sight after = sight(now, untriedAfter);
        if (before == after || before != Sight.SEEN && after != Sight.SEEN) {
            return Optional.empty();
        }
        return Optional.of(after == Sight.HIDDEN ? Change.NO_LONGER_KNOWN : before == Sight.HIDDEN ? Change.NOW_KNOWN : Change.DIFFERENT);
    }

    private static Sight sight(Judged judged, Set<String> untried) {
        return switch (judged.outcome()) {
            case Outcome.Pass pass -> Sight.SEEN;
            case Outcome.Problem problem -> Sight.SEEN;
            case Outcome.Unknown unknown -> Sight.HIDDEN;
            case Outcome.Skipped(String said) -> untried.contains(said) ? Sight.HIDDEN : Sight.NOT_ASKED;
        };
    }

    /** Why facts were not looked at: a check that repeats it has judged nothing. */
    private static Set<String> untried(Snapshot facts) {
        return Snapshot.names().stream().map(facts::value).flatMap(value -> value instanceof Map<?, ?> map ? map.values().stream() : Stream.of(value))
                .filter(Probed.NotTried.class::isInstance).map(value -> ((Probed.NotTried<?>) value).why()).collect(Collectors.toSet());
    }

    private static Map<String, Found> codes(Judged judged) {
        Map<String, Found> codes = new LinkedHashMap<>();
        Diagnosis.found(judged.outcome()).forEach(found -> codes.putIfAbsent(found.finding().code(), found));
        return codes;
    }
}
