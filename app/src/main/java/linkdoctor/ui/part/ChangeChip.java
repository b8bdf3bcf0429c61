package linkdoctor.ui.part;

import java.util.Optional;

import javafx.scene.control.Label;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

import linkdoctor.check.Change;

/** What the last look changed, as icon and word; not there when nothing did. */
public final class ChangeChip extends Label {
    public ChangeChip() {
        getStyleClass().add("change-chip");
        setMinWidth(USE_PREF_SIZE);
        show(Optional.empty());
    }

    public void show(Optional<Change> change) {
        setVisible(change.isPresent());
        setManaged(change.isPresent());
        getStyleClass().removeIf(style -> style.startsWith("change-") && !style.equals("change-chip"));
        change.ifPresent(one -> {
            setText(one.label());
            setGraphic(Icons.of(icon(one)));
            getStyleClass().add("change-" + one.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        });
    }

    private static Ikon icon(Change change) {
        return switch (change) {
            case FIXED -> BootstrapIcons.CHECK2_ALL;
            case NEW -> BootstrapIcons.PLUS_CIRCLE;
            case STILL_THERE -> BootstrapIcons.PAUSE_CIRCLE;
            case DIFFERENT -> BootstrapIcons.ARROW_LEFT_RIGHT;
            case NOW_KNOWN -> BootstrapIcons.EYE;
            case NO_LONGER_KNOWN -> BootstrapIcons.EYE_SLASH;
        };
    }
}
