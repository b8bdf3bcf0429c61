package linkdoctor.ui.part.form;

import java.util.Locale;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A place to paste a text of any length into. All of it is kept, and its start is shown. */
public final class PasteArea extends TextArea {
    private static final int MOST_SHOWN = 8_000;
    private final ReadOnlyStringWrapper whole = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper longer = new ReadOnlyStringWrapper("");

    /**
     * @param prompt what to paste
     * @param spoken the same for screen readers
     */
    public PasteArea(String prompt, String spoken) {
        getStyleClass().add("mono");
        setWrapText(true);
        setPrefRowCount(5);
        setPromptText(prompt);
        setAccessibleText(spoken);
        setTextFormatter(new TextFormatter<>(this::typed));
        addEventFilter(KeyEvent.KEY_PRESSED, this::keepTabMoving);
    }

    /** All that was pasted. */
    public ReadOnlyStringProperty whole() {
        return whole.getReadOnlyProperty();
    }

    /** A sentence where only the start is shown, else empty. */
    public ReadOnlyStringProperty longer() {
        return longer.getReadOnlyProperty();
    }

    /**
     * All that is pasted is read. Drawing a whole log would hold the window up, so only its start is shown; and JavaFX
     * cannot lay out a line that breaks where the direction of reading was turned, so such characters are not shown.
     */
    private TextFormatter.Change typed(TextFormatter.Change change) {
        if (change.isContentChange()) {
            String now = change.getControlNewText();
            whole.set(now);
            longer.set(now.length() <= MOST_SHOWN ? "" : String.format(Locale.ROOT, "All %,d characters are read; the first %,d are shown.", now.length(), MOST_SHOWN));
            String start = now.substring(0, Math.min(now.length(), MOST_SHOWN)).replaceAll("\\p{Cf}", "");
            if (!start.equals(now)) {
                change.setRange(0, change.getControlText().length());
                change.setText(start);
                change.selectRange(start.length(), start.length());
            }
        }
        return change;
    }

    /** Within a text for reading, a tab is the way on. */
    private void keepTabMoving(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }
}
