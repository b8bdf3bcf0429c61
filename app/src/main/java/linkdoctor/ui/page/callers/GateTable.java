package linkdoctor.ui.page.callers;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import linkdoctor.check.callers.Cell;
import linkdoctor.picture.Lane;
import linkdoctor.ui.part.SelectableText;

/** What each gate does with a caller, in words: the gate, what becomes of the caller there, and the fact that it rests on. */
final class GateTable extends VBox {
    GateTable(Lane lane) {
        getStyleClass().add("gate-table");
        lane.stops().stream().filter(stop -> stop.state() != Cell.State.NOT_REACHED).forEach(stop -> getChildren().add(row(stop)));
    }

    private static HBox row(Lane.Stop stop) {
        Label gate = new Label(stop.gate().title());
        gate.getStyleClass().add("gate-name");
        gate.setWrapText(true);
        gate.setMinHeight(USE_PREF_SIZE);
        SelectableText said = SelectableText.of(stop.state().word() + ". " + stop.said());
        said.setMinWidth(0);
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox row = new HBox(gate, said);
        row.getStyleClass().addAll("gate-row", "gate-" + stop.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        return row;
    }
}
