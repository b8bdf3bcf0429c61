package linkdoctor.ui.page.welcome;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import linkdoctor.session.Shelf;
import linkdoctor.ui.model.start.RecentModel;
import linkdoctor.ui.part.form.CardButton;
import linkdoctor.ui.part.Icons;
import linkdoctor.ui.part.Shown;
import linkdoctor.ui.part.StatusMark;

import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The sessions that are kept, a row each: verdict, vault, root cause and when. */
public final class RecentSessions extends VBox {
    private static final int FEW = 6;
    private final RecentModel model;
    private final Predicate<Shelf.Entry> shown;
    private final String none;
    private final Consumer<Shelf.Entry> open;
    private final Optional<Consumer<Shelf.Entry>> compare;
    private final Button more = new Button();
    private boolean all;

    private RecentSessions(RecentModel model, Predicate<Shelf.Entry> shown, String none, Consumer<Shelf.Entry> open, Optional<Consumer<Shelf.Entry>> compare) {
        this.model = model;
        this.shown = shown;
        this.none = none;
        this.open = open;
        this.compare = compare;
        getStyleClass().add("recent");
        setId("recent");
        more.getStyleClass().addAll("flat", "accent");
        more.setOnAction(event -> {
            all = true;
            fill();
        });
        model.entries().addListener((ListChangeListener<Shelf.Entry>) change -> fill());
        fill();
    }

    /**
     * All of them.
     *
     * @param open    what a row does
     * @param compare what the button beside a row does
     */
    public static RecentSessions all(RecentModel model, Consumer<Shelf.Entry> open, Consumer<Shelf.Entry> compare) {
        return new RecentSessions(model, entry -> true, "What you look at appears here by itself, with its verdict, and can be opened again later.",
                open, Optional.of(compare));
    }

    /**
     * Those that fit.
     *
     * @param none what stands in their place where there are none
     * @param open what a row does
     */
    public static RecentSessions some(RecentModel model, Predicate<Shelf.Entry> fits, String none, Consumer<Shelf.Entry> open) {
        return new RecentSessions(model, fits, none, open, Optional.empty());
    }

    private void fill() {
        List<Shelf.Entry> entries = model.entries().stream().filter(shown).toList();
        Instant now = Instant.now();
        getChildren().setAll(entries.stream().limit(all ? entries.size() : FEW).map(entry -> row(entry, now)).toList());
        if (!all && entries.size() > FEW) {
            more.setText("Show all " + entries.size());
            getChildren().add(more);
        }
        if (entries.isEmpty()) {
            Label empty = new Label(none);
            empty.setWrapText(true);
            empty.getStyleClass().add("text-muted");
            getChildren().add(empty);
        }
    }

    private Node row(Shelf.Entry entry, Instant now) {
        StatusMark mark = new StatusMark(Shown.of(entry.worst()));
        mark.getStyleClass().add("recent-mark");
        Label vault = new Label(entry.vault());
        vault.getStyleClass().add("strong");
        Label said = new Label(said(entry));
        said.setWrapText(true);
        Label when = new Label(When.said(entry.finished(), now) + (entry.whole() ? "" : ", interrupted"));
        when.getStyleClass().add("text-muted");
        VBox what = new VBox(new FlowPane(12, 0, vault, when), said);
        what.setMinWidth(0);
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox line = new HBox(mark, what);
        line.getStyleClass().add("recent-line");
        CardButton row = new CardButton(line, String.join(", ", mark.getAccessibleText(), entry.vault(), said.getText(),
                when.getText()));
        row.getStyleClass().addAll("flat", "recent-row");
        row.setOnAction(event -> open.accept(entry));
        return compare.<Node>map(with -> {
            HBox.setHgrow(row, Priority.ALWAYS);
            HBox both = new HBox(row, Icons.button(BootstrapIcons.ARROW_LEFT_RIGHT, "Compare " + entry.vault() + ", " + When.said(entry.finished(), now)
                    + ", with another session", () -> with.accept(entry)));
            both.setAlignment(Pos.CENTER_LEFT);
            return both;
        }).orElse(row);
    }

    private static String said(Shelf.Entry entry) {
        if (!entry.whole()) {
            return entry.root().map(root -> "No verdict yet; seen so far: " + root).orElse("No verdict: the run did not come to its end");
        }
        return entry.root().orElseGet(() -> switch (Shown.of(entry.worst())) {
            case WARNING -> "Nothing is broken; some things deserve attention";
            case COULD_NOT_LOOK -> "Nothing broken was seen, but not all could be looked at";
            case FINE, NOTE, BROKEN, NOT_NEEDED, WAITING, LOOKING -> "Nothing is broken";
        });
    }
}
