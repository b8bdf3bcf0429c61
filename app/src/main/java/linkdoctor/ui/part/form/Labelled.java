package linkdoctor.ui.part.form;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A control with its name above it. */
public final class Labelled extends VBox {
    /** @param name with an underscore before the mnemonic */
    public Labelled(String name, Node control, Node... below) {
        getStyleClass().add("labelled");
        Label label = new Label(name);
        label.setMnemonicParsing(true);
        label.setLabelFor(control);
        getChildren().addAll(label, control);
        getChildren().addAll(below);
    }
}
