package linkdoctor.ui.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;

import linkdoctor.check.Change;
import linkdoctor.check.Diagnosis;
import linkdoctor.check.Found;
import linkdoctor.check.Judged;
import linkdoctor.check.Section;
import linkdoctor.check.verdict.Effect;
import linkdoctor.check.verdict.Readable;
import linkdoctor.check.verdict.Verdict;
import linkdoctor.facts.Words;
import linkdoctor.remedy.Remedy;
import linkdoctor.ui.model.Activity;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.WizardModel;
import linkdoctor.ui.part.Hint;
import linkdoctor.ui.part.SelectableText;
import linkdoctor.ui.part.Shown;
import linkdoctor.ui.part.StatusMark;
import linkdoctor.ui.part.audit.ServiceSaw;
import linkdoctor.ui.part.row.Caption;
import linkdoctor.ui.part.verdict.ChainView;
import linkdoctor.ui.part.verdict.ChangesView;
import linkdoctor.ui.part.verdict.FindingList;
import linkdoctor.ui.part.verdict.HiddenView;

/** The verdict: the root cause and what follows from it, what else was found, and what could not be looked at. */
final class DiagnosisPage implements Page {
    private final WizardModel model;
    private final Consumer<Section> open;
    private final VBox content = new VBox();
    private final VBox view;
    private Drawn drawn = new Drawn(Optional.empty(), true, Map.of());
    private Node focus;

    /** What the page shows; the same is not drawn twice. */
    private record Drawn(Optional<Verdict> verdict, boolean idle, Map<String, Change> changes) {
    }

    DiagnosisPage(WizardModel model) {
        this.model = model;
        open = section -> model.navigation().go(new Place.OfSection(section));
        content.getStyleClass().add("diagnosis");
        view = new VBox(new SavedNotice(model), content, new ServiceSaw(model));
        view.getStyleClass().addAll("page-column");
        nothingYet();
        model.run().diagnosis().addListener(changed -> fresh());
        model.run().activity().addListener(changed -> fresh());
        model.run().changes().addListener(changed -> fresh());
        refresh();
    }

    private void fresh() {
        if (view.getScene() != null) {
            refresh();
        }
    }

    private void refresh() {
        Optional<Diagnosis> known = model.run().diagnosis().get();
        Drawn now = new Drawn(known.map(Verdict::of), model.run().idle(), model.run().changes().get());
        if (!now.equals(drawn)) {
            drawn = now;
            known.ifPresentOrElse(diagnosis -> draw(diagnosis, now), this::nothingYet);
        }
    }

    private void nothingYet() {
        Hint hint = new Hint();
        hint.says("No vault has been looked at yet. Choose one, and the verdict stands here: the root cause, what follows from it and what to do about it.");
        focus = hint.offers("Choose the _vault", () -> model.navigation().go(Place.Page.VAULT));
        content.getChildren().setAll(hint);
    }

    private void draw(Diagnosis diagnosis, Drawn now) {
        boolean focused = focus.isFocused();
        Verdict verdict = now.verdict().orElseThrow();
        Readable readable = new Readable(diagnosis.facts());
        Function<String, String> words = text -> Words.line(readable.of(text));
        content.getChildren().clear();
        if (!now.changes().isEmpty() && now.idle()) {
            content.getChildren().add(new ChangesView(diagnosis, now.changes(), open));
        }
        content.getChildren().add(headline(verdict, words, now.idle()));
        verdict.root().filter(root -> !root.therefore().isEmpty()).ifPresent(root -> content.getChildren()
                .add(new Caption("How it hangs together", new ChainView(root, words, open))));
        if (!verdict.apart().isEmpty()) {
            content.getChildren().add(new Caption("Also broken, and not because of it",
                    verdict.apart().stream().map(effect -> new ChainView(effect, words, open)).toArray(Node[]::new)));
        }
        List<FindingList.Line> warnings = verdict.warnings().stream().map(found -> warning(diagnosis, found, words)).toList();
        if (!warnings.isEmpty()) {
            content.getChildren().add(new Caption("Also seen", new FindingList(warnings, open)));
        }
        if (!verdict.hidden().isEmpty()) {
            content.getChildren().add(new Caption(now.idle() ? "What could not be looked at" : "What could not be looked at so far",
                    verdict.hidden().stream().map(hidden -> new HiddenView(hidden, words)).toArray(Node[]::new)));
        }
        if (focused) {
            focus.requestFocus();
        }
    }

    private static FindingList.Line warning(Diagnosis diagnosis, Found found, Function<String, String> words) {
        Section section = diagnosis.checks().stream().filter(one -> Diagnosis.found(one.outcome()).anyMatch(found::equals))
                .map(Judged::section).findFirst().orElseThrow();
        return new FindingList.Line(Shown.of(found.finding().severity()), SelectableText.told(found.said(), words), section);
    }

    private Node headline(Verdict verdict, Function<String, String> words, boolean idle) {
        boolean well = verdict.root().isEmpty();
        Shown shown = !idle && well ? Shown.LOOKING : !well ? Shown.BROKEN : verdict.proof().isEmpty() || !verdict.hidden().isEmpty() ? Shown.COULD_NOT_LOOK
                : verdict.warningsOnly().isEmpty() ? Shown.FINE : Shown.WARNING;
        StatusMark mark = StatusMark.iconOnly(shown);
        SelectableText kind = SelectableText.of(verdict.title() + (idle ? "" : ", so far: not everything has been looked at yet"), "strong", shown.styleClass(), "verdict-kind");
        HBox head = new HBox(8, mark, kind);
        VBox card = new VBox(head, SelectableText.told(verdict.headline(), words, "headline"));
        card.getStyleClass().addAll("verdict", shown.styleClass());
        verdict.root().ifPresent(root -> card.getChildren().addAll(SelectableText.of(root.found().finding().explanation()), buttons(root, verdict.nextSteps())));
        if (well) {
            card.getChildren().add(afterwards());
        }
        return card;
    }

    /** All is well, or nothing broken was seen: then the report is what is left to do. */
    private Node afterwards() {
        Button report = button("_Make a report", "make-report", () -> model.navigation().go(Place.Page.REPORT));
        focus = report;
        return new FlowPane(8, 8, report, callers(), compare());
    }

    private Node buttons(Effect root, List<Remedy> remedies) {
        Button section = button("Show the _evidence", "show-evidence", () -> open.accept(root.by().section()));
        if (remedies.isEmpty()) {
            focus = section;
            return new FlowPane(8, 8, section, callers(), compare());
        }
        Button fix = button(toTheFix(root, remedies), "show-fix", () -> model.navigation().go(Place.Page.FIX));
        fix.getStyleClass().add(Styles.ACCENT);
        focus = fix;
        return new FlowPane(8, 8, fix, section, callers(), compare());
    }

    private Node callers() {
        return button("Who gets _in", "who-gets-in", () -> model.navigation().go(Place.Page.CALLERS));
    }

    private Node compare() {
        Button compare = button("Com_pare with an earlier session", "compare", model::compareThis);
        compare.disableProperty().bind(model.run().activity().map(now -> !(now instanceof Activity.Idle)));
        return compare;
    }

    /** A script helps only where a command does. */
    private static String toTheFix(Effect root, List<Remedy> remedies) {
        return remedies.stream().anyMatch(one -> !one.steps().isEmpty()) ? "Write the _fix script"
                : root.found().finding().code().equals("connection.pending") ? "Show who can a_pprove it" : "Show what to _do";
    }

    private static Button button(String text, String id, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    @Override
    public String title() {
        return "Diagnosis";
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
        return focus;
    }
}
