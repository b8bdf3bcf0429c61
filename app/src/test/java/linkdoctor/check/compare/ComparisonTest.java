package linkdoctor.check.compare;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import linkdoctor.check.Change;
import linkdoctor.check.ChecklistGridTest;
import linkdoctor.check.Diagnosis;
import linkdoctor.check.Healthy;
import linkdoctor.check.Row;
import linkdoctor.check.Severity;
import linkdoctor.facts.Cloud;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.dns.DnsServer;
import linkdoctor.facts.host.Client;

import static org.assertj.core.api.Assertions.assertThat;

/** Every case of the grid against the healthy estate, and what else one meets when sessions are put side by side. */
class ComparisonTest {
    private static final Instant FINISHED = Healthy.STARTED.plusSeconds(2);

    static Stream<Row> rows() {
        return ChecklistGridTest.rows().filter(row -> row.facts().target().hostname().equals(Healthy.target().hostname()));
    }

    private static Comparison compared(Snapshot before, Snapshot after) {
        return ((Comparison.Compared) Comparison.of(side(before), side(after))).comparison();
    }

    private static Side side(Snapshot facts) {
        return new Side(Diagnosis.of(facts), FINISHED, "0.1.0");
    }

    private static Set<String> failures(Snapshot facts) {
        return Diagnosis.of(facts).found().stream().filter(found -> found.finding().severity() == Severity.FAIL).map(found -> found.finding().code())
                .collect(java.util.stream.Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatHealsIsFixedAndWhatBreaksIsNewAndWhatStaysIsStillThere(Row row) {
        for (Difference one : compared(row.facts(), Healthy.snapshot()).differences()) {
            assertThat(one.is()).isEmpty();
            assertThat(one.was().isEmpty() || Set.of(Change.FIXED, Change.DIFFERENT, Change.NO_LONGER_KNOWN).contains(one.change())).as(one.title()).isTrue();
        }
        for (Difference one : compared(Healthy.snapshot(), row.facts()).differences()) {
            assertThat(one.was()).isEmpty();
            assertThat(one.is().isEmpty() || Set.of(Change.NEW, Change.NOW_KNOWN).contains(one.change())).as(one.title()).isTrue();
        }
        Comparison same = compared(row.facts(), row.facts());
        assertThat(same.same()).isTrue();
        assertThat(same.differences()).extracting(Difference::change).containsOnly(same.differences().isEmpty() ? new Change[0] : new Change[]{Change.STILL_THERE});
        assertThat(same.tally().getOrDefault(Change.STILL_THERE, 0)).isEqualTo((int) Diagnosis.of(row.facts()).found().stream()
                .map(found -> found.finding().code()).distinct().count());
    }

    /** A repair that no fact shows would be hard to believe. Four cases rest on what could not be seen at all. */
    @ParameterizedTest
    @MethodSource("rows")
    void behindEveryFailureThatHealsAFactChanged(Row row) {
        Comparison healed = compared(row.facts(), Healthy.snapshot());
        boolean unseen = Diagnosis.of(row.facts()).root().filter(root -> Set.of("vault.unreadable", "dns.name-not-found", "access.token-failed")
                .contains(root.found().finding().code())).isPresent();
        assertThat(failures(row.facts()).isEmpty() || unseen || !healed.facts().isEmpty()).as(row.toString()).isTrue();
    }

    @Test
    void factsAreToldBeforeAndAfter() {
        Snapshot before = Healthy.snapshot().with("connections", Probed.seen(List.of(Healthy.connection("Pending"))))
                .with("lookups", List.of(Healthy.lookup(Ip.AZURE_DNS, DnsServer.Role.SYSTEM, Healthy.publicAnswerWithoutAlias())))
                .with("vault", Probed.seen(Healthy.search(Healthy.vault(Optional.empty(), Optional.empty()))))
                .with("zones", Probed.seen(Listing.whole(List.of())));
        assertThat(compared(before, Healthy.snapshot()).facts()).extracting(one -> one.section().number() + " " + one.what() + ": " + one.before() + " → " + one.after())
                .containsExactly("2 Connection pec-fabrikam: Pending → Approved",
                        "3 Public network access: Enabled, as it is unless set → Disabled",
                        "3 Firewall of the vault: no rules → default Deny, bypass AzureServices, addresses none, subnets none",
                        "5 fabrikam.vault.azure.net at 168.63.129.16 (this machine's): 52.168.109.101 → 10.1.1.5",
                        "6 Zone privatelink.vaultcore.azure.net (rg-dns): not there → there",
                        "6 Link of privatelink.vaultcore.azure.net (rg-dns) to vnet-app: not linked → Completed",
                        "6 Link of privatelink.vaultcore.azure.net (rg-dns) to vnet-hub: not linked → Completed",
                        "6 Record fabrikam in privatelink.vaultcore.azure.net (rg-dns): no record → 10.1.1.5 (TTL 10)");
    }

    @Test
    void whatCannotBeSeenIsNeitherFixedNorGone() {
        Snapshot pending = Healthy.snapshot().with("connections", Probed.seen(List.of(Healthy.connection("Pending"))));
        Snapshot denied = Healthy.snapshot().with("connections", Healthy.failed(Failure.Kind.DENIED, "Reader on the vault"));
        Comparison blind = compared(pending, denied);
        assertThat(blind.all(Change.NO_LONGER_KNOWN)).anySatisfy(one -> {
            assertThat(one.was()).hasValueSatisfying(was -> assertThat(was.finding().code()).isEqualTo("connection.pending"));
            assertThat(one.reason()).contains("The question ended with DENIED.", "It takes Reader on the vault.");
        });
        assertThat(blind.all(Change.FIXED)).extracting(one -> one.was().orElseThrow().finding().code()).doesNotContain("connection.pending");
        assertThat(blind.facts()).noneMatch(one -> one.what().startsWith("Connection"));
        assertThat(compared(denied, pending).all(Change.NOW_KNOWN)).extracting(one -> one.found().map(found -> found.finding().code()))
                .contains(Optional.of("connection.pending"));
        assertThat(compared(denied, Healthy.snapshot()).all(Change.NOW_KNOWN)).isNotEmpty().allMatch(one -> one.found().isEmpty());
    }

    @Test
    void aZoneListWithAGapSaysOfNoZoneThatItIsGone() {
        Snapshot gap = Healthy.snapshot().with("zones", Probed.seen(new Listing<>(List.of(), List.of(Healthy.gap("subscription hub")))));
        assertThat(compared(Healthy.snapshot(), gap).facts()).noneMatch(one -> one.section().number() == 6);
    }

    @Test
    void anotherSeverityIsAChange() {
        List<Row> same = rows().filter(row -> row.code().equals("zone.link-pending")).toList();
        Row fails = same.stream().filter(row -> failures(row.facts()).contains("zone.link-pending")).findFirst().orElseThrow();
        Row warns = same.stream().filter(row -> !failures(row.facts()).contains("zone.link-pending")).findFirst().orElseThrow();
        assertThat(compared(fails.facts(), warns.facts()).all(Change.DIFFERENT)).anySatisfy(one -> {
            assertThat(one.statusBefore().label() + " → " + one.statusAfter().label()).isEqualTo("Broken → Warning");
            assertThat(one.title()).isNotBlank();
        });
    }

    @Test
    void oneIsToldWhatToBearInMind() {
        Snapshot healthy = Healthy.snapshot();
        Identity other = new Identity("cli", "t", "another", "a", "guest@fabrikam.example", "user", List.of(), Optional.empty());
        assertThat(compared(healthy, healthy).cautions()).isEmpty();
        assertThat(compared(healthy, healthy.with("started", Healthy.STARTED.minusSeconds(60))).cautions()).singleElement().asString().contains("is the later one");
        assertThat(compared(healthy, healthy.with("client", Probed.seen(new Client("laptop", "Windows 11", List.of(),
                new Client.Platform(Client.Kind.MACHINE, Optional.empty()), Optional.empty())))).cautions()).singleElement().asString().contains("jumpbox and laptop");
        assertThat(compared(healthy, healthy.with("identity", Probed.seen(other))).cautions()).singleElement().asString()
                .contains("engineer@fabrikam.example and guest@fabrikam.example");
        assertThat(compared(healthy, healthy.with("identity", Probed.notTried("Not asked."))).cautions()).singleElement().asString()
                .contains("engineer@fabrikam.example was signed in, and after, nobody was");
        assertThat(compared(healthy.with("zones", Healthy.failed(Failure.Kind.CANCELLED, "")), healthy).cautions()).singleElement().asString()
                .startsWith("The look before did not come to its end");
    }

    @Test
    void onlySessionsOfOneVaultAreComparedAndAliasesMayBeIt() {
        Target contoso = new Target("contoso", "contoso", Cloud.PUBLIC, Optional.empty(), Optional.empty(), Optional.empty());
        Target alias = new Target("vault-1", "vault-1", Cloud.PUBLIC, Optional.empty(), Optional.empty(), Optional.empty());
        Target capitals = new Target("Fabrikam", "Fabrikam", Cloud.PUBLIC, Optional.empty(), Optional.empty(), Optional.empty());
        Target elsewhere = new Target("fabrikam", "fabrikam", Cloud.CHINA, Optional.empty(), Optional.empty(), Optional.empty());
        Snapshot healthy = Healthy.snapshot();
        assertThat(Comparison.of(side(healthy), side(healthy.with("target", contoso)))).isEqualTo(new Comparison.Incomparable(
                "The two sessions are of different vaults, fabrikam.vault.azure.net and contoso.vault.azure.net: give two of the same vault."));
        assertThat(Comparison.of(side(healthy), side(healthy.with("target", elsewhere)))).isInstanceOf(Comparison.Incomparable.class);
        assertThat(Comparison.of(side(healthy), side(healthy.with("target", capitals)))).isInstanceOf(Comparison.Compared.class);
        Snapshot renamed = healthy.with("target", alias).with("connections", Probed.seen(List.of(
                Healthy.connection("connection-1", linkdoctor.check.Ids.ENDPOINT, "Pending", "Succeeded"))));
        Comparison aliased = compared(healthy, renamed);
        assertThat(aliased.cautions()).singleElement().asString().contains("aliases");
        assertThat(aliased.facts()).extracting(one -> one.what() + ": " + one.before() + " → " + one.after()).containsExactly("Connection connection-1: Approved → Pending");
    }

    @Test
    void aCheckIsMarkedWithTheOneThingThatMattersMost() {
        Snapshot pending = Healthy.snapshot().with("connections", Probed.seen(List.of(Healthy.connection("Pending"))));
        Map<String, Change> broke = Comparison.marks(Diagnosis.of(Healthy.snapshot()), Diagnosis.of(pending));
        assertThat(broke).containsEntry("connection.approved", Change.NEW);
        assertThat(Comparison.marks(Diagnosis.of(pending), Diagnosis.of(Healthy.snapshot()))).containsEntry("connection.approved", Change.FIXED)
                .doesNotContainValue(Change.NEW);
        assertThat(Comparison.marks(Diagnosis.of(pending), Diagnosis.of(pending))).isEmpty();
    }
}
