package linkdoctor.ui.page;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import linkdoctor.check.verdict.Run;
import linkdoctor.facts.Snapshot;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.WizardModel;
import linkdoctor.ui.part.Hint;

/** Says that what is shown comes from a saved session, and how to look again; not there otherwise. */
final class SavedNotice extends VBox {
    private final WizardModel model;
    private final Hint hint = new Hint();

    SavedNotice(WizardModel model) {
        this.model = model;
        Button signIn = hint.offers("Si_gn in to look again", () -> model.navigation().go(Place.Page.SIGN_IN));
        signIn.setId("sign-in-again");
        getChildren().add(hint);
        model.run().diagnosis().addListener(changed -> refresh());
        model.signIn().state().addListener(changed -> refresh());
        refresh();
    }

    private void refresh() {
        boolean saved = model.run().diagnosis().get().isPresent() && model.signIn().visit().isEmpty();
        setVisible(saved);
        setManaged(saved);
        if (saved) {
            Snapshot facts = model.run().diagnosis().get().orElseThrow().facts();
            hint.says("A saved session: " + facts.target().hostname() + " as it was at " + Run.when(facts.started())
                    + facts.client().known().map(client -> ", seen from " + client.hostname()).orElse("") + ".");
        }
    }
}
