package linkdoctor.ui.part.form;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Buttons with a sentence beside them that says what comes of it. */
public final class Offer extends HBox {
    public Offer(String says, Button... buttons) {
        getStyleClass().add("offer");
        for (Button button : buttons) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        Label said = new Label(says);
        said.setWrapText(true);
        said.setMinWidth(0);
        said.getStyleClass().add("text-muted");
        getChildren().addAll(buttons);
        getChildren().add(said);
    }
}
