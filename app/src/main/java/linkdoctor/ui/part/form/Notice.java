package linkdoctor.ui.part.form;

import java.util.Locale;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

import linkdoctor.ui.part.Icons;
import linkdoctor.ui.part.SelectableText;

/** A sentence in its place on a page, with a mark before it; not there while the sentence is empty. */
public final class Notice extends HBox {
    /** What kind of sentence it is. */
    public enum Kind {
        /** Something was refused or went wrong. */
        TROUBLE(BootstrapIcons.EXCLAMATION_OCTAGON),
        /** Something to know, or an offer. */
        HINT(BootstrapIcons.INFO_CIRCLE);

        private final BootstrapIcons icon;

        Kind(BootstrapIcons icon) {
            this.icon = icon;
        }
    }

    /** @param offers buttons behind the sentence */
    public Notice(Kind kind, ObservableValue<String> sentence, Node... offers) {
        getStyleClass().addAll("notice", kind.name().toLowerCase(Locale.ROOT));
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        SelectableText text = SelectableText.of("");
        text.setMinWidth(0);
        setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(Icons.of(kind.icon), text);
        getChildren().addAll(offers);
        visibleProperty().bind(sentence.map(said -> !said.isEmpty()));
        managedProperty().bind(visibleProperty());
        sentence.subscribe(said -> {
            text.setText(said);
            setAccessibleText(said);
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        });
    }
}
