package linkdoctor.ui.page;

import java.util.List;
import java.util.Optional;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import linkdoctor.check.Checklist;
import linkdoctor.check.Section;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.RunModel;
import linkdoctor.ui.model.WizardModel;
import linkdoctor.ui.model.elsewhere.ElsewhereModel;
import linkdoctor.ui.page.callers.CallersOffer;
import linkdoctor.ui.page.elsewhere.ElsewhereOffer;
import linkdoctor.ui.part.audit.ServiceSaw;
import linkdoctor.ui.part.Hint;
import linkdoctor.ui.part.SelectableText;
import linkdoctor.ui.part.form.InView;
import linkdoctor.ui.part.permission.PermissionPane;
import linkdoctor.ui.part.row.CheckLine;
import linkdoctor.ui.part.row.CheckRow;
import linkdoctor.ui.part.row.Means;

/** A section of the checklist: its checks as rows that fill as results come in. One class serves all sections. */
final class SectionPage implements Page {
    /** The section that also shows what principals may do. */
    private static final int ACCESS = 9;
    private final WizardModel model;
    private final Section section;
    private final List<CheckRow> rows;
    private final SelectableText tally = SelectableText.of("", "muted");
    private final Hint common = new Hint();
    private final Hint notYet = new Hint();
    private final VBox list = new VBox();
    private final VBox view;
    private final PermissionPane permissions;

    SectionPage(WizardModel model, Section section, Means means) {
        this.model = model;
        this.section = section;
        permissions = new PermissionPane(means);
        rows = lines().stream().map(line -> new CheckRow(line, means)).toList();
        list.getChildren().addAll(rows);
        list.getStyleClass().add("check-rows");
        notYet.says("Nothing has been looked at yet. Choose a vault, and the answers to these " + rows.size() + " checks appear here as they come in.");
        notYet.offers("Choose the _vault", () -> model.navigation().go(Place.Page.VAULT));
        view = new VBox(tally, new SavedNotice(model), notYet, common, list);
        if (section.number() == ACCESS) {
            view.getChildren().add(permissions);
        }
        if (ElsewhereModel.MATTERS.contains(section.number())) {
            view.getChildren().add(new ElsewhereOffer(model));
        }
        if (section.number() == ACCESS) {
            view.getChildren().add(new CallersOffer(model));
            view.getChildren().add(new ServiceSaw(model));
        }
        view.getStyleClass().addAll("page-column", "section-page");
        // What was open or known of another vault says nothing of this one.
        model.target().addListener(changed -> rows.forEach(CheckRow::forget));
        RunModel run = model.run();
        run.diagnosis().addListener(changed -> fresh());
        run.activity().addListener(changed -> fresh());
        run.changes().addListener(changed -> fresh());
        refresh();
    }

    private List<CheckLine> lines() {
        RunModel run = model.run();
        return CheckLine.of(section, run.diagnosis().get(), open(), run.changes().get());
    }

    private boolean open() {
        return model.run().activity().get().open(section);
    }

    /** A page that nobody sees is drawn when it is shown. */
    private void fresh() {
        if (view.getScene() != null) {
            refresh();
        }
    }

    private void refresh() {
        List<CheckLine> lines = lines();
        boolean known = model.run().diagnosis().get().isPresent() || open();
        Optional<String> reason = known ? CheckLine.commonReason(lines) : Optional.empty();
        show(notYet, !known);
        show(tally, known && reason.isEmpty());
        show(common, reason.isPresent());
        reason.ifPresent(common::says);
        if (section.number() == ACCESS) {
            permissions.show(model.run().diagnosis().get());
        }
        tally.setText(CheckLine.tally(lines) + ".");
        Steady.keep(list, () -> {
            for (int i = 0; i < rows.size(); i++) {
                CheckRow row = rows.get(i);
                row.show(lines.get(i));
                row.spoken(reason.isEmpty());
                if (!open() && known) {
                    row.openWhenFailed();
                }
            }
        });
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    @Override
    public String title() {
        return section.question();
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        refresh();
        InView.bring(focus());
    }

    /** What is broken first, for there the eye goes. */
    @Override
    public Node focus() {
        return rows.stream().filter(row -> row.line().failed()).findFirst().orElse(rows.getFirst()).head();
    }
}
