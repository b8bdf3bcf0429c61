package linkdoctor.ui.page;

import java.util.Optional;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** A page of the wizard. It is built once, when it is first shown. */
public interface Page {

    /** What the page is about, as a question or a few words. */
    String title();

    /** Everything beneath the title. */
    Node view();

    /** Each time the page comes to the front. */
    default void shown() {
    }

    /** Where the eye is when the page comes to the front. */
    Node focus();

    /** What the button at the lower right does here; empty goes to the next page. */
    default Optional<Next> next() {
        return Optional.empty();
    }

    /**
     * The one thing to do next.
     *
     * @param text with an underscore before the mnemonic
     */
    record Next(String text, Runnable action, ObservableValue<Boolean> possible) {
    }
}
