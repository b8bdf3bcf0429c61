package linkdoctor.ui;

import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Stage;

/** Says that something unforeseen happened, with what a report of it needs. */
final class MishapDialog {
    private static final ButtonType COPY = new ButtonType("Copy details", ButtonBar.ButtonData.LEFT);
    private final Alert alert = new Alert(Alert.AlertType.ERROR, "", COPY, ButtonType.CLOSE);

    MishapDialog(Stage owner, Mishap mishap) {
        alert.initOwner(owner);
        alert.setTitle("Link Doctor");
        alert.setHeaderText("Something went wrong inside Link Doctor (" + mishap.code() + ").");
        alert.setContentText("What was looked at is kept. You can go on, or look again.");
        TextArea details = new TextArea(mishap.details());
        details.setEditable(false);
        details.getStyleClass().add("mono");
        alert.getDialogPane().setExpandableContent(details);
        alert.getDialogPane().lookupButton(COPY).addEventFilter(javafx.event.ActionEvent.ACTION, event -> {
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
