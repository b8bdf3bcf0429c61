package linkdoctor.ui.model.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import linkdoctor.Practice;
import linkdoctor.check.Diagnosis;
import linkdoctor.check.Status;
import linkdoctor.lab.Lab;
import linkdoctor.lab.Scenarios;
import linkdoctor.session.Shelf;
import linkdoctor.session.Tool;
import linkdoctor.ui.Desk;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.WizardModel;

import static org.assertj.core.api.Assertions.assertThat;

/** Sessions that are kept, and opening them again. */
class RecentModelTest {
    private static final Tool TOOL = new Tool("linkdoctor", "test");
    private final Desk desk = new Desk();
    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        desk.close();
        assertThat(desk.unexpected()).isEmpty();
    }

    @Test
    void theNewestStandFirstAndAnInterruptedOneIsOffered() throws Exception {
        Shelf shelf = new Shelf(folder.resolve("sessions"));
        RecentModel recent = new RecentModel(desk.work(), shelf);
        try (Lab lab = Lab.start(Scenarios.named("zone-not-linked").orElseThrow())) {
            shelf.save(Practice.look(lab), TOOL, Instant.now());
        }
        desk.run(recent::load);
        desk.until("a session", () -> recent.entries().size() == 1);
        assertThat(desk.on(() -> recent.entries().getFirst())).satisfies(entry -> {
            assertThat(entry.vault()).isEqualTo("fabrikam");
            assertThat(entry.worst()).isEqualTo(Status.FAIL);
            assertThat(entry.root()).isPresent();
            assertThat(entry.whole()).isTrue();
        });
        assertThat(desk.on(() -> recent.interrupted().get())).isEmpty();

        shelf.save(interrupted(), TOOL, Instant.now());
        desk.run(recent::load);
        desk.until("the second", () -> recent.entries().size() == 2);
        assertThat(desk.on(() -> recent.interrupted().get().orElseThrow())).isEqualTo(desk.on(() -> recent.entries().getFirst()));
    }

    private Diagnosis interrupted() throws Exception {
        AtomicReference<Diagnosis> kept = new AtomicReference<>();
        try (Lab lab = Lab.start(Scenarios.named("arm-hangs").orElseThrow())) {
            WizardModel model = new WizardModel(Practice.engine(lab), desk.work(), Duration.ofSeconds(1), seen -> kept.set(seen.diagnosis()));
            desk.run(() -> model.practise(model.engine().scenarios().getFirst()));
            desk.until("the first facts", () -> model.run().diagnosis().get().isPresent());
            desk.run(() -> model.run().cancel());
            desk.until("the end", () -> model.run().idle());
            desk.run(model::close);
        }
        return kept.get();
    }

    @Test
    void aKeptSessionOpensAtItsDiagnosisAndAnotherFileIsRefused() throws Exception {
        Path file;
        try (Lab lab = Lab.start(Scenarios.named("healthy").orElseThrow())) {
            file = new Shelf(folder).save(Practice.look(lab), TOOL, Instant.now());
        }
        WizardModel model = new WizardModel(Practice.engine(), desk.work(), Duration.ofSeconds(1), seen -> { });
        List<String> refused = new java.util.concurrent.CopyOnWriteArrayList<>();
        Path other = Files.writeString(folder.resolve("other.json"), "{}");
        desk.run(() -> model.open(other, refused::add));
        desk.until("a refusal", () -> !refused.isEmpty());
        assertThat(refused.getFirst()).endsWith("is not a session of Link Doctor.");
        assertThat(desk.on(() -> model.navigation().place().get())).isEqualTo(Place.Page.WELCOME);
        desk.run(() -> model.open(file, refused::add));
        desk.until("the diagnosis", () -> model.navigation().place().get() == Place.Page.DIAGNOSIS);
        assertThat(desk.on(() -> model.target().get().orElseThrow().vault())).isEqualTo("fabrikam");
    }
}
