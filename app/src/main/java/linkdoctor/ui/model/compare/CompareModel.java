package linkdoctor.ui.model.compare;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.compare.Comparison;
import linkdoctor.check.compare.Side;
import linkdoctor.engine.Version;
import linkdoctor.session.SessionFile;
import linkdoctor.session.Shelf;
import linkdoctor.ui.model.Work;

/** Two sessions of one vault side by side: one is there, the other is chosen, and the earlier one comes first whichever that is. */
public final class CompareModel {
    private final Work work;
    private final ReadOnlyObjectWrapper<Optional<Side>> first = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper refused = new ReadOnlyStringWrapper("");

    public CompareModel(Work work) {
        this.work = work;
    }

    /** The session that another is to be compared with. */
    public ReadOnlyObjectProperty<Optional<Side>> first() {
        return first.getReadOnlyProperty();
    }

    /** What changed between the two; empty while the other is not chosen. */
    public ReadOnlyObjectProperty<Optional<Comparison>> comparison() {
        return comparison.getReadOnlyProperty();
    }

    /** Why the last choice came to nothing, or empty. */
    public ReadOnlyStringProperty refused() {
        return refused.getReadOnlyProperty();
    }

    /** Begins with what was seen here. */
    public void begin(Diagnosis seen) {
        begin(new Side(seen, seen.facts().started(), Version.NUMBER));
    }

    /** Begins with a saved session; {@code refused} gets the sentence when it is none. */
    public void begin(Path session, Runnable begun, Consumer<String> refused) {
        work.start("compare", () -> read(session), read -> {
            read.side().ifPresentOrElse(side -> {
                begin(side);
                begun.run();
            }, () -> refused.accept(read.refused()));
        });
    }

    private void begin(Side side) {
        again();
        first.set(Optional.of(side));
    }

    /** Forgets what it was compared with, so that another can be chosen. */
    public void again() {
        refused.set("");
        comparison.set(Optional.empty());
    }

    /** Compares the first with this one. */
    public void with(Path session) {
        first.get().ifPresent(one -> work.start("compare", () -> compared(one, session), result -> {
            // Meanwhile another may have been begun with.
            if (first.get().filter(one::equals).isPresent()) {
                switch (result) {
                    case Comparison.Compared(Comparison changed) -> {
                        refused.set("");
                        comparison.set(Optional.of(changed));
                    }
                    case Comparison.Incomparable(String said) -> refused.set(said);
                }
            }
        }));
    }

    /** Whether a session that is kept can be compared with the first: another look at the same vault. */
    public boolean fits(Shelf.Entry entry) {
        return first.get().filter(one -> one.facts().target().vault().equalsIgnoreCase(entry.vault())
                && one.facts().target().cloud().name().equals(entry.cloud()) && !one.facts().started().equals(entry.started())).isPresent();
    }

    /** What a file came to: a session judged, or why it is none. */
    private record Read(Optional<Side> side, String refused) {
    }

    private static Read read(Path session) {
        return switch (SessionFile.open(session)) {
            case SessionFile.NotASession(String said) -> new Read(Optional.empty(), said);
            case SessionFile.Session(var facts, var finished, var tool) -> new Read(Optional.of(new Side(Diagnosis.of(facts), finished, tool.version())), "");
        };
    }

    private static Comparison.Result compared(Side one, Path session) {
        Read read = read(session);
        return read.side().map(other -> other.facts().started().isBefore(one.facts().started()) ? Comparison.of(other, one) : Comparison.of(one, other))
                .orElseGet(() -> new Comparison.Incomparable(read.refused()));
    }
}
