package linkdoctor.probe.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import linkdoctor.facts.Cloud;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Target;
import linkdoctor.facts.host.Client;
import linkdoctor.facts.host.HostsFile;
import linkdoctor.facts.host.ProxyRoute;
import linkdoctor.probe.Dialer;
import linkdoctor.probe.NoBrowser;
import linkdoctor.probe.Outside;

class LocalHostTest {
    private static final Target FABRIKAM =
            new Target("fabrikam", "Fabrikam", Cloud.PUBLIC, Optional.empty(), Optional.empty(), Optional.empty());

    @TempDir
    private Path folder;

    private static LocalHost host(Map<String, String> environment, Optional<Path> hosts) {
        return new LocalHost(new Outside(environment, Map.of("os.name", "Linux"), hosts,
                Optional.of(() -> List.of(Ip.of("10.1.0.4"))), Optional.empty(), UnaryOperator.identity(), Dialer.DIRECT,
                Optional.empty(), URI.create("http://127.0.0.1:1"), NoBrowser.HERE), () -> Probed.notTried("no DNS here"));
    }

    private HostsFile hosts(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("hosts"), bytes);
        return host(Map.of(), Optional.of(file)).hosts(FABRIKAM).known().orElseThrow();
    }

    @Test
    void readsOddHostsFiles() throws IOException {
        String text = "\ufeff10.1.1.5 fabrikam.vault.azure.net\r\n"
                + "# 10.9.9.9 fabrikam.vault.azure.net\r\n"
                + "\t10.1.1.6\tother.example FABRIKAM.vault.azure.net. # comment\r\n"
                + "fe80::1%eth0 fabrikam.privatelink.vaultcore.azure.net\n"
                + "10.1.1.7 fabrikam.vault.azure.net.example\n"
                + "10.1.1.8 notfabrikam.vault.azure.net\n"
                + "::1\n"
                + "garbage fabrikam.vault.azure.net\n"
                + "\n"
                + "2001:db8::5   x fabrikam.vault.azure.net#tail";
        assertThat(hosts(text.getBytes(StandardCharsets.UTF_8)).entries()).containsExactly(
                new HostsFile.Entry(Ip.of("10.1.1.5"), "fabrikam.vault.azure.net", 1),
                new HostsFile.Entry(Ip.of("10.1.1.6"), "FABRIKAM.vault.azure.net", 3),
                new HostsFile.Entry(Ip.of("fe80::1"), "fabrikam.privatelink.vaultcore.azure.net", 4),
                new HostsFile.Entry(Ip.of("2001:db8::5"), "fabrikam.vault.azure.net", 10));
    }

    @Test
    void bytesThatAreNoUtf8DoNoHarm() throws IOException {
        byte[] latin = "# B\u00fcro \u0085\n10.1.1.5 fabrikam.vault.azure.net\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(hosts(latin).entries()).containsExactly(new HostsFile.Entry(Ip.of("10.1.1.5"), "fabrikam.vault.azure.net", 2));
        assertThat(hosts(new byte[] {0, 1, (byte) 0xff, '\n'}).entries()).isEmpty();
        assertThat(hosts(new byte[0]).entries()).isEmpty();
    }

    @Test
    void saysWhichLinesAndHowToSeeThem() throws IOException {
        Path file = Files.writeString(folder.resolve("my hosts"), "10.1.1.5 fabrikam.vault.azure.net\n");
        Evidence evidence = host(Map.of(), Optional.of(file)).hosts(FABRIKAM).evidence().getFirst();
        assertThat(evidence.answered()).isEqualTo("line 1: 10.1.1.5 fabrikam.vault.azure.net");
        assertThat(evidence.tryYourself()).isEqualTo("grep -n -i -F Fabrikam '" + file + "'");
    }

    @Test
    void noHostsFileIsAnEmptyOneAndAFolderIsTrouble() {
        assertThat(host(Map.of(), Optional.of(folder.resolve("none"))).hosts(FABRIKAM).known().orElseThrow().entries()).isEmpty();
        assertThat(host(Map.of(), Optional.of(folder)).hosts(FABRIKAM).trouble().orElseThrow().kind())
                .isEqualTo(Failure.Kind.UNSUPPORTED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ACC_CLOUD=PROD                                      | CLOUD_SHELL      | ACC_CLOUD",
        "AZUREPS_HOST_ENVIRONMENT=cloud-shell/1.0            | CLOUD_SHELL      | AZUREPS_HOST_ENVIRONMENT",
        "AZUREPS_HOST_ENVIRONMENT=ADO/AzurePowerShell@v5     | MACHINE          |",
        "WEBSITE_SITE_NAME=shop,WEBSITE_INSTANCE_ID=af12     | APP_SERVICE      | WEBSITE_SITE_NAME",
        "WEBSITE_SITE_NAME=shop                              | MACHINE          |",
        "CONTAINER_APP_NAME=shop                             | APP_SERVICE      | CONTAINER_APP_NAME",
        "TF_BUILD=True,AGENT_ISSELFHOSTED=0                  | PIPELINES_HOSTED | AGENT_ISSELFHOSTED",
        "TF_BUILD=True,AGENT_ISSELFHOSTED=1                  | MACHINE          |",
        "TF_BUILD=True                                       | MACHINE          |",
        "ACC_CLOUD=                                          | MACHINE          |",
    })
    void knowsWhereItRuns(String environment, Client.Kind kind, String marker) {
        Map<String, String> variables = new java.util.HashMap<>();
        for (String pair : environment.split(",")) {
            variables.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1).strip());
        }
        assertThat(host(variables, Optional.empty()).client().known().orElseThrow().platform())
                .isEqualTo(new Client.Platform(kind, Optional.ofNullable(marker)));
    }

    @Test
    void tellsTheRealMachinesAddressesWithoutLoopback() {
        // The name is given, because looking for it may ask a DNS server.
        Outside interfacesOfThisMachine = new Outside(Map.of("HOSTNAME", "jump-box"), Map.of("os.name", "Linux"), Optional.empty(),
                Optional.empty(), Optional.empty(), UnaryOperator.identity(), Dialer.DIRECT, Optional.empty(), Outside.IMDS, NoBrowser.HERE);
        Client client = new LocalHost(interfacesOfThisMachine, () -> Probed.notTried("no DNS here")).client().known().orElseThrow();
        assertThat(client.addresses()).noneMatch(ip -> ip.loopback() || ip.linkLocal());
        assertThat(client.hostname()).isEqualTo("jump-box");
        assertThat(client.operatingSystem()).isEqualTo("Linux");
    }

    @Test
    void routesEachUrlInOrder() {
        LocalHost host = host(Map.of("HTTPS_PROXY", "http://user:secret@proxy:8080", "NO_PROXY", ".vault.azure.net"), Optional.empty());
        Probed<List<ProxyRoute>> seen = host.proxies(List.of(FABRIKAM.healthUrl(), "https://management.azure.com"));
        assertThat(seen.known().orElseThrow()).containsExactly(
                new ProxyRoute("https://fabrikam.vault.azure.net/healthstatus", Optional.empty(), "NO_PROXY"),
                new ProxyRoute("https://management.azure.com", Optional.of("proxy:8080"), "HTTPS_PROXY"));
        assertThat(seen.toString()).doesNotContain("secret");
    }

    @Test
    void aProxyThatCannotBeReadIsTrouble() {
        assertThat(host(Map.of("HTTPS_PROXY", "http://u:secret@:1"), Optional.empty()).proxies(List.of("https://a.example"))
                .trouble().orElseThrow()).satisfies(failure -> {
                    assertThat(failure.kind()).isEqualTo(Failure.Kind.GARBAGE);
                    assertThat(failure.said()).contains("HTTPS_PROXY").doesNotContain("secret");
                });
    }
}
