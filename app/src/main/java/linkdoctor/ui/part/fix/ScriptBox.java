package linkdoctor.ui.part.fix;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import linkdoctor.ui.model.Shell;
import linkdoctor.ui.part.command.CommandBox;
import linkdoctor.ui.part.CopyButton;
import linkdoctor.ui.part.SelectableText;
import linkdoctor.ui.part.command.ShellSwitch;

/** The commands of the repairs that are ticked, to read, copy and save. */
public final class ScriptBox extends VBox {
    private final CommandBox commands = new CommandBox("");
    private final SelectableText none = SelectableText.of("Tick a repair above, and its commands stand here.", "muted");
    private final SelectableText where = SelectableText.of("", "muted");

    public ScriptBox(ObjectProperty<Shell> shell, Runnable save) {
        getStyleClass().add("script-box");
        Label caption = new Label("The commands of what is ticked");
        caption.setWrapText(true);
        caption.setMinHeight(USE_PREF_SIZE);
        caption.getStyleClass().add("caption");
        CopyButton copy = new CopyButton("the commands", commands::commands);
        copy.setId("copy-commands");
        Button saving = new Button("_Save to a file");
        saving.setId("save-commands");
        saving.setMinWidth(USE_PREF_SIZE);
        saving.setOnAction(event -> save.run());
        FlowPane tools = new FlowPane(8, 8, new ShellSwitch(shell), saving, copy);
        copy.disableProperty().bind(none.visibleProperty());
        saving.disableProperty().bind(none.visibleProperty());
        commands.withoutCopy();
        commands.visibleProperty().bind(none.visibleProperty().not());
        commands.managedProperty().bind(commands.visibleProperty());
        none.managedProperty().bind(none.visibleProperty());
        where.managedProperty().bind(where.visibleProperty());
        where.visibleProperty().bind(commands.visibleProperty());
        getChildren().addAll(caption, tools, none, commands, where);
    }

    /** Shows these commands; empty says how to come by some. */
    public void show(String script, Shell shell) {
        none.setVisible(script.isEmpty());
        commands.show(script);
        where.setText(switch (shell) {
            case BASH -> "Run them in bash where the Azure CLI is signed in (az login).";
            case POWERSHELL -> "Run them in PowerShell 7 with the Az modules, signed in (Connect-AzAccount).";
        });
    }

    public String script() {
        return commands.commands();
    }
}
