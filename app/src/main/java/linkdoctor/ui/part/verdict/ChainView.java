package linkdoctor.ui.part.verdict;

import java.util.function.Consumer;
import java.util.function.Function;

import javafx.geometry.Insets;
import javafx.scene.layout.VBox;

import linkdoctor.check.Section;
import linkdoctor.check.verdict.Effect;
import linkdoctor.ui.part.SelectableText;
import linkdoctor.ui.part.Shown;

/** From a cause down to the symptom: "because … therefore …". */
public final class ChainView extends VBox {
    private static final double STEP = 24;
    private final Function<String, String> words;
    private final Consumer<Section> open;

    /** @param words makes long identifiers short */
    public ChainView(Effect cause, Function<String, String> words, Consumer<Section> open) {
        this.words = words;
        this.open = open;
        getStyleClass().add("chain");
        getChildren().add(line(cause, cause.therefore().isEmpty() ? "" : "because", SelectableText.of(cause.found().finding().title() + ".")));
        follow(cause, STEP);
    }

    private void follow(Effect cause, double indent) {
        for (Effect effect : cause.therefore()) {
            FindingLine line = line(effect, "therefore", SelectableText.told(effect.found().said(), words));
            VBox.setMargin(line, new Insets(0, 0, 0, indent));
            getChildren().add(line);
            follow(effect, indent + STEP);
        }
    }

    private FindingLine line(Effect effect, String lead, SelectableText said) {
        return new FindingLine(Shown.of(effect.found().finding().severity()), lead, said, effect.by().section(), open);
    }
}
