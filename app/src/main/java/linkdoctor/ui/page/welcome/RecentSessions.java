package linkdoctor.ui.page.welcome;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import linkdoctor.session.Shelf;
import linkdoctor.ui.model.start.RecentModel;
import linkdoctor.ui.part.form.CardButton;
import linkdoctor.ui.part.Shown;
import linkdoctor.ui.part.StatusMark;

/** The sessions that are kept, a row each: verdict, vault, root cause and when. */
public final class RecentSessions extends VBox {
    private static final int FEW = 6;
    private final RecentModel model;
    private final Consumer<Shelf.Entry> open;
    private final Button more = new Button();
    private boolean all;

    /** @param open what a row does */
    public RecentSessions(RecentModel model, Consumer<Shelf.Entry> open) {
        this.model = model;
        this.open = open;
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

    private void fill() {
        List<Shelf.Entry> entries = model.entries();
        Instant now = Instant.now();
        getChildren().setAll(entries.stream().limit(all ? entries.size() : FEW).map(entry -> row(entry, now)).toList());
        if (!all && entries.size() > FEW) {
            more.setText("Show all " + entries.size());
            getChildren().add(more);
        }
        if (entries.isEmpty()) {
            Label none = new Label("What you look at appears here by itself, with its verdict, and can be opened again later.");
            none.setWrapText(true);
            none.getStyleClass().add("text-muted");
            getChildren().add(none);
        }
    }

    private Node row(Shelf.Entry entry, Instant now) {
        StatusMark mark = new StatusMark(Shown.of(entry.worst()));
        mark.getStyleClass().add("recent-mark");
        Label vault = new Label(entry.vault());
        vault.getStyleClass().add("strong");
        Label said = new Label(said(entry));
        said.setWrapText(true);
        VBox what = new VBox(vault, said);
        what.setMinWidth(0);
        HBox.setHgrow(what, Priority.ALWAYS);
        Label when = new Label(When.said(entry.finished(), now) + (entry.whole() ? "" : "\ninterrupted"));
        when.getStyleClass().addAll("text-muted", "recent-when");
        when.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(mark, what, when);
        line.getStyleClass().add("recent-line");
        CardButton row = new CardButton(line, String.join(", ", mark.getAccessibleText(), entry.vault(), said.getText(),
                when.getText().replace('\n', ',')));
        row.getStyleClass().addAll("flat", "recent-row");
        row.setOnAction(event -> open.accept(entry));
        return row;
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
