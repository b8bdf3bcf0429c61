package linkdoctor.ui;

import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import linkdoctor.ui.model.Place;

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
