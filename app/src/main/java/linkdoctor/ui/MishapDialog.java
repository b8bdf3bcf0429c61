package linkdoctor.ui;

import java.util.LinkedHashMap;
import java.util.Map;

import javafx.event.ActionEvent;
import javafx.scene.Parent;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;

import linkdoctor.facts.Words;
import linkdoctor.ui.part.Icons;
import linkdoctor.ui.part.SelectableText;

import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Says that something unforeseen happened, with what a report of it needs. */
final class MishapDialog {
    private static final ButtonType COPY = new ButtonType("Copy _details", ButtonBar.ButtonData.LEFT);
    private static final String KEPT = "What was looked at is kept. You can go on, or look again.";
    private static final int MOST_DETAILED = 5;
    private final Alert alert = new Alert(Alert.AlertType.ERROR, KEPT, COPY, ButtonType.CLOSE);
    private final TextArea text = new TextArea();
    private final Map<String, String> details = new LinkedHashMap<>();
    private int more;

    MishapDialog(Stage owner, Mishap first) {
        alert.initOwner(owner);
        alert.setTitle("Link Doctor");
        alert.setHeaderText("Something went wrong inside Link Doctor (" + first.code() + ").");
        alert.setGraphic(Icons.of(BootstrapIcons.X_OCTAGON_FILL));
        text.setEditable(false);
        text.getStyleClass().add("mono");
        text.setAccessibleText("The details");
        DialogPane pane = alert.getDialogPane();
        pane.setId("mishap");
        // It looks as its window does: the colours and the size of its text hang on the root.
        Parent root = owner.getScene().getRoot();
        pane.getStyleClass().addAll("wizard", "mishap");
        pane.setStyle(root.getStyle());
        root.getPseudoClassStates().forEach(state -> pane.pseudoClassStateChanged(state, true));
        pane.setExpandableContent(text);
        pane.lookupButton(COPY).setId("copy-details");
        pane.lookupButton(COPY).addEventFilter(ActionEvent.ACTION, event -> {
            SelectableText.toClipboard(text.getText());
            event.consume();
        });
        detail(first);
    }

    /** Another came while this one is open: it is counted, and its details are added when they are new. */
    void more(Mishap mishap) {
        more++;
        alert.setContentText(KEPT + " It happened " + Words.count(more, "more time") + " since.");
        detail(mishap);
    }

    private void detail(Mishap mishap) {
        if (details.size() < MOST_DETAILED && details.putIfAbsent(mishap.code(), mishap.details()) == null) {
            text.setText(String.join("\n", details.values()));
        }
    }

    /** @param closed runs when the user has closed it */
    void show(Runnable closed) {
        alert.setOnHidden(event -> closed.run());
        alert.show();
    }
}
