package linkdoctor.ui.page.explain;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import linkdoctor.explain.Layer;
import linkdoctor.ui.part.Icons;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The part of the path that an error comes from, as icon and word. */
final class LayerMark extends HBox {
    LayerMark(Layer layer) {
        getStyleClass().addAll("status-mark", "layer-mark", styleClass(layer));
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(layer.label());
        getChildren().addAll(Icons.of(icon(layer)), new Label(layer.label()));
    }

    private static Ikon icon(Layer layer) {
        return switch (layer) {
            case NETWORK -> BootstrapIcons.DIAGRAM_3;
            case IDENTITY -> BootstrapIcons.PERSON_X;
            case PERMISSION -> BootstrapIcons.KEY;
            case THROTTLING -> BootstrapIcons.SPEEDOMETER2;
            case DNS -> BootstrapIcons.SIGNPOST_SPLIT;
            case TLS -> BootstrapIcons.LOCK;
            case PROXY -> BootstrapIcons.ARROW_LEFT_RIGHT;
            case VAULT -> BootstrapIcons.SHIELD_EXCLAMATION;
            case NONE -> BootstrapIcons.CHECK_CIRCLE_FILL;
            case UNKNOWN -> BootstrapIcons.QUESTION_CIRCLE;
        };
    }

    private static String styleClass(Layer layer) {
        return switch (layer) {
            case NONE -> "status-fine";
            case UNKNOWN -> "status-could-not-look";
            case NETWORK, IDENTITY, PERMISSION, THROTTLING, DNS, TLS, PROXY, VAULT -> "status-broken";
        };
    }
}
