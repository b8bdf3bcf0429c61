package linkdoctor.ui.page;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;

import linkdoctor.check.Diagnosis;
import linkdoctor.engine.ReportFormat;
import linkdoctor.session.Redaction;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.report.ReportDraft;
import linkdoctor.ui.model.report.SavedReport;
import linkdoctor.ui.model.WizardModel;
import linkdoctor.ui.part.Hint;
import linkdoctor.ui.part.SaveAs;
import linkdoctor.ui.part.SelectableText;
import linkdoctor.ui.part.form.Columns;
import linkdoctor.ui.part.form.InView;
import linkdoctor.ui.part.report.Choice;
import linkdoctor.ui.part.report.Leaving;
import linkdoctor.ui.part.row.Caption;

/** The report: as what, with which identifiers replaced, what leaves, and what it says. */
final class ReportPage implements Page {
    private static final KeyCombination SAVE = KeyCombination.keyCombination("Shortcut+S");
    private final WizardModel model;
    private final Consumer<URI> openLink;
    private final SaveAs saveAs;
    private final ObjectProperty<ReportFormat> format = new SimpleObjectProperty<>(ReportFormat.HTML);
    private final ObjectProperty<Redaction> redaction = new SimpleObjectProperty<>(Redaction.IDS);
    private final ObjectProperty<Optional<ReportDraft>> draft = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Path>> saved = new SimpleObjectProperty<>(Optional.empty());
    private final SelectableText said = SelectableText.of("", "muted");
    private final Leaving leaving = new Leaving();
    private final CheckBox keepKey = new CheckBox("_Keep a key that maps the aliases back");
    private final TextArea preview = new TextArea();
    private final Button save = button("_Save the report", "save-report", this::save);
    private final Hint nothingYet = new Hint();
    private final Button chooseVault;
    private final Choice<ReportFormat> formats;
    private final VBox content;
    private final VBox view;
    private Optional<Diagnosis> written = Optional.empty();

    ReportPage(WizardModel model, Consumer<URI> openLink, SaveAs saveAs) {
        this.model = model;
        this.openLink = openLink;
        this.saveAs = saveAs;
        chooseVault = nothingYet.offers("Choose the _vault", () -> model.navigation().go(Place.Page.VAULT));
        formats = formats();
        content = new VBox(choices(), new Caption("What leaves", leaving), key(), actions(), said, says());
        content.getStyleClass().add("diagnosis");
        view = new VBox(nothingYet, content);
        view.getStyleClass().add("page-column");
        for (Node either : new Node[] {nothingYet, content}) {
            either.managedProperty().bind(either.visibleProperty());
        }
        content.visibleProperty().bind(nothingYet.visibleProperty().not());
        format.addListener(changed -> write());
        redaction.addListener(changed -> write());
        model.run().diagnosis().addListener(changed -> fresh());
        model.run().activity().addListener(changed -> fresh());
        view.sceneProperty().addListener((property, old, now) -> keys(old, now));
        refresh();
    }

    private Choice<ReportFormat> formats() {
        return new Choice<>(Arrays.asList(ReportFormat.values()), format, one -> switch (one) {
            case HTML -> new Choice.Told("format-html", "HTML", "One page for a browser, with the picture of the path. It prints well.");
            case MARKDOWN -> new Choice.Told("format-markdown", "Markdown", "Text to paste into a ticket.");
            case SESSION -> new Choice.Told("format-json", "JSON", "The session itself: Link Doctor opens it again, elsewhere and later.");
        });
    }

    private Node choices() {
        Choice<Redaction> redactions = new Choice<>(List.of(Redaction.IDS, Redaction.ALL, Redaction.NONE), redaction, one -> switch (one) {
            case IDS -> new Choice.Told("redact-ids", "Replace identifiers", "Subscriptions, tenants, people and applications get aliases. Private addresses stay, they are the point.");
            case ALL -> new Choice.Told("redact-all", "Replace names as well", "The names of vaults, resources, machines and people, and public addresses, too.");
            case NONE -> new Choice.Told("redact-none", "Leave everything as it is", "For those who may see the identifiers.");
        });
        Caption left = new Caption("As what", formats);
        Caption right = new Caption("Identifiers", redactions);
        Columns both = new Columns(left, right);
        both.getStyleClass().add("report-choices");
        return both;
    }

