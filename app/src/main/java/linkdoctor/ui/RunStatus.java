package linkdoctor.ui;

import java.util.Optional;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Section;
import linkdoctor.facts.Words;
import linkdoctor.ui.model.Activity;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.WizardModel;
import linkdoctor.ui.part.Shown;
import linkdoctor.ui.part.StatusMark;

/** How far a run has come and what is looked at now; when it has ended, the way to its verdict. */
final class RunStatus extends VBox {
    private final WizardModel model;
    private final Label at = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Hyperlink verdict = new Hyperlink();
    private final BooleanBinding speaks;
    private final StatusMark mark = StatusMark.iconOnly(Shown.FINE);

    RunStatus(WizardModel model) {
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        getStyleClass().add("progress");
        at.getStyleClass().add("looking-at");
        at.setMinWidth(0);
        at.setWrapText(true);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(at.textProperty());
        at.tooltipProperty().bind(at.textProperty().map(said -> said.isEmpty() ? null : whole));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText("How much has been looked at");
        verdict.setId("verdict");
        verdict.setGraphic(mark);
        verdict.setWrapText(true);
        verdict.setOnAction(event -> model.navigation().go(Place.Page.DIAGNOSIS));
        BooleanBinding busy = Bindings.createBooleanBinding(() -> !model.run().idle(), model.run().activity());
        BooleanBinding told = Bindings.createBooleanBinding(() -> model.run().idle() && model.run().diagnosis().get().isPresent()
                && model.navigation().place().get() instanceof Place.OfSection, model.run().activity(), model.run().diagnosis(), model.navigation().place());
        speaks = busy.or(at.textProperty().isNotEmpty()).or(told);
        shownWhen(bar, busy);
        shownWhen(at, at.textProperty().isNotEmpty());
        shownWhen(verdict, told);
        getChildren().addAll(at, bar, verdict);
        model.run().activity().subscribe(this::show);
        model.run().diagnosis().subscribe(this::tell);
    }

    /** Whether there is anything to say. */
    BooleanBinding speaks() {
        return speaks;
    }

    private static void shownWhen(Node node, BooleanBinding condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    private void show(Activity now) {
        switch (now) {
            case Activity.Idle(String said) -> {
                at.setText(said);
                bar.setProgress(0);
            }
            case Activity.Looking looking -> {
                at.setText(capital(looking.at()));
                bar.setProgress(looking.done());
            }
            case Activity.Watching(Section section, int times, String looking) -> {
                at.setText("Watching " + section.title() + ": looked " + Words.count(times, "time"));
                bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
            }
        }
    }

    private void tell(Optional<Diagnosis> known) {
        known.ifPresent(diagnosis -> {
            boolean hidden = !diagnosis.unread().isEmpty();
            mark.status().set(diagnosis.failed() ? Shown.BROKEN : hidden ? Shown.COULD_NOT_LOOK : Shown.FINE);
            verdict.setText(diagnosis.failed() ? "Root cause found: show it" : hidden ? "Not all could be seen: show why" : "Nothing is broken: show the proof");
        });
    }

    private static String capital(String text) {
        return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
