package linkdoctor.ui.part.form;

import javafx.geometry.Pos;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import linkdoctor.ui.part.CopyButton;
import linkdoctor.ui.part.SelectableText;

/** An identifier shortened in its middle; whole on hover, to screen readers and when copied. */
public final class LongId extends HBox {
    private static final int SHORT = 18;
    private static final int ENDS = 8;

    /** @param what what it identifies, as in "the object id" */
    public LongId(String what, String id) {
        getStyleClass().add("long-id");
        setAlignment(Pos.CENTER_LEFT);
        SelectableText text = SelectableText.of(shortened(id), "mono");
        text.setAccessibleText(id);
        Tooltip.install(text, new Tooltip(id));
        getChildren().addAll(text, new CopyButton(what, () -> id));
    }

    /** The same with its middle left out, where it is long. */
    public static String shortened(String id) {
        return id.length() <= SHORT ? id : id.substring(0, ENDS) + "\u2026" + id.substring(id.length() - ENDS);
    }
}
