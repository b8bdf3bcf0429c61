package linkdoctor.ui.part.row;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import linkdoctor.check.Change;
import linkdoctor.check.Check;
import linkdoctor.check.Diagnosis;
import linkdoctor.check.Judged;
import linkdoctor.check.Outcome;
import linkdoctor.check.Section;
import linkdoctor.check.Status;
import linkdoctor.check.verdict.Readable;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Words;
import linkdoctor.probe.Progress;
import linkdoctor.ui.part.Shown;

/**
 * All that a check's row shows.
 *
 * @param said   what was seen, one sentence with the actual values
 * @param took   how long the slowest answer took that it rests on
 * @param judged the check's outcome; empty while it is looked at and before
 * @param causes by the code of a finding, what it follows from
 * @param words  makes long identifiers short in what is told of it
 */
public record CheckLine(Check check, Shown shown, String said, Optional<Duration> took, Optional<Judged> judged, Map<String, Cause> causes,
                        Optional<Change> change, Function<String, String> words) {

    /** The finding that another follows from, and where it stands. */
    public record Cause(String title, Section section) {
    }

    /**
     * The lines of a section.
     *
     * @param open whether the section is still being looked at
     */
    public static List<CheckLine> of(Section section, Optional<Diagnosis> diagnosis, boolean open, Map<String, Change> changes) {
        if (diagnosis.isEmpty()) {
            return section.checks().stream().map(check -> open ? looking(check, Function.identity()) : waiting(check)).toList();
        }
        Readable readable = new Readable(diagnosis.get().facts());
        Function<String, String> words = text -> Words.line(readable.of(text));
        return diagnosis.get().checks().stream().filter(one -> one.section().equals(section))
                .map(one -> of(one, diagnosis.get(), open, Optional.ofNullable(changes.get(one.check().id())), words)).toList();
    }

    /** Before it is looked at. */
    static CheckLine waiting(Check check) {
        return new CheckLine(check, Shown.WAITING, "Not looked at yet.", Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), Function.identity());
    }

    private static CheckLine looking(Check check, Function<String, String> words) {
        return new CheckLine(check, Shown.LOOKING, Progress.PENDING, Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), words);
    }

    private static CheckLine of(Judged judged, Diagnosis diagnosis, boolean open, Optional<Change> change, Function<String, String> words) {
        if (open && (judged.outcome() instanceof Outcome.Skipped || judged.outcome().said().equals(Progress.PENDING))) {
            return looking(judged.check(), words);
        }
        Optional<Duration> took = judged.outcome().evidence().stream().map(Evidence::took).max(Duration::compareTo).filter(one -> one.toMillis() > 0);
        return new CheckLine(judged.check(), Shown.of(judged.outcome().status()), words.apply(judged.outcome().said()), took, Optional.of(judged),
                causes(judged, diagnosis), change, words);
    }

    private static Map<String, Cause> causes(Judged judged, Diagnosis diagnosis) {
        return judged.followsFrom().entrySet().stream().flatMap(entry -> cause(entry.getValue(), diagnosis).map(cause -> Map.entry(entry.getKey(), cause)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<Cause> cause(String code, Diagnosis diagnosis) {
        return diagnosis.checks().stream().flatMap(one -> Diagnosis.found(one.outcome()).filter(found -> found.finding().code().equals(code))
                .map(found -> new Cause(found.finding().title(), one.section()))).limit(1);
    }

    /** What all checks of a section say alike, where they need no look or could not be looked at: then it stands once. */
    public static Optional<String> commonReason(List<CheckLine> lines) {
        CheckLine first = lines.getFirst();
        boolean alike = lines.size() > 1 && Set.of(Shown.NOT_NEEDED, Shown.COULD_NOT_LOOK).contains(first.shown())
                && lines.stream().allMatch(line -> line.shown() == first.shown() && line.said().equals(first.said()));
        return alike ? Optional.of((first.shown().word() + ": " + first.said() + " " + first.takes()).strip()) : Optional.empty();
    }

    /** What would make it possible to look. */
    private String takes() {
        return judged.map(Judged::outcome).filter(Outcome.Unknown.class::isInstance).map(Outcome.Unknown.class::cast)
                .map(unknown -> words.apply(Outcome.takes(unknown.needs()))).orElse("");
    }

    /** "2 broken, 3 fine, 1 not needed". */
    public static String tally(List<CheckLine> lines) {
        return Stream.of(Shown.BROKEN, Shown.WARNING, Shown.COULD_NOT_LOOK, Shown.NOTE, Shown.FINE, Shown.NOT_NEEDED, Shown.LOOKING)
                .map(shown -> tally(shown, lines.stream().filter(line -> line.shown() == shown).count())).filter(one -> !one.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String tally(Shown shown, long count) {
        return count == 0 ? "" : switch (shown) {
            case BROKEN -> count + " broken";
            case WARNING -> Words.count((int) count, "warning");
            case NOTE -> Words.count((int) count, "note");
            case COULD_NOT_LOOK -> count + " could not be looked at";
            case FINE -> count + " fine";
            case NOT_NEEDED -> count + " not needed";
            case LOOKING -> count + " being looked at";
            case WAITING -> count + " waiting";
        };
    }

    /** Whether a check failed. */
    public boolean failed() {
        return judged.filter(one -> one.outcome().status() == Status.FAIL).isPresent();
    }

    /** Whether the two show the same: then there is nothing to draw anew. */
    boolean same(CheckLine other) {
        return shown == other.shown && said.equals(other.said) && judged.equals(other.judged) && causes.equals(other.causes)
                && Objects.equals(change, other.change);
    }
}
