package linkdoctor.ui.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.verdict.Readable;
import linkdoctor.engine.Visit;
import linkdoctor.facts.Words;
import linkdoctor.session.PrivateFile;
import linkdoctor.ui.model.FixPlan;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.Shell;
import linkdoctor.ui.model.WizardModel;
import linkdoctor.ui.page.elsewhere.ElsewhereOffer;
import linkdoctor.ui.part.command.CommandBox;
import linkdoctor.ui.part.Hint;
import linkdoctor.ui.part.SaveAs;
import linkdoctor.ui.part.SelectableText;
import linkdoctor.ui.part.fix.FixCard;
import linkdoctor.ui.part.fix.ScriptBox;
import linkdoctor.ui.part.row.Caption;
import linkdoctor.ui.part.row.Means;
import linkdoctor.ui.part.verdict.ChangesView;

/** The repairs: which to make, their commands, and what only a person can do. The program itself changes nothing. */
final class FixPage implements Page {
    private final WizardModel model;
    private final Means means;
    private final SaveAs saveAs;
    private final ScriptBox script;
    private final SelectableText saved = SelectableText.of("", "muted");
    private final Button again = new Button("L_ook again");
    private final VBox content = new VBox();
    private final VBox view;
    private final Map<String, CheckBox> ticks = new HashMap<>();
    private Optional<FixPlan> plan = Optional.empty();
    private Node focus = content;

    FixPage(WizardModel model, Means means, SaveAs saveAs) {
        this.model = model;
        this.saveAs = saveAs;
        this.means = means;
        script = new ScriptBox(means.shell(), this::save);
        again.setId("look-again");
        again.setOnAction(event -> model.runAll());
        again.disableProperty().bind(Bindings.createBooleanBinding(() -> !model.canLook() || !model.run().idle(),
                model.run().activity(), model.target(), model.signIn().state()));
        content.getStyleClass().add("diagnosis");
        view = new VBox(new SavedNotice(model), content);
        view.getStyleClass().add("page-column");
        means.shell().addListener((property, old, now) -> write());
        model.run().diagnosis().addListener(changed -> fresh());
        model.run().activity().addListener(changed -> fresh());
        draw();
    }

    private void fresh() {
        if (view.getScene() != null && model.run().idle()) {
            refresh();
        }
    }

    private void refresh() {
        Optional<FixPlan> now = model.run().diagnosis().get().map(FixPlan::of);
        if (!now.equals(plan)) {
            plan = now;
            draw();
        }
    }

    private void draw() {
        content.getChildren().clear();
        model.run().diagnosis().get().ifPresentOrElse(this::draw, this::nothingYet);
    }

    private void nothingYet() {
        Hint hint = new Hint();
        hint.says("No vault has been looked at yet. Choose one, and what repairs it stands here, with the commands and the right that each takes.");
        focus = hint.offers("Choose the _vault", () -> model.navigation().go(Place.Page.VAULT));
        content.getChildren().setAll(hint);
    }

    private void draw(Diagnosis diagnosis) {
        FixPlan now = plan.orElseGet(() -> FixPlan.of(diagnosis));
        plan = Optional.of(now);
        Readable readable = new Readable(diagnosis.facts());
        Function<String, String> words = text -> Words.line(readable.of(text));
        if (!model.run().changes().get().isEmpty()) {
            content.getChildren().add(new ChangesView(diagnosis, model.run().changes().get(), means.open()));
        }
        if (now.cards().isEmpty()) {
            nothingToDo(diagnosis);
            return;
        }
        List<FixPlan.Card> commanded = now.commanded();
        if (!commanded.isEmpty()) {
            content.getChildren().add(new Caption("What commands can repair: tick what is to be made, in this order",
                    commanded.stream().map(card -> FixCard.withTick(card, tick(card), words, means)).toArray(Node[]::new)));
            content.getChildren().add(script);
            content.getChildren().add(saved);
            practice();
        }
        if (!now.byHand().isEmpty()) {
            content.getChildren().add(new Caption("What only a person can do",
                    now.byHand().stream().map(card -> FixCard.byHand(card, words, means)).toArray(Node[]::new)));
        }
        afterwards();
        focus = commanded.isEmpty() ? again : ticks.get(commanded.getFirst().key());
        write();
    }

    private void nothingToDo(Diagnosis diagnosis) {
        Hint hint = new Hint();
        hint.says(diagnosis.failed() ? "No repair is known for what is broken here. The diagnosis says what was seen, and its section links to Microsoft's page."
                : "Nothing is broken, so there is nothing to repair.");
        focus = hint.offers("Show the _diagnosis", () -> model.navigation().go(Place.Page.DIAGNOSIS));
        content.getChildren().add(hint);
    }

    private CheckBox tick(FixPlan.Card card) {
        return ticks.computeIfAbsent(card.key(), key -> {
            CheckBox tick = new CheckBox();
            tick.setSelected(card.suggested());
            tick.selectedProperty().addListener(changed -> write());
            return tick;
        });
    }

    /** On the lab another program must be pointed at it first. */
    private void practice() {
        List<String> lines = model.signIn().visit().map(Visit::practiceLines).orElse(List.of());
        if (!lines.isEmpty()) {
            content.getChildren().add(new Caption("This is the practice lab: point your shell at it first", new CommandBox(String.join("\n", lines))));
        }
    }

    private void afterwards() {
        content.getChildren().add(new Caption("When they have run", SelectableText.of("Look again: what became of each check is then marked. "
                + "Names that were resolved before can take up to their time to live to change."), again, new ElsewhereOffer(model)));
    }

    private void write() {
        Set<String> chosen = ticks.entrySet().stream().filter(entry -> entry.getValue().isSelected()).map(Map.Entry::getKey).collect(Collectors.toSet());
        Shell shell = means.shell().get();
        script.show(plan.map(one -> one.commands(chosen, shell)).orElse(""), shell);
        saved.setText("");
    }

    private void save() {
        Shell shell = means.shell().get();
        String name = "repair-" + model.run().diagnosis().get().map(one -> one.facts().target().vault().replaceAll("[^A-Za-z0-9-]", "_")).orElse("vault")
                + "." + shell.ending();
        String text = script.script();
        saveAs.ask(view.getScene().getWindow(), "Save the commands", shell.word(), name)
                .ifPresent(file -> model.work().start("save", () -> write(file, text), saved::setText));
    }

    private static String write(Path file, String text) {
        try {
            PrivateFile.write(file, text);
            return "Saved as " + file + ".";
        } catch (IOException e) {
            return file + " could not be written. Choose another folder, or copy the commands instead.";
        }
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
