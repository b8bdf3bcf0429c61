package linkdoctor.ui.page;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import linkdoctor.check.compare.Comparison;
import linkdoctor.check.compare.Side;
import linkdoctor.check.verdict.Readable;
import linkdoctor.facts.Words;
import linkdoctor.session.Shelf;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.WizardModel;
import linkdoctor.ui.model.compare.CompareModel;
import linkdoctor.ui.model.start.RecentModel;
import linkdoctor.ui.page.welcome.RecentSessions;
import linkdoctor.ui.page.welcome.SessionDoor;
import linkdoctor.ui.part.Hint;
import linkdoctor.ui.part.compare.ComparisonPane;
import linkdoctor.ui.part.form.Notice;
import linkdoctor.ui.part.form.Offer;

/** What changed between two sessions of a vault: choose the other one, and see. */
final class ComparePage implements Page {
    private final WizardModel wizard;
    private final CompareModel model;
    private final RecentModel recent;
    private final Button file = new Button("Choose a f_ile\u2026");
    private final Button another = new Button("Compare with ano_ther");
    private final VBox content = new VBox();
    private final VBox view;
    private Node focus = file;

    ComparePage(WizardModel wizard, Shelf shelf) {
        this.wizard = wizard;
        model = wizard.compare();
        recent = new RecentModel(wizard.work(), shelf);
        file.setId("compare-file");
        file.setOnAction(event -> SessionDoor.ask(file.getScene()).ifPresent(model::with));
        another.setId("compare-another");
        another.setOnAction(event -> model.again());
        Notice refused = new Notice(Notice.Kind.TROUBLE, Bindings.createStringBinding(
                () -> model.refused().get().isEmpty() ? recent.trouble().get() : model.refused().get(), model.refused(), recent.trouble()));
        refused.setId("compare-refused");
        content.getStyleClass().add("comparison");
        view = new VBox(refused, content);
        view.getStyleClass().add("page-column");
        model.first().addListener(changed -> draw());
        model.comparison().addListener(changed -> draw());
        draw();
    }

    private void draw() {
        boolean here = view.getScene() != null;
        content.getChildren().setAll(model.first().get().map(side -> model.comparison().get().map(this::compared).orElseGet(() -> choose(side)))
                .orElseGet(this::nothingYet));
        if (here) {
            focus.requestFocus();
        }
    }

    private Node nothingYet() {
        Hint hint = new Hint();
        hint.says("No session is open. Open one, or look at a vault, and what changed since another look at it can be seen here.");
        focus = hint.offers("Open a _session", () -> wizard.navigation().go(Place.Page.WELCOME));
        return hint;
    }

    private Node choose(Side side) {
        Hint hint = new Hint();
        hint.says(Words.line(new Readable(side.facts()).of("This is " + side.facts().target().hostname() + " as it was at " + side.taken()))
                + ". Choose another session of the same vault, and what changed between the two stands here, the earlier one first.");
        RecentSessions sessions = RecentSessions.some(recent, model::fits, "No other session of this vault is kept on this machine. "
                + "Choose a file, or look at the vault again and come back.", entry -> model.with(entry.file()));
        focus = file;
        VBox box = new VBox(hint, new Offer("A session that somebody sent, or that you saved as a report.", file), sessions);
        box.getStyleClass().add("comparison");
        return box;
    }

    private Node compared(Comparison comparison) {
        focus = another;
        VBox box = new VBox(new Offer("It keeps the session that you came with.", another), new ComparisonPane(comparison));
        box.getStyleClass().add("comparison");
        return box;
    }

    @Override
    public String title() {
        return "What changed?";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        recent.load();
        draw();
    }

    @Override
    public Node focus() {
        return focus;
    }
}
