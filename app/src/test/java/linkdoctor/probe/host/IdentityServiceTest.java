package linkdoctor.probe.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;

import linkdoctor.facts.Evidence;
import linkdoctor.facts.Probed;
import linkdoctor.facts.host.MachineIdentity;
import linkdoctor.facts.host.MachineIdentity.Source;
import linkdoctor.facts.host.MachineIdentity.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What whoever gives a managed identity's tokens can answer. */
@Timeout(20)
class IdentityServiceTest {
    private static final String AUDIENCE = "https://vault.azure.net";
    private static final String TOKEN = "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(
            "{\"oid\":\"object-1\",\"appid\":\"app-1\",\"tid\":\"tenant-1\",\"aud\":\"https://vault.azure.net\"}".getBytes(StandardCharsets.UTF_8)) + ".signature";

    private final Headers asked = new Headers();

    private Probed<MachineIdentity> ask(int status, String body, Map<String, String> environment, Map<String, String> headers) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            asked.putAll(exchange.getRequestHeaders());
            headers.forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(exchange.getRequestURI().getQuery().contains("resource=" + AUDIENCE) ? status : 404, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        Map<String, String> filled = new java.util.HashMap<>(environment);
        filled.replaceAll((name, value) -> value.replace("BASE", base));
        try {
            return new IdentityService(filled, URI.create(base), Optional.of("proxy.example:8080")).ask(AUDIENCE);
        } finally {
            server.stop(0);
        }
    }

    private MachineIdentity seen(int status, String body) throws IOException {
        return ask(status, body, Map.of(), Map.of()).known().orElseThrow();
    }

    @Test
    void aTokenIsReadAndForgotten() throws IOException {
        Probed<MachineIdentity> identity = ask(200, "{\"access_token\":\"" + TOKEN + "\",\"resource\":\"" + AUDIENCE + "\"}", Map.of(), Map.of());

        assertThat(identity.known()).contains(new MachineIdentity(Source.INSTANCE_METADATA, State.GIVEN, "",
                Optional.of(new MachineIdentity.Token("object-1", "app-1", "tenant-1", AUDIENCE)), Optional.of("proxy.example:8080")));
        assertThat(asked.getFirst("Metadata")).isEqualTo("true");
        assertThat(identity.toString()).doesNotContain("signature");
        assertThat(identity.evidence()).extracting(Evidence::tryYourself).allSatisfy(command -> assertThat(command).contains("/dev/null"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"400|Identity not found|NONE_ASSIGNED",
            "400|Multiple user assigned identities exist, please specify the clientId|SEVERAL", "400|Required query variable missing|REFUSED", "403||REFUSED",
            "500|Unknown|REFUSED", "200|no token here|REFUSED"})
    void whatItRefusesIsTold(int status, String said, State state) throws IOException {
        MachineIdentity identity = seen(status, "{\"error\":\"invalid_request\",\"error_description\":\"" + (said == null ? "" : said) + "\"}");

        assertThat(identity.state()).isEqualTo(state);
        assertThat(identity.said()).startsWith(String.valueOf(status));
        assertThat(identity.token()).isEmpty();
    }

    @Test
    void somethingElseThatAnswersIsNoIdentity() throws IOException {
        assertThat(seen(200, "<html>").state()).isEqualTo(State.REFUSED);
        assertThat(seen(200, "{\"access_token\":\"opaque\"}").token()).contains(new MachineIdentity.Token("", "", "", AUDIENCE));
    }

    @Test
    void azureArcWantsAProof() throws IOException {
        MachineIdentity identity = ask(401, "", Map.of("IDENTITY_ENDPOINT", "BASE/arc", "IMDS_ENDPOINT", "BASE"),
                Map.of("WWW-Authenticate", "Basic realm=/var/opt/azcmagent/tokens/none.key")).known().orElseThrow();

        assertThat(identity.service()).isEqualTo(Source.ARC);
        assertThat(identity.state()).isEqualTo(State.WANTS_PROOF);
        assertThat(identity.said()).contains("/var/opt/azcmagent/tokens/none.key").contains("cannot read");
        assertThat(identity.proxy()).isEmpty();
    }

    @Test
    void theSecretHeaderOfAppServiceIsNotWrittenDown() throws IOException {
        Probed<MachineIdentity> identity = ask(200, "{\"access_token\":\"" + TOKEN + "\"}", Map.of("IDENTITY_ENDPOINT", "BASE/msi", "IDENTITY_HEADER", "hush"), Map.of());

        assertThat(identity.known().orElseThrow().service()).isEqualTo(Source.APP_SERVICE);
        assertThat(asked.getFirst("X-IDENTITY-HEADER")).isEqualTo("hush");
        assertThat(identity.toString()).doesNotContain("hush");
    }

    @Test
    void aMachineOutsideAzureHasNone() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            int port = closed.getLocalPort();
            closed.close();
            assertThat(new IdentityService(Map.of(), URI.create("http://127.0.0.1:" + port), Optional.empty()).ask(AUDIENCE))
                    .isInstanceOf(Probed.NotTried.class);
            assertThat(new IdentityService(Map.of("IDENTITY_ENDPOINT", "http://127.0.0.1:" + port, "IMDS_ENDPOINT", "x"), URI.create("http://127.0.0.1:" + port),
                    Optional.empty()).ask(AUDIENCE)).isInstanceOf(Probed.Failed.class);
            assertThat(new IdentityService(Map.of("IDENTITY_ENDPOINT", "no address", "IMDS_ENDPOINT", "x"), URI.create("http://127.0.0.1:" + port),
                    Optional.empty()).ask(AUDIENCE)).isInstanceOf(Probed.Failed.class);
        }
    }
}
