package linkdoctor.ui.part.form;

import java.util.List;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Children side by side in columns of equal width, as many as their preferred widths allow, in rows of equal height. */
public final class Columns extends Region {
    private static final double GAP = 16;

    public Columns(Node... children) {
        getChildren().addAll(children);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private List<Node> shown() {
        return getManagedChildren();
    }

    private int columns(double width) {
        double widest = shown().stream().mapToDouble(child -> child.prefWidth(-1)).max().orElse(1);
        return Math.clamp((long) Math.floor((width + GAP) / (widest + GAP)), 1, Math.max(1, shown().size()));
    }

    private double column(double width, int columns) {
        return Math.floor((width - GAP * (columns - 1)) / columns);
    }

    private double height(int row, int columns, double column) {
        return shown().stream().skip((long) row * columns).limit(columns).mapToDouble(child -> child.prefHeight(column)).max().orElse(0);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        Insets insets = getInsets();
        return shown().stream().mapToDouble(child -> child.prefWidth(-1) + GAP).sum() - GAP + insets.getLeft() + insets.getRight();
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        double inside = (width < 0 ? computePrefWidth(-1) : width) - insets.getLeft() - insets.getRight();
        int columns = columns(inside);
        int rows = (shown().size() + columns - 1) / columns;
        double height = GAP * Math.max(0, rows - 1);
        for (int row = 0; row < rows; row++) {
            height += height(row, columns, column(inside, columns));
        }
        return height + insets.getTop() + insets.getBottom();
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double inside = getWidth() - insets.getLeft() - insets.getRight();
        int columns = columns(inside);
        double column = column(inside, columns);
        double y = insets.getTop();
        for (int from = 0; from < shown().size(); from += columns) {
            double height = height(from / columns, columns, column);
            for (int at = 0; at < columns && from + at < shown().size(); at++) {
                shown().get(from + at).resizeRelocate(insets.getLeft() + at * (column + GAP), y, column, height);
            }
            y += height + GAP;
        }
    }
}
