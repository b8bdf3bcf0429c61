package linkdoctor.probe.azure;

import static linkdoctor.probe.azure.Practice.assertSeen;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import linkdoctor.facts.Cloud;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Probed;
import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.http.Answer;
import linkdoctor.probe.azure.signin.SignIn;
import linkdoctor.probe.azure.wire.ErrorBody;

/** An Azure that means harm, or something in its place: tokens stay at home, and no answer takes memory or time without end. */
@Timeout(60)
class HostileCloudTest {

    @Test
    void aVaultThatNamesAnotherAudienceOrHostGetsNeither() throws Exception {
        try (Practice practice = new Practice()) {
            practice.instead((host, request) -> host.endsWith(".vault.azure.net") ? Optional.of(Answer.text(401, "application/json", "{}")
                    .with("WWW-Authenticate", "Bearer authorization=\"https://elsewhere.example/evil\", resource=\"https://management.azure.com\"")) : Optional.empty());
            AzureArm arm = practice.signedIn();
            assertThat(assertSeen(arm.read(Practice.FABRIKAM)).status()).isEqualTo(401);
            assertThat(practice.cloud.asked()).noneMatch(asked -> asked.startsWith("elsewhere"));
            assertThat(practice.cloud.requests().stream().map(request -> new String(request.body(), StandardCharsets.UTF_8))
                    .filter(body -> body.contains("scope=")).skip(1)).allMatch(body -> body.contains("vault.azure.net%2F.default"));
        }
    }

    @Test
    void aVaultsListIsNotFollowedElsewhere() throws Exception {
        try (Practice practice = new Practice()) {
            practice.instead((host, request) -> host.endsWith(".vault.azure.net") ? Optional.of(Answer.text(200, "application/json",
                    "{\"value\":[],\"nextLink\":\"https://elsewhere.example/secrets?page=2\"}")) : Optional.empty());
            practice.signedIn().read(Practice.FABRIKAM);
            assertThat(practice.cloud.asked()).noneMatch(asked -> asked.startsWith("elsewhere"));
        }
    }

    @Test
    void aRedirectIsNotFollowedWithTheToken() throws Exception {
        try (Practice practice = new Practice()) {
            practice.instead("/privateEndpointConnections", Answer.empty(307).with("Location", "https://elsewhere.example/x"));
            assertThat(practice.signedIn().connections(HealthyEstate.VAULT).trouble()).isPresent();
            assertThat(practice.cloud.asked()).noneMatch(asked -> asked.startsWith("elsewhere"));
        }
    }

    @Test
    void anAnswerWithoutEndIsCutOff() throws Exception {
        byte[] long_ = new byte[65 * 1024 * 1024];
        java.util.Arrays.fill(long_, (byte) ' ');
        try (Practice practice = new Practice()) {
            practice.instead("/privateEndpointConnections", new Answer(200, Map.of("Content-Type", "application/json"), long_, Answer.Delivery.WHOLE));
            Failure failure = practice.signedIn().connections(HealthyEstate.VAULT).trouble().orElseThrow();
            assertThat(failure.kind()).as(failure.said()).isEqualTo(Failure.Kind.GARBAGE);
        }
    }

    @Test
    void aListThatLeadsBackToItselfEnds() throws Exception {
        try (Practice practice = new Practice()) {
            practice.instead("/virtualNetworks", Answer.text(200, "application/json",
                    "{\"value\":[{\"id\":\"/a\"}],\"nextLink\":\"https://management.azure.com/x/virtualNetworks?page=2\"}"));
            Listing<?> listing = assertSeen(practice.signedIn(Duration.ofSeconds(6)).networks(List.of(Practice.HUB)));
            assertThat(listing.complete()).isFalse();
        }
    }

    /** The platform's own endpoint for identities wants a secret header: no proxy may see it. */
    @Test
    void whatIsAskedOverPlainHttpGoesThroughNoProxy() throws Exception {
        try (Practice practice = new Practice(); ServerSocket imds = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            List<String> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
            Thread.ofVirtual().start(() -> {
                try (Socket socket = imds.accept()) {
                    seen.add("straight");
                    socket.getOutputStream().write("HTTP/1.1 404 no\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                } catch (java.io.IOException closed) {
                    seen.add("closed");
                }
            });
            var access = practice.access(Map.of());
            var wire = new linkdoctor.probe.azure.wire.Wire(new linkdoctor.probe.azure.wire.AzureAccess(access.cloud(), access.tenant(), access.clientId(),
                    access.trust(), url -> Optional.of(new InetSocketAddress("127.0.0.1", 9)), Map.of(), access.imds(), access.browser(), access.tell(),
                    Duration.ofSeconds(5), Duration.ofSeconds(5), "test"));
            var answer = wire.login().send(new com.azure.core.http.HttpRequest(com.azure.core.http.HttpMethod.GET,
                    "http://127.0.0.1:" + imds.getLocalPort() + "/msi")).block();
            assertThat(answer.getStatusCode()).isEqualTo(404);
            assertThat(seen).containsExactly("straight");
        }
    }

    /** The SDK's own threads would keep the ending program for ten seconds while a server is silent. */
    @Test
    void theSdksThreadsDoNotHoldTheProgram() throws Exception {
        try (Practice practice = new Practice()) {
            practice.signedIn();
            Thread thread = com.azure.core.util.SharedExecutorService.getInstance().submit(Thread::currentThread).get();
            assertThat(thread.isDaemon()).isTrue();
            assertThat(thread.getName()).startsWith("azure-shared-");
        }
    }

    @Test
    void anErrorMessageOfAnyLengthIsReadAtOnce() {
        for (String run : List.of("eyJ" + "a".repeat(20) + ".".repeat(500_000), "eyJaaaaaaaaaaa.".repeat(50_000), " ".repeat(500_000), "\\u001b".repeat(50_000))) {
            ErrorBody body = ErrorBody.parse(("{\"error\":{\"code\":\"x\",\"message\":\"" + run + "\"}}").getBytes(StandardCharsets.UTF_8));
            assertThat(body.message()).hasSizeLessThan(5_000).doesNotContain("eyJa");
        }
        ErrorBody.parse("[".repeat(500_000).getBytes(StandardCharsets.UTF_8));
        ErrorBody.parse("{\"error\":".repeat(100_000).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void cloudFilesMayHoldAnything(@org.junit.jupiter.api.io.TempDir Path directory) throws Exception {
        String whole = "{\"name\":\"x\",\"authentication\":{\"loginEndpoint\":\"https://l.example/\",\"audiences\":[\"https://m.example\"]},"
                + "\"suffixes\":{\"keyVaultDns\":\"vault.example\"},\"resourceManager\":\"https://m.example/\"}";
        assertThat(CloudFile.parse(whole).vaultSuffix()).isEqualTo("vault.example");
        Random random = new Random(3);
        String pieces = "\"{}[]:,/.\\x\u0000\u001bhttps9@ ";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder(whole);
            for (int n = 1 + random.nextInt(6); n > 0; n--) {
                int at = random.nextInt(text.length());
                text.replace(at, Math.min(text.length(), at + random.nextInt(12)), String.valueOf(pieces.charAt(random.nextInt(pieces.length()))));
            }
            Path file = Files.writeString(directory.resolve("cloud.json"), text);
            try {
                Cloud cloud = CloudFile.read(file);
                assertThat(cloud.login() + cloud.arm()).doesNotContainPattern("[\\p{Cc}\\s]");
            } catch (java.io.IOException refused) {
                assertThat(refused.getMessage()).startsWith("The cloud file ").endsWith(".");
            }
        }
    }
}
