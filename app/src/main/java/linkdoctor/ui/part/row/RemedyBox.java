package linkdoctor.ui.part.row;

import java.util.function.Function;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import linkdoctor.remedy.Remedy;
import linkdoctor.ui.model.Shell;
import linkdoctor.ui.part.command.CommandBox;
import linkdoctor.ui.part.SelectableText;
import linkdoctor.ui.part.command.ShellSwitch;

/** A repair: what it changes, what may break, the right it takes, its commands and what a person does by hand. */
public final class RemedyBox extends VBox {
    private final ChangeListener<Shell> follow;

    /** @param words how a sentence is spelt for people */
    public RemedyBox(Remedy remedy, Function<String, String> words, Means means) {
        getStyleClass().add("remedy");
        getChildren().add(SelectableText.told(remedy.summary() + ".", words, "strong"));
        getChildren().add(new Fact("Risk", remedy.risk().isEmpty() ? "None known: nothing that works now depends on it." : words.apply(remedy.risk())));
        if (!remedy.needs().isEmpty()) {
            getChildren().add(new Fact("Right needed", words.apply(remedy.needs())));
        }
        CommandBox commands = new CommandBox(String.join("\n", means.shell().get().commands(remedy)));
        follow = (property, old, now) -> commands.show(String.join("\n", now.commands(remedy)));
        if (!remedy.bash().isEmpty()) {
            means.shell().addListener(new WeakChangeListener<>(follow));
            getChildren().add(new VBox(4, head(remedy, means), commands));
        }
        if (!remedy.portal().isEmpty()) {
            getChildren().add(new Caption(remedy.bash().isEmpty() ? "By hand" : "Or in the portal", new Steps(remedy.portal(), words)));
        }
    }

    private static HBox head(Remedy remedy, Means means) {
        Label caption = new Label("Commands");
        caption.getStyleClass().add("caption");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox head = new HBox(8, caption, between);
        head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        if (!remedy.powershell().isEmpty()) {
            head.getChildren().add(new ShellSwitch(means.shell()));
        }
        return head;
    }
}
