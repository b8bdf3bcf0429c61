package linkdoctor.ui.model.start;

import java.time.Duration;
import java.util.Optional;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import linkdoctor.explain.Explainer;
import linkdoctor.explain.Explanation;
import linkdoctor.ui.model.Work;

/** Explains a text as it is typed: what it means is known a moment after the last key. */
public final class ExplainModel {
    private static final Duration REST = Duration.ofMillis(150);
    private final Work work;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Explanation>> explanation = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Work.Job> job = Optional.empty();
    private int generation;

    public ExplainModel(Work work) {
        this.work = work;
        text.addListener((property, old, now) -> changed(now));
    }

    /** What was pasted. */
    public StringProperty text() {
        return text;
    }

    /** What it means; empty while there is no text, the last one while another text is read. */
    public ReadOnlyObjectProperty<Optional<Explanation>> explanation() {
        return explanation.getReadOnlyProperty();
    }

    private void changed(String now) {
        job.ifPresent(Work.Job::interrupt);
        int mine = ++generation;
        if (now.isBlank()) {
            job = Optional.empty();
            explanation.set(Optional.empty());
            return;
        }
        job = Optional.of(work.start("explain", () -> explain(now), known -> {
            if (mine == generation) {
                explanation.set(known);
            }
        }));
    }

    private static Optional<Explanation> explain(String text) {
        try {
            Thread.sleep(REST);
            return Optional.of(Explainer.explain(text));
        } catch (InterruptedException another) {
            // Another key came: that text is explained in place of this one.
            return Optional.empty();
        }
    }
}
