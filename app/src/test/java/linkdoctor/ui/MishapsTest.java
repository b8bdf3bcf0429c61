package linkdoctor.ui;

import java.util.List;

import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import linkdoctor.ui.model.Place;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever goes wrong unforeseen is told in one dialog, and the wizard goes on. */
@ExtendWith(ApplicationExtension.class)
class MishapsTest {
    private static final String SECRET = "client_secret=hunter2";
    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private Window window;

    @Start
    void open(Stage stage) throws Exception {
        // TestFX has a handler of its own and throws later what it caught; here the program's is what is tested.
        WaitForAsyncUtils.autoCheckException = false;
        window = Window.open(stage);
        Thread.setDefaultUncaughtExceptionHandler(window.wizard.unforeseen());
    }

    @AfterEach
    void close() throws Exception {
        Thread.setDefaultUncaughtExceptionHandler(before);
        Window.on(() -> dialogs().stream().peek(javafx.stage.Window::hide).count());
        window.close();
        WaitForAsyncUtils.clearExceptions();
        WaitForAsyncUtils.autoCheckException = true;
    }

    private static List<javafx.stage.Window> dialogs() {
        return javafx.stage.Window.getWindows().stream().filter(one -> one.getScene() != null && one.getScene().getRoot() instanceof DialogPane).toList();
    }

    private static DialogPane dialog() {
        return (DialogPane) dialogs().getFirst().getScene().getRoot();
    }

    private void untilTold() throws Exception {
        window.until(() -> !dialogs().isEmpty());
    }

    private void onDrawingThread() {
        javafx.application.Platform.runLater(() -> {
            throw new IllegalStateException(SECRET);
        });
    }

    @Test
    void anEventHandlerThatThrowsIsTold() throws Exception {
        Window.on(() -> {
            Button back = window.at("#run-all", Button.class);
            back.setOnAction(event -> {
                throw new IllegalStateException(SECRET);
            });
            return true;
        });
        // As a click comes: from the toolkit, with no code of ours around it.
        javafx.application.Platform.runLater(() -> window.at("#run-all", Button.class).fireEvent(new javafx.event.ActionEvent()));
        untilTold();
        assertThat(Window.<String>on(() -> dialog().getHeaderText())).matches("Something went wrong inside Link Doctor \\(LD-.{4}-.{4}\\)\\.");
        assertThat(Window.<String>on(() -> dialog().getContentText())).contains("kept");
    }

    @Test
    void aJobAndAThreadOfALibraryAreTold() throws Exception {
        window.model.work().start("broken", () -> {
            throw new IllegalStateException(SECRET);
        }, never -> { });
        untilTold();
        Window.on(() -> dialogs().stream().peek(javafx.stage.Window::hide).count());
        Thread.ofPlatform().start(() -> {
            throw new IllegalStateException(SECRET);
        });
        untilTold();
    }

    @Test
    void manyAtOnceAreOneDialogWhoseDetailsAreCopiedWithoutWhatTheySaid() throws Exception {
        window.practise("connection-pending");
        window.finished();
        for (int times = 0; times < 20; times++) {
            onDrawingThread();
        }
        untilTold();
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Window.<Integer>on(() -> dialogs().size())).isEqualTo(1);
        assertThat(Window.<String>on(() -> dialog().getContentText())).contains("19 more times");
        Window.on(() -> {
            ((Button) dialog().lookup("#copy-details")).fire();
            return true;
        });
        String copied = Window.on(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).contains("IllegalStateException", "LD-").doesNotContain("hunter2")
                .isEqualTo(Window.<String>on(() -> ((TextArea) dialog().getExpandableContent()).getText()));
        Window.on(() -> dialogs().stream().peek(javafx.stage.Window::hide).count());

        window.go(Place.Page.DIAGNOSIS);
        assertThat(window.texts()).contains("Pending");
        onDrawingThread();
        untilTold();
    }
}
