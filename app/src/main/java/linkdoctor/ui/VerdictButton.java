package linkdoctor.ui;

import java.util.Optional;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

import linkdoctor.check.Diagnosis;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.WizardModel;
import linkdoctor.ui.part.Shown;
import linkdoctor.ui.part.StatusMark;

/** The way from a section to the verdict of a run that has ended, which need not be clicked through to. */
final class VerdictButton extends Button {
    private final StatusMark mark = StatusMark.iconOnly(Shown.FINE);

    VerdictButton(WizardModel model) {
        super("_Diagnosis");
        setId("verdict");
        setGraphic(mark);
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip());
        setOnAction(event -> model.navigation().go(Place.Page.DIAGNOSIS));
        visibleProperty().bind(Bindings.createBooleanBinding(() -> model.run().idle() && model.run().diagnosis().get().isPresent()
                && model.navigation().place().get() instanceof Place.OfSection, model.run().activity(), model.run().diagnosis(), model.navigation().place()));
        managedProperty().bind(visibleProperty());
        model.run().diagnosis().subscribe(this::tell);
    }

    private void tell(Optional<Diagnosis> known) {
        known.ifPresent(diagnosis -> {
            boolean hidden = !diagnosis.unread().isEmpty();
            mark.status().set(diagnosis.failed() ? Shown.BROKEN : hidden ? Shown.COULD_NOT_LOOK : Shown.FINE);
            setText(diagnosis.failed() ? "Root cause: _diagnosis" : "_Diagnosis");
            String says = diagnosis.failed() ? "A root cause was found: show it" : hidden ? "Not all could be seen: show why" : "Nothing is broken: show the proof";
            getTooltip().setText(says);
            setAccessibleText(says);
        });
    }
}
