package linkdoctor.ui;

import javafx.scene.Parent;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Stage;

import linkdoctor.ui.part.Icons;

import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Says that something unforeseen happened, with what a report of it needs. */
final class MishapDialog {
    private static final ButtonType COPY = new ButtonType("Copy details", ButtonBar.ButtonData.LEFT);
    private final Alert alert = new Alert(Alert.AlertType.ERROR, "", COPY, ButtonType.CLOSE);

    MishapDialog(Stage owner, Mishap mishap) {
        alert.initOwner(owner);
        alert.setTitle("Link Doctor");
        alert.setHeaderText("Something went wrong inside Link Doctor (" + mishap.code() + ").");
        alert.setContentText("What was looked at is kept. You can go on, or look again.");
        alert.setGraphic(Icons.of(BootstrapIcons.X_OCTAGON_FILL));
        // It looks as its window does: the colours and the size of its text hang on the root.
        Parent root = owner.getScene().getRoot();
        DialogPane pane = alert.getDialogPane();
        pane.getStyleClass().addAll("wizard", "mishap");
        pane.setStyle(root.getStyle());
        root.getPseudoClassStates().forEach(state -> pane.pseudoClassStateChanged(state, true));
        TextArea details = new TextArea(mishap.details());
        details.setEditable(false);
        details.getStyleClass().add("mono");
        pane.setExpandableContent(details);
        pane.lookupButton(COPY).addEventFilter(javafx.event.ActionEvent.ACTION, event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(mishap.details());
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        });
    }

    void show() {
        alert.show();
    }
}
