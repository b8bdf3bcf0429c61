package linkdoctor.ui.part.form;

import javafx.geometry.Insets;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;

/** A row of a list around content that wraps: it is as high as the content needs at the list's width. */
public abstract class WrappingCell<T> extends ListCell<T> {
    private static final double SCROLL_BAR = 20;
    private final Region content;

    protected WrappingCell(Region content) {
        this.content = content;
        // The list's width is the cell's: nothing is scrolled sideways.
        setPrefWidth(0);
    }

    /** Shows an item in the content. */
    protected abstract void show(T item);

    @Override
    protected final void updateItem(T item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        setGraphic(empty ? null : content);
        if (!empty) {
            show(item);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        if (isEmpty()) {
            return super.computePrefHeight(width);
        }
        Insets insets = getInsets();
        double at = width > 0 ? width : getListView().getWidth() - SCROLL_BAR;
        return snapSizeY(content.prefHeight(at - insets.getLeft() - insets.getRight()) + insets.getTop() + insets.getBottom());
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (!isEmpty()) {
            Insets insets = getInsets();
            content.resizeRelocate(insets.getLeft(), insets.getTop(), getWidth() - insets.getLeft() - insets.getRight(),
                    getHeight() - insets.getTop() - insets.getBottom());
        }
    }
}
