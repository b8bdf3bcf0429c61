package linkdoctor.lab.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import linkdoctor.facts.Ip;
import linkdoctor.lab.Estate;
import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.SoftDelete;
import linkdoctor.lab.World;

/** Names in the estate that everybody shares, and what writes to it do to them. */
class HealthyNamesTest {
    private static final String VAULT = "fabrikam.vault.azure.net";
    private static final Ip ENDPOINT = Ip.of("10.1.1.5");

    private final Estate estate = HealthyEstate.estate();
    private final World world = HealthyEstate.world();
    private final Resolver jumpBox = new Resolver(estate, world);

    @Test
    void theJumpBoxResolvesTheEndpointAndTheInternetThePublicAddress() {
        assertThat(jumpBox.resolve(VAULT)).contains(List.of(ENDPOINT));
        assertThat(new PublicView(estate, world).answer(VAULT).ips()).containsExactly(World.VAULT_PUBLIC);
        assertThat(jumpBox.resolve("management.azure.com")).isPresent();
    }

    @Test
    void whatIsTakenAwayResolvesAnew() {
        estate.remove(HealthyEstate.LINK_APP);
        assertThat(jumpBox.resolve(VAULT)).contains(List.of(World.VAULT_PUBLIC));
        estate.remove(HealthyEstate.CONNECTION);
        assertThat(new PublicView(estate, world).answer(VAULT).aliases()).hasSize(2);
        SoftDelete.delete(estate, HealthyEstate.VAULT);
        assertThat(new PublicView(estate, world).answer(VAULT).rcode()).isEqualTo("NXDOMAIN");
    }

    @Test
    void aHubsServerAnswersForASpokeThatHasNoLink() {
        estate.remove(HealthyEstate.LINK_APP);
        World withHubServer = new World(world.client(), world.accounts(),
                List.of(new World.NameServer(Ip.of("10.0.0.4"), Optional.of(HealthyEstate.VNET_HUB), true)),
                Map.of(), List.of(), Map.of());
        assertThat(Responder.all(estate, withHubServer).stream().filter(server -> server.ip().equals(Ip.of("10.0.0.4")))
                .findFirst().orElseThrow().answer(VAULT, "A").ips()).containsExactly(ENDPOINT);
    }

    @Test
    void questionsNeverLeaveLoopback() throws IOException {
        try (DnsServers servers = DnsServers.start(estate, world)) {
            assertThat(servers.addresses().values()).allMatch(address -> address.getAddress().isLoopbackAddress());
            for (String ip : List.of("168.63.129.16", "9.9.9.9", "10.200.0.1", "2001:db8::1")) {
                InetSocketAddress to = new InetSocketAddress(Ip.of(ip).address(), 53);
                assertThat(servers.route(to).getAddress().isLoopbackAddress()).as(ip).isTrue();
            }
            InetSocketAddress own = new InetSocketAddress(Ip.of("127.0.0.1").address(), 5353);
            assertThat(servers.route(own)).isEqualTo(own);
        }
    }
}
