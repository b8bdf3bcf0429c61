package linkdoctor.ui.page.welcome;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import linkdoctor.Practice;
import linkdoctor.ui.Desk;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.WizardModel;

import static org.assertj.core.api.Assertions.assertThat;

/** Files that are no sessions, and the words for when one was. */
class SessionDoorTest {
    @Test
    void whatIsNoSessionIsRefusedOnTheWelcomePage(@TempDir Path folder) throws Exception {
        Path picture = Files.writeString(folder.resolve("picture.json"), "not JSON");
        try (Desk desk = new Desk()) {
            WizardModel model = new WizardModel(Practice.engine(), desk.work(), Duration.ofSeconds(1), seen -> { });
            SessionDoor door = new SessionDoor(model);
            desk.run(() -> {
                model.navigation().go(Place.Page.EXPLAIN);
                door.open(picture);
            });
            desk.until("a refusal", () -> !door.refused().get().isEmpty());
            assertThat(desk.on(() -> door.refused().get())).startsWith(picture.toString()).endsWith(".");
            assertThat(desk.on(() -> model.navigation().place().get())).isEqualTo(Place.Page.WELCOME);
            assertThat(desk.unexpected()).isEmpty();
        }
    }

    @Test
    void whenIsSaidAsOneSaysItToday() {
        Instant now = Instant.parse("2026-01-02T09:00:00Z");
        assertThat(When.said(Instant.parse("2026-01-02T08:05:09Z"), now)).isEqualTo("Today, 08:05 UTC");
        assertThat(When.said(Instant.parse("2026-01-01T23:59:59Z"), now)).isEqualTo("Yesterday, 23:59 UTC");
        assertThat(When.said(Instant.parse("2025-11-03T14:03:00Z"), now)).isEqualTo("3 Nov 2025, 14:03 UTC");
        assertThat(When.said(Instant.parse("2026-03-04T14:03:00Z"), Instant.parse("2026-05-01T00:00:00Z"))).isEqualTo("4 Mar, 14:03 UTC");
    }
}
