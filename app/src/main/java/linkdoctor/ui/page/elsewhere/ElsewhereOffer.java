package linkdoctor.ui.page.elsewhere;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.WizardModel;
import linkdoctor.ui.part.form.Offer;

/** The way to looking from another machine, where the machine matters; not there before a vault was looked at. */
public final class ElsewhereOffer extends VBox {
    public ElsewhereOffer(WizardModel model) {
        Button look = new Button("Look _from the real client");
        look.setId("look-elsewhere");
        look.setOnAction(event -> model.navigation().go(Place.Page.ELSEWHERE));
        getChildren().add(new Offer("When the client is another machine: a small script looks there, and is judged here.", look));
        visibleProperty().bind(model.run().diagnosis().map(known -> known.isPresent()));
        managedProperty().bind(visibleProperty());
    }
}
