package linkdoctor.ui.model.start;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import linkdoctor.session.Shelf;
import linkdoctor.ui.model.Work;

/** The sessions that are kept, newest first. */
public final class RecentModel {
    private final Work work;
    private final Shelf shelf;
    private final ObservableList<Shelf.Entry> entries = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Shelf.Entry>> interrupted = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** What the shelf holds, or why it cannot be read. */
    private record Found(List<Shelf.Entry> entries, String trouble) {
    }

    public RecentModel(Work work, Shelf shelf) {
        this.work = work;
        this.shelf = shelf;
    }

    public ObservableList<Shelf.Entry> entries() {
        return entries;
    }

    /** Why they cannot be shown, or empty. */
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** The newest session, where its run did not come to its end. */
    public ReadOnlyObjectProperty<Optional<Shelf.Entry>> interrupted() {
        return interrupted.getReadOnlyProperty();
    }

    /** Looks through the shelf. */
    public void load() {
        work.start("recent", this::read, found -> {
            if (!entries.equals(found.entries())) {
                entries.setAll(found.entries());
            }
            trouble.set(found.trouble());
            interrupted.set(found.entries().stream().findFirst().filter(entry -> !entry.whole()));
        });
    }

    private Found read() {
        try {
            return new Found(shelf.recent(), "");
        } catch (IOException unreadable) {
            return new Found(List.of(), "The sessions kept in " + shelf.folder() + " cannot be read.");
        }
    }
}
