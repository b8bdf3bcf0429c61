package linkdoctor.ui.model.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import linkdoctor.Practice;
import linkdoctor.check.Change;
import linkdoctor.check.Diagnosis;
import linkdoctor.check.Healthy;
import linkdoctor.check.compare.Comparison;
import linkdoctor.check.compare.Side;
import linkdoctor.facts.Cloud;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.session.OldSessions;
import linkdoctor.session.Shelf;
import linkdoctor.session.Tool;
import linkdoctor.ui.Desk;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.model.WizardModel;

import static org.assertj.core.api.Assertions.assertThat;

/** Choosing two sessions, and what becomes of them. */
class CompareModelTest {
    private static final Instant LATER = Instant.parse("2026-11-23T09:00:00Z");
    private final Desk desk = new Desk();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    @TempDir
    private Path folder;
    private Shelf shelf;
    private WizardModel wizard;
    private CompareModel model;

    @BeforeEach
    void open() {
        shelf = new Shelf(folder);
        wizard = new WizardModel(Practice.engine(), desk.work(), Duration.ofSeconds(1), seen -> { });
        model = wizard.compare();
    }

    @AfterEach
    void close() {
        desk.close();
        assertThat(desk.unexpected()).isEmpty();
    }

    private Path kept(Snapshot facts) throws Exception {
        return shelf.save(Diagnosis.of(facts), new Tool("linkdoctor", "0.2.0"), LATER.plusSeconds(2));
    }

    private Path healed() throws Exception {
        return kept(Healthy.snapshot().with("started", LATER));
    }

    private void begin(Path session) throws Exception {
        Optional<Side> before = desk.on(() -> model.first().get());
        desk.run(() -> wizard.compare(session, refused::add));
        desk.until("the first", () -> model.first().get() != before || !refused.isEmpty());
    }

    private Comparison with(Path session) throws Exception {
        desk.run(() -> model.with(session));
        desk.until("a comparison", () -> model.comparison().get().isPresent());
        return desk.on(() -> model.comparison().get().orElseThrow());
    }

    @Test
    void theEarlierOneComesFirstWhicheverIsChosenFirst() throws Exception {
        Path healed = healed();
        begin(healed);
        assertThat(desk.on(() -> wizard.navigation().place().get())).isEqualTo(Place.Page.COMPARE);
        Comparison one = with(OldSessions.FROZEN);
        assertThat(one.before().version()).isEqualTo("0.1.0");
        assertThat(one.after().version()).isEqualTo("0.2.0");
        assertThat(one.tally()).containsOnlyKeys(Change.FIXED);
        begin(OldSessions.FROZEN);
        assertThat(with(healed)).isEqualTo(one);
    }

    @Test
    void anotherCanBeChosenAndBeginningAnewForgetsTheLast() throws Exception {
        begin(healed());
        with(OldSessions.FROZEN);
        desk.run(model::again);
        assertThat(desk.on(() -> model.comparison().get())).isEmpty();
        assertThat(desk.on(() -> model.first().get())).isPresent();
        with(OldSessions.FROZEN);
        desk.run(() -> model.begin(Diagnosis.of(Healthy.snapshot())));
        assertThat(desk.on(() -> model.comparison().get())).isEmpty();
    }

    @Test
    void whatCannotBeComparedIsToldInASentence() throws Exception {
        Path other = Files.writeString(folder.resolve("other.txt"), "{}");
        begin(other);
        assertThat(refused).singleElement().asString().endsWith("is not a session of Link Doctor.");
        assertThat(desk.on(() -> wizard.navigation().place().get())).isEqualTo(Place.Page.WELCOME);
        refused.clear();
        begin(OldSessions.FROZEN);
        desk.run(() -> model.with(other));
        desk.until("a refusal", () -> model.refused().get().endsWith("is not a session of Link Doctor."));
        Target contoso = new Target("contoso", "contoso", Cloud.PUBLIC, Optional.empty(), Optional.empty(), Optional.empty());
        Path another = kept(Healthy.snapshot().with("target", contoso));
        desk.run(() -> model.with(another));
        desk.until("another refusal", () -> model.refused().get().startsWith("The two sessions are of different vaults"));
        assertThat(desk.on(() -> model.comparison().get())).isEmpty();
        with(healed());
        assertThat(desk.on(() -> model.refused().get())).isEmpty();
    }

    @Test
    void otherLooksAtTheSameVaultAreOffered() throws Exception {
        Snapshot healthy = Healthy.snapshot();
        healed();
        kept(healthy);
        kept(healthy.with("target", new Target("contoso", "contoso", Cloud.PUBLIC, Optional.empty(), Optional.empty(), Optional.empty())));
        assertThat(shelf.recent()).hasSize(3).noneMatch(model::fits);
        desk.run(() -> model.begin(Diagnosis.of(healthy)));
        assertThat(shelf.recent().stream().filter(model::fits)).singleElement().satisfies(entry -> assertThat(entry.started()).isEqualTo(LATER));
    }

    @Test
    void withNothingSeenThereIsNothingToCompare() throws Exception {
        desk.run(wizard::compareThis);
        assertThat(desk.on(() -> wizard.navigation().place().get())).isEqualTo(Place.Page.WELCOME);
        desk.run(() -> wizard.open(OldSessions.FROZEN, refused::add));
        desk.until("the diagnosis", () -> wizard.navigation().place().get() == Place.Page.DIAGNOSIS);
        desk.run(wizard::compareThis);
        assertThat(desk.on(() -> wizard.navigation().place().get())).isEqualTo(Place.Page.COMPARE);
        assertThat(desk.on(() -> model.first().get())).isPresent();
    }
}
