package linkdoctor.ui.part.compare;

import java.util.Optional;
import java.util.function.Function;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import linkdoctor.check.compare.Difference;
import linkdoctor.ui.part.ChangeChip;
import linkdoctor.ui.part.SelectableText;
import linkdoctor.ui.part.Shown;
import linkdoctor.ui.part.StatusMark;

/** What became of one finding: its mark, its status, and what was said of it before and is said now. */
final class DifferenceLine extends HBox {

    /** @param words makes long identifiers short */
    DifferenceLine(Difference one, Function<String, String> words) {
        getStyleClass().add("difference");
        setAlignment(Pos.TOP_LEFT);
        setFillHeight(false);
        ChangeChip chip = new ChangeChip();
        chip.show(Optional.of(one.change()));
        HBox column = new HBox(chip);
        column.getStyleClass().add("difference-mark");
        StatusMark mark = StatusMark.iconOnly(Shown.of(one.statusAfter()));
        mark.setMinWidth(USE_PREF_SIZE);
        VBox texts = new VBox(SelectableText.of(one.title(), "strong"));
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        switch (one.change()) {
            case FIXED, DIFFERENT -> texts.getChildren().addAll(told("Before: ", one.statusBefore().label() + ". " + one.saidBefore(), words),
                    told("Now: ", one.statusAfter().label() + ". " + one.saidAfter(), words));
            case NEW, STILL_THERE, NOW_KNOWN -> texts.getChildren().add(SelectableText.told(one.saidAfter(), words));
            case NO_LONGER_KNOWN -> texts.getChildren().addAll(told("Before: ", one.saidBefore(), words), told("Now: ", one.reason(), words));
        }
        getChildren().addAll(column, mark, texts);
    }

    private static SelectableText told(String lead, String said, Function<String, String> words) {
        return SelectableText.of(lead + words.apply(said));
    }
}
