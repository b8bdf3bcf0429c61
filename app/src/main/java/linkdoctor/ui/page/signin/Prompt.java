package linkdoctor.ui.page.signin;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import linkdoctor.probe.SignInPrompt;
import linkdoctor.ui.part.CopyButton;
import linkdoctor.ui.part.SelectableText;

/** What a person must do now to sign in, with all that is needed for it. */
public final class Prompt extends VBox {
    private static final int MINUTE = 60;
    private static final int ADDRESS = 90;
    private final Consumer<URI> openLink;
    private final Runnable cancel;
    private final Timeline clock = new Timeline();

    /** @param openLink opens a page in the browser */
    public Prompt(Consumer<URI> openLink, Runnable cancel) {
        this.openLink = openLink;
        this.cancel = cancel;
        getStyleClass().addAll("card", "sign-in-prompt");
        clock.setCycleCount(Animation.INDEFINITE);
    }

    /** Shows what is asked now. */
    public void show(SignInPrompt prompt) {
        clock.stop();
        switch (prompt) {
            case SignInPrompt.DeviceCode(String code, URI page, Instant expires, String sentence) -> device(code, page, expires);
            case SignInPrompt.Browser(URI page, String sentence) -> browser(page);
        }
    }

    /** What one does first, for the focus. */
    public Node first() {
        return lookup("#open-page");
    }

    /** Nothing is asked any more. */
    public void over() {
        clock.stop();
        getChildren().clear();
    }

    private void device(String code, URI page, Instant expires) {
        SelectableText large = SelectableText.of(code, "mono", "device-code");
        large.setId("device-code");
        HBox codeRow = new HBox(large, new CopyButton("the code", () -> code));
        codeRow.setAlignment(Pos.CENTER_LEFT);
        codeRow.getStyleClass().add("row");
        Label left = new Label(left(expires));
        left.setId("time-left");
        left.setWrapText(true);
        left.getStyleClass().add("text-muted");
        clock.getKeyFrames().setAll(new KeyFrame(javafx.util.Duration.seconds(1), tick -> left.setText(left(expires))));
        clock.play();
        getChildren().setAll(said("Enter this code on the sign-in page, on this machine or any other:"), codeRow,
                address(page), buttons("_Open the page", page, "accent"), left);
    }

    private void browser(URI page) {
        getChildren().setAll(said("A browser window is open: sign in there. This page goes on by itself."),
                said("When no window has opened, open this address in a browser of this machine:"), address(page), buttons("_Open it again", page));
    }

    private static Label said(String text) {
        Label said = new Label(text);
        said.setWrapText(true);
        return said;
    }

    private static Node address(URI page) {
        SelectableText text = SelectableText.of(shortened(page.toString()), "mono");
        text.setAccessibleText(page.toString());
        text.setId("sign-in-address");
        text.setMinWidth(0);
        HBox row = new HBox(text, new CopyButton("the address", page::toString));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("row");
        return row;
    }

    /** The query of a sign-in page is for machines alone; the whole is what is copied. */
    private static String shortened(String page) {
        return page.length() <= ADDRESS ? page : page.substring(0, ADDRESS) + "\u2026";
    }

    private Node buttons(String openName, URI page, String... styleClasses) {
        Button open = new Button(openName);
        open.setId("open-page");
        open.getStyleClass().addAll(styleClasses);
        open.setOnAction(event -> openLink.accept(page));
        Button give = new Button("Cancel");
        give.setId("cancel-sign-in");
        give.setTooltip(new javafx.scene.control.Tooltip("Esc"));
        give.setOnAction(event -> cancel.run());
        FlowPane buttons = new FlowPane(open, give);
        buttons.getStyleClass().add("buttons");
        return buttons;
    }

    private static String left(Instant expires) {
        long seconds = Duration.between(Instant.now(), expires).toSeconds();
        return seconds <= 0 ? "The code has expired: cancel, and sign in again."
                : "Waiting for the sign-in. The code is good for another "
                + (seconds >= MINUTE ? seconds / MINUTE + " min " : "") + seconds % MINUTE + " s.";
    }
}
