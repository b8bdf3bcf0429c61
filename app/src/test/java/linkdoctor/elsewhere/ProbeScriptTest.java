package linkdoctor.elsewhere;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import linkdoctor.PowerShellCmdlets;
import linkdoctor.PowerShellParse;
import linkdoctor.check.Diagnosis;
import linkdoctor.check.Healthy;
import linkdoctor.check.Ids;
import linkdoctor.facts.Cloud;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Prefix;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.facts.azure.VirtualNetwork;
import linkdoctor.facts.https.LiveRequest;
import linkdoctor.facts.https.TlsSeen;
import linkdoctor.lab.Lab;
import linkdoctor.lab.Scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class ProbeScriptTest {
    private static final String NAME = "fabrikam.vault.azure.net";
    private static final ProbeScript SCRIPT = new ProbeScript(NAME, "fabrikam.privatelink.vaultcore.azure.net", List.of("10.1.1.5"), List.of("10.0.0.4"));
    @TempDir
    Path folder;

    @Test
    void aSessionTellsWhatToAskBesideTheName() {
        VirtualNetwork app = new VirtualNetwork(Ids.APP, "eastus", List.of(Prefix.of("10.1.0.0/16")), List.of(Ip.of("10.0.0.4"), Ip.of("10.0.0.5")), List.of(), List.of());
        Snapshot facts = Healthy.snapshot().with("networks", Healthy.known(Listing.whole(List.of(app))));
        assertThat(ProbeScript.of(facts)).isEqualTo(new ProbeScript.Written(
                new ProbeScript(NAME, "fabrikam.privatelink.vaultcore.azure.net", List.of("10.1.1.5"), List.of("10.0.0.4", "10.0.0.5"))));
        assertThat(ProbeScript.of(Healthy.target())).isEqualTo(new ProbeScript.Written(
                new ProbeScript(NAME, "fabrikam.privatelink.vaultcore.azure.net", List.of(), List.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$(touch pwned)", "a'; touch pwned; '", "a\ntouch pwned\n", "`touch pwned`", "-rf", "a b", "{{name}}", "a\u2019; touch pwned; \u2019", "--help"})
    void namesThatNoHostCanHaveGoIntoNoScript(String hostile) {
        Target byName = new Target(hostile, hostile, Cloud.PUBLIC, Optional.empty(), Optional.empty(), Optional.empty());
        Cloud cloud = new Cloud("x", "vault.net" + hostile + "'", "privatelink.net" + hostile + "'", "https://x", "https://x", "https://x");
        Target byCloud = new Target("fabrikam", "fabrikam", cloud, Optional.empty(), Optional.empty(), Optional.empty());
        for (Target target : List.of(byName, byCloud)) {
            assertThat(ProbeScript.of(target)).isInstanceOfSatisfying(ProbeScript.Refused.class, refused -> assertThat(refused.said()).startsWith("No machine can be asked for"));
            assertThat(ProbeScript.of(Snapshot.blank(target, Healthy.STARTED, "Not looked at."))).isInstanceOf(ProbeScript.Refused.class);
        }
    }

    /** Even if one came that far: each value is one literal. */
    @ParameterizedTest
    @ValueSource(strings = {"$(touch pwned)", "a'; touch pwned; '", "a\ntouch pwned\n", "`touch pwned`", "a\"b$HOME"})
    void valuesAreLiteralsAllTheSame(String hostile) throws Exception {
        ProbeScript script = new ProbeScript(hostile, hostile, List.of(hostile), List.of(hostile));
        String head = script.bash().substring(0, script.bash().indexOf("PLATFORM="));
        Path file = Files.writeString(folder.resolve("head.sh"), head + "printf '%s|%s|%s|%s' \"$NAME\" \"$LINK_NAME\" \"${ADDRESSES[0]}\" \"${SERVERS[0]}\"\n");
        assumeTrue(tool("bash").isPresent(), "bash is not on the PATH");
        assertThat(run(Map.of(), "bash", file.toString())).isEqualTo(String.join("|", hostile, hostile, hostile, hostile));
        assertThat(folder.resolve("pwned")).doesNotExist();
        assertThat(script.powershell()).contains("$Name = '" + hostile.replace("'", "''").replace("\n", "\r\n") + "'");
    }

    @Test
    void shellcheckFindsNothingWhereItIsOnThePath() throws Exception {
        assumeTrue(tool("shellcheck").isPresent(), "shellcheck is not on the PATH");
        for (ProbeScript script : List.of(SCRIPT, new ProbeScript(NAME, "x.privatelink.vaultcore.azure.net", List.of(), List.of()))) {
            Path file = Files.writeString(folder.resolve("probe.sh"), script.bash());
            assertThat(run(Map.of(), "shellcheck", "-s", "bash", file.toString())).isEmpty();
        }
    }

    @Test
    void isWindowsPowerShell() {
        assumeTrue(PowerShellParse.isThere(), "no grammar of PowerShell for this machine");
        for (ProbeScript script : List.of(SCRIPT, new ProbeScript(NAME, "x.privatelink.vaultcore.azure.net", List.of(), List.of()))) {
            assertThat(PowerShellParse.faultsIn51(script.powershell())).isEmpty();
            assertThat(PowerShellCmdlets.faults(script.powershell())).isEmpty();
        }
    }

    @Test
    void whatTheScriptsMayNotDo() {
        assertThat(SCRIPT.bash()).doesNotContain("--insecure", " -k ", "eval ", "sudo", "> /", "mktemp", "{{").doesNotContainPattern("(?m)^\\s*(rm|mv|cp|kill) ");
        assertThat(SCRIPT.powershell()).doesNotContain("Invoke-Expression", "iex ", "Set-Content", "Out-File", "Remove-Item", "ServerCertificateValidationCallback =", "{{")
                .contains("\r\n").doesNotContainPattern("[^\r]\n");
    }

    /** The real script with the real tools; only its questions to addresses of Azure are led to the lab. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "", value = {"healthy | 10.1.1.5 | environment.proxy", "zone-not-linked | 52.168.109.101 | dns.public-with-alias",
        "healthstatus-untrusted-tls | 10.1.1.5 | healthstatus.untrusted-tls", "dns-name-not-found | | dns.name-not-found"})
    void onTheLabItSeesWhatIsThereWhereBashCurlAndDigAre(String scenario, String address, String code) throws Exception {
        assumeTrue(Stream.of("bash", "curl", "dig", "openssl", "timeout").allMatch(tool -> tool(tool).isPresent()), "bash, curl, dig, openssl or timeout is not on the PATH");
        try (Lab lab = Lab.start(Scenarios.named(scenario).orElseThrow())) {
            String text = probe(lab, Optional.ofNullable(address));
            ProbeOutput output = Kept.only(text);
            assertThat(output.cut()).as(text).isEmpty();
            Snapshot facts = ((Imported.Facts) Imported.alone(Healthy.target(), output)).facts();
            assertThat(facts.systemResolution().known().orElse(List.of())).isEqualTo(Optional.ofNullable(address).map(Ip::of).stream().toList());
            List<String> codes = Diagnosis.of(facts).checks().stream().flatMap(one -> Diagnosis.found(one.outcome())).map(found -> found.finding().code()).toList();
            assertThat(codes).as(text).contains(code);
            if (address != null) {
                LiveRequest named = facts.byName().known().orElseThrow();
                assertThat(named.tls().known().map(TlsSeen::chain)).as(text).hasValueSatisfying(chain -> assertThat(chain).isNotEmpty());
                assertThat(named.answer() instanceof Probed.Seen).isEqualTo(!scenario.contains("untrusted"));
            }
            assertThat(text).doesNotContain("s3cret");
        }
    }

    /** Tools in front of the real ones that know the way to the lab, and no other way. */
    private String probe(Lab lab, Optional<String> address) throws Exception {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        String dns = lab.dns().get(Ip.AZURE_DNS).getPort() + "";
        write(tools.resolve("dig"), "args=(); for one in \"$@\"; do case $one in @*) one=@127.0.0.1 ;; 53) one=" + dns + " ;; esac; args+=(\"$one\"); done\n"
                + "exec " + tool("dig").orElseThrow() + " \"${args[@]}\"\n");
        write(tools.resolve("curl"), "case \"$*\" in *169.254.169.254*) exit 7 ;; esac\n"
                + "args=(); while [ $# -gt 0 ]; do case $1 in --noproxy) shift ;; *) args+=(\"$1\") ;; esac; shift; done\n"
                + "exec " + tool("curl").orElseThrow() + " \"${args[@]}\"\n");
        write(tools.resolve("openssl"), "case $1 in s_client) exec " + tool("openssl").orElseThrow() + " \"$@\" -proxy 127.0.0.1:" + lab.proxy().getPort() + " ;; esac\n"
                + "exec " + tool("openssl").orElseThrow() + " \"$@\"\n");
        write(tools.resolve("getent"), address.map(ip -> "echo '" + ip + " STREAM " + NAME + "'\n").orElse("exit 2\n"));
        Path script = Files.writeString(folder.resolve("probe.sh"), new ProbeScript(NAME, SCRIPT.linkName(), List.of("10.1.1.5"), List.of()).bash());
        InetSocketAddress proxy = lab.proxy();
        return run(Map.of("PATH", tools + ":" + System.getenv("PATH"), "HTTPS_PROXY", "http://svc:s3cret@127.0.0.1:" + proxy.getPort(),
                "CURL_CA_BUNDLE", lab.caFile().toString(), "SSL_CERT_FILE", lab.caFile().toString()), "bash", script.toString());
    }

    private static void write(Path tool, String body) throws IOException {
        Files.writeString(tool, "#!/usr/bin/env bash\n" + body);
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
    }

    private static Optional<Path> tool(String name) {
        return Stream.of(System.getenv("PATH").split(":")).map(one -> Path.of(one, name)).filter(Files::isExecutable).findFirst();
    }

    private String run(Map<String, String> environment, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command))).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile());
        List.of("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy").forEach(builder.environment()::remove);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        return Files.readString(folder.resolve("out"));
    }
}
