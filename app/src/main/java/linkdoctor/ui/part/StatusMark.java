package linkdoctor.ui.part;

import java.util.List;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.RotateTransition;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/** A status as icon and word, in its colour. */
public final class StatusMark extends HBox {
    private static final Duration TURN = Duration.seconds(1.2);
    private final ObjectProperty<Shown> status = new SimpleObjectProperty<>();
    private final Label word = new Label();
    private final Parts parts;
    private final RotateTransition turning = new RotateTransition(TURN);

    /** What of it is seen; screen readers are told the word in any case. */
    private enum Parts { BOTH, ICON, WORD }

    public StatusMark(Shown first) {
        this(first, Parts.BOTH);
    }

    private StatusMark(Shown first, Parts parts) {
        this.parts = parts;
        getStyleClass().add("status-mark");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        word.setMinWidth(USE_PREF_SIZE);
        turning.setByAngle(360);
        turning.setCycleCount(Animation.INDEFINITE);
        turning.setInterpolator(Interpolator.LINEAR);
        status.addListener((property, old, now) -> show(old, now));
        sceneProperty().addListener(changed -> turn());
        status.set(first);
    }

    /** The same with the icon alone; the word is left to screen readers. */
    public static StatusMark iconOnly(Shown first) {
        return new StatusMark(first, Parts.ICON);
    }

    /** The same with the word alone, where the icon stands in the same row. */
    public static StatusMark wordOnly(Shown first) {
        return new StatusMark(first, Parts.WORD);
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
        Node icon = Icons.of(now.icon());
        getChildren().setAll(switch (parts) {
            case BOTH -> List.of(icon, word);
            case ICON -> List.of(icon);
            case WORD -> List.of(word);
        });
        turning.stop();
        turning.setNode(icon);
        turn();
    }

    /** Turns while it is seen, unless the system asks for no motion. */
    private void turn() {
        if (status.get() == Shown.LOOKING && getScene() != null && parts != Parts.WORD && !Platform.getPreferences().isReducedMotion()) {
            turning.play();
        } else {
            turning.stop();
        }
    }
}
