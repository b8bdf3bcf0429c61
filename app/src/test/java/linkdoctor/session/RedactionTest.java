package linkdoctor.session;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Healthy;
import linkdoctor.check.Row;
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
import linkdoctor.facts.Snapshot;

import static org.assertj.core.api.Assertions.assertThat;

/** What is replaced is gone, and the verdict stays. */
class RedactionTest {

    static Stream<Row> rows() {
        return Stream.of(VaultRows.rows(), ClientRows.rows(), ConnectionRows.rows(), FirewallRows.rows(), PrivateIpRows.rows(),
                DnsRows.rows(), ZoneRows.rows(), HealthStatusRows.rows(), EnvironmentRows.rows(), AccessRows.rows()).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRedactedSessionIsJudgedAlike(Row row) {
        for (Redaction redaction : Redaction.values()) {
            Diagnosis redacted = Diagnosis.of(redaction.apply(row.facts()));
            assertThat(codes(redacted)).as(redaction.toString()).isEqualTo(codes(Diagnosis.of(row.facts())));
            assertThat(root(redacted)).as(redaction.toString()).isEqualTo(root(Diagnosis.of(row.facts())));
        }
    }

    @Test
    void withAllRedactedNoNameAndNoPublicAddressIsLeft() {
        String document = SessionFile.json(Redaction.ALL.apply(Healthy.snapshot())).toString();

        assertThat(document).doesNotContainIgnoringCase("fabrikam").doesNotContain("vnet-app", "vnet-hub", "snet-", "rg-", Healthy.VAULT_PUBLIC.toString())
                .contains("vault-1.vault.azure.net", "endpoint-1", "network-1", "privatelink.vaultcore.azure.net", "10.1.0.4", "10.1.1.5", "168.63.129.16");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatWasReplacedComesBackWithTheKey(Row row) {
        RedactionKey key = RedactionKey.NEW;
        for (Redaction redaction : Redaction.values()) {
            Redaction.Redacted redacted = redaction.apply(row.facts(), key);
            key = redacted.key();
            Snapshot restored = key.restored(redacted.facts());
            assertThat(json(restored)).as(redaction.toString()).isEqualTo(json(row.facts()));
        }
    }

    @Test
    void whatTheKeyKnowsHasTheSameAliasInEverySession() {
        Snapshot healthy = Healthy.snapshot();
        Redaction.Redacted first = Redaction.ALL.apply(healthy, RedactionKey.NEW);
        Snapshot other = healthy.with("resolvers", linkdoctor.facts.Probed.notTried("tenant 99999999-2222-4222-8222-222222222222 at 20.1.2.3 came first"));
        Redaction.Redacted second = Redaction.ALL.apply(other, first.key());

        assertThat(second.key().aliases()).containsAllEntriesOf(first.key().aliases()).hasSize(first.key().aliases().size() + 2);
        assertThat(second.facts().with("resolvers", healthy.resolvers())).isEqualTo(first.facts());
    }

    private static String json(Snapshot facts) {
        return SessionFile.json(facts).toString().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> root(Diagnosis diagnosis) {
        return diagnosis.root().map(root -> root.found().finding().code());
    }

    private static TreeSet<String> codes(Diagnosis diagnosis) {
        TreeSet<String> codes = new TreeSet<>();
        diagnosis.checks().forEach(one -> codes.add(one.check().id() + " " + one.outcome().status()));
        diagnosis.found().forEach(found -> codes.add(found.finding().code() + " " + found.finding().severity()));
        return codes;
    }
}
