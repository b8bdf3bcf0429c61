package linkdoctor.ui.page;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import linkdoctor.check.verdict.Run;
import linkdoctor.facts.Snapshot;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.WizardModel;
import linkdoctor.ui.model.elsewhere.ElsewhereModel;
import linkdoctor.ui.part.Hint;
import linkdoctor.ui.part.form.Notice;

/** Says that what is shown comes from a saved session and how to look again, or from another machine; not there otherwise. */
final class SavedNotice extends VBox {
    private final WizardModel model;
    private final Hint hint = new Hint();

    SavedNotice(WizardModel model) {
        this.model = model;
        Button signIn = hint.offers("Si_gn in to look again", () -> model.navigation().go(Place.Page.SIGN_IN));
        signIn.setId("sign-in-again");
        hint.managedProperty().bind(hint.visibleProperty());
        Notice speaker = new Notice(Notice.Kind.HINT, model.run().diagnosis().map(ElsewhereModel::speaker));
        speaker.setId("told-elsewhere");
        getChildren().addAll(hint, speaker, new Notice(Notice.Kind.HINT, model.elsewhere().told()));
        getStyleClass().add("captioned");
        visibleProperty().bind(hint.visibleProperty().or(speaker.visibleProperty()));
        managedProperty().bind(visibleProperty());
        model.run().diagnosis().addListener(changed -> refresh());
        model.signIn().state().addListener(changed -> refresh());
        refresh();
    }

    private void refresh() {
        boolean saved = model.run().diagnosis().get().isPresent() && model.signIn().visit().isEmpty();
        hint.setVisible(saved);
        if (saved) {
            Snapshot facts = model.run().diagnosis().get().orElseThrow().facts();
            hint.says("A saved session: " + facts.target().hostname() + " as it was at " + Run.when(facts.started())
                    + facts.client().known().filter(client -> client.told().isEmpty()).map(client -> ", seen from " + client.hostname()).orElse("") + ".");
        }
    }
}
