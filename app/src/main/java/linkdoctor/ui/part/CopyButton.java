package linkdoctor.ui.part;

import java.util.function.Supplier;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.util.Duration;

import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** A button that copies a text and says that it has. */
public final class CopyButton extends Button {
    private static final Duration SAID = Duration.seconds(1.5);

    /**
     * @param what what is copied, for screen readers and the tooltip: "the command"
     */
    public CopyButton(String what, Supplier<String> text) {
        super(null, Icons.of(BootstrapIcons.CLIPBOARD));
        getStyleClass().addAll("flat", "copy");
        setAccessibleText("Copy " + what);
        setTooltip(new javafx.scene.control.Tooltip("Copy " + what));
        PauseTransition back = new PauseTransition(SAID);
        back.setOnFinished(event -> {
            setText(null);
            setGraphic(Icons.of(BootstrapIcons.CLIPBOARD));
        });
        setOnAction(event -> {
            SelectableText.toClipboard(text.get());
            setText("Copied");
            setGraphic(Icons.of(BootstrapIcons.CHECK2));
            back.playFromStart();
        });
    }
}
