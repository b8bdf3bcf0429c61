package linkdoctor.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;

import linkdoctor.ui.part.SelectableText;

/** What of a window cannot be read, or not be used without a mouse or without seeing it, a sentence each. */
final class Audit {
    private static final double HAIR = 1;
    private final Scene scene;
    private final String where;
    private final List<Node> seen = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    private Audit(Scene scene, String where) {
        this.scene = scene;
        this.where = where;
    }

    /** @param where the page, as the sentences name it */
    static List<String> of(Scene scene, String where) {
        Audit audit = new Audit(scene, where);
        audit.walk(scene.getRoot());
        audit.seen.stream().filter(Node::isFocusTraversable).filter(node -> !node.isDisabled()).forEach(audit::named);
        audit.seen.forEach(audit::iconAlone);
        audit.seen.forEach(audit::whole);
        audit.seen.forEach(audit::upAndDown);
        audit.mnemonics();
        audit.focus();
        return audit.wrong;
    }

    private void walk(Node node) {
        if (node.isVisible()) {
            seen.add(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(this::walk);
            }
        }
    }

    private void say(Node node, String what) {
        wrong.add(where + ": " + node.getClass().getSimpleName() + " " + Optional.ofNullable(node.getId()).orElse(String.valueOf(node.getStyleClass()))
                + text(node).map(text -> " \"" + text + "\"").orElse("") + " " + what);
    }

    private static Optional<String> text(Node node) {
        return node instanceof Labeled labeled ? Optional.ofNullable(labeled.getText()).map(text -> labeled.isMnemonicParsing() ? text.replace("_", "") : text)
                .filter(text -> !text.isBlank()) : Optional.empty();
    }

    private static boolean told(Node node) {
        return node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
    }

    private void named(Node node) {
        boolean labelled = seen.stream().anyMatch(one -> one instanceof Label label && label.getLabelFor() == node && text(label).isPresent());
        if (!told(node) && text(node).isEmpty() && !labelled) {
            say(node, "takes the focus and has no name");
        }
    }

    private void iconAlone(Node node) {
        if (node instanceof ButtonBase button && text(button).isEmpty() && button.getGraphic() != null) {
            boolean words = button.getGraphic() instanceof Parent parent && parent.lookupAll(".label").stream().anyMatch(one -> text(one).isPresent());
            if (!told(button) || button.getTooltip() == null && !words) {
                say(button, "is an icon without words for it");
            }
        }
    }

    /** Neither cut short, nor cut off, nor outside the window. */
    private void whole(Node node) {
        if (node instanceof SelectableText flow && flow.prefHeight(flow.getWidth()) > flow.getHeight() + HAIR) {
            wrong.add(where + ": the end of \"" + flow.text() + "\" is cut off");
        }
        if (node instanceof Labeled labeled && text(labeled).isPresent()) {
            String full = text(labeled).get();
            boolean drawn = drawnIn(labeled).anyMatch(one -> one instanceof Text text && text.getText().equals(full));
            if (!drawn && !toldOnHover(labeled, full)) {
                say(labeled, "is cut short");
            }
            Bounds at = labeled.localToScene(labeled.getLayoutBounds());
            boolean scrolls = above(labeled).anyMatch(ScrollPane.class::isInstance);
            if (at.getMinX() < -HAIR || at.getMaxX() > scene.getWidth() + HAIR || !scrolls && at.getMaxY() > scene.getHeight() + HAIR) {
                say(labeled, "is outside the window");
            }
        }
    }

    /** A page goes up and down alone; text that one types or that is code may go sideways in its own field. */
    private void upAndDown(Node node) {
        if (node instanceof ScrollPane pane && pane.getContent() != null && above(pane).noneMatch(TextInputControl.class::isInstance)
                && pane.getContent().getLayoutBounds().getWidth() > pane.getViewportBounds().getWidth() + HAIR) {
            say(pane, "must be scrolled sideways");
        }
    }

    /** A pane draws its title in a part of its own. */
    private static Stream<Node> drawnIn(Labeled labeled) {
        return labeled.getChildrenUnmodifiable().stream().flatMap(one -> one.getStyleClass().contains("title") && one instanceof Parent title
                ? title.getChildrenUnmodifiable().stream() : Stream.of(one));
    }

    private static boolean toldOnHover(Labeled labeled, String full) {
        return Stream.concat(Stream.of(labeled), above(labeled)).anyMatch(node -> node instanceof Control control && control.getTooltip() != null
                && control.getTooltip().getText().contains(full) || node.getStyleClass().contains("hop") && told(node));
    }

    private static Stream<Parent> above(Node node) {
        return Stream.iterate(node.getParent(), parent -> parent != null, Parent::getParent);
    }

    private void mnemonics() {
        Map<Character, Labeled> used = new HashMap<>();
        for (Node node : seen) {
            if (node instanceof Labeled labeled && labeled.isMnemonicParsing() && labeled.getText() != null) {
                int at = labeled.getText().indexOf('_') + 1;
                if (at > 0 && at < labeled.getText().length()) {
                    Labeled other = used.putIfAbsent(Character.toLowerCase(labeled.getText().charAt(at)), labeled);
                    if (other != null) {
                        say(labeled, "has the same mnemonic as \"" + other.getText() + "\"");
                    }
                }
            }
        }
    }

    private void focus() {
        Node focused = scene.getFocusOwner();
        if (focused == null || focused.isDisabled() || !seen.contains(focused)) {
            wrong.add(where + ": nothing that is seen has the focus, but " + focused);
        }
    }
}
