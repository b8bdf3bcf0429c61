package linkdoctor.ui.part.path;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.transform.Transform;

import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

import linkdoctor.picture.Hop;
import linkdoctor.picture.Line;
import linkdoctor.picture.RequestPath;
import linkdoctor.ui.part.Icons;

/** The request's path as a drawing: hops on a line, cut where the path is broken. Each hop leads to its section. */
public final class PathView extends Region {
    private static final double IMAGE_SCALE = 2;
    private static final double LEAST_HEIGHT = 132;
    private static final double GAP = 4;
    /** In heights of the text: a window lower than this has none to spare for more than the hops' titles. */
    private static final double LOW_WINDOW = 32;
    private final Consumer<Integer> openSection;
    private final List<HopMark> hops = new ArrayList<>();
    private final List<PathLine> lines = new ArrayList<>();
    private final BooleanBinding low;
    private final Button copy = Icons.button(BootstrapIcons.CARD_IMAGE, "Copy the path as an image", this::copyImage);

    /** @param openSection told the number of the section that tells more of a hop */
    public PathView(Consumer<Integer> openSection) {
        this.openSection = openSection;
        getStyleClass().add("path-view");
        copy.setId("copy-path");
        getChildren().add(copy);
        MenuItem menu = new MenuItem("Copy as image");
        menu.setOnAction(event -> copyImage());
        ContextMenu context = new ContextMenu(menu);
        setOnContextMenuRequested(event -> context.show(this, event.getScreenX(), event.getScreenY()));
        ObservableValue<Number> height = sceneProperty().flatMap(Scene::heightProperty);
        low = Bindings.createBooleanBinding(() -> height.getValue() != null && height.getValue().doubleValue() < LOW_WINDOW * copy.getFont().getSize(),
                height, copy.fontProperty());
        low.subscribe(now -> {
            hops.forEach(hop -> hop.low(now));
            requestLayout();
        });
    }

    /** Shows this path; hops stay the same nodes, so the focus stays where it is. */
    public void show(RequestPath path) {
        while (hops.size() < path.hops().size()) {
            HopMark hop = new HopMark(openSection);
            hop.setId("hop-" + hops.size());
            hop.low(low.get());
            hops.add(hop);
            // Before the button, so that Tab goes along the path.
            getChildren().add(getChildren().size() - 1, hop);
        }
        while (lines.size() < path.hops().size() - 1) {
            PathLine line = new PathLine();
            lines.add(line);
            getChildren().addFirst(line);
        }
        List<Hop> shown = path.hops();
        for (int i = 0; i < shown.size(); i++) {
            hops.get(i).show(shown.get(i));
        }
        List<Line> between = path.lines();
        for (int i = 0; i < between.size(); i++) {
            lines.get(i).show(between.get(i));
        }
        setAccessibleText(path.title() + ". " + path.described());
        requestLayout();
    }

    /** The drawing as an image, twice as fine as on the screen. */
    public WritableImage image() {
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(Transform.scale(IMAGE_SCALE, IMAGE_SCALE));
        Paint behind = getBackground() == null || getBackground().getFills().isEmpty() ? Color.WHITE : getBackground().getFills().getFirst().getFill();
        how.setFill(behind);
        copy.setVisible(false);
        try {
            return snapshot(how, null);
        } finally {
            copy.setVisible(true);
        }
    }

    private void copyImage() {
        ClipboardContent content = new ClipboardContent();
        content.putImage(image());
        content.putString(getAccessibleText());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private double hopWidth(double width) {
        return Math.max(0, (width - getInsets().getLeft() - getInsets().getRight()) / Math.max(1, hops.size()));
    }

    @Override
    protected double computePrefHeight(double width) {
        double each = hopWidth(width > 0 ? width : getWidth());
        double highest = hops.stream().peek(hop -> hop.fit(each - GAP)).mapToDouble(hop -> hop.prefHeight(each - GAP)).max().orElse(0);
        return Math.max(low.get() ? 0 : LEAST_HEIGHT, snapSizeY(highest) + getInsets().getTop() + getInsets().getBottom());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double each = hopWidth(getWidth());
        double top = getInsets().getTop();
        double left = getInsets().getLeft();
        for (int i = 0; i < hops.size(); i++) {
            HopMark hop = hops.get(i);
            hop.fit(each - GAP);
            hop.resizeRelocate(snapPositionX(left + i * each + GAP / 2), top, each - GAP, hop.prefHeight(each - GAP));
            hop.layout();
        }
        for (int i = 0; i < lines.size(); i++) {
            Node from = hops.get(i);
            Node to = hops.get(i + 1);
            double radius = hops.get(i).circleSize() / 2;
            double x1 = from.getLayoutX() + (each - GAP) / 2 + radius + 2 * GAP;
            double x2 = to.getLayoutX() + (each - GAP) / 2 - hops.get(i + 1).circleSize() / 2 - 2 * GAP;
            lines.get(i).between(x1, x2, top + hops.get(i).circleMiddle());
        }
        double button = copy.prefWidth(-1);
        copy.resizeRelocate(getWidth() - button - 4, 4, button, copy.prefHeight(-1));
    }
}
