package linkdoctor.ui.part.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import linkdoctor.check.Change;
import linkdoctor.check.compare.Comparison;
import linkdoctor.check.compare.Difference;
import linkdoctor.check.compare.Side;
import linkdoctor.check.verdict.Readable;
import linkdoctor.check.verdict.Verdict;
import linkdoctor.facts.Words;
import linkdoctor.ui.part.SelectableText;
import linkdoctor.ui.part.Shown;
import linkdoctor.ui.part.StatusMark;
import linkdoctor.ui.part.form.FactTable;
import linkdoctor.ui.part.form.Notice;
import linkdoctor.ui.part.row.Caption;

/** A comparison from the root cause down to the facts behind it. */
public final class ComparisonPane extends VBox {
    private static final int MOST_NAMED = 8;
    private final Comparison comparison;
    private final Function<String, String> words;

    public ComparisonPane(Comparison comparison) {
        this.comparison = comparison;
        Readable readable = new Readable(comparison.after().facts());
        words = text -> Words.line(readable.of(text));
        getStyleClass().add("comparison");
        getChildren().add(taken());
        comparison.cautions().forEach(caution -> getChildren().add(new Notice(Notice.Kind.HINT, new ReadOnlyStringWrapper(words.apply(caution)))));
        getChildren().add(new Caption("The root cause, before and after", end("Before", comparison.before()), end("After", comparison.after())));
        findings();
        facts();
        hidden();
    }

    private Node taken() {
        FactTable table = new FactTable();
        table.row("Vault", words.apply(comparison.after().facts().target().hostname()));
        table.row("Before", words.apply(comparison.before().taken()));
        table.row("After", words.apply(comparison.after().taken()));
        table.row("Changes", tally());
        return table;
    }

    private String tally() {
        if (comparison.same()) {
            return "None: every check came to the same.";
        }
        String tally = comparison.tally().entrySet().stream().map(one -> one.getValue() + " " + one.getKey().label().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return tally.isEmpty() ? "No finding came or went." : tally;
    }

    private Node end(String when, Side side) {
        Verdict verdict = Verdict.of(side.diagnosis());
        Shown shown = verdict.root().isPresent() ? Shown.BROKEN : verdict.proof().isPresent() && verdict.hidden().isEmpty() ? Shown.FINE : Shown.COULD_NOT_LOOK;
        StatusMark mark = StatusMark.iconOnly(shown);
        mark.setMinWidth(USE_PREF_SIZE);
        SelectableText said = SelectableText.of(when + ": " + words.apply(verdict.headline()), "strong");
        said.setMinWidth(0);
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox line = new HBox(mark, said);
        line.setFillHeight(false);
        line.getStyleClass().add("difference");
        return line;
    }

    private void findings() {
        List<Difference> found = Stream.of(Change.FIXED, Change.NEW, Change.STILL_THERE, Change.DIFFERENT, Change.NOW_KNOWN, Change.NO_LONGER_KNOWN)
                .flatMap(change -> comparison.all(change).stream()).filter(one -> one.found().isPresent()).toList();
        if (!found.isEmpty()) {
            VBox lines = new VBox();
            lines.getStyleClass().add("differences");
            found.forEach(one -> lines.getChildren().add(new DifferenceLine(one, words)));
            getChildren().add(new Caption("What became of each finding", lines));
        }
    }

    private void facts() {
        if (!comparison.facts().isEmpty()) {
            FactTable table = new FactTable();
            comparison.facts().forEach(one -> table.row(words.apply(one.what()), words.apply(one.before() + " → " + one.after())));
            getChildren().add(new Caption("What changed behind it", table));
        }
    }

    /** Checks that found nothing where they looked, and could not look the other time, by reason. */
    private void hidden() {
        Map<String, List<Difference>> reasons = quiet(Change.NO_LONGER_KNOWN).collect(Collectors.groupingBy(Difference::reason, LinkedHashMap::new, Collectors.toList()));
        reasons.forEach((reason, all) -> getChildren().add(named("Fine before, and not known any more. " + words.apply(reason), all)));
        List<Difference> now = quiet(Change.NOW_KNOWN).toList();
        if (!now.isEmpty()) {
            getChildren().add(named("Not known before, and fine now.", now));
        }
    }

    private Stream<Difference> quiet(Change change) {
        return comparison.all(change).stream().filter(one -> one.found().isEmpty());
    }

    private static Node named(String reason, List<Difference> all) {
        VBox box = new VBox(SelectableText.of(reason));
        box.getStyleClass().add("hidden-reason");
        all.stream().limit(MOST_NAMED).forEach(one -> box.getChildren().add(SelectableText.of("• " + one.title(), "muted")));
        if (all.size() > MOST_NAMED) {
            box.getChildren().add(SelectableText.of("and " + (all.size() - MOST_NAMED) + " more", "muted"));
        }
        return box;
    }
}
