package linkdoctor.probe.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Prefix;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.host.Imds;

@Timeout(20)
class MetadataServiceTest {
    private static final String MACHINE = "/subscriptions/b/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/jump-box";
    private static final String DOCUMENT = """
            {"compute": {"location": "eastus", "name": "jump-box", "resourceId": "%s", "subscriptionId": "b"},
             "network": {"interface": [{"macAddress": "000D3A123456",
               "ipv4": {"ipAddress": [{"privateIpAddress": "10.1.0.4", "publicIpAddress": ""}],
                        "subnet": [{"address": "10.1.0.0", "prefix": "24"}]},
               "ipv6": {"ipAddress": [{"privateIpAddress": "fd00::4"}]}}]}}""".formatted(MACHINE);

    private static Probed<Imds> ask(int status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/metadata/instance", exchange -> {
            boolean asked = "true".equals(exchange.getRequestHeaders().getFirst("Metadata"))
                    && "api-version=2021-02-01".equals(exchange.getRequestURI().getQuery());
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(asked ? status : 400, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            return new MetadataService(URI.create("http://127.0.0.1:" + server.getAddress().getPort())).ask();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void tellsTheMachineAndItsInterfaces() throws IOException {
        Imds imds = ask(200, DOCUMENT).known().orElseThrow();
        assertThat(imds).isEqualTo(new Imds(Optional.of(ResourceId.of(MACHINE)), "eastus", "b", List.of(new Imds.Nic(
                "000D3A123456", List.of(Ip.of("10.1.0.4"), Ip.of("fd00::4")), List.of(Prefix.of("10.1.0.0/24"))))));
    }

    @Test
    void partsThatAreMissingAreLeftOut() throws IOException {
        assertThat(ask(200, "{\"compute\": {\"location\": \"eastus\"}}").known().orElseThrow())
                .isEqualTo(new Imds(Optional.empty(), "eastus", "", List.of()));
    }

    @ParameterizedTest
    @CsvSource({"404,NOT_FOUND", "429,THROTTLED", "500,SERVER_ERROR", "302,GARBAGE", "403,DENIED"})
    void anErrorIsAFailure(int status, Failure.Kind kind) throws IOException {
        assertThat(ask(status, "").trouble().orElseThrow().kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"compute\": {", "<html>", "[]", "''", "{\"a\": 1}"})
    void somethingElseIsGarbage(String body) throws IOException {
        assertThat(ask(200, body).trouble().orElseThrow().kind()).isEqualTo(Failure.Kind.GARBAGE);
    }

    @Test
    void nobodyThereIsSaidPlainly() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Failure failure = new MetadataService(URI.create("http://127.0.0.1:" + port)).ask().trouble().orElseThrow();
        assertThat(failure.kind()).isEqualTo(Failure.Kind.UNREACHABLE);
        assertThat(failure.said()).startsWith("No instance metadata service answers");
    }

    @Test
    void silenceEndsAtTheDeadline() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            Probed<Imds> seen = new MetadataService(URI.create("http://127.0.0.1:" + silent.getLocalPort())).ask();
            assertThat(seen.trouble().orElseThrow().kind()).isEqualTo(Failure.Kind.TIMEOUT);
            assertThat(seen.evidence().getFirst().took()).isLessThan(Duration.ofSeconds(5));
        }
    }
}
