package linkdoctor.ui;

import java.nio.file.Files;
import java.nio.file.Path;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import linkdoctor.session.OldSessions;
import linkdoctor.ui.model.Place;

import static org.assertj.core.api.Assertions.assertThat;

/** Two sessions side by side, from what was just seen and from the start page. */
@ExtendWith(ApplicationExtension.class)
class ComparePageTest {
    private Window window;

    @Start
    void open(Stage stage) throws Exception {
        window = Window.open(stage);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void whatWasSeenIsComparedWithAnEarlierSessionByKeyboard(FxRobot robot) throws Exception {
        Files.copy(OldSessions.FROZEN, window.sessions.resolve("earlier.json"));
        window.practise("healthy");
        window.finished();
        robot.press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
        window.until(() -> window.stage.getScene().lookup(".recent-row") != null);
        assertThat(Window.on(() -> window.stage.getScene().getFocusOwner().getId())).isEqualTo("compare-file");
        assertThat(window.texts()).contains("Choose another session of the same vault");
        robot.type(KeyCode.TAB).type(KeyCode.SPACE);
        window.until(() -> window.stage.getScene().lookup(".difference") != null);
        assertThat(window.texts()).contains("What changed?", "Fixed", "Before: No zone privatelink.vaultcore.azure.net is linked to vnet-app.",
                "The private DNS zone is not linked to the network that asks", "not linked → Completed", "52.168.109.101 → 10.1.1.5");
        assertThat(Window.on(() -> window.stage.getScene().getFocusOwner().getId())).isEqualTo("compare-another");
        robot.type(KeyCode.SPACE);
        window.until(() -> window.stage.getScene().lookup(".difference") == null);
        assertThat(window.texts()).contains("Choose another session of the same vault");
    }

    @Test
    void aRecentSessionIsComparedFromTheStartPageAndWhatIsNoSessionIsRefusedThere() throws Exception {
        Path earlier = Files.copy(OldSessions.FROZEN, window.sessions.resolve("earlier.json"));
        window.go(Place.Page.ABOUT);
        window.go(Place.Page.WELCOME);
        window.until(() -> window.at("#recent", VBox.class).lookup(".button-icon") != null);
        Button beside = Window.on(() -> (Button) window.at("#recent", VBox.class).lookup(".button-icon"));
        window.run(beside::fire);
        window.until(() -> window.model.navigation().place().get() == Place.Page.COMPARE);
        assertThat(window.texts()).contains("No other session of this vault is kept on this machine.");
        window.run(() -> window.model.compare().with(window.sessions.resolve("none.json")));
        window.until(() -> window.at("#compare-refused", Node.class).isVisible());
        assertThat(window.texts()).contains("There is no file");
        Files.delete(earlier);
        window.go(Place.Page.WELCOME);
        window.run(beside::fire);
        window.until(() -> window.at("#refused", Node.class).isVisible());
        assertThat(window.model.navigation().place().get()).isEqualTo(Place.Page.WELCOME);
    }
}
