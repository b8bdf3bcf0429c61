package linkdoctor.ui.part.row;

import java.util.Optional;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

import linkdoctor.check.Change;
import linkdoctor.facts.Words;
import linkdoctor.ui.part.ChangeChip;
import linkdoctor.ui.part.Icons;
import linkdoctor.ui.part.SelectableText;
import linkdoctor.ui.part.Shown;
import linkdoctor.ui.part.StatusMark;

/**
 * A check as one row: its title, its status, what was seen and how long that took. It opens to all that is known, and
 * stays open or closed whatever comes in.
 */
public final class CheckRow extends VBox {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final PseudoClass HEAD_FOCUSED = PseudoClass.getPseudoClass("head-focused");
    private static final PseudoClass BRIEF = PseudoClass.getPseudoClass("brief");
    private final Means means;
    private final StatusMark icon;
    private final StatusMark word;
    private final ChangeChip change = new ChangeChip();
    private final Label took = new Label();
    private final SelectableText said = SelectableText.of("");
    private final RowHead head;
    private final BooleanProperty open = new SimpleBooleanProperty(false);
    private CheckLine line;
    /** What the row says while it is looked at again: what was known before. */
    private CheckLine told;
    private Optional<Node> details = Optional.empty();
    private boolean openedByItself;

    public CheckRow(CheckLine first, Means means) {
        this.means = means;
        line = first;
        told = first;
        icon = StatusMark.iconOnly(first.shown());
        word = StatusMark.wordOnly(first.shown());
        getStyleClass().add("check-row");
        setId("row-" + first.check().id().replace('.', '-'));
        head = new RowHead(open);
        Label title = new Label(first.check().title());
        title.setWrapText(true);
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        title.getStyleClass().add("check-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        took.getStyleClass().add("took");
        head.getChildren().addAll(icon, title, change, word, took, chevron());
        icon.setMinWidth(USE_PREF_SIZE);
        word.getStyleClass().add("row-status");
        took.setMinWidth(USE_PREF_SIZE);
        said.getStyleClass().add("check-said");
        getChildren().addAll(head, said);
        open.addListener((property, old, now) -> layOut());
        head.focusedProperty().addListener((property, old, now) -> pseudoClassStateChanged(HEAD_FOCUSED, now));
        draw();
    }

    private Node chevron() {
        Node chevron = Icons.of(BootstrapIcons.CHEVRON_RIGHT);
        chevron.getStyleClass().add("chevron");
        return chevron;
    }

    public BooleanProperty open() {
        return open;
    }

    /** What takes the focus. */
    public Node head() {
        return head;
    }

    public CheckLine line() {
        return line;
    }

    /** Shows what is known now; only what differs is drawn anew. */
    public void show(CheckLine now) {
        if (now.same(line)) {
            return;
        }
        line = now;
        boolean again = now.shown() == Shown.LOOKING && told.judged().isPresent();
        if (!again) {
            boolean same = now.judged().equals(told.judged()) && now.causes().equals(told.causes());
            told = now;
            if (!same) {
                renew();
            }
        }
        draw();
    }

    /** Forgets what it showed and whether it was open, for another vault is looked at. */
    public void forget() {
        open.set(false);
        openedByItself = false;
        line = CheckLine.waiting(line.check());
        told = line;
        renew();
        draw();
    }

    /** Opens once when the check has failed; the user's hand goes before. */
    public void openWhenFailed() {
        if (line.failed() && !openedByItself) {
            open.set(true);
        }
        openedByItself = line.failed();
    }

    /** Whether it says what was seen; where all rows would say the same, it stands once above them. */
    public void spoken(boolean spoken) {
        said.setVisible(spoken);
        said.setManaged(spoken);
        pseudoClassStateChanged(BRIEF, !spoken);
    }

    private void draw() {
        icon.status().set(line.shown());
        word.status().set(line.shown());
        change.show(line.change());
        took.setText(told.took().map(Words::took).orElse(""));
        if (!said.text().equals(told.said())) {
            said.tell(told.said(), told.judged().map(judged -> judged.outcome().said()).orElse(told.said()));
        }
        pseudoClassStateChanged(STALE, line != told);
        head.says(line.check().title() + ", " + line.shown().word() + line.change().map(Change::label).map(one -> ", " + one).orElse("") + ". " + told.said());
    }

    private void layOut() {
        pseudoClassStateChanged(OPEN, open.get());
        if (open.get() && details.isEmpty()) {
            renew();
        }
        details.ifPresent(node -> {
            node.setVisible(open.get());
            node.setManaged(open.get());
        });
    }

    /** The details are made when they are first looked at. */
    private void renew() {
        details.ifPresent(getChildren()::remove);
        details = Optional.empty();
        if (open.get()) {
            Node now = new Details(told, means);
            details = Optional.of(now);
            getChildren().add(now);
        }
    }
}
