package linkdoctor.check.callers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Healthy;
import linkdoctor.check.Ids;
import linkdoctor.check.Row;
import linkdoctor.check.grid.AccessRows;
import linkdoctor.check.grid.ConnectionRows;
import linkdoctor.check.grid.ZoneRows;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Vault;

import static linkdoctor.check.Healthy.connection;
import static linkdoctor.check.Healthy.known;
import static linkdoctor.check.Healthy.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

/** How far callers come once the proposed fix is made. */
class AfterTheFixTest {

    @Test
    void aHealthyEstateStaysAsItIs() {
        WhoGetsIn table = WhoGetsIn.of(Diagnosis.of(snapshot()));
        assertThat(table.changed()).isFalse();
        assertThat(table.changes()).isEmpty();
        assertThat(table.fix()).isEqualTo("The proposed fix changes nothing at these gates.");
    }

    @Test
    void anApprovedConnectionLetsItsNetworkIn() {
        Snapshot pending = snapshot().with("connections", known(List.of(connection("Pending"))));
        assertThat(line(pending, "Network vnet-app")).isEqualTo("✖······ then ✓––––✓✓");
        assertThat(table(pending).changes()).contains("Approve connection pec-fabrikam");
    }

    @Test
    void aNewEndpointIsAnotherLine() {
        Row none = row(ConnectionRows.rows(), "connection.none");
        assertThat(table(none.facts()).entries().getLast().caller().more()).contains("pe-fabrikam");
        assertThat(line(none.facts(), "Network vnet-app")).isEqualTo("✖······ then ✓––––✓✓");
    }

    @Test
    void aReplacedConnectionIsGoneAndAnotherThere() {
        Row disconnected = row(ConnectionRows.rows(), "connection.disconnected");
        List<WhoGetsIn.Entry> networks = table(disconnected.facts()).entries().stream().filter(one -> one.caller().role() == Caller.Role.ENDPOINT).toList();
        assertThat(networks).hasSize(2);
        assertThat(networks.getFirst().after().orElse(networks.getFirst().now()).stop()).contains(Gate.PRIVATE_LINK);
        assertThat(networks.getLast().after().orElseThrow().end()).isEqualTo(Passage.End.IN);
    }

    @Test
    void closedPublicAccessLocksOutTheInternetAndNotTheEndpoint() {
        Snapshot open = CallersGridTest.vault(Optional.of("Enabled"), Optional.empty());
        assertThat(line(open, "Another public address")).isEqualTo("–✓✓––✓✓ then –✖·····");
        assertThat(line(open, "A trusted service")).isEqualTo("–✓✓––?? then –––✓–??");
        assertThat(line(open, "Network vnet-app")).isEqualTo("✓––––✓✓");
        assertThat(table(open).changes()).contains("Disable public access to fabrikam");
    }

    @Test
    void aRemovedRuleLetsNobodyIn() {
        Snapshot listed = CallersGridTest.vault(Optional.of("Enabled"), Optional.of(new Vault.NetworkRules("Deny", "AzureServices", List.of("20.62.10.10/32"),
                List.of())));
        assertThat(line(listed, "20.62.10.10/32")).isEqualTo("–✓✓––✓✓ then –✓✖····");
    }

    @Test
    void aRightThatIsGivenCountsForWhoeverIsSignedIn() {
        Row role = row(AccessRows.rows(), "access.role-missing");
        assertThat(line(role.facts(), "This client")).isEqualTo("✓––––✓✖ then ✓––––✓✓");
        assertThat(line(role.facts(), "Network vnet-app")).isEqualTo("✓––––✓✖ then ✓––––✓✓");
        assertThat(line(role.facts(), "A trusted service")).isEqualTo("–––✓–??");
    }

    @Test
    void aRepairedNameBringsThisClientOntoThePrivateLink() {
        Snapshot publicly = CallersGridTest.read(row(ZoneRows.rows(), "zone.not-linked").facts(), 403, "ForbiddenByConnection");
        assertThat(line(publicly, "This client")).isEqualTo("–✖····· then ✓––––✓✓");
        assertThat(table(publicly).changes()).contains("Bring this client's requests onto the private link");
        Snapshot outside = publicly.with("clientSubnet", linkdoctor.facts.Probed.notTried("Not found."))
                .with("client", known(Healthy.client(linkdoctor.facts.host.Client.Kind.MACHINE, linkdoctor.facts.Ip.of("192.168.7.7"))));
        assertThat(line(outside, "This client")).as("a machine outside the network stays where it is").isEqualTo("–✖·····");
    }

    private static Row row(List<Row> rows, String code) {
        return rows.stream().filter(one -> one.code().equals(code) && Diagnosis.of(one.facts()).root().filter(root -> root.found().finding().code().equals(code)).isPresent())
                .filter(one -> one.facts().clientSubnet().known().filter(Ids.SNET_APP::equals).isPresent()).findFirst().orElseThrow();
    }

    private static WhoGetsIn table(Snapshot facts) {
        return WhoGetsIn.of(Diagnosis.of(facts));
    }

    private static String line(Snapshot facts, String caller) {
        return table(facts).entries().reversed().stream().filter(one -> one.caller().name().equals(caller)).findFirst()
                .map(one -> Stream.concat(Stream.of(one.now()), one.after().stream()).map(CallersGridTest::signs).reduce((a, b) -> a + " then " + b).orElseThrow())
                .orElseThrow();
    }
}
