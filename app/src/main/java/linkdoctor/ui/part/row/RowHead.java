package linkdoctor.ui.part.row;

import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/** The part of a row that opens and closes it, by mouse, keyboard or a screen reader. */
final class RowHead extends HBox {
    private final BooleanProperty open;

    RowHead(BooleanProperty open) {
        this.open = open;
        getStyleClass().add("row-head");
        setAlignment(Pos.TOP_LEFT);
        setFillHeight(false);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TITLED_PANE);
        open.addListener(changed -> notifyAccessibleAttributeChanged(AccessibleAttribute.EXPANDED));
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                requestFocus();
                turn();
                event.consume();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
    }

    void says(String text) {
        setAccessibleText(text);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private void typed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case ENTER, SPACE -> turn();
            case RIGHT -> open.set(true);
            case LEFT -> open.set(false);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void turn() {
        open.set(!open.get());
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.EXPANDED ? open.get() : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        switch (action) {
            case EXPAND -> open.set(true);
            case COLLAPSE -> open.set(false);
            case FIRE -> turn();
            default -> super.executeAccessibleAction(action, parameters);
        }
    }
}
