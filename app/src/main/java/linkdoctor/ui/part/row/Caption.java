package linkdoctor.ui.part.row;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A few words over what they are about. */
public final class Caption extends VBox {
    public Caption(String words, Node... about) {
        getStyleClass().add("captioned");
        Label caption = new Label(words);
        caption.setWrapText(true);
        caption.setMinHeight(USE_PREF_SIZE);
        caption.getStyleClass().add("caption");
        getChildren().add(caption);
        getChildren().addAll(about);
    }
}
