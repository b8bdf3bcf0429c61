package linkdoctor.ui.part.path;

import java.util.Locale;

import javafx.scene.Group;

import linkdoctor.picture.Line;

/** The line between two hops: whole, cut, or not reached. */
final class PathLine extends Group {
    private static final double GAP = 7;
    private static final double SLASH = 6;
    private final javafx.scene.shape.Line before = new javafx.scene.shape.Line();
    private final javafx.scene.shape.Line after = new javafx.scene.shape.Line();
    private final javafx.scene.shape.Line cutBefore = new javafx.scene.shape.Line();
    private final javafx.scene.shape.Line cutAfter = new javafx.scene.shape.Line();
    private Line shown = Line.UNREACHED;

    PathLine() {
        getStyleClass().addAll("path-line", styleClass(shown));
        getChildren().addAll(before, after, cutBefore, cutAfter);
        getChildren().forEach(line -> line.getStyleClass().add("stroke"));
        cutBefore.getStyleClass().add("cut");
        cutAfter.getStyleClass().add("cut");
        setManaged(false);
        setMouseTransparent(true);
    }

    void show(Line line) {
        getStyleClass().remove(styleClass(shown));
        shown = line;
        getStyleClass().add(styleClass(shown));
    }

    private static String styleClass(Line line) {
        return "path-line-" + line.name().toLowerCase(Locale.ROOT);
    }

    void between(double x1, double x2, double y) {
        boolean cut = shown == Line.CUT;
        double middle = (x1 + x2) / 2;
        draw(before, x1, y, cut ? middle - GAP : x2, y);
        draw(after, middle + GAP, y, x2, y);
        draw(cutBefore, middle - GAP - 2, y + SLASH, middle - GAP + 3, y - SLASH);
        draw(cutAfter, middle + GAP - 3, y + SLASH, middle + GAP + 2, y - SLASH);
        after.setVisible(cut);
        cutBefore.setVisible(cut);
        cutAfter.setVisible(cut);
        setVisible(x2 > x1);
    }

    private static void draw(javafx.scene.shape.Line line, double x1, double y1, double x2, double y2) {
        line.setStartX(x1);
        line.setStartY(y1);
        line.setEndX(x2);
        line.setEndY(y2);
    }
}
