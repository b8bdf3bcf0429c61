package linkdoctor.ui.part.row;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Found;
import linkdoctor.check.Judged;
import linkdoctor.check.Outcome;
import linkdoctor.remedy.Remedy;
import linkdoctor.ui.part.Icons;
import linkdoctor.ui.part.SelectableText;
import linkdoctor.ui.part.Shown;
import linkdoctor.ui.part.StatusMark;

/** What a row opens to: the explanation, the evidence and the repair. */
final class Details extends VBox {
    private final CheckLine line;
    private final Means means;

    Details(CheckLine line, Means means) {
        this.line = line;
        this.means = means;
        getStyleClass().add("check-details");
        line.judged().ifPresentOrElse(this::judged, () -> getChildren().add(looksFor(line.check())));
    }

    private void judged(Judged judged) {
        switch (judged.outcome()) {
            case Outcome.Pass pass -> getChildren().add(looksFor(judged.check()));
            case Outcome.Skipped skipped -> getChildren().add(looksFor(judged.check()));
            case Outcome.Unknown unknown -> {
                if (!unknown.needs().isEmpty()) {
                    getChildren().add(new Caption("What would make it possible", text(Outcome.takes(unknown.needs()))));
                }
                getChildren().add(looksFor(judged.check()));
            }
            case Outcome.Problem problem -> problem.found().forEach(found -> getChildren().add(found(found, problem.found().size())));
        }
        if (!judged.outcome().evidence().isEmpty()) {
            getChildren().add(new Caption("Evidence", new EvidenceList(judged.outcome().evidence(), judged.outcome().said(), line.words())));
        }
        repairs(judged.outcome());
    }

    private void repairs(Outcome outcome) {
        List<Remedy> remedies = outcome instanceof Outcome.Problem problem
                ? problem.found().stream().flatMap(found -> found.remedies().stream()).distinct().toList() : List.of();
        if (!remedies.isEmpty()) {
            getChildren().add(new Caption(remedies.size() == 1 ? "Repair" : "Repair, one of these",
                    remedies.stream().map(one -> new RemedyBox(one, line.words(), means)).toArray(Node[]::new)));
        }
    }

    /** Of a check that found nothing: what it would find. */
    private static Node looksFor(Check check) {
        Node[] titles = check.findings().stream().map(Finding::title).distinct().map(title -> SelectableText.of("• " + title + ".")).toArray(Node[]::new);
        return new Caption("What this check looks for", titles);
    }

    private Node found(Found found, int of) {
        VBox box = new VBox();
        box.getStyleClass().add("found");
        if (of > 1) {
            box.getChildren().add(new StatusMark(Shown.of(found.finding().severity())));
        }
        box.getChildren().add(SelectableText.of(found.finding().title() + ".", "strong"));
        if (of > 1) {
            box.getChildren().add(text(found.said()));
        }
        Optional.ofNullable(line.causes().get(found.finding().code())).ifPresent(cause -> box.getChildren().add(follows(cause)));
        box.getChildren().add(new Caption("Why it matters", SelectableText.of(found.finding().explanation())));
        box.getChildren().add(link(found.finding()));
        return box;
    }

    private Node follows(CheckLine.Cause cause) {
        Hyperlink to = new Hyperlink("Follows from: " + cause.title() + " (" + cause.section().title() + ")", Icons.of(BootstrapIcons.ARROW_90DEG_UP));
        to.setWrapText(true);
        to.getStyleClass().add("follows-from");
        to.setOnAction(event -> means.open().accept(cause.section()));
        return to;
    }

    private Node link(Finding finding) {
        Hyperlink read = new Hyperlink("Read on at " + finding.link().replaceFirst("^https://", ""), Icons.of(BootstrapIcons.BOX_ARROW_UP_RIGHT));
        read.setWrapText(true);
        read.setOnAction(event -> means.openLink().accept(URI.create(finding.link())));
        return read;
    }

    private SelectableText text(String said) {
        return SelectableText.told(said, line.words());
    }
}
