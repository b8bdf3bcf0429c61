package linkdoctor.ui.part;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons, and buttons that are an icon. */
public final class Icons {
    private Icons() {
    }

    /** An icon beside words that say the same. */
    public static Node of(Ikon icon) {
        FontIcon node = new FontIcon(icon);
        node.setFocusTraversable(false);
        return node;
    }

    /** A button that is an icon; the words go to the tooltip and to screen readers. */
    public static Button button(Ikon icon, String says, Runnable action) {
        Button button = new Button(null, of(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setAccessibleText(says);
        button.setTooltip(new Tooltip(says));
        button.setOnAction(event -> action.run());
        return button;
    }
}
