package linkdoctor.ui.part.report;

import java.util.List;
import java.util.function.Function;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** One of several, each with a sentence on what it is for. */
public final class Choice<T> extends VBox {
    private final ToggleGroup group = new ToggleGroup();

    /** How one of them is called, and what it is for. */
    public record Told(String id, String name, String purpose) {
    }

    public Choice(List<T> all, ObjectProperty<T> chosen, Function<T, Told> tell) {
        getStyleClass().add("report-choice");
        for (T one : all) {
            Told told = tell.apply(one);
            RadioButton button = new RadioButton(told.name());
            button.setId(told.id());
            button.setToggleGroup(group);
            button.setSelected(one.equals(chosen.get()));
            button.setAccessibleHelp(told.purpose());
            button.selectedProperty().addListener((property, old, now) -> {
                if (now) {
                    chosen.set(one);
                }
            });
            Label purpose = new Label(told.purpose());
            purpose.setWrapText(true);
            purpose.setMinHeight(USE_PREF_SIZE);
            purpose.getStyleClass().add("purpose");
            getChildren().add(new VBox(button, purpose));
        }
    }

    /** The button of the one that is chosen. */
    public Node chosen() {
        return (RadioButton) group.getSelectedToggle();
    }
}
