package linkdoctor.ui.page.callers;

import java.util.List;
import java.util.Optional;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

import linkdoctor.check.callers.WhoGetsIn;
import linkdoctor.check.outside.OutsideCaller;
import linkdoctor.check.verdict.Readable;
import linkdoctor.facts.Words;
import linkdoctor.picture.Lane;
import linkdoctor.picture.Lanes;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.WizardModel;
import linkdoctor.ui.model.callers.CallersModel;
import linkdoctor.ui.page.Page;
import linkdoctor.ui.part.Hint;
import linkdoctor.ui.part.SelectableText;
import linkdoctor.ui.part.form.Labelled;
import linkdoctor.ui.part.form.Notice;
import linkdoctor.ui.part.form.Offer;
import linkdoctor.ui.part.path.LanesView;
import linkdoctor.ui.part.row.Caption;

/** Who gets in: each caller against the vault's gates, drawn, and told in words for the caller that is chosen. */
public final class CallersPage implements Page {
    private final WizardModel wizard;
    private final CallersModel model;
    private final LanesView lanes = new LanesView(this::tell);
    private final VBox told = new VBox();
    private final SelectableText foot = SelectableText.of("", "muted");
    private final ComboBox<String> another = new ComboBox<>();
    private final VBox content = new VBox();
    private final VBox view;
    private Optional<Lane> chosen = Optional.empty();
    private Node focus = content;

    public CallersPage(WizardModel wizard) {
        this.wizard = wizard;
        model = wizard.callers();
        told.getStyleClass().add("lane-told");
        told.setId("lane-told");
        content.getStyleClass().add("callers-page");
        view = new VBox(content);
        view.getStyleClass().add("page-column");
        wizard.run().diagnosis().addListener(changed -> fresh());
        model.named().addListener(changed -> draw());
        draw();
    }

    private void fresh() {
        if (view.getScene() != null) {
            draw();
        }
    }

    private void draw() {
        model.refresh();
        model.known().get().ifPresentOrElse(this::draw, this::nothingYet);
    }

    private void nothingYet() {
        Hint hint = new Hint();
        hint.says("No vault has been looked at yet. Choose one, and who gets in to it stands here, caller by caller.");
        focus = hint.offers("Choose the _vault", () -> wizard.navigation().go(Place.Page.VAULT));
        content.getChildren().setAll(hint);
    }

    private void draw(CallersModel.Known known) {
        int before = lanes.shown().lanes().size();
        lanes.show(Lanes.of(known.table(), known.diagnosis()));
        String readable = new Readable(known.diagnosis().facts()).of(known.table().identity() + " " + known.table().fix());
        foot.setText(Words.line(readable));
        if (content.getChildren().size() < 2) {
            content.getChildren().setAll(SelectableText.of("A request meets the gates from left to right, and the first that refuses it ends its way. Choose a caller to read why."),
                    lanes, told, foot, asking());
        }
        List<Lane> now = lanes.shown().lanes();
        Lane next = before > 0 && now.size() > before ? now.getLast()
                : chosen.flatMap(one -> now.stream().filter(lane -> lane.caller().equals(one.caller()) && lane.when() == one.when()).findFirst()).orElse(now.getFirst());
        lanes.choose(next);
        focus = lanes.row(next);
    }

    private Node asking() {
        another.setId("another-caller");
        another.setEditable(true);
        another.getItems().setAll(OutsideCaller.KNOWN.stream().map(OutsideCaller::name).toList());
        another.setPromptText("An address, a service or a kind of caller");
        Button add = new Button("Add _it");
        add.setId("add-caller");
        add.setOnAction(event -> ask());
        another.getEditor().setOnAction(event -> ask());
        Notice refused = new Notice(Notice.Kind.TROUBLE, model.refused());
        refused.setId("caller-refused");
        return new Labelled("An_other caller", another, new Offer("For example 203.0.113.7, Azure Backup, or App Service or Functions.", add), refused);
    }

    private void ask() {
        model.ask(another.getEditor().getText());
        if (model.refused().get().isEmpty()) {
            another.getEditor().clear();
        }
    }

    private void tell(Lane lane) {
        chosen = Optional.of(lane);
        focus = lanes.row(lane);
        Caption caption = new Caption(lane.caller() + (lane.more().isEmpty() ? "" : ", " + lane.more())
                + (lane.when() == Lane.When.NOW ? "" : ", after the fix") + ": " + lane.ends(), new GateTable(lane));
        told.getChildren().setAll(caption);
        entry(lane).flatMap(WhoGetsIn.Entry::advised).ifPresent(kind -> told.getChildren().add(new Caption("How it gets in", advice(kind))));
    }

    private static Node[] advice(OutsideCaller kind) {
        List<Node> lines = new java.util.ArrayList<>(List.of(SelectableText.of(kind.standing())));
        kind.advice().forEach(one -> lines.add(SelectableText.of("\u2022 " + one)));
        lines.add(SelectableText.of(kind.link(), "muted"));
        return lines.toArray(Node[]::new);
    }

    /** By its place: names may be the same, and are cut short in the picture. */
    private Optional<WhoGetsIn.Entry> entry(Lane lane) {
        int at = (int) lanes.shown().lanes().subList(0, lanes.shown().lanes().indexOf(lane) + 1).stream().filter(one -> one.when() == Lane.When.NOW).count() - 1;
        return model.known().get().filter(known -> at >= 0 && at < known.table().entries().size()).map(known -> known.table().entries().get(at));
    }

    @Override
    public String title() {
        return "Who gets in?";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        draw();
    }

    @Override
    public Node focus() {
        return focus;
    }
}
