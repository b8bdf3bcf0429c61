package linkdoctor.ui.part;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A command line, or several, to read, select and copy. */
public final class CommandBox extends HBox {
    public CommandBox(String commands) {
        getStyleClass().add("command-box");
        setAlignment(Pos.TOP_LEFT);
        SelectableText text = SelectableText.of(commands, "mono");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        getChildren().addAll(text, new CopyButton(commands.contains("\n") ? "the commands" : "the command", () -> commands));
    }
}
