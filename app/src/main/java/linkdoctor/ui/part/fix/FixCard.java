package linkdoctor.ui.part.fix;

import java.util.Optional;
import java.util.function.Function;

import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import linkdoctor.script.Repair;
import linkdoctor.ui.model.fix.Draft;
import linkdoctor.ui.part.SelectableText;
import linkdoctor.ui.part.Shown;
import linkdoctor.ui.part.StatusMark;
import linkdoctor.ui.part.row.Fact;
import linkdoctor.ui.part.row.Means;
import linkdoctor.ui.part.row.Steps;

/** A repair as a card: what it changes and why, what may break, the right it takes and whether that is there. */
public final class FixCard extends VBox {
    private final Optional<StepLines> steps;
    private final Node first;

    private FixCard(Repair repair, Node head, Optional<StepLines> steps, Function<String, String> words, Means means) {
        this.steps = steps;
        getStyleClass().add("fix-card");
        getChildren().add(head);
        caution(repair);
        if (repair.other()) {
            getChildren().add(SelectableText.of("One of several ways to repair the same: one is enough.", "muted"));
        }
        steps.ifPresent(lines -> getChildren().add(new Fact("Changes", lines)));
        Hyperlink because = because(repair, words, means);
        first = head instanceof CheckBox ? head : because;
        getChildren().add(new Fact("Because", beside(StatusMark.iconOnly(Shown.of(repair.found().finding().severity())), because)));
        // What nobody has thought through is not called harmless.
        if (!repair.byHand() || !repair.remedy().risk().isEmpty()) {
            getChildren().add(new Fact("Risk", repair.remedy().risk().isEmpty() ? "None known: nothing that works now depends on it." : words.apply(repair.remedy().risk())));
        }
        if (!repair.remedy().needs().isEmpty()) {
            getChildren().addAll(new Fact("Right needed", words.apply(repair.remedy().needs())), new Fact("Do you have it", right(repair)));
        }
    }

    /** A repair that commands make; the box is ticked to include them. */
    public static FixCard withTick(Repair repair, BooleanProperty ticked, Function<String, String> words, Means means) {
        CheckBox tick = new CheckBox(words.apply(repair.remedy().summary()));
        tick.setMnemonicParsing(false);
        tick.setWrapText(true);
        tick.getStyleClass().add("fix-tick");
        tick.selectedProperty().bindBidirectional(ticked);
        return new FixCard(repair, tick, Optional.of(new StepLines(repair.remedy().steps(), words)), words, means);
    }

    /** A repair that commands make, where none can be written. */
    public static FixCard withoutTick(Repair repair, Function<String, String> words, Means means) {
        return new FixCard(repair, title(repair, words), Optional.of(new StepLines(repair.remedy().steps(), words)), words, means);
    }

    /** A repair that only a person makes. */
    public static FixCard byHand(Repair repair, Function<String, String> words, Means means) {
        FixCard made = new FixCard(repair, title(repair, words), Optional.empty(), words, means);
        if (!repair.remedy().portal().isEmpty()) {
            made.getChildren().add(new Fact("What to do", new Steps(repair.remedy().portal(), words)));
        }
        return made;
    }

    private static Node title(Repair repair, Function<String, String> words) {
        return SelectableText.of(words.apply(repair.remedy().summary()) + ".", "strong");
    }

    /** Says under which numbers the scripts make its steps. */
    public void numbered(Draft draft) {
        steps.ifPresent(lines -> lines.numbered(draft));
    }

    /** What has the focus when the eye is on the card. */
    public Node first() {
        return first;
    }

    private void caution(Repair repair) {
        switch (repair.remedy().caution()) {
            case NONE -> { }
            case LOCKS_OUT -> getChildren().add(told(Shown.WARNING, "Can lock clients out: runs only with --allow-lockout, and once the private path has answered."));
            case ON_REQUEST -> getChildren().add(told(Shown.WARNING, "Costs money or undoes what somebody may have decided: runs only when ticked."));
        }
    }

    private static Hyperlink because(Repair repair, Function<String, String> words, Means means) {
        Hyperlink because = new Hyperlink(words.apply(repair.found().said()));
        because.setWrapText(true);
        because.setAccessibleText("Show the evidence: " + repair.found().finding().title());
        because.setOnAction(event -> means.open().accept(repair.section()));
        return because;
    }

    private static Node right(Repair repair) {
        return switch (repair.right()) {
            case HELD -> told(Shown.FINE, "Yes: your roles at the vault allow it.");
            case NOT_HELD -> told(Shown.WARNING, "No: your roles at the vault do not allow it. A request tells somebody who has the right what to run.");
            case UNKNOWN -> told(Shown.COULD_NOT_LOOK, "Not known: only your rights at the vault itself are read.");
        };
    }

    private static Node told(Shown shown, String said) {
        return beside(StatusMark.iconOnly(shown), SelectableText.of(said));
    }

    /** The mark is at the first line. */
    private static Node beside(StatusMark mark, Node words) {
        mark.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(8, mark, words);
        line.setFillHeight(false);
        return line;
    }
}
