package linkdoctor.ui.part.report;

import java.util.List;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

import linkdoctor.ui.model.report.ReportDraft;
import linkdoctor.ui.part.SelectableText;

/** Identifiers of this very session, and what stands in their place in the report. */
public final class SampleGrid extends GridPane {
    private static final double BEFORE = 46;
    private static final double AFTER = 32;

    public SampleGrid() {
        getStyleClass().add("sample-grid");
        ColumnConstraints what = new ColumnConstraints();
        ColumnConstraints before = new ColumnConstraints();
        ColumnConstraints after = new ColumnConstraints();
        // What it is keeps its width unless the text is large; the two beside it share the rest alike.
        what.setHgrow(Priority.NEVER);
        before.setPercentWidth(BEFORE);
        after.setPercentWidth(AFTER);
        getColumnConstraints().setAll(what, before, after);
    }

    public void show(List<ReportDraft.Sample> samples) {
        getChildren().clear();
        addRow(0, caption(""), caption("In this session"), caption("In the report"));
        for (int row = 0; row < samples.size(); row++) {
            ReportDraft.Sample sample = samples.get(row);
            boolean same = sample.before().equals(sample.after());
            addRow(row + 1, caption(sample.what()), SelectableText.of(sample.before(), "mono"),
                    same ? SelectableText.of("stays as it is", "muted") : SelectableText.of(sample.after(), "mono", "strong"));
        }
    }

    private static Label caption(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("caption");
        return label;
    }
}
