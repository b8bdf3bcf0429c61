package linkdoctor.elsewhere;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Healthy;
import linkdoctor.check.verdict.Run;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.dns.DnsServer;
import linkdoctor.facts.host.Client;
import linkdoctor.facts.host.HostsFile;
import linkdoctor.facts.https.LiveRequest;
import linkdoctor.facts.https.TlsSeen;

import static org.assertj.core.api.Assertions.assertThat;

/** What the kept outputs become as facts, and how the checklist judges them. */
class ImportedTest {
    private static final Ip ENDPOINT = Ip.of("10.1.1.5");
    private static final Ip PUBLIC = Ip.of("52.168.109.101");

    static List<String> kept() {
        return Kept.names();
    }

    private static Snapshot into(String name) {
        return facts(Imported.into(Healthy.snapshot(), Kept.only(Kept.text(name))));
    }

    private static Snapshot facts(Imported.Result result) {
        assertThat(result).isInstanceOf(Imported.Facts.class);
        return ((Imported.Facts) result).facts();
    }

    private static List<String> codes(Snapshot facts) {
        return Diagnosis.of(facts).checks().stream().flatMap(one -> Diagnosis.found(one.outcome())).map(found -> found.finding().code()).sorted().toList();
    }

    /** What is found in an estate that Azure shows to be in order. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "", value = {
        "healthy | ", "host | ",
        "not-linked | dns.public-with-alias healthstatus.public-source",
        "nslookup | dns.public-with-alias healthstatus.public-source",
        "untrusted | healthstatus.untrusted-tls",
        "proxy | environment.proxy",
        "hosts | environment.hosts-override healthstatus.public-source",
        "no-network | dns.server-failed",
        "silent | dns.server-failed healthstatus.unreachable",
        "bare | "})
    void theSameChecklistJudges(String name, String expected) {
        assertThat(codes(into(name))).contains(expected == null ? new String[0] : expected.split(" "));
        if (expected == null) {
            assertThat(codes(into(name))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("kept")
    void whatAzureSaidStaysAndWhatThisMachineSawDoesNot(String name) {
        Snapshot before = Healthy.snapshot();
        Snapshot after = into(name);
        for (String fact : Snapshot.names()) {
            if (!Imported.FACTS.contains(fact)) {
                assertThat(after.value(fact)).as(fact).isEqualTo(before.value(fact));
            } else if (!after.value(fact).equals(Map.of())) {
                assertThat(after.value(fact)).as(fact).isNotEqualTo(before.value(fact));
            }
        }
        Client client = after.client().known().orElseThrow();
        assertThat(client.told()).isPresent();
        assertThat(Imported.from(after)).hasValue(client);
        assertThat(Run.of(after).lookedAt()).contains("this machine is " + client.hostname() + ", as its probe script told it at 2026-11-21 18:");
        assertThat(after.client().evidence()).isNotEmpty().allSatisfy(one -> assertThat(one.asked()).endsWith(" (seen on " + client.hostname() + ")"));
        assertThat(Imported.keep(after, before)).isEqualTo(after);
        assertThat(Imported.from(before)).isEmpty();
    }

    @Test
    void theFactsOfAHealthyMachine() {
        Snapshot facts = into("healthy");
        assertThat(facts.client().known().orElseThrow().addresses()).containsExactly(Ip.of("10.1.0.4"));
        assertThat(facts.client().known().orElseThrow().operatingSystem()).isEqualTo("Debian GNU/Linux 12 (bookworm)");
        assertThat(facts.hosts().known()).hasValue(new HostsFile("/etc/hosts", List.of()));
        assertThat(facts.resolvers().known()).hasValue(List.of(Ip.AZURE_DNS));
        assertThat(facts.systemResolution().known()).hasValue(List.of(ENDPOINT));
        assertThat(facts.imds().known().orElseThrow().nics()).isEqualTo(Healthy.imds().nics());
        assertThat(facts.proxies().known().orElseThrow()).extracting("proxy").containsOnly(Optional.empty());
        assertThat(facts.lookups()).extracting(lookup -> lookup.server().role()).containsExactly(DnsServer.Role.SYSTEM, DnsServer.Role.AZURE);
        assertThat(facts.lookups().getFirst().answers()).hasSize(2).allSatisfy(answer -> {
            assertThat(answer.ips()).containsExactly(ENDPOINT);
            assertThat(answer.passes("fabrikam.privatelink.vaultcore.azure.net")).isTrue();
        });
        LiveRequest named = facts.byName().known().orElseThrow();
        assertThat(named.connected()).hasValue(ENDPOINT);
        assertThat(named.answer().known().flatMap(LiveRequest.Answer::networkInfo).orElseThrow().privateEndpoint().orElseThrow().name()).isEqualTo("pe-fabrikam");
        TlsSeen tls = named.tls().known().orElseThrow();
        assertThat(tls.trust()).isEqualTo(TlsSeen.Trust.SYSTEM);
        assertThat(tls.chain()).singleElement().satisfies(own -> {
            assertThat(own.subject()).isEqualTo("CN=fabrikam.vault.azure.net");
            assertThat(own.issuer()).isEqualTo("CN=Link Doctor practice authority");
            assertThat(own.names()).containsExactly("fabrikam.vault.azure.net");
            assertThat(own.notAfter()).matches("2026-12-20T18:\\d\\d:\\d\\dZ");
            assertThat(own.sha256()).matches("[0-9a-f]{64}");
        });
        assertThat(facts.byAddress().get(ENDPOINT).answer().known().orElseThrow().networkInfo()).isEqualTo(named.answer().known().orElseThrow().networkInfo());
        assertThat(facts.direct()).isEqualTo(Probed.notTried("There is no proxy to leave out."));
        assertThat(facts.challenge().known().orElseThrow().tenant()).hasValue("11111111-1111-4111-8111-111111111111");
    }

    @Test
    void theFactsOfMachinesInTrouble() {
        assertThat(into("hosts").hosts().known().orElseThrow().entries()).containsExactly(new HostsFile.Entry(PUBLIC, "FABRIKAM.vault.azure.net", 4));
        TlsSeen untrusted = into("untrusted").byName().known().orElseThrow().tls().known().orElseThrow();
        assertThat(untrusted.trust()).isEqualTo(TlsSeen.Trust.NONE);
        assertThat(untrusted.reason()).startsWith("SSL certificate problem: self-signed certificate");
        Snapshot proxied = into("proxy");
        assertThat(proxied.byName().known().orElseThrow().proxy()).hasValueSatisfying(proxy -> assertThat(proxy).matches("127\\.0\\.0\\.1:\\d+"));
        assertThat(proxied.byName().known().orElseThrow().connected()).isEmpty();
        assertThat(proxied.direct().known().orElseThrow().connected()).hasValue(ENDPOINT);
        Snapshot alone = into("no-network");
        assertThat(alone.byName().trouble()).isEqualTo(alone.systemResolution().trouble());
        assertThat(alone.lookups()).allSatisfy(lookup -> assertThat(lookup.attempts()).singleElement()
                .satisfies(attempt -> assertThat(attempt.trouble().orElseThrow().kind()).isEqualTo(Failure.Kind.UNREACHABLE)));
        assertThat(alone.byAddress().get(ENDPOINT).tcp().trouble().orElseThrow().said()).isEqualTo("There is no route to 10.1.1.5.");
        Snapshot bare = into("bare");
        assertThat(bare.byName()).isEqualTo(Probed.notTried("There is no curl on app-07, so the request for https://fabrikam.vault.azure.net/healthstatus was not looked at."));
        assertThat(bare.systemResolution()).isEqualTo(Probed.notTried("There is no getent on app-07, so the machine's own resolution was not looked at."));
    }

    @Test
    void withoutASessionOnlyWhatNeedsNoRightsIsJudged() {
        Snapshot facts = facts(Imported.alone(Healthy.target(), Kept.only(Kept.text("not-linked"))));
        assertThat(codes(facts)).contains("dns.public-with-alias", "healthstatus.public-source");
        assertThat(facts.vault().trouble().orElseThrow().kind()).isEqualTo(Failure.Kind.NOT_SIGNED_IN);
    }

    @Test
    void whatIsCutOffWasNotTried() {
        String text = Kept.text("healthy");
        Snapshot facts = facts(Imported.into(Healthy.snapshot(), Kept.only(text.substring(0, text.indexOf("ld 8 ")))));
        String cut = "The output of app-01 is cut off after line 7: what is there counts, the rest was not seen.";
        assertThat(facts.byName()).isEqualTo(Probed.notTried(cut));
        assertThat(facts.challenge()).isEqualTo(Probed.notTried(cut));
        assertThat(facts.lookups()).isEmpty();
        assertThat(facts.systemResolution().known()).isPresent();
        Diagnosis.of(facts);
    }

    /** However little arrived, it is judged. */
    @ParameterizedTest
    @MethodSource("kept")
    void anyPartOfItCanBeJudged(String name) {
        List<String> lines = Kept.text(name).lines().toList();
        for (int without = 1; without < lines.size(); without++) {
            int gone = without;
            String text = String.join("\n", lines.stream().filter(line -> !line.equals(lines.get(gone))).toList());
            Kept.all(text).forEach(output -> assertThat(Diagnosis.of(facts(Imported.into(Healthy.snapshot(), output))).checks()).isNotEmpty());
        }
    }

