package linkdoctor.ui.part.fix;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

import javafx.scene.layout.VBox;

import linkdoctor.remedy.Step;
import linkdoctor.script.Numbered;
import linkdoctor.ui.model.fix.Draft;
import linkdoctor.ui.part.SelectableText;

/** What the steps of a repair change, and what it comes to; with their numbers in the scripts while these make them. */
final class StepLines extends VBox {
    private final List<Step> steps;
    private final Function<String, String> words;

    StepLines(List<Step> steps, Function<String, String> words) {
        this.steps = steps;
        this.words = words;
        getStyleClass().add("steps");
        write(step -> OptionalInt.empty());
    }

    void numbered(Draft draft) {
        write(draft::number);
    }

    private void write(Function<Step, OptionalInt> numbers) {
        getChildren().setAll(steps.stream().map(step -> {
            OptionalInt number = numbers.apply(step);
            return SelectableText.told((number.isPresent() ? "Step " + number.getAsInt() + ": " : "") + said(step), words);
        }).toList());
    }

    private static String said(Step step) {
        return step.change().map(change -> change.title() + "; then: " + Numbered.becomes(change) + ".")
                .orElseGet(() -> "Not in the scripts, for too little is known to tell when it is done. By hand: " + step.az().bash());
    }
}
