package linkdoctor.ui;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

import linkdoctor.ui.model.WizardModel;
import linkdoctor.ui.page.Page;

/** What one can do on every page, and how far a run has come. */
final class Footer extends HBox {
    private final Button next = new Button("_Next");

    Footer(WizardModel model) {
        getStyleClass().add("footer");
        getChildren().add(next);
        next.setOnAction(event -> model.navigation().next());
    }

    /** A page has come to the front. */
    void show(Page page) {
        page.next().ifPresent(one -> next.setText(one.text()));
    }
}
