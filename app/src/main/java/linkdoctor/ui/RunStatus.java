package linkdoctor.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import linkdoctor.check.Section;
import linkdoctor.facts.Words;
import linkdoctor.ui.model.Activity;
import linkdoctor.ui.model.WizardModel;

/** How far a run has come and what is looked at now. */
final class RunStatus extends VBox {
    private final Label at = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final BooleanBinding speaks;

    RunStatus(WizardModel model) {
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
        BooleanBinding busy = Bindings.createBooleanBinding(() -> !model.run().idle(), model.run().activity());
        speaks = busy.or(at.textProperty().isNotEmpty());
        shownWhen(bar, busy);
        shownWhen(at, at.textProperty().isNotEmpty());
        getChildren().addAll(at, bar);
        model.run().activity().subscribe(this::show);
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

    private static String capital(String text) {
        return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
