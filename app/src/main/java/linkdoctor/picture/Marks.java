package linkdoctor.picture;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Found;
import linkdoctor.check.Judged;
import linkdoctor.check.Outcome;
import linkdoctor.check.Status;
import linkdoctor.check.verdict.Readable;
import linkdoctor.facts.Words;
import linkdoctor.picture.Hop.Kind;
import linkdoctor.picture.Hop.State;

/** Which mark each hop bears, from the findings and the checks that speak of it. */
final class Marks {
    private final Set<Integer> open;
    private final List<Judged> judged;
    private final Optional<String> root;
    private final Map<String, String> causes;
    private final Readable readable;

    Marks(Diagnosis diagnosis, Set<Integer> open) {
        this.open = Set.copyOf(open);
        readable = new Readable(diagnosis.facts());
        judged = diagnosis.checks();
        root = diagnosis.root().filter(one -> !open.contains(one.by().section().number())).map(one -> one.found().finding().code());
        causes = judged.stream().flatMap(one -> one.followsFrom().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
    }

    /** A finding with the number of the section where it stands. */
    private record Mark(Found found, int section) {
        String code() {
            return found.finding().code();
        }

        State state() {
            return State.of(found.finding().severity().status());
        }
    }

    Hop hop(Kind kind, Optional<String> value) {
        List<Mark> marks = marks(kind);
        Optional<Mark> worst = worst(marks);
        if (worst.isPresent() && (worst.get().state() == State.BROKEN || !waits(kind))) {
            boolean here = root.filter(worst.get().code()::equals).isPresent();
            return hop(kind, value, worst.get().state(), worst.get().found().said(), worst.get().section(), here,
                    here ? Optional.empty() : followsFrom(kind, marks, worst.get()));
        }
        if (waits(kind)) {
            return hop(kind, value, State.WAITING, "Still being looked at.", Places.home(kind), false, Optional.empty());
        }
        Judged decides = decides(kind);
        Status status = decides.outcome().status();
        // A check that finds something of another hop still says nothing against this one.
        State state = decides.outcome() instanceof Outcome.Problem ? State.FINE : State.of(status);
        int section = state == State.COULD_NOT_LOOK ? decides.section().number() : Places.home(kind);
        return hop(kind, value, state, decides.outcome().said(), section, false, Optional.empty());
    }

    private Hop hop(Kind kind, Optional<String> value, State state, String said, int section, boolean root, Optional<String> from) {
        String shown = value.orElse(switch (state) {
            case WAITING -> "";
            case NOT_NEEDED -> "not asked";
            case FINE, NOTE, WARNING, BROKEN, COULD_NOT_LOOK -> "not known";
        });
        return new Hop(kind, kind.title(), Words.line(shown), state, Words.line(readable.of(said)), section, root, from);
    }

    private List<Mark> marks(Kind kind) {
        return judged.stream().filter(one -> !open.contains(one.section().number()))
                .flatMap(one -> Diagnosis.found(one.outcome()).map(found -> new Mark(found, one.section().number())))
                .filter(mark -> Places.hop(mark.code()) == kind).toList();
    }

    /** The root before all others, then what is worst, then what stands first; what follows from the same hop comes last. */
    private Optional<Mark> worst(List<Mark> marks) {
        return marks.stream().min(Comparator.<Mark, Boolean>comparing(mark -> root.filter(mark.code()::equals).isEmpty())
                .thenComparing(mark -> mark.found().finding().severity(), Comparator.reverseOrder())
                .thenComparing(mark -> causes.containsKey(mark.code())));
    }

    private boolean waits(Kind kind) {
        return deciders(Places.deciding(kind).getFirst()).anyMatch(one -> open.contains(one.section().number()));
    }

    /** The hop that everything here that is as bad as the worst follows from in the end; empty when something stands by itself. */
    private Optional<String> followsFrom(Kind kind, List<Mark> marks, Mark worst) {
        List<Kind> origins = marks.stream().filter(mark -> mark.state() == worst.state()).map(mark -> Places.hop(origin(mark.code()))).toList();
        return worst.state() == State.NOTE || origins.contains(kind) ? Optional.empty() : Optional.of(Places.hop(origin(worst.code())).title());
    }

    private String origin(String code) {
        String origin = code;
        while (causes.containsKey(origin)) {
            origin = causes.get(origin);
        }
        return origin;
    }

    /** The check whose word on the hop counts. */
    private Judged decides(Kind kind) {
        List<Set<String>> groups = Places.deciding(kind);
        Set<String> group = groups.stream().filter(ids -> deciders(ids).anyMatch(one -> one.outcome().status() != Status.SKIPPED))
                .findFirst().orElse(groups.getFirst());
        return deciders(group).min(Comparator.comparing(Marks::weight)).orElseThrow();
    }

    private Stream<Judged> deciders(Set<String> ids) {
        return judged.stream().filter(one -> ids.contains(one.check().id()));
    }

    private static int weight(Judged one) {
        return switch (one.outcome()) {
            case Outcome.Pass pass -> 0;
            case Outcome.Problem problem -> 1;
            case Outcome.Unknown unknown -> 2;
            case Outcome.Skipped skipped -> 3;
        };
    }
}
