package linkdoctor.ui;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;

import linkdoctor.check.Checklist;
import linkdoctor.check.Diagnosis;
import linkdoctor.check.Section;
import linkdoctor.engine.Keeper;
import linkdoctor.engine.Version;
import linkdoctor.picture.RequestPath;
import linkdoctor.session.Shelf;
import linkdoctor.ui.model.Activity;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.Surroundings;
import linkdoctor.ui.model.WizardModel;
import linkdoctor.ui.page.Page;
import linkdoctor.ui.page.Pages;
import linkdoctor.ui.part.SaveInto;
import linkdoctor.ui.part.form.Notice;
import linkdoctor.ui.part.path.PathView;

/** The window: the rail at the left, the path along the top, a page, and what one can do at the foot. */
public final class Wizard {
    private static final Set<Place> APART = Set.of(Place.Page.WELCOME, Place.Page.EXPLAIN, Place.Page.COMPARE, Place.Page.ABOUT);
    private static final double WIDTH = 1180;
    private static final double HEIGHT = 760;
    private static final double SMALLEST_WIDTH = 1024;
    private static final double SMALLEST_HEIGHT = 700;

    private final Stage stage;
    private final StringProperty unkept = new SimpleStringProperty("");
    private final Mishaps mishaps;
    private final Background background;
    private final Keeper keeper;
    private final WizardModel model;
    private final Pages pages;
    private final Map<Place, Page> made = new HashMap<>();
    private final Label title = new Label();
    private final ScrollPane scroll = new ScrollPane();
    private final Footer footer;
    private final PathView path;
    private final Theme theme;

    public Wizard(Stage stage, Surroundings surroundings) {
        this(stage, surroundings, SaveInto.chooser());
    }

    /** @param saveInto asks for a folder */
    Wizard(Stage stage, Surroundings surroundings, SaveInto saveInto) {
        this.stage = stage;
        mishaps = new Mishaps(stage);
        background = new Background(mishaps);
        Shelf shelf = surroundings.shelf();
        keeper = new Keeper(facts -> shelf.save(Diagnosis.of(facts), Version.TOOL, Instant.now()), why -> background.draw(() -> unkept.set(
                "What is seen cannot be kept in " + shelf.folder() + ", so it ends with this window: save a report to keep it.")));
        model = new WizardModel(surroundings.engine(), background, surroundings.pause(), seen -> keeper.keep(seen.diagnosis().facts(), seen.open()));
        pages = new Pages(model, surroundings, saveInto);
        footer = new Footer(model);
        path = new PathView(number -> model.goIfLookedAt(Place.section(number)));

        title.getStyleClass().add("page-title");
        title.setWrapText(true);
        title.setMinHeight(Label.USE_PREF_SIZE);
        VBox page = new VBox(title, unkept(), scroll);
        page.getStyleClass().add("page");
        scroll.setFitToWidth(true);
        scroll.setId("page-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        BorderPane centre = new BorderPane(page);
        centre.setTop(path);
        centre.setBottom(footer);
        // Where one begins, explains an error or reads about the program, no vault is spoken of.
        path.visibleProperty().bind(model.navigation().place().flatMap(place -> model.target().map(target -> target.isPresent() && !APART.contains(place))));
        path.managedProperty().bind(path.visibleProperty());
        model.target().subscribe(this::draw);
        model.run().diagnosis().subscribe(this::draw);
        model.run().activity().subscribe(this::draw);
        BorderPane root = new BorderPane(centre);
        root.getStyleClass().add("wizard");
        // A small or much enlarged screen has less room than the window would like.
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(root, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
        theme = new Theme(scene);
        root.setLeft(new Rail(model, theme.choice()));
        new Keys(model, theme).on(scene);
        stage.setScene(scene);
        stage.setTitle("Link Doctor");
        stage.setMinWidth(Math.min(SMALLEST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(SMALLEST_HEIGHT, screen.getHeight()));
        model.navigation().place().addListener((property, old, now) -> show(now));
        show(model.navigation().place().get());
    }

    public WizardModel model() {
        return model;
    }

    Theme theme() {
        return theme;
    }

    /** It stays until the user has read it. */
    private Node unkept() {
        Button hide = new Button("Hide");
        hide.setId("hide-unkept");
        hide.setMinWidth(Button.USE_PREF_SIZE);
        hide.setOnAction(event -> unkept.set(""));
        Notice notice = new Notice(Notice.Kind.TROUBLE, unkept, hide);
        notice.setId("unkept");
        return notice;
    }

    private void show(Place place) {
        Page page = made.computeIfAbsent(place, pages::at);
        title.setText(page.title());
        scroll.setContent(page.view());
        scroll.setVvalue(0);
        footer.show(page);
        page.shown();
        page.focus().requestFocus();
    }

    /** The path as far as it is known; what is still looked at waits. */
    private void draw() {
        Activity now = model.run().activity().get();
        path.show(model.run().diagnosis().get()
                .map(known -> RequestPath.of(known, Checklist.SECTIONS.stream().filter(now::open).map(Section::number).collect(Collectors.toSet())))
                .orElseGet(() -> RequestPath.blank(model.target().get())));
    }

    /** Tells what no code foresaw, on any thread, in a dialog while the window is there. */
    Thread.UncaughtExceptionHandler unforeseen() {
        return (thread, thrown) -> background.draw(() -> mishaps.accept(thrown));
    }

    /** Ends everything that goes on; what is known is on the shelf. */
    public void close() {
        model.close();
        background.close();
        keeper.close();
    }
}
