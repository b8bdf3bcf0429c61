package linkdoctor.ui.part.fix;

import java.util.List;
import java.util.Optional;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import linkdoctor.ui.model.Shell;
import linkdoctor.ui.model.fix.Draft;
import linkdoctor.ui.model.fix.FixModel;
import linkdoctor.ui.model.fix.Side;
import linkdoctor.ui.part.CopyButton;
import linkdoctor.ui.part.SelectableText;
import linkdoctor.ui.part.command.CommandBox;
import linkdoctor.ui.part.form.InView;
import linkdoctor.ui.part.row.Caption;

/** The scripts of the repairs that are ticked, to read, copy and save, and how to run them. */
public final class ScriptBox extends VBox {
    private final FixModel model;
    private final ScriptLines lines = new ScriptLines();
    private final SideSwitch sides;
    private final SelectableText none = SelectableText.of("Tick a repair above, and the scripts that make it stand here.", "muted");
    private final SelectableText purpose = SelectableText.of("", "muted");
    private final SelectableText saved = SelectableText.of("");
    private final CommandBox point = new CommandBox("");
    private final VBox practice = new VBox(4, SelectableText.of("This is the practice lab: point your shell at it first, in bash."), point);
    private final CommandBox run = new CommandBox("");
    private final SelectableText unsaved = SelectableText.of("Save the scripts, and the command that runs them from there stands here.", "muted");
    private final Caption running = new Caption("How to run it: first as a dry run, which changes nothing", practice, unsaved, run);
    private final VBox after = new VBox(saved, running);
    private final Button saving;
    private final VBox some;

    /**
     * @param save   asks where to save
     * @param folder opens the folder where they were saved
     */
    public ScriptBox(FixModel model, Runnable save, Runnable folder) {
        this.model = model;
        getStyleClass().add("script-box");
        after.getStyleClass().add("script-box");
        saved.setId("saved-scripts");
        run.setId("run-scripts");
        sides = new SideSwitch(model.side());
        saving = button("_Save the scripts…", "save-scripts", save);
        some = new VBox(sides, purpose, lines, tools(folder), after);
        some.getStyleClass().add("script-box");
        getChildren().addAll(none, some);
        shown(none, false);
        shown(some, false);
        model.draft().subscribe(this::show);
        model.side().subscribe(this::show);
        model.saved().subscribe(this::saved);
        model.saved().addListener((property, old, now) -> {
            if (!now.said().isEmpty()) {
                InView.bring(after);
            }
        });
    }

    private Node tools(Runnable folder) {
        CopyButton copy = new CopyButton("this text", lines::text);
        copy.setId("copy-commands");
        saving.disableProperty().bind(model.draft().map(Optional::isEmpty));
        copy.disableProperty().bind(saving.disableProperty());
        Button open = button("Open the fol_der", "open-folder", folder);
        open.visibleProperty().bind(model.saved().map(one -> one.folder().isPresent()));
        Button next = button("Go to the next s_tep", "next-step", lines::nextStep);
        next.visibleProperty().bind(lines.stepped());
        for (Button sometimes : new Button[] {open, next}) {
            sometimes.managedProperty().bind(sometimes.visibleProperty());
        }
        return new FlowPane(8, 8, saving, open, next, copy);
    }

    /** @param all how to point a shell at the lab, where what follows the last command is of no use; empty on the real Azure */
    public void practise(List<String> all) {
        point.show(String.join("\n", all.reversed().stream().dropWhile(line -> line.isBlank() || line.startsWith("#")).toList().reversed()));
        shown(practice, !all.isEmpty());
    }

    private static Button button(String text, String id, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static void shown(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }

    /** What was there stays while it is written anew, so that nothing jumps. */
    private void show() {
        model.draft().get().ifPresent(draft -> {
            List<Side> offered = draft.sides();
            shown(sides, offered.size() > 1);
            shown(none, draft.steps().isEmpty() && commanded());
            shown(saving, !draft.steps().isEmpty());
            shown(some, !offered.isEmpty());
            Side side = model.showing();
            purpose.setText(purpose(draft, side));
            lines.show(model.text(), side == Side.REQUEST || side == Side.DRY_RUN ? ScriptLines.Colours.PROSE : ScriptLines.Colours.COMMANDS);
            shown(lines, !model.text().isEmpty());
            shown(running, !draft.steps().isEmpty());
            saved();
        });
    }

    private boolean commanded() {
        return model.plan().get().filter(plan -> !plan.commanded().isEmpty()).isPresent();
    }

    private String purpose(Draft draft, Side side) {
        return switch (side) {
            case BASH -> "fix.sh, for bash where the Azure CLI is signed in (az login)." + lockout(draft, "--allow-lockout");
            case POWERSHELL -> "fix.ps1, for PowerShell 7 with the Az modules, signed in (Connect-AzAccount)." + lockout(draft, "-AllowLockout");
            case ROLL_BACK -> "rollback." + model.shell().ending() + ", which takes back what was changed: fix." + model.shell().ending()
                    + " keeps beside it what was there before.";
            case DRY_RUN -> "What fix." + model.shell().ending() + " says when it is run dry, as far as it is known here; there it reads what each step finds, too.";
            case REQUEST -> model.text().isEmpty() ? "Nobody need be asked: you have the rights that what is ticked takes."
                    : draft.steps().isEmpty() ? "For the colleague who can do it: what to do, and why."
                    : "For the colleague who has the rights: what to run, why, and which role it takes.";
        };
    }

    private static String lockout(Draft draft, String option) {
        return draft.locking() ? " What can lock clients out is left out unless it is run with " + option + "." : "";
    }

    private void saved() {
        saved.setText(model.saved().get().said());
        shown(saved, !saved.text().isEmpty());
        shown(unsaved, model.command().isEmpty());
        shown(run, model.command().isPresent());
        run.show(model.command().orElse(""));
    }
}
