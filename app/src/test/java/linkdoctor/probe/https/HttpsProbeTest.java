package linkdoctor.probe.https;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import linkdoctor.facts.Cloud;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure.Kind;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Target;
import linkdoctor.facts.https.Challenge;
import linkdoctor.facts.https.LiveRequest;
import linkdoctor.facts.https.TlsSeen;
import linkdoctor.facts.https.VaultError;
import linkdoctor.probe.Dialer;
import linkdoctor.probe.NoBrowser;
import linkdoctor.probe.Outside;
import linkdoctor.probe.Trust;

import static org.assertj.core.api.Assertions.assertThat;

class HttpsProbeTest {
    private static final String HOST = "fabrikam.vault.azure.net";
    private static final Target FABRIKAM = new Target("fabrikam", "fabrikam", Cloud.PUBLIC, Optional.empty(),
            Optional.empty(), Optional.empty());
    private static final Optional<Ip> PRIVATE = Optional.of(Ip.of("10.1.1.5"));
    private static final Limits SHORT = new Limits(Duration.ofMillis(700), Duration.ofMillis(700), Duration.ofMillis(700));
    private static final Instant NEXT_YEAR = Instant.now().plus(Duration.ofDays(300));
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nX-MS-KeyVault-Service-Version: 1.9.3019.1\r\n"
            + "x-ms-keyvault-region: eastus\r\nx-ms-keyvault-network-info: conn_type=PrivateLink;private_endpoint=/subscriptions/s"
            + "/resourceGroups/g/providers/Microsoft.Network/privateEndpoints/pe-fabrikam;addr=10.1.0.4;"
            + "act_addr_fam=InterNetworkV6;\r\n\r\ntrue";
    @TempDir
    static Path directory;
    private static TestAuthority azure;
    private static TestAuthority inspector;
    private static Trust trust;

    @BeforeAll
    static void authorities() throws Exception {
        azure = new TestAuthority("Practice Azure CA");
        inspector = new TestAuthority("Contoso Inspection CA");
        trust = Trust.practice(azure.pem(directory), Optional.empty());
    }

