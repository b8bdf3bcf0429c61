package linkdoctor.ui.part.verdict;

import java.util.List;
import java.util.function.Function;

import javafx.scene.layout.VBox;

import linkdoctor.check.Outcome;
import linkdoctor.check.verdict.Hidden;
import linkdoctor.ui.part.SelectableText;
import linkdoctor.ui.part.Shown;
import linkdoctor.ui.part.StatusMark;

/** What could not be looked at, by reason: what would change it, and all that it hides. */
public final class HiddenView extends VBox {
    /** Where everything is hidden, the sections name it. */
    private static final int MOST_NAMED = 6;

    public HiddenView(Hidden hidden, Function<String, String> words) {
        getStyleClass().addAll("hidden-reason");
        StatusMark mark = new StatusMark(Shown.COULD_NOT_LOOK);
        getChildren().addAll(mark, SelectableText.of(words.apply(hidden.why())));
        if (!hidden.needs().isEmpty()) {
            getChildren().add(SelectableText.of(words.apply(Outcome.takes(hidden.needs())), "strong"));
        }
        if (hidden.mayBeBehindRoot()) {
            getChildren().add(SelectableText.of("What is behind the root cause may be here."));
        }
        List<String> titles = hidden.checks().stream().map(one -> one.check().title()).toList();
        getChildren().add(SelectableText.of("Not looked at for that reason:", "muted"));
        titles.stream().limit(MOST_NAMED).forEach(title -> getChildren().add(SelectableText.of("• " + title, "muted")));
        if (titles.size() > MOST_NAMED) {
            getChildren().add(SelectableText.of("and " + (titles.size() - MOST_NAMED) + " more, which have a question mark in their sections", "muted"));
        }
    }
}