    private Node key() {
        keepKey.setId("keep-key");
        keepKey.setMnemonicParsing(true);
        keepKey.setWrapText(true);
        keepKey.disableProperty().bind(redaction.isEqualTo(Redaction.NONE));
        return new VBox(keepKey, SelectableText.of("It is saved beside the report, as NAME.key.json, and holds what was replaced. So it stays with you: "
                + "do not send it along. With it, linkdoctor replay --key puts the real values back.", "muted"));
    }

    private Node actions() {
        save.getStyleClass().add(Styles.ACCENT);
        save.disableProperty().bind(draft.map(Optional::isEmpty));
        Button copy = button("Copy as _Markdown", "copy-markdown", this::copy);
        copy.disableProperty().bind(save.disableProperty());
        Button open = button("_Open it", "open-report", () -> saved.get().ifPresent(file -> openLink.accept(file.toUri())));
        Button folder = button("Open its _folder", "open-folder", () -> saved.get().map(Path::toAbsolutePath).map(Path::getParent)
                .ifPresent(where -> openLink.accept(where.toUri())));
        for (Button later : new Button[] {open, folder}) {
            later.visibleProperty().bind(saved.map(Optional::isPresent));
            later.managedProperty().bind(later.visibleProperty());
        }
        return new FlowPane(8, 8, save, copy, open, folder);
    }

    private Node says() {
        preview.setEditable(false);
        preview.setId("report-preview");
        preview.setPrefRowCount(16);
        preview.getStyleClass().add("mono");
        preview.setAccessibleText("The text of the report");
        preview.wrapTextProperty().bind(Bindings.notEqual(format, ReportFormat.SESSION));
        said.managedProperty().bind(said.visibleProperty());
        return new Caption("What it says", preview);
    }

    private static Button button(String text, String id, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void keys(Scene old, Scene now) {
        if (old != null) {
            old.getAccelerators().remove(SAVE);
        }
        if (now != null) {
            now.getAccelerators().put(SAVE, save::fire);
        }
    }

    private void fresh() {
        if (view.getScene() != null) {
            refresh();
        }
    }

    /** A report is made of what is known when nothing is being looked at. */
    private void refresh() {
        Optional<Diagnosis> known = model.run().diagnosis().get();
        boolean idle = model.run().idle();
        nothingYet.setVisible(known.isEmpty() || !idle);
        nothingYet.says(idle ? "No vault has been looked at yet. Choose one, and its report can be read, saved and copied here."
                : "The vault is being looked at. Its report stands here when that has ended.");
        if (idle && !known.equals(written)) {
            written = known;
            write();
        }
    }

    private void write() {
        draft.set(Optional.empty());
        tell("", Optional.empty());
        ReportFormat as = format.get();
        Redaction how = redaction.get();
        written.ifPresent(diagnosis -> model.work().start("report", () -> ReportDraft.of(diagnosis, as, how), made -> {
            if (as == format.get() && how == redaction.get() && written.filter(diagnosis::equals).isPresent()) {
                draft.set(Optional.of(made));
                leaving.show(made);
                preview.setText(made.says());
            }
        }));
    }

    private void save() {
        ReportFormat as = format.get();
        Redaction how = redaction.get();
        written.ifPresent(diagnosis -> draft.get().flatMap(made -> saveAs.ask(view.getScene().getWindow(), "Save the report", as.name(), made.fileName()))
                .ifPresent(file -> model.work().start("save", keepKey.isSelected() && !keepKey.isDisabled() ? () -> SavedReport.withKey(diagnosis, as, how, file)
                        : () -> SavedReport.of(diagnosis, as, how, file), done -> tell(done.said(), done.file()))));
    }

    private void copy() {
        Redaction how = redaction.get();
        written.ifPresent(diagnosis -> model.work().start("copy", () -> ReportDraft.of(diagnosis, ReportFormat.MARKDOWN, how), made -> {
            SelectableText.toClipboard(made.text());
            tell("Copied as Markdown.", saved.get());
        }));
    }

    private void tell(String sentence, Optional<Path> file) {
        said.setText(sentence);
        said.setVisible(!sentence.isEmpty());
        saved.set(file);
        if (!sentence.isEmpty()) {
            InView.bring(said);
        }
    }

    @Override
    public String title() {
        return "Report";
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
        return nothingYet.isVisible() ? chooseVault : formats.chosen();
    }
}
