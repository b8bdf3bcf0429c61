package linkdoctor.lab.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import linkdoctor.facts.Ip;
import linkdoctor.facts.ResourceId;
import linkdoctor.lab.World;

class ResolverTest {
    private static final String VAULT = "fabrikam.vault.azure.net";
    private static final Optional<ResourceId> SNET_APP = Optional.of(ResourceId.of(SmallEstate.APP + "/subnets/snet-app"));
    private static final Ip CUSTOM = Ip.of("10.0.0.4");

    private static Resolver of(SmallEstate estate) {
        return new Resolver(estate.estate(), estate.world());
    }

    @Test
    void asksAzureWhenNobodySaysOtherwise() {
        Resolver resolver = of(SmallEstate.healthy());
        assertThat(resolver.servers()).containsExactly(Ip.AZURE_DNS);
        assertThat(resolver.resolve(VAULT)).contains(List.of(Ip.of("10.1.1.5")));
    }

    @Test
    void asksTheNetworksServers() {
        Resolver resolver = of(SmallEstate.healthy().network(SmallEstate.APP, "[\"10.0.0.4\"]")
                .server("10.0.0.4", Optional.of(SmallEstate.HUB)));
        assertThat(resolver.servers()).containsExactly(CUSTOM);
        assertThat(resolver.resolve(VAULT)).contains(List.of(World.VAULT_PUBLIC));
    }

    @Test
    void asksItsOwnServersBeforeTheNetworks() {
        assertThat(of(SmallEstate.healthy().network(SmallEstate.APP, "[\"10.0.0.4\"]")
                .client(SNET_APP, List.of(Ip.of("192.168.1.1")), "")).resolve(VAULT)).contains(List.of(World.VAULT_PUBLIC));
    }

    @Test
    void theHostsFileGoesFirst() {
        assertThat(of(SmallEstate.healthy().client(SNET_APP, List.of(), "10.7.7.7\tFabrikam.vault.azure.net # old"))
                .resolve(VAULT)).contains(List.of(Ip.of("10.7.7.7")));
    }

    @Test
    void aDeadServerIsPassedOverAndOneThatDeniesTheNameIsBelieved() {
        List<Ip> two = List.of(CUSTOM, Ip.AZURE_DNS);
        for (String fault : List.of("drop", "refuse", "servfail", "garbage", "wrong-id", "truncate-no-tcp")) {
            assertThat(of(SmallEstate.healthy().client(SNET_APP, two, "").fault("10.0.0.4", fault, "")).resolve(VAULT))
                    .as(fault).contains(List.of(Ip.of("10.1.1.5")));
        }
        assertThat(of(SmallEstate.healthy().client(SNET_APP, two, "").fault("10.0.0.4", "nxdomain", "")).resolve(VAULT)).isEmpty();
    }

    @Test
    void outsideAzureAPublicServerAnswersAndAzuresDoesNot() {
        SmallEstate estate = SmallEstate.healthy().client(Optional.empty(), List.of(), "");
        assertThat(of(estate).resolve(VAULT)).contains(List.of(World.VAULT_PUBLIC));
        assertThat(of(estate.client(Optional.empty(), List.of(Ip.AZURE_DNS), "")).resolve(VAULT)).isEmpty();
    }

    @Test
    void aServerOutsideAzureThatForwardsThereFails() {
        assertThat(of(SmallEstate.healthy().add(new World.NameServer(CUSTOM, Optional.empty(), true))
                .client(Optional.empty(), List.of(CUSTOM), "")).resolve(VAULT)).isEmpty();
    }

    @Test
    void aScenarioCannotAskForAnUnknownFault() {
        SmallEstate estate = SmallEstate.healthy().fault("*", "explode", "");
        assertThatThrownBy(() -> of(estate)).hasMessageContaining("explode");
    }
}
