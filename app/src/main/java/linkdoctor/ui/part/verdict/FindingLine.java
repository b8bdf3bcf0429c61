package linkdoctor.ui.part.verdict;

import java.util.function.Consumer;

import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import linkdoctor.check.Section;
import linkdoctor.ui.part.SelectableText;
import linkdoctor.ui.part.Shown;
import linkdoctor.ui.part.StatusMark;

/** A sentence with its status, a word before it, and the way to the section that tells more. */
final class FindingLine extends HBox {

    /** @param lead how it hangs together with what stands before, as "therefore"; may be empty */
    FindingLine(Shown shown, String lead, SelectableText said, Section section, Consumer<Section> open) {
        getStyleClass().add("finding-line");
        setAlignment(Pos.TOP_LEFT);
        setFillHeight(false);
        StatusMark mark = StatusMark.iconOnly(shown);
        mark.setMinWidth(USE_PREF_SIZE);
        VBox texts = new VBox();
        if (!lead.isEmpty()) {
            Label word = new Label(lead);
            word.getStyleClass().add("lead");
            texts.getChildren().add(word);
        }
        texts.getChildren().add(said);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        Hyperlink more = new Hyperlink(section.title());
        more.setMinWidth(USE_PREF_SIZE);
        more.setAccessibleText("Open the section " + section.title());
        more.setOnAction(event -> open.accept(section));
        getChildren().addAll(mark, texts, more);
    }
}
