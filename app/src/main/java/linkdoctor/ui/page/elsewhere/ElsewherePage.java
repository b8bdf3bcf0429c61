package linkdoctor.ui.page.elsewhere;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import linkdoctor.elsewhere.ProbeScript;
import linkdoctor.elsewhere.RunCommand;
import linkdoctor.session.PrivateFile;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.Shell;
import linkdoctor.ui.model.WizardModel;
import linkdoctor.ui.model.elsewhere.ElsewhereModel;
import linkdoctor.ui.page.Page;
import linkdoctor.ui.part.CopyButton;
import linkdoctor.ui.part.Hint;
import linkdoctor.ui.part.SaveAs;
import linkdoctor.ui.part.SelectableText;
import linkdoctor.ui.part.command.CommandBox;
import linkdoctor.ui.part.command.ShellSwitch;
import linkdoctor.ui.part.form.Notice;
import linkdoctor.ui.part.form.Offer;
import linkdoctor.ui.part.form.PasteArea;
import linkdoctor.ui.part.row.Caption;

/** Looking from another machine: the script to take there, how to run it, and the place for what it printed. */
public final class ElsewherePage implements Page {
    private final WizardModel model;
    private final ElsewhereModel elsewhere;
    private final ObjectProperty<Shell> shell;
    private final SaveAs saveAs;
    private final CommandBox byHand = new CommandBox("");
    private final CommandBox through = new CommandBox("");
    private final PasteArea output = new PasteArea("Paste here what the script printed, or the answer of az vm run-command as it is", "What the script printed");
    private final StringProperty saved = new SimpleStringProperty("");
    private final StringProperty noScript = new SimpleStringProperty("");
    private final Hint notYet = new Hint();
    private final Button chooseVault;
    private final Button save = new Button("_Save the script");
    private final VBox content;
    private final VBox view;

    public ElsewherePage(WizardModel model, ObjectProperty<Shell> shell, SaveAs saveAs) {
        this.model = model;
        this.elsewhere = model.elsewhere();
        this.shell = shell;
        this.saveAs = saveAs;
        notYet.says("No vault has been looked at yet. Choose one, and a script that looks at it from another machine stands here.");
        chooseVault = notYet.offers("Choose the _vault", () -> model.navigation().go(Place.Page.VAULT));
        content = new VBox(SelectableText.of("Link Doctor looks from the machine that it runs on. When the client is another one, take a small script there. It only reads, "
                + "changes nothing, sends no credentials and needs no rights. What it prints takes the place of what was seen from here, and the same checks judge it."),
                new Notice(Notice.Kind.TROUBLE, noScript), take(), run(), bring());
        content.getStyleClass().add("diagnosis");
        view = new VBox(notYet, content);
        view.getStyleClass().add("page-column");
        for (Node either : new Node[] {notYet, content}) {
            either.managedProperty().bind(either.visibleProperty());
        }
        content.visibleProperty().bind(notYet.visibleProperty().not());
        shell.addListener((property, old, now) -> refresh());
        model.run().diagnosis().addListener(changed -> refresh());
        refresh();
    }

    private Node take() {
        save.setId("save-probe");
        save.setMinWidth(Button.USE_PREF_SIZE);
        save.setOnAction(event -> save());
        CopyButton copy = new CopyButton("the script", () -> script().map(one -> command().text(one)).orElse(""));
        copy.setId("copy-probe");
        for (Button button : new Button[] {save, copy}) {
            button.disableProperty().bind(noScript.isNotEmpty());
        }
        return new Caption("1  Take the script along", new FlowPane(8, 8, new ShellSwitch(shell), save, copy), new Notice(Notice.Kind.HINT, saved));
    }

    private Node run() {
        return new Caption("2  Run it on the client", byHand,
                SelectableText.of("Or from anywhere, when the client is a virtual machine in Azure; fill in its resource group and name.", "muted"), through);
    }

    private Node bring() {
        output.setId("probe-output");
        Button file = new Button("Choose the _file");
        file.setId("choose-output");
        file.setOnAction(event -> choose());
        Notice refused = new Notice(Notice.Kind.TROUBLE, elsewhere.refused());
        refused.setId("probe-refused");
        return new Caption("3  Bring back what it printed", output, new Notice(Notice.Kind.HINT, output.longer()),
                new Offer("Output of the script, or the JSON of the run command; other text around it does no harm.", file), refused);
    }

    private RunCommand command() {
        return switch (shell.get()) {
            case BASH -> RunCommand.BASH;
            case POWERSHELL -> RunCommand.POWERSHELL;
        };
    }

    private Optional<ProbeScript> script() {
        return elsewhere.script().flatMap(made -> made instanceof ProbeScript.Written(ProbeScript script) ? Optional.of(script) : Optional.empty());
    }

    private void refresh() {
        Optional<ProbeScript.Made> made = elsewhere.script();
        notYet.setVisible(model.run().diagnosis().get().isEmpty());
        noScript.set(made.isPresent() && made.get() instanceof ProbeScript.Refused(String said) ? said : "");
        byHand.show(command().byHand());
        through.show(command().through());
        saved.set("");
    }

    private void save() {
        script().ifPresent(script -> saveAs.ask(view.getScene().getWindow(), "Save the script", shell.get().word(), command().file()).ifPresent(file -> {
            String text = command().text(script);
            model.work().start("save", () -> write(file, text), saved::set);
        }));
    }

    private static String write(Path file, String text) {
        try {
            PrivateFile.write(file, text);
            return "Saved as " + file + ".";
        } catch (IOException e) {
            return file + " could not be written. Choose another folder, or copy the script instead.";
        }
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open what the script printed");
        File chosen = chooser.showOpenDialog(view.getScene().getWindow());
        if (chosen != null) {
            elsewhere.take(chosen.toPath());
        }
    }

    @Override
    public String title() {
        return "What does the real client see?";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        refresh();
    }

    @Override
    public Node focus() {
        return notYet.isVisible() ? chooseVault : save;
    }

    @Override
    public Optional<Next> next() {
        return Optional.of(new Next("_Judge it", () -> elsewhere.take(output.whole().get()), Bindings.createBooleanBinding(
                () -> !output.whole().get().isBlank() && model.run().idle(), output.whole(), model.run().activity())));
    }
}
