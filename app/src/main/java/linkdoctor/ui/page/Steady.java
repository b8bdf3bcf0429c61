package linkdoctor.ui.page;

import java.util.Optional;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** Keeps what is being read where it is on the screen while something above it grows or shrinks. */
final class Steady {
    private Steady() {
    }

    /** @param list the children, of which the first that is seen in full stays where it is */
    static void keep(Parent list, Runnable change) {
        Optional<ScrollPane> scroll = scroll(list);
        Optional<Node> read = scroll.filter(pane -> pane.getVvalue() > 0).flatMap(pane -> read(list, pane));
        if (read.isEmpty()) {
            change.run();
            return;
        }
        ScrollPane pane = scroll.get();
        double before = top(read.get(), pane.getContent());
        double hidden = hidden(pane) * pane.getVvalue();
        change.run();
        pane.applyCss();
        pane.layout();
        double moved = top(read.get(), pane.getContent()) - before;
        if (hidden(pane) > 0) {
            pane.setVvalue(Math.clamp((hidden + moved) / hidden(pane), 0, 1));
        }
    }

    private static Optional<ScrollPane> scroll(Node node) {
        Parent parent = node.getParent();
        while (parent != null && !(parent instanceof ScrollPane)) {
            parent = parent.getParent();
        }
        return Optional.ofNullable((ScrollPane) parent);
    }

    private static Optional<Node> read(Parent list, ScrollPane pane) {
        Bounds seen = pane.localToScene(pane.getLayoutBounds());
        return list.getChildrenUnmodifiable().stream().filter(Node::isVisible)
                .filter(node -> node.localToScene(node.getLayoutBounds()).getMaxY() > seen.getMinY() + 1)
                .min(java.util.Comparator.comparing(node -> whole(node, seen)));
    }

    /** What is seen from its top goes before what is cut. */
    private static boolean whole(Node node, Bounds seen) {
        return node.localToScene(node.getLayoutBounds()).getMinY() < seen.getMinY();
    }

    private static double top(Node node, Node content) {
        Point2D top = content.sceneToLocal(node.localToScene(0, 0));
        return top.getY();
    }

    private static double hidden(ScrollPane pane) {
        return pane.getContent().getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
    }
}
