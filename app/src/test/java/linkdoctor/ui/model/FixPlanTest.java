package linkdoctor.ui.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

import static org.assertj.core.api.Assertions.assertThat;

/** Which repairs stand on the fix page, in which order, and their commands. */
class FixPlanTest {

    static List<Row> rows() {
        return Stream.of(ZoneRows.rows(), ConnectionRows.rows(), FirewallRows.rows(), AccessRows.rows(), EnvironmentRows.rows()).flatMap(List::stream).toList();
    }

    private static FixPlan plan(String code) {
        return FixPlan.of(Diagnosis.of(rows().stream().filter(row -> row.code().equals(code)).findFirst().orElseThrow().facts()));
    }

    private static Set<String> suggested(FixPlan plan) {
        return plan.cards().stream().filter(FixPlan.Card::suggested).map(FixPlan.Card::key).collect(Collectors.toSet());
    }

    @Test
    void nothingBrokenNeedsNoRepair() {
        FixPlan plan = FixPlan.of(Diagnosis.of(Healthy.snapshot()));
        assertThat(plan.cards()).isEmpty();
        assertThat(plan.commands(Set.of("anything"), Shell.BASH)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theRootComesFirstAndOneRepairOfAFindingIsSuggested(Row row) {
        Diagnosis diagnosis = Diagnosis.of(row.facts());
        FixPlan plan = FixPlan.of(diagnosis);
        assertThat(plan.cards()).extracting(FixPlan.Card::why).isSorted();
        assertThat(plan.cards()).extracting(FixPlan.Card::key).doesNotHaveDuplicates();
        diagnosis.root().ifPresent(root -> assertThat(plan.cards()).filteredOn(card -> card.why() == FixPlan.Why.ROOT)
                .extracting(FixPlan.Card::remedy).containsExactlyElementsOf(root.found().remedies()));
        assertThat(plan.cards()).filteredOn(FixPlan.Card::suggested).allSatisfy(card -> {
            assertThat(card.byHand()).isFalse();
            assertThat(card.why()).isNotEqualTo(FixPlan.Why.REMARK);
        }).extracting(card -> card.found().finding().code()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theCommandsAreThoseOfWhatIsChosenAndAllElseIsRemarks(Row row) {
        FixPlan plan = FixPlan.of(Diagnosis.of(row.facts()));
        Set<String> chosen = suggested(plan);
        for (Shell shell : Shell.values()) {
            List<String> lines = plan.commands(chosen, shell).lines().filter(line -> !line.isBlank() && !line.startsWith("# ")).toList();
            assertThat(lines).containsExactlyElementsOf(plan.commanded().stream().filter(card -> chosen.contains(card.key()))
                    .flatMap(card -> shell.commands(card.remedy()).stream()).toList());
        }
    }

    @Test
    void eachShellHasItsOwnCommandsAndItsOwnEnding() {
        FixPlan plan = plan("zone.not-linked");
        assertThat(plan.commands(suggested(plan), Shell.BASH)).contains("\naz network private-dns link vnet create ");
        assertThat(plan.commands(suggested(plan), Shell.POWERSHELL)).contains("\nNew-AzPrivateDnsVirtualNetworkLink ");
        assertThat(Shell.usual("Windows Server 2022")).isEqualTo(Shell.POWERSHELL);
        assertThat(Shell.usual("Linux")).isEqualTo(Shell.BASH);
    }
}
