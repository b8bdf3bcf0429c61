package linkdoctor.lab.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import linkdoctor.facts.Ip;
import linkdoctor.facts.dns.DnsAnswer;
import linkdoctor.facts.dns.DnsAnswer.Alias;
import linkdoctor.lab.World;

class ViewTest {
    private static final String VAULT = "fabrikam.vault.azure.net";
    private static final String ZONE = "privatelink.vaultcore.azure.net";
    private static final String ALIAS = "fabrikam." + ZONE;

    private static List<String> chain(DnsAnswer answer) {
        return answer.aliases().stream().map(Alias::to).toList();
    }

    private static DnsAnswer publicly(SmallEstate estate, String name) {
        return new PublicView(estate.estate(), estate.world()).answer(name);
    }

    private static DnsAnswer inApp(SmallEstate estate, String name) {
        return new NetworkView(SmallEstate.APP, estate.estate(), estate.world()).answer(name);
    }

    private static DnsAnswer inHub(SmallEstate estate) {
        return new NetworkView(SmallEstate.HUB, estate.estate(), estate.world()).answer(VAULT);
    }

    @Test
    void publiclyWithoutApprovedConnectionThereIsNoPrivatelinkAlias() {
        DnsAnswer answer = publicly(new SmallEstate().connection("Pending"), VAULT);
        assertThat(chain(answer)).containsExactly("data-prod-eus.vaultcore.azure.net", "data-prod-eus-region.vaultcore.azure.net");
        assertThat(answer.ips()).containsExactly(World.VAULT_PUBLIC);
    }

    @Test
    void publiclyWithApprovedConnectionTheAliasComesFirst() {
        DnsAnswer answer = publicly(SmallEstate.healthy(), VAULT);
        assertThat(chain(answer)).containsExactly(ALIAS, "data-prod-eus.vaultcore.azure.net", "data-prod-eus-region.vaultcore.azure.net");
        assertThat(answer.ips()).containsExactly(World.VAULT_PUBLIC);
    }

    @Test
    void vaultsThatDoNotExistHaveNoName() {
        assertThat(publicly(SmallEstate.healthy(), "contoso.vault.azure.net").rcode()).isEqualTo("NXDOMAIN");
        assertThat(publicly(SmallEstate.healthy(), "a.b.vault.azure.net").rcode()).isEqualTo("NXDOMAIN");
        assertThat(publicly(SmallEstate.healthy(), "fabrikam.vault.usgovcloudapi.net").rcode()).isEqualTo("NXDOMAIN");
    }

    @Test
    void othersVaultsAndServicesHavePublicAddresses() {
        assertThat(publicly(new SmallEstate().publicName("northwind", "40.1.2.3"), "northwind.vault.azure.net").ips())
                .containsExactly(Ip.of("40.1.2.3"));
        assertThat(publicly(new SmallEstate(), "management.azure.com").ips()).allMatch(Ip::publicAddress).hasSize(1);
    }

    @Test
    void insideALinkedNetworkTheChainEndsInTheZone() {
        DnsAnswer answer = inApp(SmallEstate.healthy(), VAULT);
        assertThat(chain(answer)).containsExactly(ALIAS);
        assertThat(answer.addresses()).containsExactly(new DnsAnswer.Address(Ip.of("10.1.1.5"), 10));
    }

    @Test
    void aNetworkWithoutLinkSeesTheInternetsAnswer() {
        assertThat(inHub(SmallEstate.healthy()).ips()).containsExactly(World.VAULT_PUBLIC);
    }

    @Test
    void aLinkThatIsNotCompletedShowsNothing() {
        assertThat(inHub(SmallEstate.healthy().link("dns", ZONE, SmallEstate.HUB, "\"InProgress\"")).ips())
                .containsExactly(World.VAULT_PUBLIC);
    }

    @Test
    void aLinkedZoneWithoutTheRecordSaysNoSuchNameAfterTheAlias() {
        for (SmallEstate estate : List.of(SmallEstate.healthy().without(SmallEstate.zoneId("dns", ZONE) + "/A/fabrikam"),
                SmallEstate.healthy().record("dns", ZONE, "fabrikam", 10))) {
            DnsAnswer answer = inApp(estate, VAULT);
            assertThat(answer.rcode()).isEqualTo("NXDOMAIN");
            assertThat(chain(answer)).containsExactly(ALIAS);
        }
    }

    @Test
    void fallbackToTheInternetHidesTheLostRecord() {
        SmallEstate estate = SmallEstate.healthy().without(SmallEstate.zoneId("dns", ZONE) + "/A/fabrikam")
                .link("dns", ZONE, SmallEstate.APP, "\"Completed\", \"resolutionPolicy\": \"NxDomainRedirect\"");
        DnsAnswer answer = inApp(estate, VAULT);
        assertThat(answer.rcode()).isEqualTo("NOERROR");
        assertThat(answer.passes(ALIAS)).isTrue();
        assertThat(answer.ips()).containsExactly(World.VAULT_PUBLIC);
    }

    @Test
    void aZoneOfAnotherNameInterceptsNothing() {
        SmallEstate estate = new SmallEstate().connection("Approved").zone("dns", "privatelink.vault.azure.net")
                .link("dns", "privatelink.vault.azure.net", SmallEstate.APP, "\"Completed\"")
                .record("dns", "privatelink.vault.azure.net", "fabrikam", 10, "10.1.1.5");
        assertThat(inApp(estate, VAULT).ips()).containsExactly(World.VAULT_PUBLIC);
    }

    @Test
    void aZoneForTheVaultsOwnSuffixTakesTheNameItself() {
        SmallEstate estate = SmallEstate.healthy().zone("dns", "vault.azure.net")
                .link("dns", "vault.azure.net", SmallEstate.APP, "\"Completed\"")
                .alias("dns", "vault.azure.net", "fabrikam", "fabrikam.corp.example.");
        assertThat(chain(inApp(estate, VAULT))).containsExactly("fabrikam.corp.example");
    }

    @Test
    void theSameZoneInAnotherGroupDoesNotCountWhenItIsNotLinked() {
        SmallEstate estate = SmallEstate.healthy().zone("another", ZONE).record("another", ZONE, "fabrikam", 10, "10.9.9.9");
        assertThat(inApp(estate, VAULT).ips()).containsExactly(Ip.of("10.1.1.5"));
    }

    @Test
    void aLoopOfAliasesEnds() {
        SmallEstate estate = SmallEstate.healthy().zone("dns", "loop.example")
                .link("dns", "loop.example", SmallEstate.APP, "\"Completed\"")
                .alias("dns", "loop.example", "a", "b.loop.example").alias("dns", "loop.example", "b", "a.loop.example");
        assertThat(inApp(estate, "a.loop.example").rcode()).isEqualTo("SERVFAIL");
    }
}
