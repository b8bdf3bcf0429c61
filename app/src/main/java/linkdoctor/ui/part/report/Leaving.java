package linkdoctor.ui.part.report;

import java.util.List;

import javafx.scene.layout.VBox;

import linkdoctor.ui.model.report.ReportDraft;
import linkdoctor.ui.part.SelectableText;

/** What leaves this machine with a report: what stands in it as it is, what has aliases, and what that looks like. */
public final class Leaving extends VBox {
    private final SelectableText replaced = SelectableText.of("");
    private final SelectableText stays = SelectableText.of("");
    private final SampleGrid samples = new SampleGrid();

    public Leaving() {
        getStyleClass().add("leaving");
        replaced.setId("leaving-replaced");
        stays.setId("leaving-stays");
        getChildren().setAll(replaced, stays, samples, SelectableText.of("It also holds what was asked and answered. It never holds a token, a client secret or the value of a secret.", "muted"));
    }

    public void show(ReportDraft draft) {
        List<String> gone = draft.tells().replaced();
        List<String> left = draft.tells().stays();
        replaced.setText(gone.isEmpty() ? "Nothing is replaced." : "Replaced by aliases: " + String.join(", ", gone) + ".");
        stays.setText(left.isEmpty() ? "No name and no address stays." : "Stays as it is: " + String.join(", ", left) + ".");
        samples.show(draft.samples());
    }
}
