package linkdoctor.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import linkdoctor.check.grid.AccessRows;
import linkdoctor.check.grid.ClientRows;
import linkdoctor.check.grid.ConnectionRows;
import linkdoctor.check.grid.DnsRows;
import linkdoctor.check.grid.EnvironmentRows;
import linkdoctor.check.grid.FirewallRows;
import linkdoctor.check.grid.HealthStatusRows;
import linkdoctor.check.grid.PrivateIpRows;
import linkdoctor.check.grid.VaultRows;
import linkdoctor.check.grid.ZoneRows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every check against the estates that it must judge. */
public class ChecklistGridTest {

    public static Stream<Row> rows() {
        return Stream.of(VaultRows.rows(), ClientRows.rows(), ConnectionRows.rows(), FirewallRows.rows(), PrivateIpRows.rows(),
                DnsRows.rows(), ZoneRows.rows(), HealthStatusRows.rows(), EnvironmentRows.rows(), AccessRows.rows()).flatMap(List::stream);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("rows")
    void judges(Row row) {
        Outcome outcome = check(row.check()).judge(row.facts());

        assertThat(outcome.status()).as(outcome.toString()).isEqualTo(row.status());
        List<String> codes = Diagnosis.found(outcome).map(found -> found.finding().code()).toList();
        if (row.code().equals("none")) {
            assertThat(codes).isEmpty();
        } else {
            assertThat(codes).contains(row.code());
            assertThat(outcome.evidence()).as("a finding rests on evidence").isNotEmpty();
        }
        assertThat(outcome.said()).as("one sentence").isNotBlank().endsWith(".").doesNotContain("  ", "Optional[", "null");
        String all = outcome.said() + " " + Diagnosis.found(outcome).map(Found::said).toList();
        assertThat(all).contains(row.says());
        row.root().ifPresent(root -> assertThat(Diagnosis.of(row.facts()).root().map(one -> one.found().finding().code()))
                .as("root cause").isEqualTo(root));
    }

    private static Check check(String id) {
        return Checklist.checks().filter(one -> one.id().equals(id)).findFirst()
                .orElseThrow(() -> new AssertionError("the checklist has no check " + id));
    }
}
