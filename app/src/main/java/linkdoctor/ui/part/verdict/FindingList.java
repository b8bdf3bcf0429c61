package linkdoctor.ui.part.verdict;

import java.util.List;
import java.util.function.Consumer;

import javafx.scene.layout.VBox;

import linkdoctor.check.Section;
import linkdoctor.ui.part.SelectableText;
import linkdoctor.ui.part.Shown;

/** Findings that stand beside each other. */
public final class FindingList extends VBox {

    /** A finding as one sentence. */
    public record Line(Shown shown, SelectableText said, Section section) {
    }

    public FindingList(List<Line> lines, Consumer<Section> open) {
        getStyleClass().add("chain");
        lines.forEach(line -> getChildren().add(new FindingLine(line.shown(), "", line.said(), line.section(), open)));
    }
}
