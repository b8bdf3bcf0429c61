package linkdoctor.ui.part.row;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

import linkdoctor.check.verdict.Answered;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Words;
import linkdoctor.ui.part.command.CommandBox;
import linkdoctor.ui.part.SelectableText;

/** The evidence of a verdict: what was asked, what came back, when, how long it took, and how to ask it oneself. */
final class EvidenceList extends VBox {
    /** Enough to prove it; the others are a click away. */
    private static final int FIRST = 2;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** @param said the verdict; the evidence that has the same names and values comes first */
    EvidenceList(List<Evidence> evidence, String said, Function<String, String> words) {
        getStyleClass().add("evidence-list");
        List<Answered> all = Answered.of(evidence, said);
        all.stream().limit(FIRST).forEach(one -> getChildren().add(item(one, words)));
        List<Answered> more = all.stream().skip(FIRST).toList();
        if (!more.isEmpty()) {
            Hyperlink show = new Hyperlink("Show " + more.size() + " more");
            show.setOnAction(event -> {
                getChildren().remove(show);
                more.forEach(one -> getChildren().add(item(one, words)));
                getChildren().get(FIRST).requestFocus();
            });
            getChildren().add(show);
        }
    }

    private static VBox item(Answered one, Function<String, String> words) {
        VBox item = new VBox(SelectableText.told(one.asked(), words, "mono"),
                SelectableText.told("→ " + one.answered(), words, "mono"), SelectableText.of(when(one), "muted", "small"));
        item.getStyleClass().add("evidence");
        one.same().stream().map(Evidence::tryYourself).filter(command -> !command.isBlank()).findFirst()
                .ifPresent(command -> item.getChildren().add(new Caption("Try it yourself", new CommandBox(command))));
        return item;
    }

    /** "14:03:22 UTC, 84 ms". */
    private static String when(Answered one) {
        Instant first = one.same().stream().map(Evidence::at).min(Instant::compareTo).orElseThrow();
        String measure = one.same().size() == 1 ? Words.took(one.same().getFirst().took()) : one.measure();
        return Stream.of(TIME.format(first), measure).filter(text -> !text.isEmpty()).reduce((a, b) -> a + ", " + b).orElse("");
    }
}
