package linkdoctor.ui.part.path;

import java.util.function.Consumer;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import linkdoctor.picture.Hop;
import linkdoctor.ui.part.Icons;
import linkdoctor.ui.part.Shown;

/** One hop of the path: a circle with its status on the line, its title and what was found there beneath. */
final class HopMark extends VBox {
    private static final PseudoClass ROOT = PseudoClass.getPseudoClass("root-cause");
    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");
    private static final PseudoClass FOLLOWS = PseudoClass.getPseudoClass("follows");
    /** In widths of an m: below this the title has no room, and the value is shortened. */
    private static final double NARROW = 7.5;
    private static final double TOOLTIP_WIDTH = 420;
    private final StackPane circle = new StackPane();
    private final Label title = label("hop-title");
    private final Label value = label("hop-value");
    private final Label word = label("hop-word");
    private final Tooltip said = new Tooltip();
    private final Consumer<Integer> open;
    private String styleClass = Shown.WAITING.styleClass();
    private int section;
    private boolean low;

    HopMark(Consumer<Integer> open) {
        this.open = open;
        getStyleClass().addAll("hop", styleClass);
        setAlignment(Pos.TOP_CENTER);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        circle.getStyleClass().add("hop-circle");
        circle.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        value.setWrapText(true);
        word.setWrapText(true);
        getChildren().addAll(circle, title, value, word);
        said.setWrapText(true);
        said.setMaxWidth(TOOLTIP_WIDTH);
        Tooltip.install(this, said);
        focusVisibleProperty().addListener((property, old, now) -> tell(now));
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                go();
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                go();
                event.consume();
            }
        });
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setTextAlignment(TextAlignment.CENTER);
        label.setAlignment(Pos.TOP_CENTER);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    void show(Hop hop) {
        Shown shown = shown(hop.state());
        getStyleClass().remove(styleClass);
        styleClass = shown.styleClass();
        getStyleClass().add(styleClass);
        circle.getChildren().setAll(Icons.of(shown.sign()));
        title.setText(hop.title());
        value.setText(hop.value().isEmpty() ? "–" : hop.value());
        // Beside the filled mark and the cut line this is what is left to say, and it keeps to one line.
        word.setText(hop.root() ? "Root cause" : hop.word());
        said.setText(hop.title() + (hop.value().isEmpty() ? "" : ": " + hop.value()) + "\n" + hop.said());
        section = hop.section();
        setAccessibleText(hop.spoken());
        pseudoClassStateChanged(ROOT, hop.breaks());
        pseudoClassStateChanged(FOLLOWS, hop.followsFrom().isPresent());
    }

    static Shown shown(Hop.State state) {
        return switch (state) {
            case FINE -> Shown.FINE;
            case NOTE -> Shown.NOTE;
            case WARNING -> Shown.WARNING;
            case BROKEN -> Shown.BROKEN;
            case COULD_NOT_LOOK -> Shown.COULD_NOT_LOOK;
            case NOT_NEEDED -> Shown.NOT_NEEDED;
            case WAITING -> Shown.WAITING;
        };
    }

    /** Without height to spare the title is all that is written; the rest is told on hover and focus. */
    void low(boolean now) {
        low = now;
        pseudoClassStateChanged(LOW, now);
        title.setWrapText(now);
        shown(value, !now);
        shown(word, !now);
    }

    /** Fits itself into this width: where it is narrow the title gives way, and the value keeps to one line. */
    void fit(double width) {
        boolean narrow = width < NARROW * title.getFont().getSize();
        shown(title, low || !narrow);
        value.setWrapText(!narrow);
    }

    private static void shown(Label label, boolean shown) {
        label.setVisible(shown);
        label.setManaged(shown);
    }

    double circleSize() {
        return circle.getWidth();
    }

    /** How far below its top the line goes through it. */
    double circleMiddle() {
        return circle.getLayoutY() + circle.getHeight() / 2;
    }

    /** What hovering tells is told to the keyboard as well. */
    private void tell(boolean focused) {
        if (focused && getScene() != null && getScene().getWindow() != null && getScene().getWindow().isShowing()) {
            Bounds at = localToScreen(getBoundsInLocal());
            said.show(this, at.getMinX(), at.getMaxY());
        } else {
            said.hide();
        }
    }

    private void go() {
        said.hide();
        open.accept(section);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            go();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
