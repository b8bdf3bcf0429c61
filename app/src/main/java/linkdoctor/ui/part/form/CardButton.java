package linkdoctor.ui.part.form;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/** A button around content that wraps: it is as high as the content needs at its width, which a plain button is not. */
public class CardButton extends Button {
    private final Region content;

    /** @param says the content as one text, for screen readers */
    public CardButton(Region content, String says) {
        super(null, content);
        this.content = content;
        getStyleClass().add("card-button");
        setAccessibleText(says);
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        double inside = width < 0 ? -1 : width - insets.getLeft() - insets.getRight();
        return snapSizeY(content.prefHeight(inside) + insets.getTop() + insets.getBottom());
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Insets insets = getInsets();
        content.resizeRelocate(insets.getLeft(), insets.getTop(), getWidth() - insets.getLeft() - insets.getRight(),
                getHeight() - insets.getTop() - insets.getBottom());
    }
}