    /** Values that no script prints, as somebody may write them into a file. */
    @Test
    void nonsenseInEveryPlaceIsJudgedToo() {
        for (String nonsense : List.of("-", "x", "%00%1B[31m", "999999999999999999", "1.2.3", ",,,,", "=", "10.1.1.5/99", "ok")) {
            String text = Kept.text("healthy");
            for (String line : text.lines().filter(one -> one.startsWith("ld ")).toList()) {
                String[] words = line.split(" ");
                for (int place = 3; place < words.length - 1; place++) {
                    String[] other = words.clone();
                    other[place] = nonsense;
                    Kept.all(text.replace(line, String.join(" ", other))).forEach(output -> Diagnosis.of(facts(Imported.into(Healthy.snapshot(), output))));
                }
            }
        }
    }

    @Test
    void anOutputAboutAnotherVaultIsRefused() {
        String other = Kept.text("healthy").replace("fabrikam.vault.azure.net .", "contoso.vault.azure.net .");
        assertThat(Imported.into(Healthy.snapshot(), Kept.only(other)))
                .isEqualTo(new Imported.Refused("The output is about contoso.vault.azure.net, and not about fabrikam.vault.azure.net."));
    }

    @Test
    void whatDependsOnTheMachineIsAllThere() {
        assertThat(Snapshot.names()).containsAll(Imported.FACTS);
        assertThat(Imported.FACTS).doesNotContainAnyElementsOf(Set.of("vault", "connections", "endpoints", "networks", "zones", "rights", "identity"));
    }
}
