package linkdoctor.probe.azure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import linkdoctor.facts.Cloud;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Failure.Kind;
import linkdoctor.lab.http.Answer;
import linkdoctor.probe.Trust;
import linkdoctor.probe.azure.signin.SignIn;
import linkdoctor.probe.azure.wire.AzureAccess;

/** Why a sign-in fails on the way to Entra ID or on this machine, as one sentence. */
@Timeout(60)
class SignInTroubleTest {

    @Test
    void theAuthorityCannotBeReached() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (Practice practice = new Practice()) {
            AzureAccess access = practice.access(Practice.secret("x"));
            AzureAccess away = new AzureAccess(access.cloud(), access.tenant(), access.clientId(), access.trust(),
                    uri -> Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)), access.environment(), access.imds(), access.browser(),
                    prompt -> { }, Duration.ofSeconds(10), Duration.ofSeconds(10), "test");
            assertThat(failure(away, SignIn.ENVIRONMENT)).satisfies(f -> {
                assertThat(f.kind()).isEqualTo(Kind.UNREACHABLE);
                assertThat(f.said()).contains("cannot be reached").contains("HTTPS_PROXY");
            });
        }
    }

    @Test
    void theProxyWantsAPassword() throws Exception {
        try (ServerSocket proxy = new ServerSocket(0, 5, InetAddress.getLoopbackAddress()); Practice practice = new Practice()) {
            Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        try (var client = proxy.accept()) {
                            client.getInputStream().read(new byte[4096]);
                            client.getOutputStream().write(("HTTP/1.1 407 Proxy Authentication Required\r\n"
                                    + "Proxy-Authenticate: Negotiate\r\nContent-Length: 0\r\n\r\n").getBytes());
                        }
                    }
                } catch (IOException closed) {
                    // The test is over.
                }
            });
            AzureAccess access = practice.access(Practice.secret("x"));
            AzureAccess away = new AzureAccess(access.cloud(), access.tenant(), access.clientId(), access.trust(),
                    uri -> Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.getLocalPort())),
                    access.environment(), access.imds(), access.browser(), prompt -> { }, Duration.ofSeconds(10), Duration.ofSeconds(10), "test");
            assertThat(failure(away, SignIn.ENVIRONMENT)).satisfies(f -> {
                assertThat(f.kind()).isEqualTo(Kind.UNREACHABLE);
                assertThat(f.said()).contains("user name and password");
            });
        }
    }

    @Test
    void theAuthorityIsNotTrusted() throws Exception {
        try (Practice practice = new Practice()) {
            AzureAccess access = practice.access(Practice.secret("x"));
            AzureAccess strict = new AzureAccess(access.cloud(), access.tenant(), access.clientId(), Trust.of(Optional.empty()),
                    access.proxy(), access.environment(), access.imds(), access.browser(), prompt -> { }, Duration.ofSeconds(10), Duration.ofSeconds(10), "test");
            assertThat(failure(strict, SignIn.ENVIRONMENT)).satisfies(f -> {
                assertThat(f.kind()).isEqualTo(Kind.UNTRUSTED);
                assertThat(f.said()).contains("as a CA file");
            });
        }
    }

    @Test
    void theAuthorityHangs() throws Exception {
        try (Practice practice = new Practice()) {
            practice.instead("/oauth2/", Answer.empty(200).delivered(Answer.Delivery.HANG));
            assertThat(failure(practice.access(Practice.secret("x")).within(Duration.ofSeconds(2), Duration.ofSeconds(2)), SignIn.ENVIRONMENT)
                    .kind()).isEqualTo(Kind.TIMEOUT);
        }
    }

    @Test
    void theAuthorityHasTooManyRequests() throws Exception {
        try (Practice practice = new Practice()) {
            practice.instead("/oauth2/", Answer.text(429, "application/json", "{\"error\":\"temporarily_unavailable\"}").with("Retry-After", "300"));
            assertThat(failure(practice.access(Practice.secret("x")), SignIn.ENVIRONMENT).said()).contains("too many sign-ins");
        }
    }

    @Test
    void theDeviceCodeExpires() throws Exception {
        try (Practice practice = new Practice()) {
            practice.instead("/devicecode", Answer.text(200, "application/json", """
                    {"user_code": "ABC", "device_code": "long ago", "verification_uri": "http://127.0.0.1/", "expires_in": 1, "interval": 1,
                     "message": "Enter ABC."}"""));
            assertThat(failure(practice.access(Map.of()), SignIn.DEVICE_CODE).said())
                    .isEqualTo("The device code has expired: sign in again and enter the new code within 15 minutes.");
            assertThat(practice.told).containsExactly("Enter ABC.");
        }
    }

    @Test
    void theAuthorityHasAFaultForAWhile() throws Exception {
        try (Practice practice = new Practice()) {
            practice.instead("/devicecode", Answer.text(503, "text/html", "<html>busy</html>"));
            AzureArm arm = practice.arm(SignIn.DEVICE_CODE, Map.of());
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThat(arm.signIn(Optional.empty()).trouble().map(Failure::said))
                        .contains("Entra ID has a fault of its own: wait a minute, then sign in again.");
            }
        }
    }

    @Test
    void theMachineHasNoIdentity() throws Exception {
        try (Practice practice = new Practice()) {
            AzureAccess access = practice.access(Map.of());
            AzureAccess off = new AzureAccess(access.cloud(), access.tenant(), access.clientId(), access.trust(), access.proxy(), Map.of(),
                    URI.create("http://127.0.0.1:9"), access.browser(), prompt -> { }, Duration.ofSeconds(5), Duration.ofSeconds(5), "test");
            assertThat(failure(off, SignIn.MANAGED_IDENTITY).said()).contains("managed identity").contains("another way to sign in");
        }
    }

    @Test
    void theCertificateCannotBeRead(@TempDir Path folder) throws Exception {
        try (Practice practice = new Practice()) {
            Map<String, String> environment = new HashMap<>(Practice.secret("x"));
            environment.remove("AZURE_CLIENT_SECRET");
            environment.put("AZURE_CLIENT_CERTIFICATE_PATH", folder.resolve("none.pem").toString());
            assertThat(failure(practice.access(environment), SignIn.ENVIRONMENT).said()).contains("AZURE_CLIENT_CERTIFICATE_PATH");
            Path odd = Files.writeString(folder.resolve("odd.pem"), "not a certificate");
            environment.put("AZURE_CLIENT_CERTIFICATE_PATH", odd.toString());
            assertThat(failure(practice.access(environment), SignIn.ENVIRONMENT).said()).contains("certificate");
        }
    }

    @Test
    void theUsualWayDependsOnTheMachine(@TempDir Path folder) throws Exception {
        assertThat(SignIn.usual(Map.of(), "Windows 11")).isEqualTo(SignIn.BROWSER);
        assertThat(SignIn.usual(Map.of("SSH_CONNECTION", "x"), "Mac OS X")).isEqualTo(SignIn.DEVICE_CODE);
        assertThat(SignIn.usual(Map.of("DISPLAY", ":0"), "Linux")).isEqualTo(SignIn.DEVICE_CODE);
        Path opener = Files.createFile(folder.resolve("xdg-open"));
        assertThat(opener.toFile().setExecutable(true)).isTrue();
        assertThat(SignIn.usual(Map.of("DISPLAY", ":0", "PATH", folder.toString()), "Linux")).isEqualTo(SignIn.BROWSER);
        assertThat(SignIn.usual(Map.of("PATH", folder.toString()), "Linux")).isEqualTo(SignIn.DEVICE_CODE);
        assertThat(SignIn.parse("Managed-Identity")).contains(SignIn.MANAGED_IDENTITY);
        assertThat(SignIn.parse("magic")).isEmpty();
    }

    @Test
    void aPrivateCloudIsNotLookedUpAtMicrosoft() throws Exception {
        try (Practice practice = new Practice()) {
            AzureAccess access = practice.access(Practice.secret("x"));
            Cloud own = new Cloud("own", "vault.azure.net", "z", "https://elsewhere.example", Cloud.PUBLIC.arm(), Cloud.PUBLIC.armAudience());
            failure(new AzureAccess(own, access.tenant(), access.clientId(), access.trust(), access.proxy(), access.environment(), access.imds(), access.browser(),
                    prompt -> { }, Duration.ofSeconds(10), Duration.ofSeconds(10), "test"), SignIn.ENVIRONMENT);
            assertThat(practice.cloud.asked()).isNotEmpty().allMatch(asked -> asked.startsWith("elsewhere.example"));
        }
    }

    private static Failure failure(AzureAccess access, SignIn way) {
        var probed = new AzureArm(access, Optional.of(way)).signIn(Optional.empty());
        return probed.trouble().orElseThrow(() -> new AssertionError(probed.toString()));
    }
}
