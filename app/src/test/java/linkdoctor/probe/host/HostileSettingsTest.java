package linkdoctor.probe.host;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import linkdoctor.facts.host.HostsFile;

import static org.assertj.core.api.Assertions.assertThat;

/** Settings of a machine that hold anything at all: never an exception, never a password, never a wait. */
@Timeout(20)
class HostileSettingsTest {
    private static final URI VAULT = URI.create("https://fabrikam.vault.azure.net/healthstatus");
    private static final String[] PIECES = {"http://", "user:MARK@", "@", ":", "8080", "99999999", "[", "]", "::1", "%", "/", "*", ".", ",", " ",
            "\t", "\n", "\u0000", "\u001b[31m", "10.0.0.0/8", "/99", "10.1", "vault.azure.net", "fabrikam.vault.azure.net", "#", "\u202e", "é"};

    @Test
    void proxySettingsMayHoldAnything() {
        Random random = new Random(3128);
        for (int i = 0; i < 5_000; i++) {
            ProxyRules rules = new ProxyRules(Map.of("HTTPS_PROXY", text(random), "NO_PROXY", text(random)),
                    Map.of("https.proxyHost", text(random), "https.proxyPort", text(random), "http.nonProxyHosts", text(random)),
                    url -> Optional.empty());
            assertThat(rules.way(VAULT).said()).isNotBlank();
            Optional<String> proxy = rules.proxy(VAULT);
            proxy.ifPresent(address -> assertThat(address).matches("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+):\\d{1,5}").doesNotContain("MARK"));
        }
    }

    @Test
    void thePasswordOfAProxyIsNeverSaid() {
        for (String proxy : new String[]{"http://user:MARK@proxy:8080", "user:MARK@proxy", "http://user:MARK@", "http://user:MA@RK@proxy:1",
                "http://user:MARK", "ftp://user:MARK@proxy", "http:/user:MARK@proxy", "http://u:MARK@pro xy:80", "http://u:MARK#@proxy:80/x"}) {
            ProxyRules.Way way = new ProxyRules(Map.of("HTTPS_PROXY", proxy), Map.of(), url -> Optional.empty()).way(VAULT);
            assertThat(way.said() + way.address() + way.source()).as(proxy).doesNotContain("MARK", "MA@RK");
        }
    }

    @Test
    void hostsFilesMayHoldAnything() {
        Random random = new Random(127);
        for (int i = 0; i < 5_000; i++) {
            String text = text(random) + "\n10.1.1.5 " + text(random) + " fabrikam.vault.azure.net\r" + text(random);
            assertThat(HostsFile.parse("hosts", HostsText.decode(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                    "fabrikam.vault.azure.net"::equals).entries()).doesNotContainNull();
        }
    }

    @Test
    void longSettingsTakeNoTime() {
        for (String piece : PIECES) {
            String run = piece.repeat(100_000 / piece.length());
            new ProxyRules(Map.of("HTTPS_PROXY", run, "NO_PROXY", run), Map.of(), url -> Optional.empty()).way(VAULT);
            HostsFile.parse("hosts", run + " fabrikam", "fabrikam"::equals);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(8); n > 0; n--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
