package linkdoctor.ui.part.verdict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import linkdoctor.check.Change;
import linkdoctor.check.Diagnosis;
import linkdoctor.check.Judged;
import linkdoctor.check.Section;
import linkdoctor.facts.Words;
import linkdoctor.ui.part.ChangeChip;
import linkdoctor.ui.part.SelectableText;

/** What the last look changed: what is new, then what is fixed. */
public final class ChangesView extends VBox {
    public ChangesView(Diagnosis diagnosis, Map<String, Change> changes, Consumer<Section> open) {
        getStyleClass().add("changes");
        Label heading = new Label("Since the look before");
        heading.getStyleClass().add("caption");
        getChildren().add(heading);
        for (Change change : List.of(Change.NEW, Change.FIXED)) {
            ordered(diagnosis, changes, change).forEach(judged -> getChildren().add(line(judged, change, open)));
        }
        int others = changes.size() - ordered(diagnosis, changes, Change.NEW).size() - ordered(diagnosis, changes, Change.FIXED).size();
        if (others > 0) {
            getChildren().add(SelectableText.of(Words.count(others, getChildren().size() > 1 ? "more check" : "check")
                    + (others == 1 ? " has" : " have") + " another status than before; the sections mark them.", "muted"));
        }
    }

    private static List<Judged> ordered(Diagnosis diagnosis, Map<String, Change> changes, Change change) {
        return diagnosis.checks().stream().filter(one -> changes.get(one.check().id()) == change).toList();
    }

    private static HBox line(Judged judged, Change change, Consumer<Section> open) {
        ChangeChip chip = new ChangeChip();
        chip.show(Optional.of(change));
        Label title = new Label(change == Change.NEW ? Diagnosis.found(judged.outcome()).findFirst().map(found -> found.finding().title()).orElse(judged.check().title())
                : judged.check().title());
        title.setWrapText(true);
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Hyperlink more = new Hyperlink(judged.section().title());
        more.setMinWidth(USE_PREF_SIZE);
        more.setOnAction(event -> open.accept(judged.section()));
        HBox line = new HBox(8, chip, title, more);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
