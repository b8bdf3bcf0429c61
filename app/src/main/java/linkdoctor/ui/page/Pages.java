package linkdoctor.ui.page;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.Shell;
import linkdoctor.ui.model.Surroundings;
import linkdoctor.ui.model.WizardModel;
import linkdoctor.ui.model.start.ExplainModel;
import linkdoctor.ui.page.callers.CallersPage;
import linkdoctor.ui.page.elsewhere.ElsewherePage;
import linkdoctor.ui.part.SaveAs;
import linkdoctor.ui.part.SaveInto;
import linkdoctor.ui.part.row.Means;

/** Makes the page of a place. */
public final class Pages {
    private final WizardModel model;
    private final Surroundings surroundings;
    private final ObjectProperty<Shell> shell = new SimpleObjectProperty<>(Shell.usual(System.getProperty("os.name", "")));
    private final SaveInto saveInto;
    private final ExplainModel explain;

    /** @param saveInto asks for the folder of scripts */
    public Pages(WizardModel model, Surroundings surroundings, SaveInto saveInto) {
        this.model = model;
        this.saveInto = saveInto;
        explain = new ExplainModel(model.work());
        this.surroundings = surroundings;
    }

    public Page at(Place place) {
        return switch (place) {
            case Place.OfSection(var section) -> new SectionPage(model, section, means());
            case Place.Page page -> switch (page) {
                case WELCOME -> new WelcomePage(model, surroundings.shelf());
                case SIGN_IN -> new SignInPage(model, surroundings.openLink());
                case VAULT -> new VaultPage(model, explain);
                case EXPLAIN -> new ExplainPage(model, explain, means());
                case ELSEWHERE -> new ElsewherePage(model, shell, SaveAs.chooser());
                case DIAGNOSIS -> new DiagnosisPage(model);
                case CALLERS -> new CallersPage(model);
                case COMPARE -> new ComparePage(model, surroundings.shelf());
                case FIX -> new FixPage(model, means(), saveInto);
                case REPORT -> new ReportPage(model, surroundings.openLink(), SaveAs.chooser());
                case ABOUT -> new AboutPage(surroundings.shelf().folder(), surroundings.openLink());
            };
        };
    }

    private Means means() {
        return new Means(shell, surroundings.openLink(), to -> model.navigation().go(new Place.OfSection(to)));
    }
}
