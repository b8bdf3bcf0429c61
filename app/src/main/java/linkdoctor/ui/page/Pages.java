package linkdoctor.ui.page;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;

import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.Shell;
import linkdoctor.ui.model.Surroundings;
import linkdoctor.ui.model.WizardModel;
import linkdoctor.ui.part.SaveAs;

/** Makes the page of a place. */
public final class Pages {
    private final WizardModel model;
    private final Surroundings surroundings;
    private final ObjectProperty<Shell> shell = new SimpleObjectProperty<>(Shell.usual(System.getProperty("os.name", "")));

    public Pages(WizardModel model, Surroundings surroundings) {
        this.model = model;
        this.surroundings = surroundings;
    }

    public Page at(Place place) {
        return switch (place) {
            case Place.OfSection(var section) -> new SectionPage(model, section, surroundings, shell);
            case Place.Page page -> switch (page) {
                case WELCOME -> new WelcomePage(model, surroundings.shelf());
                case SIGN_IN -> new Blank("Sign in");
                case VAULT -> new Blank("Which vault?");
                case EXPLAIN -> new Blank("Explain an error");
                case DIAGNOSIS -> new DiagnosisPage(model);
                case FIX -> new FixPage(model, surroundings, shell, SaveAs.chooser());
                case REPORT -> new ReportPage(model, surroundings, SaveAs.chooser());
                case ABOUT -> new Blank("About");
            };
        };
    }

    private record Blank(String title, Node view) implements Page {
        Blank(String title) {
            this(title, new Label(title));
        }

        @Override
        public Node focus() {
            return view;
        }
    }
}
