package linkdoctor.script;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Healthy;
import linkdoctor.check.Row;
import linkdoctor.check.grid.AccessRows;
import linkdoctor.check.grid.ConnectionRows;
import linkdoctor.check.grid.EnvironmentRows;
import linkdoctor.check.grid.FirewallRows;
import linkdoctor.check.grid.ZoneRows;
import linkdoctor.facts.CommandLine;
import linkdoctor.remedy.Remedy;

import static org.assertj.core.api.Assertions.assertThat;

/** Which repairs a diagnosis calls for, in which order they are made, and what waits to be asked for. */
class PlanTest {
    private static final CommandLine AGAIN = CommandLine.of("linkdoctor", "check", "fabrikam");

    static List<Row> rows() {
        return Stream.of(ZoneRows.rows(), ConnectionRows.rows(), FirewallRows.rows(), AccessRows.rows(), EnvironmentRows.rows()).flatMap(List::stream).toList();
    }

    private static Plan plan(String code) {
        return Plan.of(Diagnosis.of(rows().stream().filter(row -> row.code().equals(code)).findFirst().orElseThrow().facts()));
    }

    @Test
    void nothingBrokenNeedsNoRepair() {
        Plan plan = Plan.of(Diagnosis.of(Healthy.snapshot()));
        assertThat(plan.repairs()).isEmpty();
        assertThat(plan.steps(Set.copyOf(plan.repairs()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theRootComesFirstAndOneRepairOfAFindingIsSuggested(Row row) {
        Diagnosis diagnosis = Diagnosis.of(row.facts());
        Plan plan = Plan.of(diagnosis);
        assertThat(plan.repairs()).extracting(Repair::why).isSorted();
        assertThat(plan.repairs()).extracting(Repair::key).doesNotHaveDuplicates();
        diagnosis.root().ifPresent(root -> assertThat(plan.repairs()).filteredOn(repair -> repair.why() == Repair.Why.ROOT)
                .extracting(Repair::remedy).containsExactlyElementsOf(root.found().remedies()));
        assertThat(plan.repairs()).filteredOn(Repair::suggested).allSatisfy(repair -> {
            assertThat(repair.byHand()).isFalse();
            assertThat(repair.why()).isNotEqualTo(Repair.Why.REMARK);
            assertThat(repair.remedy().caution()).isNotEqualTo(Remedy.Caution.ON_REQUEST);
        }).extracting(repair -> repair.found().finding().code()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theStepsAreThoseOfWhatIsChosenInTheOrderOfTheRepairs(Row row) {
        Plan plan = Plan.of(Diagnosis.of(row.facts()));
        assertThat(plan.inOrder()).containsExactlyInAnyOrderElementsOf(plan.commanded());
        assertThat(plan.inOrder()).extracting(repair -> repair.remedy().caution() == Remedy.Caution.LOCKS_OUT).as("what can lock clients out is last").isSorted();
        List<Numbered> steps = plan.steps(Set.copyOf(plan.commanded()));
        assertThat(steps).extracting(Numbered::number).containsExactlyElementsOf(IntStream.rangeClosed(1, steps.size()).boxed().toList());
        assertThat(steps).extracting(step -> plan.inOrder().indexOf(step.repair())).isSorted();
        assertThat(steps).extracting(step -> step.step().az()).doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(plan.commanded().stream().flatMap(repair -> repair.remedy().steps().stream())
                        .filter(step -> step.change().isPresent()).map(step -> step.az()).distinct().toList());
    }

    @Test
    void whatUndoesADecisionWaitsToBeAskedForUnlessItWasPicked() {
        Plan plan = plan("environment.custom-dns");
        Set<Repair> chosen = Set.copyOf(plan.commanded());
        assertThat(chosen).extracting(repair -> repair.remedy().caution()).containsOnly(Remedy.Caution.ON_REQUEST);
        Scripts gated = Scripts.of(plan, chosen, "linkdoctor", AGAIN);
        Scripts picked = Scripts.picked(plan, chosen, "linkdoctor", AGAIN);
        assertThat(gated.files().get("fix.sh")).contains("\nif begins 1 request ");
        assertThat(picked.files().get("fix.sh")).contains("\nif begins 1 usual ").doesNotContain("\nif begins 1 request ");
        assertThat(picked.files().get("fix.ps1")).isNotEqualTo(gated.files().get("fix.ps1"));
        assertThat(picked.record()).as("either takes back what the other did").isEqualTo(gated.record());
    }

    @Test
    void whatCanLockClientsOutWaitsForItsOptionThoughItWasPicked() {
        Plan plan = plan("firewall.public-open");
        Set<Repair> chosen = Set.copyOf(plan.commanded().stream().filter(repair -> repair.remedy().caution() == Remedy.Caution.LOCKS_OUT).toList());
        assertThat(Scripts.picked(plan, chosen, "linkdoctor", AGAIN).files().get("fix.sh")).contains("\nif begins 1 lockout ");
    }
}
