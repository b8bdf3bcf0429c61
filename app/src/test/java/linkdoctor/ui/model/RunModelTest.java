package linkdoctor.ui.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import linkdoctor.Practice;
import linkdoctor.check.Change;
import linkdoctor.check.Checklist;
import linkdoctor.check.Diagnosis;
import linkdoctor.check.Section;
import linkdoctor.check.Status;
import linkdoctor.engine.Engine;
import linkdoctor.facts.Failure;
import linkdoctor.lab.Lab;
import linkdoctor.lab.Scenarios;
import linkdoctor.ui.Desk;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs of the wizard on the lab, without a window. */
class RunModelTest {
    private static final Section ZONE = Checklist.SECTIONS.get(6);
    private static final Section CONNECTION = Checklist.SECTIONS.get(2);
    private final List<RunModel.Seen> kept = new CopyOnWriteArrayList<>();
    private final Desk desk = new Desk();
    private Lab lab;
    private WizardModel model;

    @BeforeEach
    void nothingYet() {
        kept.clear();
    }

    @AfterEach
    void close() throws Exception {
        desk.run(model::close);
        desk.close();
        lab.close();
        assertThat(desk.unexpected()).isEmpty();
    }

    private void practise(String scenario) throws Exception {
        lab = Lab.start(Scenarios.named(scenario).orElseThrow());
        model = new WizardModel(Practice.engine(lab), desk.work(), Duration.ofMillis(20), kept::add);
        Engine.Scenario one = model.engine().scenarios().stream().filter(s -> s.name().equals(scenario)).findFirst().orElseThrow();
        desk.run(() -> model.practise(one));
    }

    private void finished() throws Exception {
        desk.until("the run's end", () -> model.run().idle() && model.run().diagnosis().get().isPresent());
    }

    private Diagnosis diagnosis() throws Exception {
        return desk.on(() -> model.run().diagnosis().get().orElseThrow());
    }

    private String root() throws Exception {
        return diagnosis().root().map(root -> root.found().finding().code()).orElse("");
    }

    @Test
    void resultsArriveWhileTheRunGoesOnAndTheFirstPageIsTheFirstSection() throws Exception {
        List<Activity.Looking> told = new ArrayList<>();
        lab = Lab.start(Scenarios.named("zone-not-linked").orElseThrow());
        model = new WizardModel(Practice.engine(lab), desk.work(), Duration.ofMillis(20), kept::add);
        desk.run(() -> model.run().activity().addListener((property, old, now) -> {
            if (now instanceof Activity.Looking looking) {
                told.add(looking);
            }
        }));
        desk.run(() -> model.practise(model.engine().scenarios().stream().filter(s -> s.name().equals("zone-not-linked")).findFirst().orElseThrow()));
        finished();
        assertThat(root()).isEqualTo("zone.not-linked");
        assertThat(desk.on(() -> model.navigation().place().get())).isEqualTo(Place.section(0));
        assertThat(told).anySatisfy(looking -> assertThat(looking.at()).isNotEmpty());
        assertThat(told).anySatisfy(looking -> assertThat(looking.open()).isNotEmpty());
        assertThat(told).extracting(Activity.Looking::done).allSatisfy(done -> assertThat(done).isBetween(0.0, 1.0));
        assertThat(kept.getLast().open()).isEmpty();
        assertThat(kept.getLast().diagnosis()).isEqualTo(diagnosis());
    }

    @Test
    void whatASectionSaysOnceItsFactsAreInIsWhatItSaysAtTheEnd() throws Exception {
        practise("zone-not-linked");
        finished();
        for (RunModel.Seen seen : kept) {
            for (Section section : Checklist.SECTIONS) {
                if (section.facts().stream().noneMatch(seen.open()::contains)) {
                    assertThat(RunModel.status(seen.diagnosis(), section)).as(section.title()).isEqualTo(RunModel.status(diagnosis(), section));
                }
            }
        }
    }

    @Test
    void lookingAgainAtASectionAfterTheRepairMarksWhatIsFixed() throws Exception {
        practise("connection-pending");
        finished();
        assertThat(root()).isEqualTo("connection.pending");
        Diagnosis before = diagnosis();
        Practice.heal(lab);
        desk.run(() -> model.checkAgain(CONNECTION));
        finished();
        assertThat(desk.on(() -> model.run().changes().get())).containsEntry("connection.approved", Change.FIXED);
        assertThat(RunModel.status(diagnosis(), CONNECTION)).isEqualTo(Status.PASS);
        assertThat(diagnosis().facts().rights()).as("what the section does not rest on is not looked at again").isSameAs(before.facts().rights());
        desk.run(model::runAll);
        finished();
        assertThat(root()).isEmpty();
        assertThat(desk.on(() -> model.run().changes().get())).containsValue(Change.FIXED).doesNotContainValue(Change.NEW);
    }

    @Test
    void watchingEndsWhenTheSectionChangesAndThenLooksAtEverything() throws Exception {
        practise("zone-not-linked");
        finished();
        desk.run(() -> model.watch(ZONE));
        desk.until("a second look", () -> model.run().activity().get() instanceof Activity.Watching watching && watching.times() > 1);
        Practice.heal(lab);
        finished();
        assertThat(root()).isEmpty();
        assertThat(desk.on(() -> model.run().changes().get())).containsEntry("zone.linked", Change.FIXED);
    }

    @Test
    void aCancelledWatchKeepsWhatWasKnown() throws Exception {
        practise("zone-not-linked");
        finished();
        desk.run(() -> model.watch(ZONE));
        desk.until("watching", () -> model.run().activity().get() instanceof Activity.Watching watching && watching.times() > 0);
        desk.run(() -> model.run().cancel());
        finished();
        assertThat(root()).isEqualTo("zone.not-linked");
    }

    @Test
    void aCancelledRunKeepsWhatWasSeenAndSaysSo() throws Exception {
        practise("arm-hangs");
        desk.until("the first facts", () -> model.run().diagnosis().get().isPresent());
        desk.run(() -> model.run().cancel());
        finished();
        assertThat(desk.on(() -> model.run().activity().get())).isInstanceOfSatisfying(Activity.Idle.class,
                idle -> assertThat(idle.said()).contains("Cancelled"));
        assertThat(diagnosis().facts().troubles()).extracting(Failure::kind).contains(Failure.Kind.CANCELLED);
        assertThat(diagnosis().facts().client().known()).isPresent();
        assertThat(kept.getLast().diagnosis()).isEqualTo(diagnosis());
    }

    @Test
    void aSecondRunDoesNotBeginWhileOneGoesOn() throws Exception {
        practise("healthy");
        desk.until("looking", () -> !model.run().idle());
        Activity before = desk.on(() -> model.run().activity().get());
        desk.run(model::runAll);
        assertThat(desk.on(() -> model.run().activity().get() instanceof Activity.Looking)).isTrue();
        assertThat(before).isInstanceOf(Activity.Looking.class);
        finished();
        assertThat(desk.on(() -> model.run().changes().get())).isEqualTo(java.util.Map.of());
        assertThat(desk.on(() -> model.target().get())).isNotEqualTo(Optional.empty());
        assertThat(Set.of(diagnosis().root())).containsExactly(Optional.empty());
    }
}
