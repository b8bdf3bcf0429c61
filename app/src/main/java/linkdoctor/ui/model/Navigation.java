package linkdoctor.ui.model;

import java.util.ArrayDeque;
import java.util.Deque;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Where one is, where one came from and what comes next. */
public final class Navigation {
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(Place.Page.WELCOME);
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper(false);
    private final Deque<Place> past = new ArrayDeque<>();

    public ReadOnlyObjectProperty<Place> place() {
        return place.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoBack() {
        return canGoBack.getReadOnlyProperty();
    }

    public void go(Place to) {
        if (!to.equals(place.get())) {
            past.push(place.get());
            canGoBack.set(true);
            place.set(to);
        }
    }

    public void back() {
        if (!past.isEmpty()) {
            Place to = past.pop();
            canGoBack.set(!past.isEmpty());
            place.set(to);
        }
    }

    /** The next page on the way; the last one stays, and so does a page beside the way. */
    public void next() {
        int at = Place.WAY.indexOf(place.get());
        if (at >= 0 && at < Place.WAY.size() - 1) {
            go(Place.WAY.get(at + 1));
        }
    }
}
