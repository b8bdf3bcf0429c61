package linkdoctor.ui.part.row;

import java.util.List;
import java.util.function.Function;

import javafx.scene.layout.VBox;

import linkdoctor.ui.part.SelectableText;

/** Steps that a person takes, numbered where there are several. */
public final class Steps extends VBox {
    public Steps(List<String> steps, Function<String, String> words) {
        getStyleClass().add("steps");
        for (int i = 0; i < steps.size(); i++) {
            getChildren().add(SelectableText.told((steps.size() == 1 ? "" : i + 1 + ". ") + steps.get(i), words));
        }
    }
}
