package linkdoctor.ui;

import java.util.function.Supplier;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import linkdoctor.ui.model.ThemeChoice;
import linkdoctor.ui.model.WizardModel;

/** The way through the wizard at the left: each section with its status. */
final class Rail extends VBox {
    Rail(WizardModel model, Supplier<ObjectProperty<ThemeChoice>> theme) {
        getStyleClass().add("rail");
        getChildren().add(new Label("Link Doctor"));
    }
}
