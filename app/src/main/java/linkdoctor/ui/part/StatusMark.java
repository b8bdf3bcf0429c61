package linkdoctor.ui.part;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A status as icon and word, in its colour. */
public final class StatusMark extends HBox {
    private final ObjectProperty<Shown> status = new SimpleObjectProperty<>();
    private final Label word = new Label();

    public StatusMark(Shown first) {
        getStyleClass().add("status-mark");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        status.addListener((property, old, now) -> show(old, now));
        status.set(first);
    }

    /** The same with the icon alone; the word is left to screen readers. */
    public static StatusMark iconOnly(Shown first) {
        StatusMark mark = new StatusMark(first);
        mark.word.setManaged(false);
        mark.word.setVisible(false);
        return mark;
    }

    public ObjectProperty<Shown> status() {
        return status;
    }

    private void show(Shown old, Shown now) {
        if (old != null) {
            getStyleClass().remove(old.styleClass());
        }
        getStyleClass().add(now.styleClass());
        word.setText(now.word());
        setAccessibleText(now.word());
        getChildren().setAll(Icons.of(now.icon()), word);
    }
}
