package linkdoctor.ui.part.row;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import linkdoctor.check.Change;
import linkdoctor.check.Checklist;
import linkdoctor.check.Diagnosis;
import linkdoctor.check.Healthy;
import linkdoctor.check.Row;
import linkdoctor.check.Section;
import linkdoctor.check.grid.ConnectionRows;
import linkdoctor.check.grid.ZoneRows;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.probe.Progress;
import linkdoctor.ui.part.Shown;

import static org.assertj.core.api.Assertions.assertThat;

/** What the rows of a section say, before, during and after a run. */
class CheckLineTest {
    private static final Section ZONE = Checklist.SECTIONS.get(6);
    private static final Section DNS = Checklist.SECTIONS.get(5);

    private static List<CheckLine> lines(Section section, Snapshot facts) {
        return CheckLine.of(section, Optional.of(Diagnosis.of(facts)), false, Map.of());
    }

    private static Snapshot with(List<Row> rows, String code) {
        return rows.stream().filter(row -> row.code().equals(code)).findFirst().orElseThrow().facts();
    }

    @Test
    void beforeARunEveryCheckWaitsAndInTheRunItIsLookedAt() {
        assertThat(CheckLine.of(ZONE, Optional.empty(), false, Map.of())).hasSameSizeAs(ZONE.checks()).extracting(CheckLine::shown).containsOnly(Shown.WAITING);
        assertThat(CheckLine.of(ZONE, Optional.empty(), true, Map.of())).extracting(CheckLine::shown).containsOnly(Shown.LOOKING);
        Snapshot blank = Snapshot.blank(Healthy.snapshot().target(), Healthy.snapshot().started(), Progress.PENDING);
        assertThat(CheckLine.of(ZONE, Optional.of(Diagnosis.of(blank)), true, Map.of())).extracting(CheckLine::shown).containsOnly(Shown.LOOKING);
    }

    @Test
    void aCheckThatKnowsApartFromWhatIsStillOpenIsLookedAtToo() {
        Snapshot hanging = Healthy.snapshot().with("vault", Probed.notTried(Progress.PENDING));
        Section vault = Checklist.SECTIONS.getFirst();
        assertThat(CheckLine.of(vault, Optional.of(Diagnosis.of(hanging)), false, Map.of())).extracting(CheckLine::shown).contains(Shown.COULD_NOT_LOOK);
        assertThat(CheckLine.of(vault, Optional.of(Diagnosis.of(hanging)), true, Map.of())).extracting(CheckLine::shown)
                .contains(Shown.LOOKING).doesNotContain(Shown.COULD_NOT_LOOK);
    }

    @Test
    void whatIsSkippedInTheEndIsNotNeededAndOneReasonForAllStandsOnce() {
        Snapshot blank = Snapshot.blank(Healthy.snapshot().target(), Healthy.snapshot().started(), "Nobody asked.");
        assertThat(CheckLine.commonReason(lines(ZONE, blank))).contains("Not needed: Nobody asked.");
        assertThat(CheckLine.commonReason(lines(ZONE, Healthy.snapshot()))).isEmpty();
    }

    @Test
    void whatOneMissingRightHidesIsSaidOnceToo() {
        Snapshot denied = Healthy.snapshot().with("zones", Probed.failed(Failure.of(Failure.Kind.DENIED, "No right to read zones.")))
                .with("lookups", List.of()).with("systemResolution", Probed.notTried("Nobody asked."));
        List<CheckLine> lines = lines(ZONE, denied);
        assertThat(lines).extracting(CheckLine::shown).contains(Shown.COULD_NOT_LOOK);
        assertThat(CheckLine.commonReason(lines).isPresent()).isEqualTo(lines.stream().map(CheckLine::said).distinct().count() == 1);
    }

    @Test
    void theTallyCountsWhatIsWorstFirst() {
        assertThat(CheckLine.tally(lines(ZONE, Healthy.snapshot()))).isEqualTo(ZONE.checks().size() + " fine");
        assertThat(CheckLine.tally(lines(ZONE, with(ZoneRows.rows(), "zone.not-linked")))).startsWith("1 broken, ");
    }

    @Test
    void aConsequenceNamesItsCauseAndTheSectionWhereThatStands() {
        CheckLine line = lines(DNS, with(ConnectionRows.rows(), "connection.pending")).stream().filter(CheckLine::failed).findFirst()
                .orElse(lines(DNS, with(ZoneRows.rows(), "zone.not-linked")).stream().filter(CheckLine::failed).findFirst().orElseThrow());
        assertThat(line.causes()).isNotEmpty().allSatisfy((code, cause) -> {
            assertThat(cause.title()).isNotEmpty();
            assertThat(cause.section()).isNotEqualTo(DNS);
        });
    }

    @Test
    void aChangeIsMarkedAndTheSlowestAnswerIsTheTime() {
        String id = ZONE.checks().getFirst().id();
        List<CheckLine> lines = CheckLine.of(ZONE, Optional.of(Diagnosis.of(Healthy.snapshot())), false, Map.of(id, Change.FIXED));
        assertThat(lines.getFirst().change()).contains(Change.FIXED);
        assertThat(lines.get(1).change()).isEmpty();
        lines.forEach(line -> line.took().ifPresent(took -> assertThat(line.judged().orElseThrow().outcome().evidence())
                .allSatisfy(evidence -> assertThat(evidence.took()).isLessThanOrEqualTo(took))));
    }
}
