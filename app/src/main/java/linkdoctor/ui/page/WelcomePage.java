package linkdoctor.ui.page;

import java.util.Optional;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import linkdoctor.engine.Engine;
import linkdoctor.session.Shelf;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.start.RecentModel;
import linkdoctor.ui.model.start.ScenarioModel;
import linkdoctor.ui.model.SignInState;
import linkdoctor.ui.model.WizardModel;
import linkdoctor.ui.page.welcome.Choice;
import linkdoctor.ui.page.welcome.RecentSessions;
import linkdoctor.ui.page.welcome.ScenarioList;
import linkdoctor.ui.page.welcome.SessionDoor;
import linkdoctor.ui.part.form.Columns;
import linkdoctor.ui.part.form.InView;
import linkdoctor.ui.part.form.Notice;
import linkdoctor.ui.part.form.Offer;

import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Where one begins: look at a vault, practise, explain an error, or go on with what was seen before. */
final class WelcomePage implements Page {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private final WizardModel model;
    private final SessionDoor door;
    private final RecentModel recent;
    private final ScenarioModel cases;
    private final ScenarioList scenarios;
    private final Choice check;
    private final BooleanProperty practising = new SimpleBooleanProperty(false);
    private final VBox view = new VBox();

    WelcomePage(WizardModel model, Shelf shelf) {
        this.model = model;
        door = new SessionDoor(model);
        recent = new RecentModel(model.work(), shelf);
        cases = new ScenarioModel(model.work(), model.engine()::scenarios);
        scenarios = new ScenarioList(cases, model::practise);
        check = new Choice(BootstrapIcons.SHIELD_CHECK, "Check a _vault",
                "Find out why this machine cannot reach a key vault over its private endpoint.", () -> model.navigation().go(Place.Page.SIGN_IN));
        check.setId("check");
        view.getStyleClass().addAll("start-page", "welcome");
        view.getChildren().addAll(interrupted(), refused(), choices(), progress(), practice(), kept());
        view.sceneProperty().subscribe(scene -> Optional.ofNullable(scene).ifPresent(door::on));
    }

    private Node interrupted() {
        ObservableValue<String> said = recent.interrupted().map(newest -> newest
                .map(entry -> "The last look at " + entry.vault() + " was interrupted. What was seen by then is kept.").orElse(""));
        Button open = new Button("S_how what was seen");
        open.setId("open-interrupted");
        open.setMinWidth(Button.USE_PREF_SIZE);
        open.setOnAction(event -> recent.interrupted().get().ifPresent(entry -> door.open(entry.file())));
        Notice notice = new Notice(Notice.Kind.HINT, said, open);
        notice.setId("interrupted");
        return notice;
    }

    private Node refused() {
        Notice notice = new Notice(Notice.Kind.TROUBLE, Bindings.createStringBinding(
                () -> door.refused().get().isEmpty() ? model.signIn().labSaid().get().isEmpty() ? recent.trouble().get()
                        : "The lab did not start. " + model.signIn().labSaid().get() : door.refused().get(),
                door.refused(), model.signIn().labSaid(), recent.trouble()));
        notice.setId("refused");
        return notice;
    }

    private Node choices() {
        Choice practise = new Choice(BootstrapIcons.BOOK, "_Practise on the lab",
                "Learn on a practice Azure inside the program. It needs no account, and nothing real is touched.", this::togglePractice);
        practise.setId("practise");
        practising.subscribe(open -> practise.pseudoClassStateChanged(OPEN, open));
        Choice explain = new Choice(BootstrapIcons.CHAT_SQUARE_TEXT, "_Explain an error",
                "Paste what Key Vault, a pipeline or a tool answered, and read what it means.", () -> model.navigation().go(Place.Page.EXPLAIN));
        explain.setId("explain");
        return new Columns(check, practise, explain);
    }

    private void togglePractice() {
        practising.set(!practising.get());
        if (practising.get()) {
            cases.load();
            scenarios.filter().requestFocus();
            InView.bring(scenarios);
        }
    }

    private Node practice() {
        Label heading = new Label("Which case?");
        heading.getStyleClass().add("section-heading");
        Button start = new Button("_Start this case");
        start.setId("start-case");
        start.getStyleClass().add("accent");
        start.setMinWidth(Button.USE_PREF_SIZE);
        start.disableProperty().bind(scenarios.chosen().map(one -> false).orElse(true));
        start.setOnAction(event -> scenarios.start());
        Offer foot = new Offer("Type to filter, choose with the arrow keys, start with Enter.", start);
        foot.visibleProperty().bind(starting().map(is -> !is));
        foot.managedProperty().bind(foot.visibleProperty());
        scenarios.disableProperty().bind(starting());
        VBox practice = new VBox(heading, scenarios, foot);
        practice.getStyleClass().add("block");
        practice.visibleProperty().bind(practising);
        practice.managedProperty().bind(practising);
        return practice;
    }

    private ObservableValue<Boolean> starting() {
        return Bindings.createBooleanBinding(
                () -> model.signIn().state().get() instanceof SignInState.Starting && model.signIn().scenario().get().isPresent(),
                model.signIn().state(), model.signIn().scenario());
    }

    private Node progress() {
        Label said = new Label();
        said.textProperty().bind(model.signIn().scenario().map(in -> in.map(Engine.Scenario::title)
                .map(title -> "Starting the lab: " + title).orElse("")));
        said.setMinWidth(0);
        ProgressBar bar = new ProgressBar();
        bar.setAccessibleText("The lab is starting");
        Button cancel = new Button("Cancel");
        cancel.setId("cancel-lab");
        cancel.setMinWidth(Button.USE_PREF_SIZE);
        cancel.setOnAction(event -> model.signIn().cancel());
        HBox row = new HBox(bar, said, cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("row");
        row.visibleProperty().bind(starting());
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private Node kept() {
        Label heading = new Label("Recent sessions");
        heading.getStyleClass().add("section-heading");
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        Button open = new Button("_Open a session\u2026");
        open.setId("open-session");
        open.setMinWidth(Button.USE_PREF_SIZE);
        open.setTooltip(new javafx.scene.control.Tooltip("Ctrl+O, or drop the file on this window"));
        open.setOnAction(event -> door.choose(view.getScene()));
        HBox head = new HBox(heading, open);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox kept = new VBox(head, RecentSessions.all(recent, entry -> door.open(entry.file()), entry -> door.compare(entry.file())));
        kept.getStyleClass().add("block");
        kept.visibleProperty().bind(practising.not());
        kept.managedProperty().bind(kept.visibleProperty());
        return kept;
    }

    @Override
    public String title() {
        return "What do you want to do?";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        recent.load();
    }

    @Override
    public Node focus() {
        return practising.get() ? scenarios.filter() : check;
    }

    @Override
    public Optional<Next> next() {
        ObservableValue<Boolean> caseChosen = starting().flatMap(is -> scenarios.chosen().map(one -> !is).orElse(false));
        return Optional.of(new Next("_Next", this::goOn, practising.flatMap(is -> is ? caseChosen : new SimpleBooleanProperty(true))));
    }

    /** On to what is open on the page. */
    private void goOn() {
        if (practising.get()) {
            scenarios.start();
        } else {
            model.navigation().go(Place.Page.SIGN_IN);
        }
    }
}
