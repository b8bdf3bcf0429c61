package linkdoctor.ui.part.form;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** Scrolls a page so that a part of it that has just opened is seen. */
public final class InView {
    private InView() {
    }

    public static void bring(Node node) {
        for (Parent above = node.getParent(); above != null; above = above.getParent()) {
            if (above instanceof ScrollPane pane && pane.getContent() != null) {
                pane.applyCss();
                pane.layout();
                scroll(pane, node);
                return;
            }
        }
    }

    /** Only as far down as it takes, and never past the part's own top. */
    private static void scroll(ScrollPane pane, Node node) {
        Bounds part = pane.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double seen = pane.getViewportBounds().getHeight();
        double room = pane.getContent().getBoundsInLocal().getHeight() - seen;
        double top = room <= 0 ? 0 : pane.getVvalue() * room;
        double wanted = Math.min(part.getMinY(), Math.max(top, part.getMaxY() - seen));
        if (room > 0) {
            pane.setVvalue(Math.clamp(wanted / room, 0, 1));
        }
    }
}
