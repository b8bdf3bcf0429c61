package linkdoctor.ui.part.form;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

import linkdoctor.ui.part.SelectableText;

/** Names and values in two columns. */
public final class FactTable extends GridPane {
    public FactTable() {
        getStyleClass().add("fact-table");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.NEVER);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setMinWidth(0);
        getColumnConstraints().setAll(names, values);
    }

    /** Forgets all rows. */
    public void clear() {
        getChildren().clear();
    }

    public void row(String name, Node value) {
        Label label = new Label(name);
        label.setLabelFor(value);
        label.setWrapText(true);
        label.getStyleClass().add("fact-name");
        GridPane.setValignment(label, javafx.geometry.VPos.TOP);
        addRow(getRowCount(), label, value);
    }

    /** The same with a text. */
    public void row(String name, String value) {
        SelectableText text = SelectableText.of(value);
        text.setMinWidth(0);
        row(name, text);
    }
}
