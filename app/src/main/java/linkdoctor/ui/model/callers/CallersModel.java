package linkdoctor.ui.model.callers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.callers.Named;
import linkdoctor.check.callers.WhoGetsIn;

/** Who gets in to the vault that is looked at, with the callers that the user asked for. */
public final class CallersModel {
    private final ReadOnlyObjectWrapper<List<Named>> named = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Known>> known = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper refused = new ReadOnlyStringWrapper("");
    private final ObservableValue<Optional<Diagnosis>> diagnosis;

    /** The table, and the facts that it is of. */
    public record Known(WhoGetsIn table, Diagnosis diagnosis) {
    }

    public CallersModel(ObservableValue<Optional<Diagnosis>> diagnosis) {
        this.diagnosis = diagnosis;
    }

    /** Judges what is known by now; the page calls it when it is seen. */
    public void refresh() {
        known.set(diagnosis.getValue().map(seen -> new Known(WhoGetsIn.of(seen, named.get()), seen)));
    }

    /** Empty before anything was looked at. */
    public ReadOnlyObjectProperty<Optional<Known>> known() {
        return known.getReadOnlyProperty();
    }

    /** Adds a caller that the user named: an address, a service or a kind of caller; a name that is none is refused. */
    public void ask(String text) {
        Optional<Named> one = Named.of(text);
        refused.set(one.isPresent() || text.isBlank() ? "" : "No caller is known by the name " + text.strip() + ". " + Named.known());
        one.filter(asked -> !named.get().contains(asked)).ifPresent(asked -> {
            List<Named> more = new ArrayList<>(named.get());
            more.add(asked);
            named.set(List.copyOf(more));
            refresh();
        });
    }

    /** The callers that were asked for. */
    public ReadOnlyObjectProperty<List<Named>> named() {
        return named.getReadOnlyProperty();
    }

    /** Why the last name was not taken; empty when it was. */
    public ReadOnlyStringProperty refused() {
        return refused.getReadOnlyProperty();
    }
}
