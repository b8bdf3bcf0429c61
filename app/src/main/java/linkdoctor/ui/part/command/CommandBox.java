package linkdoctor.ui.part.command;

import java.util.List;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import linkdoctor.ui.part.CopyButton;
import linkdoctor.ui.part.SelectableText;

/** A command line, or several, to read in colour, select and copy. */
public final class CommandBox extends HBox {
    private final SelectableText text = SelectableText.of("", "mono", "code");
    private final CopyButton copy = new CopyButton("the command", this::commands);
    private String commands = "";

    public CommandBox(String commands) {
        getStyleClass().add("command-box");
        setAlignment(Pos.TOP_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        getChildren().addAll(text, copy);
        show(commands);
    }

    /** Leaves copying to a button that stands elsewhere. */
    public void withoutCopy() {
        getChildren().remove(copy);
    }

    /** Shows other commands in their place. */
    public void show(String other) {
        if (!other.equals(commands)) {
            commands = other;
            text.setRuns(runs(other));
        }
    }

    public String commands() {
        return commands;
    }

    private static List<Text> runs(String commands) {
        return Syntax.tokens(commands).stream().map(token -> {
            Text run = new Text(token.text());
            run.getStyleClass().add(token.kind().styleClass());
            return run;
        }).toList();
    }
}
