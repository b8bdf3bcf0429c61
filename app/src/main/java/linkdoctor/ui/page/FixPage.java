package linkdoctor.ui.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.verdict.Readable;
import linkdoctor.engine.Visit;
import linkdoctor.facts.Words;
import linkdoctor.script.Plan;
import linkdoctor.script.Repair;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.WizardModel;
import linkdoctor.ui.model.fix.FixModel;
import linkdoctor.ui.page.elsewhere.ElsewhereOffer;
import linkdoctor.ui.part.Hint;
import linkdoctor.ui.part.SaveInto;
import linkdoctor.ui.part.SelectableText;
import linkdoctor.ui.part.fix.FixCard;
import linkdoctor.ui.part.fix.ScriptBox;
import linkdoctor.ui.part.row.Caption;
import linkdoctor.ui.part.row.Means;
import linkdoctor.ui.part.verdict.ChangesView;

/** The repairs: which to make, the scripts that make them, and what only a person can do. The program itself changes nothing. */
final class FixPage implements Page {
    private final WizardModel model;
    private final FixModel fix;
    private final Means means;
    private final SaveInto saveInto;
    private final ScriptBox scripts;
    private final Button again = new Button("L_ook again");
    private final VBox content = new VBox();
    private final VBox view;
    private final List<FixCard> cards = new ArrayList<>();
    private Node focus = content;

    FixPage(WizardModel model, Means means, SaveInto saveInto) {
        this.model = model;
        this.saveInto = saveInto;
        this.means = means;
        fix = new FixModel(model.work(), means.shell());
        scripts = new ScriptBox(fix, this::save, this::openFolder);
        again.setId("look-again");
        again.setOnAction(event -> model.runAll());
        again.disableProperty().bind(Bindings.createBooleanBinding(() -> !model.canLook() || !model.run().idle(),
                model.run().activity(), model.target(), model.signIn().state()));
        content.getStyleClass().add("diagnosis");
        view = new VBox(new SavedNotice(model), content);
        view.getStyleClass().add("page-column");
        model.run().diagnosis().addListener(changed -> fresh());
        model.run().activity().addListener(changed -> fresh());
        refresh();
        draw();
        fix.plan().addListener(changed -> draw());
        fix.draft().subscribe(draft -> draft.ifPresent(made -> cards.forEach(card -> card.numbered(made))));
    }

    private void fresh() {
        if (view.getScene() != null && model.run().idle()) {
            refresh();
        }
    }

    private void refresh() {
        List<String> practice = practice();
        scripts.practise(practice);
        fix.show(model.run().diagnosis().get(), practice.isEmpty() ? Optional.empty() : model.signIn().scenario().get());
    }

    private void draw() {
        content.getChildren().clear();
        cards.clear();
        fix.plan().get().ifPresentOrElse(this::draw, this::nothingYet);
    }

    private void nothingYet() {
        Hint hint = new Hint();
        hint.says("No vault has been looked at yet. Choose one, and what repairs it stands here, with the scripts and the right that each step takes.");
        focus = hint.offers("Choose the _vault", () -> model.navigation().go(Place.Page.VAULT));
        content.getChildren().setAll(hint);
    }

    private void draw(Plan plan) {
        Diagnosis diagnosis = plan.diagnosis();
        if (!model.run().changes().get().isEmpty()) {
            content.getChildren().add(new ChangesView(diagnosis, model.run().changes().get(), means.open()));
        }
        if (plan.repairs().isEmpty()) {
            nothingToDo(diagnosis);
            return;
        }
        Readable readable = new Readable(diagnosis.facts());
        Function<String, String> words = text -> Words.line(readable.of(text));
        List<FixCard> byHand = plan.byHand().stream().map(repair -> FixCard.byHand(repair, words, means)).toList();
        Node byHandAll = new Caption("What only a person can do", byHand.toArray(Node[]::new));
        if (plan.commanded().isEmpty()) {
            content.getChildren().addAll(byHandAll, new Caption("What to send to whoever can do it", scripts));
            focus = byHand.getFirst().first();
        } else {
            commanded(plan, words);
            if (!byHand.isEmpty()) {
                content.getChildren().add(byHandAll);
            }
            focus = cards.getFirst().first();
        }
        content.getChildren().add(new Caption("Afterwards", SelectableText.of("Look again: what became of each check is then marked. "
                + "Names that were resolved before can take up to their time to live to change."), again, new ElsewhereOffer(model)));
    }

    private void commanded(Plan plan, Function<String, String> words) {
        for (Repair repair : plan.inOrder()) {
            cards.add(plan.redacted() ? FixCard.withoutTick(repair, words, means) : FixCard.withTick(repair, fix.tick(repair), words, means));
        }
        content.getChildren().add(new Caption(plan.redacted() ? "What commands can repair" : "What commands can repair: tick what is to be made, in this order",
                cards.toArray(Node[]::new)));
        if (plan.redacted()) {
            Hint hint = new Hint();
            hint.says("The identifiers of this session are replaced by aliases, so no script can be written from it. "
                    + "Open a session that was saved with everything left as it is, or look at the vault again.");
            content.getChildren().add(hint);
        } else {
            content.getChildren().add(new Caption("The scripts of what is ticked", scripts));
        }
    }

    private void nothingToDo(Diagnosis diagnosis) {
        Hint hint = new Hint();
        hint.says(diagnosis.failed() ? "No repair is known for what is broken here. The diagnosis says what was seen, and its section links to Microsoft's page."
                : "Nothing is broken, so there is nothing to repair.");
        focus = hint.offers("Show the _diagnosis", () -> model.navigation().go(Place.Page.DIAGNOSIS));
        content.getChildren().add(hint);
    }

    /** On the lab another program must be pointed at it first. */
    private List<String> practice() {
        return model.signIn().visit().map(Visit::practiceLines).orElse(List.of());
    }

    private void save() {
        saveInto.ask(view.getScene().getWindow(), "Choose a folder for the scripts").ifPresent(fix::save);
    }

    private void openFolder() {
        fix.saved().get().folder().ifPresent(folder -> means.openLink().accept(folder.toAbsolutePath().toUri()));
    }

    @Override
    public String title() {
        return "Fix";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        refresh();
    }

    @Override
    public Node focus() {
        return focus;
    }
}
