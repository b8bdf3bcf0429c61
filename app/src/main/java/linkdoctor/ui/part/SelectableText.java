package linkdoctor.ui.part;

import java.util.List;
import java.util.function.Function;

import javafx.collections.ObservableList;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import linkdoctor.facts.Words;

/** Text that wraps, and that can be selected with the mouse and copied, which a label's cannot. */
public final class SelectableText extends TextFlow {
    private static final KeyCombination COPY = KeyCombination.keyCombination("Shortcut+C");
    private static final KeyCombination ALL = KeyCombination.keyCombination("Shortcut+A");
    private static final int LONGEST_HOVER = 1000;
    private static final double HOVER_WIDTH = 600;
    private final Path selection = new Path();
    private final Tooltip hover = new Tooltip();
    private String whole = "";
    private int anchor;
    private int caret;

    private SelectableText() {
        getStyleClass().add("selectable");
        selection.setManaged(false);
        selection.setMouseTransparent(true);
        selection.getStyleClass().add("selection");
        hover.setWrapText(true);
        hover.setMaxWidth(HOVER_WIDTH);
        setCursor(Cursor.TEXT);
        setAccessibleRole(AccessibleRole.TEXT);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
        setOnContextMenuRequested(event -> menu().show(this, event.getScreenX(), event.getScreenY()));
        focusedProperty().addListener((property, old, now) -> {
            if (!now) {
                select(0, 0);
            }
        });
        widthProperty().addListener(changed -> paint());
    }

    /** A text in one style. */
    public static SelectableText of(String text, String... styleClasses) {
        SelectableText flow = new SelectableText();
        flow.getStyleClass().addAll(styleClasses);
        flow.setText(text);
        return flow;
    }

    /**
     * A sentence with its long identifiers cut short; whole on hover, and when it is copied as a whole.
     *
     * @param words cuts them short
     */
    public static SelectableText told(String whole, Function<String, String> words, String... styleClasses) {
        SelectableText flow = of("", styleClasses);
        flow.tell(words.apply(whole), whole);
        return flow;
    }

    /** Shows a text that stands for a longer one. */
    public void tell(String brief, String longer) {
        setText(brief);
        whole = Words.line(longer);
        if (!whole.equals(brief) && whole.length() <= LONGEST_HOVER) {
            hover.setText(whole);
            Tooltip.install(this, hover);
        }
    }

    /** Shows another text; what was selected is so no longer. */
    public void setText(String text) {
        setRuns(List.of(new Text(text)));
    }

    /** Shows runs of text, each with its own style classes. */
    public void setRuns(List<Text> runs) {
        runs.forEach(run -> run.getStyleClass().add("text"));
        ObservableList<Node> children = getChildren();
        children.setAll(selection);
        children.addAll(runs);
        Tooltip.uninstall(this, hover);
        whole = text();
        setAccessibleText(whole);
        select(0, 0);
    }

    /** The whole text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        getChildren().forEach(node -> {
            if (node instanceof Text run) {
                text.append(run.getText());
            }
        });
        return text.toString();
    }

    /** What is selected; the whole text, with nothing cut short, when nothing is. */
    public String selectedText() {
        String text = text();
        int from = Math.min(anchor, caret);
        int to = Math.min(Math.max(anchor, caret), text.length());
        return from == to ? whole : text.substring(from, to);
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        requestFocus();
        int at = at(event);
        switch (event.getClickCount()) {
            case 1 -> select(event.isShiftDown() ? anchor : at, at);
            case 2 -> word(at);
            default -> select(0, text().length());
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (event.isPrimaryButtonDown()) {
            select(anchor, at(event));
            event.consume();
        }
    }

    private void typed(KeyEvent event) {
        if (COPY.match(event)) {
            copy();
            event.consume();
        } else if (ALL.match(event)) {
            select(0, text().length());
            event.consume();
        }
    }

    private int at(MouseEvent event) {
        return hitTest(new Point2D(event.getX() - getInsets().getLeft(), event.getY() - getInsets().getTop())).getInsertionIndex();
    }

    private void word(int at) {
        String text = text();
        int from = Math.min(at, text.length());
        int to = from;
        while (from > 0 && !Character.isWhitespace(text.charAt(from - 1))) {
            from--;
        }
        while (to < text.length() && !Character.isWhitespace(text.charAt(to))) {
            to++;
        }
        select(from, to);
    }

    private void select(int from, int to) {
        anchor = from;
        caret = to;
        paint();
    }

    private void paint() {
        if (anchor == caret) {
            selection.getElements().clear();
        } else {
            selection.getElements().setAll(rangeShape(Math.min(anchor, caret), Math.max(anchor, caret)));
            selection.setLayoutX(getInsets().getLeft());
            selection.setLayoutY(getInsets().getTop());
        }
    }

    private void copy() {
        toClipboard(selectedText());
    }

    private ContextMenu menu() {
        MenuItem copy = new MenuItem("Copy");
        copy.setOnAction(event -> copy());
        MenuItem all = new MenuItem("Copy all of it");
        all.setOnAction(event -> toClipboard(whole));
        return new ContextMenu(copy, all);
    }

    public static void toClipboard(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
