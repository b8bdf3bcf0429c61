package linkdoctor.ui.page.callers;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.WizardModel;
import linkdoctor.ui.part.form.Offer;

/** The way to the page of who gets in; not there before a vault was looked at. */
public final class CallersOffer extends VBox {
    public CallersOffer(WizardModel model) {
        Button look = new Button("Who gets _in");
        look.setId("who-gets-in");
        look.setOnAction(event -> model.navigation().go(Place.Page.CALLERS));
        getChildren().add(new Offer("This client, other addresses, trusted services and private endpoints against each gate of the vault.", look));
        visibleProperty().bind(model.run().diagnosis().map(known -> known.isPresent()));
        managedProperty().bind(visibleProperty());
    }
}