    @Test
    void aHealthyRequestTellsEachStep() throws Exception {
        try (TestServer server = TestServer.tls(azure.server(NEXT_YEAR, HOST), OK)) {
            LiveRequest request = probe(server.port()).health(FABRIKAM, PRIVATE, Optional.empty());

            assertThat(request.tcp().known()).contains("10.1.1.5:443");
            TlsSeen tls = request.tls().known().orElseThrow();
            assertThat(tls.trust()).isEqualTo(TlsSeen.Trust.SYSTEM);
            assertThat(tls.chain().getFirst().issuer()).isEqualTo("CN=Practice Azure CA");
            assertThat(tls.chain().getFirst().names()).containsExactly(HOST);
            LiveRequest.Answer answer = request.answer().known().orElseThrow();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.networkInfo().orElseThrow().connectionType()).contains("PrivateLink");
            assertThat(answer.serviceVersion()).contains("1.9.3019.1");
            assertThat(answer.region()).contains("eastus");
            assertThat(request.answer().evidence()).singleElement().extracting(Evidence::tryYourself).isEqualTo(
                    "curl -sv --max-time 10 --noproxy '*' --resolve fabrikam.vault.azure.net:443:10.1.1.5"
                            + " https://fabrikam.vault.azure.net/healthstatus");
            assertThat(server.requests.getFirst()).startsWith("GET /healthstatus HTTP/1.1\r\nHost: " + HOST)
                    .doesNotContainIgnoringCase("authorization").doesNotContainIgnoringCase("cookie");
        }
    }

    @Test
    void anExtraRootIsToldApart() throws Exception {
        Trust both = Trust.practice(azure.pem(directory), Optional.of(inspector.pem(directory)));
        try (TestServer server = TestServer.tls(inspector.server(NEXT_YEAR, HOST), OK)) {
            LiveRequest request = new HttpsProbe(outside(to(server.port())), both).health(FABRIKAM, PRIVATE, Optional.empty());
            assertThat(request.tls().known().orElseThrow().trust()).isEqualTo(TlsSeen.Trust.EXTRA_ROOT);
            assertThat(request.answer().known()).isPresent();
        }
    }

    @Test
    void anUnknownIssuerIsNamedAndNothingIsSent() throws Exception {
        try (TestServer server = TestServer.tls(inspector.server(NEXT_YEAR, HOST), OK)) {
            HttpsProbe probe = probe(server.port());
            LiveRequest request = probe.health(FABRIKAM, PRIVATE, Optional.empty());
            assertUntrusted(request, "its issuer Contoso Inspection CA is not among the authorities");
            assertThat(server.requests).noneMatch(text -> text.contains("GET"));
            assertThat(kind(probe.challenge(FABRIKAM, PRIVATE, Optional.empty()))).contains(Kind.UNTRUSTED);
        }
    }

    @Test
    void anExpiredCertificateSaysSince() throws Exception {
        Instant ended = Instant.parse("2026-01-02T03:04:05Z").isBefore(Instant.now())
                ? Instant.parse("2026-01-02T03:04:05Z") : Instant.now().minus(Duration.ofDays(1));
        try (TestServer server = TestServer.tls(azure.server(ended, HOST), OK)) {
            assertUntrusted(probe(server.port()).health(FABRIKAM, PRIVATE, Optional.empty()), "the certificate expired on 20");
        }
    }

    @Test
    void aWrongNameIsNamed() throws Exception {
        try (TestServer server = TestServer.tls(azure.server(NEXT_YEAR, "www.contoso.com", "contoso.com"), OK)) {
            assertUntrusted(probe(server.port()).health(FABRIKAM, PRIVATE, Optional.empty()),
                    "the certificate is for www.contoso.com, contoso.com and not for " + HOST);
        }
    }

    @Test
    void aServerThatSaysNothingEndsInTime() throws Exception {
        try (TestServer server = TestServer.silent()) {
            LiveRequest request = hasty(server.port()).health(FABRIKAM, PRIVATE, Optional.empty());
            assertThat(kind(request.tls())).contains(Kind.TIMEOUT);
            assertThat(request.answer()).isInstanceOf(Probed.NotTried.class);
        }
    }

    @Test
    void aClosedPortIsRefused() throws Exception {
        LiveRequest request = probe(closedPort()).health(FABRIKAM, PRIVATE, Optional.empty());
        assertThat(kind(request.tcp())).contains(Kind.REFUSED);
        assertThat(request.tcp().trouble().orElseThrow().said()).isEqualTo("10.1.1.5:443 refused the connection.");
    }

    @Test
    void droppedPacketsEndInTime() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
             Backlog filled = Backlog.of(full.getLocalPort())) {
            assertThat(filled.connections()).isNotEmpty();
            LiveRequest request = hasty(full.getLocalPort()).health(FABRIKAM, PRIVATE, Optional.empty());
            assertThat(kind(request.tcp())).contains(Kind.TIMEOUT);
        }
    }

    @Test
    void aResetInTheHandshakeIsAReset() throws Exception {
        try (TestServer server = TestServer.resetting()) {
            assertThat(kind(probe(server.port()).health(FABRIKAM, PRIVATE, Optional.empty()).tls())).contains(Kind.RESET);
        }
    }

    @Test
    void aServerWithoutTlsIsGarbage() throws Exception {
        try (TestServer server = TestServer.saying("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            assertThat(kind(probe(server.port()).health(FABRIKAM, PRIVATE, Optional.empty()).tls())).contains(Kind.GARBAGE);
        }
    }

    @Test
    void halfAnAnswerIsAReset() throws Exception {
        assertThat(kind(health("HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\ntrue").answer())).contains(Kind.RESET);
        assertThat(kind(health("HTTP/1.1 200 OK\r\nContent-Le").answer())).contains(Kind.RESET);
        assertThat(kind(health("").answer())).contains(Kind.RESET);
    }

    @Test
    void whatIsNotHttpIsGarbage() throws Exception {
        assertThat(kind(health("220 mail.contoso.com ESMTP\r\n\r\n").answer())).contains(Kind.GARBAGE);
        assertThat(kind(health("HTTP/1.1 200 OK\r\nno colon here\r\n\r\n").answer())).contains(Kind.GARBAGE);
        assertThat(kind(health("x".repeat(200_000)).answer())).contains(Kind.GARBAGE);
    }

    @Test
    void chunksContinuesAndOddCasingAreRead() throws Exception {
        LiveRequest request = health("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200\r\ntransfer-ENCODING: Chunked\r\n"
                + "X-Ms-KeyVault-Network-INFO:addr=20.62.10.10;new_key=x;act_addr_fam=InterNetwork\r\n\r\n"
                + "2;ext=1\r\ntr\r\n2\r\nue\r\n0\r\nTrailer: x\r\n\r\n");
        LiveRequest.Answer answer = request.answer().known().orElseThrow();
        assertThat(answer.networkInfo().orElseThrow().source()).contains(Ip.of("20.62.10.10"));
        assertThat(answer.networkInfo().orElseThrow().fields()).containsEntry("new_key", "x");
        assertThat(answer.networkInfo().orElseThrow().connectionType()).isEmpty();
        assertThat(health("HTTP/1.0 404 Not Found\nServer: nginx\n\nuntil the end").answer().known().orElseThrow().server())
                .contains("nginx");
    }

    @Test
    void theChallengeNamesTenantAndAudience() throws Exception {
        Challenge today = challenge("401 Unauthorized\r\nWWW-Authenticate: Bearer authorization=\"https://login.microsoftonline.com/"
                + "11111111-1111-4111-8111-111111111111\", resource=\"https://vault.azure.net\"",
                "{\"error\":{\"code\":\"Unauthorized\",\"message\":\"AKV10000: Request is missing a Bearer or PoP token.\"}}");
        assertThat(today.tenant()).contains("11111111-1111-4111-8111-111111111111");
        assertThat(today.audience()).contains("https://vault.azure.net");
        assertThat(today.error()).map(VaultError::code).contains("Unauthorized");

        Challenge other = challenge("401 Unauthorized\r\nwww-authenticate: PoP nonce=x, Bearer scope=https://vault.azure.net/.default"
                + " , authorization_uri = \"https://login.windows.net/tenant-1/oauth2/authorize\"", "");
        assertThat(other.tenant()).contains("tenant-1");
        assertThat(other.audience()).contains("https://vault.azure.net");
    }

    @Test
    void aForbiddenChallengeKeepsTheInnerCode() throws Exception {
        Challenge denied = challenge("403 Forbidden", "{\"error\":{\"code\":\"Forbidden\",\"message\":\"Public network access is disabled\","
                + "\"innererror\":{\"code\":\"ForbiddenByConnection\"}}}");
        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.error()).map(VaultError::innerCode).contains("ForbiddenByConnection");
        assertThat(challenge("403 Forbidden", "{\"error\":{\"code\":\"Forbidden\",\"innerError\":{\"code\":\"ForbiddenByFirewall\"}}}")
                .error()).map(VaultError::innerCode).contains("ForbiddenByFirewall");
        assertThat(challenge("403 Forbidden", "<html>blocked by policy</html>").error()).isEmpty();
    }

    @Test
    void aProxyThatConnectsIsPartOfTheFact() throws Exception {
        try (TestServer server = TestServer.tls(azure.server(NEXT_YEAR, HOST), OK);
             TestServer proxy = TestServer.proxy("HTTP/1.1 200 Connection established\r\n\r\n", server.port())) {
            String written = "http://user:hunter2@127.0.0.1:" + proxy.port() + "/";
            LiveRequest request = new HttpsProbe(outside(Dialer.DIRECT), trust).health(FABRIKAM, Optional.empty(), Optional.of(written));
            assertThat(request.answer().known()).isPresent();
            assertThat(request.proxy()).contains("127.0.0.1:" + proxy.port());
            assertThat(request.connected()).isEmpty();
            assertThat(proxy.requests.getFirst()).startsWith("CONNECT " + HOST + ":443 HTTP/1.1");
            assertThat(request.toString() + proxy.requests + server.requests).doesNotContain("hunter2");
            assertThat(request.answer().evidence().getFirst().tryYourself())
                    .contains("-x http://127.0.0.1:" + proxy.port()).doesNotContain("--resolve");
        }
    }

    @Test
    void aProxysOwnAnswersAreFacts() throws Exception {
        assertThat(throughProxyAnswering("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n").kind()).isEqualTo(Kind.DENIED);
        assertThat(throughProxyAnswering("HTTP/1.1 403 Forbidden\r\n\r\n").said()).contains("does not allow connections to " + HOST);
        assertThat(throughProxyAnswering("HTTP/1.1 502 Bad Gateway\r\n\r\n").kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(throughProxyAnswering("SSH-2.0-OpenSSH_9.2\r\n\r\n").kind()).isEqualTo(Kind.GARBAGE);
    }

    @Test
    void aProxyThatHangsOrIsNotThereEndsInTime() throws Exception {
        try (TestServer silent = TestServer.silent()) {
            LiveRequest hung = new HttpsProbe(outside(Dialer.DIRECT), trust, SHORT)
                    .health(FABRIKAM, Optional.empty(), Optional.of("127.0.0.1:" + silent.port()));
            assertThat(kind(hung.tcp())).contains(Kind.TIMEOUT);
        }
        LiveRequest gone = new HttpsProbe(outside(Dialer.DIRECT), trust)
                .health(FABRIKAM, PRIVATE, Optional.of("127.0.0.1:" + closedPort()));
        assertThat(kind(gone.tcp())).contains(Kind.REFUSED);
        LiveRequest nonsense = probe(1).health(FABRIKAM, PRIVATE, Optional.of("user:hunter2@:x"));
        assertThat(kind(nonsense.tcp())).contains(Kind.UNSUPPORTED);
        assertThat(nonsense.toString()).doesNotContain("hunter2");
    }

    @Test
    void withoutAnAddressOrWithAnImpossibleNameNothingIsTried() {
        assertThat(probe(1).health(FABRIKAM, Optional.empty(), Optional.empty()).tcp()).isInstanceOf(Probed.NotTried.class);
        Target odd = new Target("a b", "a\r\nX: y", Cloud.PUBLIC, Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(probe(1).challenge(odd, PRIVATE, Optional.empty())).isInstanceOf(Probed.NotTried.class);
    }

    @Test
    void aCancelledRunSaysSo() throws Exception {
        try (TestServer server = TestServer.silent()) {
            Thread.currentThread().interrupt();
            LiveRequest request = probe(server.port()).health(FABRIKAM, PRIVATE, Optional.empty());
            assertThat(Thread.interrupted()).isTrue();
            assertThat(kind(request.tcp())).contains(Kind.CANCELLED);
        }
    }

    private static void assertUntrusted(LiveRequest request, String reason) {
        TlsSeen tls = request.tls().known().orElseThrow();
        assertThat(tls.trust()).isEqualTo(TlsSeen.Trust.NONE);
        assertThat(tls.reason()).startsWith(reason);
        assertThat(tls.chain()).hasSize(2);
        assertThat(request.answer()).isInstanceOf(Probed.NotTried.class);
    }

    private static LiveRequest health(String answer) throws Exception {
        try (TestServer server = TestServer.tls(azure.server(NEXT_YEAR, HOST), answer)) {
            return probe(server.port()).health(FABRIKAM, PRIVATE, Optional.empty());
        }
    }

    private static Challenge challenge(String head, String body) throws Exception {
        String answer = "HTTP/1.1 " + head + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        try (TestServer server = TestServer.tls(azure.server(NEXT_YEAR, HOST), answer)) {
            return probe(server.port()).challenge(FABRIKAM, PRIVATE, Optional.empty()).known().orElseThrow();
        }
    }

    private static linkdoctor.facts.Failure throughProxyAnswering(String answer) throws Exception {
        try (TestServer proxy = TestServer.proxy(answer, 0)) {
            return new HttpsProbe(outside(Dialer.DIRECT), trust)
                    .health(FABRIKAM, Optional.empty(), Optional.of("127.0.0.1:" + proxy.port())).tcp().trouble().orElseThrow();
        }
    }

    private static Optional<Kind> kind(Probed<?> fact) {
        return fact.trouble().map(linkdoctor.facts.Failure::kind);
    }

    private static HttpsProbe probe(int port) {
        return new HttpsProbe(outside(to(port)), trust);
    }

    private static HttpsProbe hasty(int port) {
        return new HttpsProbe(outside(to(port)), trust, SHORT);
    }

    private static Dialer to(int port) {
        return (host, ignored, deadline) -> Dialer.DIRECT.connect("127.0.0.1", port, deadline);
    }

    private static Outside outside(Dialer dialer) {
        return new Outside(Map.of(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty(),
                UnaryOperator.identity(), dialer, Optional.empty(), Outside.IMDS, NoBrowser.HERE);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Connections that fill a server's queue, so that the next one is dropped. */
    private record Backlog(List<Socket> connections) implements AutoCloseable {
        static Backlog of(int port) throws IOException {
            List<Socket> filling = new java.util.ArrayList<>();
            try {
                for (int i = 0; i < 20; i++) {
                    filling.add(Dialer.DIRECT.connect("127.0.0.1", port, Duration.ofMillis(200)));
                }
            } catch (java.net.SocketTimeoutException full) {
                return new Backlog(filling);
            }
            return new Backlog(filling);
        }

        @Override
        public void close() throws IOException {
            for (Socket socket : connections) {
                socket.close();
            }
        }
    }
}
