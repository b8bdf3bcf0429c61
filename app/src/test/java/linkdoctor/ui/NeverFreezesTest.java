package linkdoctor.ui;

import java.util.Locale;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.fix.Side;

import static org.assertj.core.api.Assertions.assertThat;

/** The drawing thread only draws, however slow the servers are. */
@ExtendWith(ApplicationExtension.class)
class NeverFreezesTest {
    private static final long MOST_MILLIS = 100;
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
    void duringARun() throws Exception {
        // Once before, so that loading classes and style sheets for the first time is not what is measured.
        window.practise("zone-not-linked");
        window.finished();
        for (Place place : Place.WAY) {
            window.go(place);
        }
        window.go(Place.section(5));
        try (Heartbeat heartbeat = Heartbeat.start()) {
            window.run(window.model::runAll);
            window.finished();
            assertThat(heartbeat.worstMillis()).as(heartbeat::where).isLessThan(MOST_MILLIS);
        }
    }

    @Test
    void whileScriptsAreChosenAndRead() throws Exception {
        window.practise("not-linked-and-role-missing");
        window.finished();
        readTheScripts();
        try (Heartbeat heartbeat = Heartbeat.start()) {
            readTheScripts();
            assertThat(heartbeat.worstMillis()).as(heartbeat::where).isLessThan(MOST_MILLIS);
        }
    }

    private void readTheScripts() throws Exception {
        window.go(Place.Page.DIAGNOSIS);
        window.go(Place.Page.FIX);
        ListView<?> lines = window.at("#script-lines", ListView.class);
        for (Side side : Side.values()) {
            written();
            window.run(() -> window.at("#side-" + side.name().toLowerCase(Locale.ROOT).replace('_', '-'), ToggleButton.class).fire());
            window.run(() -> lines.scrollTo(lines.getItems().size() - 1));
            window.run(() -> window.stage.getScene().getRoot().lookupAll(".fix-tick").forEach(tick -> ((CheckBox) tick).fire()));
        }
        written();
    }

    private void written() throws Exception {
        window.until(() -> !window.at("#save-scripts", Button.class).isDisabled());
    }

    @Test
    void theHeartbeatHearsWhatHoldsTheThreadUp() throws Exception {
        try (Heartbeat heartbeat = Heartbeat.start()) {
            window.run(NeverFreezesTest::sleep);
            assertThat(heartbeat.worstMillis()).isGreaterThan(MOST_MILLIS);
            assertThat(heartbeat.where()).contains("sleep");
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(10 * MOST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
