package linkdoctor.ui.part.row;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import linkdoctor.ui.part.SelectableText;

/** What is asked, and the answer beside it. */
public final class Fact extends HBox {
    public Fact(String what, String answer) {
        this(what, SelectableText.of(answer));
    }

    public Fact(String what, Node answer) {
        getStyleClass().add("fact");
        Label label = new Label(what);
        label.getStyleClass().add("caption");
        HBox.setHgrow(answer, Priority.ALWAYS);
        if (answer instanceof Region region) {
            region.setMinWidth(0);
        }
        getChildren().addAll(label, answer);
    }
}
