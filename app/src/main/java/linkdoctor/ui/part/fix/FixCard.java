package linkdoctor.ui.part.fix;

import java.util.function.Function;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import linkdoctor.ui.model.FixPlan;
import linkdoctor.ui.part.SelectableText;
import linkdoctor.ui.part.Shown;
import linkdoctor.ui.part.StatusMark;
import linkdoctor.ui.part.row.Fact;
import linkdoctor.ui.part.row.Means;
import linkdoctor.ui.part.row.Steps;

/** A repair as a card: what it changes and why, what may break, the right it takes and whether that is there. */
public final class FixCard extends VBox {

    private FixCard(FixPlan.Card card, Node head, Function<String, String> words, Means means) {
        getStyleClass().add("fix-card");
        Hyperlink because = new Hyperlink(words.apply(card.found().said()));
        because.setWrapText(true);
        because.setAccessibleText("Show the evidence: " + card.found().finding().title());
        because.setOnAction(event -> means.open().accept(card.section()));
        StatusMark mark = StatusMark.iconOnly(Shown.of(card.found().finding().severity()));
        mark.setMinWidth(USE_PREF_SIZE);
        getChildren().add(head);
        if (card.other()) {
            getChildren().add(SelectableText.of("One of several ways to repair the same: one is enough.", "muted"));
        }
        getChildren().addAll(new Fact("Because", new HBox(8, mark, because)),
                new Fact("Risk", card.remedy().risk().isEmpty() ? "None known: nothing that works now depends on it." : words.apply(card.remedy().risk())));
        if (!card.remedy().needs().isEmpty()) {
            getChildren().addAll(new Fact("Right needed", words.apply(card.remedy().needs())), new Fact("Do you have it", right(card)));
        }
    }

    /** A repair that commands make; the box is ticked to include them. */
    public static FixCard withTick(FixPlan.Card card, CheckBox tick, Function<String, String> words, Means means) {
        tick.setText(words.apply(card.remedy().summary()));
        tick.setMnemonicParsing(false);
        tick.setWrapText(true);
        tick.getStyleClass().add("fix-tick");
        return new FixCard(card, tick, words, means);
    }

    /** A repair that only a person makes. */
    public static FixCard byHand(FixPlan.Card card, Function<String, String> words, Means means) {
        FixCard made = new FixCard(card, SelectableText.of(words.apply(card.remedy().summary()) + ".", "strong"), words, means);
        if (!card.remedy().portal().isEmpty()) {
            made.getChildren().add(new Fact("What to do", new Steps(card.remedy().portal(), words)));
        }
        return made;
    }

    private static Node right(FixPlan.Card card) {
        return switch (card.right()) {
            case HELD -> told(Shown.FINE, "Yes: your roles at the vault allow it.");
            case NOT_HELD -> told(Shown.WARNING, "No: your roles at the vault do not allow it. Hand the commands to somebody who has the right.");
            case UNKNOWN -> told(Shown.COULD_NOT_LOOK, "Not known: only your rights at the vault itself are read.");
        };
    }

    private static Node told(Shown shown, String said) {
        StatusMark mark = StatusMark.iconOnly(shown);
        mark.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(8, mark, SelectableText.of(said));
        line.setFillHeight(false);
        return line;
    }
}
