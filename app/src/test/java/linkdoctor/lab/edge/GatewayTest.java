package linkdoctor.lab.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import javax.net.ssl.SSLHandshakeException;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;

import linkdoctor.lab.Estate;
import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.Lab;
import linkdoctor.lab.World.Fault;
import linkdoctor.lab.http.Json;

/** How far connections get in the practice network, over real sockets. */
class GatewayTest {
    private static final String VAULT = "fabrikam.vault.azure.net";
    private static final String HEALTH = "https://" + VAULT + "/healthstatus";
    private static final Duration SOON = Duration.ofMillis(400);
    private static final Duration LONG = Duration.ofSeconds(10);

    @Test
    void theNameLeadsOverThePrivateEndpoint() throws Exception {
        try (Lab lab = Lab.start(HealthyEstate.estate(), HealthyEstate.world())) {
            HttpResponse<String> health = Visitor.to(lab).get(HEALTH);
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).isEqualTo("true");
            assertThat(Visitor.networkInfo(health)).isEqualTo("conn_type=PrivateLink;private_endpoint="
                    + HealthyEstate.ENDPOINT + ";addr=10.1.0.4;act_addr_fam=InterNetworkV6;");
        }
    }

    @Test
    void theEndpointsAddressAnswersWithTheVaultsCertificate() throws Exception {
        try (Lab lab = Lab.start(HealthyEstate.estate(), HealthyEstate.world())) {
            Visitor visitor = Visitor.to(lab);
            assertThat(visitor.health(visitor.dial("10.1.1.5", 443, LONG), VAULT)).contains("conn_type=PrivateLink");
            assertThat(visitor.health(visitor.dial("52.168.109.101", 443, LONG), VAULT))
                    .contains("conn_type=Ipv4;addr=20.62.10.10;act_addr_fam=InterNetwork;");
        }
    }

    @Test
    void whatIsNotThereIsSilentAndWhatHasNoNameIsUnknown() throws Exception {
        try (Lab lab = Lab.start(HealthyEstate.estate(), HealthyEstate.world())) {
            Visitor visitor = Visitor.to(lab);
            assertThatThrownBy(() -> visitor.dial("10.1.1.6", 443, SOON)).isInstanceOf(SocketTimeoutException.class);
            assertThatThrownBy(() -> visitor.dial("10.1.1.5", 8443, SOON)).isInstanceOf(SocketTimeoutException.class);
            assertThatThrownBy(() -> visitor.dial("203.0.113.9", 443, SOON)).isInstanceOf(SocketTimeoutException.class);
            assertThatThrownBy(() -> visitor.dial("nosuch.vault.azure.net", 443, LONG))
                    .isInstanceOf(UnknownHostException.class);
            assertThatThrownBy(() -> visitor.dial("example.com", 443, LONG)).isInstanceOf(UnknownHostException.class);
            assertThatThrownBy(() -> visitor.dial("aka.ms", 443, LONG)).isInstanceOf(java.net.ConnectException.class);
        }
    }

    @Test
    void aConnectionThatIsNotApprovedAnswersNobody() throws Exception {
        Estate estate = Worlds.estate(HealthyEstate.CONNECTION, connection ->
                ((ObjectNode) connection.path("privateLinkServiceConnectionState")).put("status", "Pending"));
        try (Lab lab = Lab.start(estate, HealthyEstate.world())) {
            assertThatThrownBy(() -> Visitor.to(lab).dial("10.1.1.5", 443, SOON))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aPeerReachesTheEndpointWhileThePeeringIsConnected() throws Exception {
        var hubMachine = Worlds.in(linkdoctor.facts.ResourceId.of(HealthyEstate.VNET_HUB + "/subnets/snet-dns"), "10.0.0.9");
        Estate estate = HealthyEstate.estate();
        try (Lab lab = Lab.start(estate, Worlds.with(hubMachine))) {
            Visitor visitor = Visitor.to(lab);
            assertThat(visitor.health(visitor.dial("10.1.1.5", 443, LONG), VAULT)).contains("addr=10.0.0.9;");
            Worlds.edit(estate, HealthyEstate.VNET_APP, network -> network.path("virtualNetworkPeerings")
                    .forEach(peering -> ((ObjectNode) peering.path("properties")).put("peeringState", "Disconnected")));
            assertThatThrownBy(() -> visitor.dial("10.1.1.5", 443, SOON)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void fromOutsideAzureOnlyTheInternetIsReached() throws Exception {
        try (Lab lab = Lab.start(HealthyEstate.estate(), Worlds.with(Worlds.outsideAzure()))) {
            Visitor visitor = Visitor.to(lab);
            assertThat(Visitor.networkInfo(visitor.get(HEALTH))).contains("addr=203.0.113.50;");
            assertThatThrownBy(() -> visitor.dial("10.1.1.5", 443, SOON)).isInstanceOf(SocketTimeoutException.class);
            assertThatThrownBy(() -> new Socket(lab.outside().imds().getHost(), lab.outside().imds().getPort()).close())
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void theHostsFileIsHonoured() throws Exception {
        try (Lab lab = Lab.start(HealthyEstate.estate(),
                Worlds.with(Worlds.withHosts("52.168.109.101 " + VAULT + "\n")))) {
            assertThat(Visitor.networkInfo(Visitor.to(lab).get(HEALTH))).startsWith("conn_type=Ipv4;");
        }
    }

    @Test
    void aServiceEndpointShowsTheSubnet() throws Exception {
        Estate estate = Worlds.estate(HealthyEstate.VNET_APP, network -> network.path("subnets").forEach(subnet ->
                ((ObjectNode) subnet.path("properties")).putArray("serviceEndpoints").add(
                        Json.object().put("service", "Microsoft.KeyVault"))));
        try (Lab lab = Lab.start(estate, HealthyEstate.world())) {
            Visitor visitor = Visitor.to(lab);
            assertThat(visitor.health(visitor.dial("52.168.109.101", 443, LONG), VAULT))
                    .contains("conn_type=Subnet;subnet=" + HealthyEstate.SNET_APP + ";addr=10.1.0.4;");
        }
    }

    @Test
    void theCorporateProxySeesTheInternet() throws Exception {
        var client = Worlds.behindProxy(Map.of("HTTPS_PROXY", "http://proxy.fabrikam.example:8080",
                "NO_PROXY", ".microsoftonline.com"));
        try (Lab lab = Lab.start(HealthyEstate.estate(), Worlds.with(client))) {
            Visitor visitor = Visitor.to(lab);
            Socket proxy = visitor.dial("proxy.fabrikam.example", 8080, LONG);
            Visitor.connect(proxy, VAULT + ":443");
            assertThat(visitor.health(proxy, VAULT)).contains("addr=20.99.0.8;");
            assertThat(Visitor.networkInfo(visitor.get(HEALTH))).as("a program that knows the gateway alone")
                    .contains("addr=20.99.0.8;");
            assertThat(visitor.health(visitor.dial("10.1.1.5", 443, LONG), VAULT)).contains("conn_type=PrivateLink");
        }
    }

    @Test
    void anInspectingProxyIsNotTrusted() throws Exception {
        try (Lab lab = Lab.start(HealthyEstate.estate(), Worlds.with(new Fault("tls", "vault.azure.net", "Corp CA", "")))) {
            Visitor visitor = Visitor.to(lab);
            assertThatThrownBy(() -> visitor.get(HEALTH)).isInstanceOf(SSLHandshakeException.class);
            assertThat(visitor.get("https://login.microsoftonline.com/common/discovery/instance").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void faultsReachTheClientAsTheyAre() throws Exception {
        for (Fault fault : List.of(new Fault("vault", "/healthstatus", "reset", ""),
                new Fault("vault", "*", "half", ""))) {
            try (Lab lab = Lab.start(HealthyEstate.estate(), Worlds.with(fault))) {
                assertThatThrownBy(() -> Visitor.to(lab).get(HEALTH)).isInstanceOf(IOException.class);
            }
        }
        try (Lab lab = Lab.start(HealthyEstate.estate(), Worlds.with(new Fault("vault", "/secrets", "429", "7")))) {
            HttpResponse<String> throttled = Visitor.to(lab).secrets("none");
            assertThat(throttled.statusCode()).isEqualTo(429);
            assertThat(throttled.headers().firstValue("Retry-After")).contains("7");
            assertThat(throttled.body()).contains("VaultRequestTypeLimitReached");
        }
    }
}
