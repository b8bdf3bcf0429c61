package linkdoctor.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.dns.DnsAnswer;
import linkdoctor.facts.dns.DnsServer;
import linkdoctor.facts.dns.Lookup;
import linkdoctor.lab.World;
import linkdoctor.lab.dns.DnsServers;
import linkdoctor.lab.dns.Resolver;
import linkdoctor.lab.dns.SmallEstate;
import linkdoctor.probe.Dialer;
import linkdoctor.probe.NoBrowser;
import linkdoctor.probe.Outside;

/** The probe against the lab's servers, on real sockets. */
@Timeout(30)
class DnsNamesTest {
    private static final String VAULT = "fabrikam.vault.azure.net";
    private static final String ALIAS = "fabrikam.privatelink.vaultcore.azure.net";
    private static final DnsServer AZURE = new DnsServer(Ip.AZURE_DNS, 53, DnsServer.Role.AZURE);
    /** Shorter than in earnest, that silence costs the tests little. */
    private static final Duration DEADLINE = Duration.ofMillis(900);
    private static final Ip CUSTOM = Ip.of("10.0.0.4");

    @TempDir
    private Path folder;
    private DnsServers servers;

    @AfterEach
    void stop() throws IOException {
        servers.close();
    }

    private DnsNames probe(SmallEstate estate) throws IOException {
        servers = DnsServers.start(estate.estate(), estate.world());
        Path hosts = Files.writeString(folder.resolve("hosts"), estate.world().client().hosts());
        Resolver resolver = new Resolver(estate.estate(), estate.world());
        return new DnsNames(new Outside(Map.of(), Map.of(), Optional.of(hosts), Optional.empty(),
                Optional.of(resolver::servers), servers::route, Dialer.DIRECT, Optional.empty(), URI.create("http://127.0.0.1"), NoBrowser.HERE), DEADLINE);
    }

    private static DnsAnswer only(Lookup lookup) {
        assertThat(lookup.attempts()).hasSize(1);
        assertThat(lookup.attempts().getFirst()).isInstanceOf(Probed.Seen.class);
        return lookup.answers().getFirst();
    }

    private static Failure.Kind failure(Lookup lookup) {
        return lookup.attempts().getLast().trouble().orElseThrow().kind();
    }

    @Test
    void tellsTheWholePrivateChain() throws IOException {
        Lookup lookup = probe(SmallEstate.healthy()).ask(AZURE, VAULT, 3);
        assertThat(lookup.answers()).hasSize(3).allSatisfy(answer -> {
            assertThat(answer.rcode()).isEqualTo("NOERROR");
            assertThat(answer.aliases()).containsExactly(new DnsAnswer.Alias(VAULT, ALIAS, 60));
            assertThat(answer.addresses()).containsExactly(new DnsAnswer.Address(Ip.of("10.1.1.5"), 10));
            assertThat(answer.overTcp()).isFalse();
        });
        assertThat(lookup.evidence()).hasSize(3).allSatisfy(evidence -> {
            assertThat(evidence.asked()).isEqualTo("A and AAAA fabrikam.vault.azure.net at 168.63.129.16");
            assertThat(evidence.answered()).isEqualTo(ALIAS + " → 10.1.1.5 (TTL 10)");
            assertThat(evidence.tryYourself()).isEqualTo("nslookup fabrikam.vault.azure.net 168.63.129.16");
        });
    }

    @Test
    void tellsTheWholePublicChain() throws IOException {
        DnsAnswer answer = only(probe(SmallEstate.healthy()).ask(server("8.8.8.8"), VAULT, 1));
        assertThat(answer.aliases()).extracting(DnsAnswer.Alias::to)
                .containsExactly(ALIAS, "data-prod-eus.vaultcore.azure.net", "data-prod-eus-region.vaultcore.azure.net");
        assertThat(answer.ips()).containsExactly(World.VAULT_PUBLIC);
    }

    @ParameterizedTest
    @CsvSource({"nxdomain,NXDOMAIN", "servfail,SERVFAIL"})
    void anErrorCodeIsAnAnswer(String fault, String rcode) throws IOException {
        assertThat(only(probe(SmallEstate.healthy().fault("168.63.129.16", fault, "")).ask(AZURE, VAULT, 1)).rcode()).isEqualTo(rcode);
    }

    @Test
    void refusedByAMessageIsAnAnswerAndByAClosedPortAFailure() throws IOException {
        SmallEstate estate = SmallEstate.healthy().fault("168.63.129.16", "refuse", "rcode").fault("8.8.8.8", "refuse", "");
        DnsNames names = probe(estate);
        assertThat(only(names.ask(AZURE, VAULT, 1)).rcode()).isEqualTo("REFUSED");
        assertThat(failure(names.ask(server("8.8.8.8"), VAULT, 3))).isEqualTo(Failure.Kind.REFUSED);
    }

    @ParameterizedTest
    @CsvSource({"drop,TIMEOUT", "wrong-id,TIMEOUT", "garbage,GARBAGE", "truncate-no-tcp,REFUSED", "'slow 2000',TIMEOUT"})
    void whatIsNoAnswerSaysWhy(String fault, Failure.Kind kind) throws IOException {
        String[] words = fault.split(" ");
        Lookup lookup = probe(SmallEstate.healthy().fault("168.63.129.16", words[0], words.length > 1 ? words[1] : ""))
                .ask(AZURE, VAULT, 1);
        assertThat(failure(lookup)).isEqualTo(kind);
        assertThat(lookup.evidence()).hasSize(1).first().satisfies(evidence -> {
            assertThat(evidence.answered()).contains("168.63.129.16");
            assertThat(evidence.took()).isLessThan(Duration.ofSeconds(5));
        });
    }

    @Test
    void aForgedAnswerIsNamedAndNotBelieved() throws IOException {
        Lookup lookup = probe(SmallEstate.healthy().fault("168.63.129.16", "wrong-id", "")).ask(AZURE, VAULT, 1);
        assertThat(lookup.answers()).isEmpty();
        assertThat(lookup.evidence().getFirst().answered()).contains("forges answers").doesNotContain("203.0.113.66");
    }

    @Test
    void aSilentServerCostsTwoDeadlinesHoweverOftenItIsAsked() throws IOException {
        long start = System.nanoTime();
        Lookup lookup = probe(SmallEstate.healthy().fault("168.63.129.16", "drop", "")).ask(AZURE, VAULT, 5);
        assertThat(lookup.attempts()).hasSize(5).allMatch(attempt -> attempt.trouble().isPresent());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void whatUdpCutsOffComesOverTcp() throws IOException {
        DnsAnswer answer = only(probe(SmallEstate.healthy().fault("168.63.129.16", "truncate", "")).ask(AZURE, VAULT, 1));
        assertThat(answer.overTcp()).isTrue();
        assertThat(answer.ips()).containsExactly(Ip.of("10.1.1.5"));
    }

    @Test
    void answersThatTakeTurnsShowWithinThree() throws IOException {
        Lookup lookup = probe(SmallEstate.healthy().fault("168.63.129.16", "flaky", "")).ask(AZURE, VAULT, 3);
        assertThat(lookup.answers()).hasSize(3).flatExtracting(DnsAnswer::ips).contains(Ip.of("10.1.1.5"), World.VAULT_PUBLIC);
    }

    @Test
    void aSlowServerIsWaitedFor() throws IOException {
        assertThat(only(probe(SmallEstate.healthy().fault("168.63.129.16", "slow", "500")).ask(AZURE, VAULT, 1)).ips())
                .containsExactly(Ip.of("10.1.1.5"));
    }

    @Test
    void bothAddressesOfARecordAreTold() throws IOException {
        DnsNames names = probe(SmallEstate.healthy()
                .record("dns", "privatelink.vaultcore.azure.net", "fabrikam", 10, "10.1.1.5", "10.1.1.9"));
        List<DnsAnswer> answers = names.ask(AZURE, VAULT, 2).answers();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.ips()).containsExactly(Ip.of("10.1.1.5"), Ip.of("10.1.1.9")));
        assertThat(answers.get(0).addresses().getFirst()).isNotEqualTo(answers.get(1).addresses().getFirst());
    }

    @Test
    void azuresServerIsSilentTowardsTheInternet() throws IOException {
        assertThat(failure(probe(SmallEstate.healthy().client(Optional.empty(), List.of(), "")).ask(AZURE, VAULT, 1)))
                .isEqualTo(Failure.Kind.TIMEOUT);
    }

    @Test
    void aServerGivenWithItsPortIsAskedThere() throws IOException {
        DnsNames names = probe(SmallEstate.healthy());
        InetSocketAddress azure = servers.addresses().get(Ip.AZURE_DNS);
        Lookup lookup = names.ask(new DnsServer(new Ip(azure.getAddress()), azure.getPort(), DnsServer.Role.EXTRA), VAULT, 1);
        assertThat(only(lookup).ips()).containsExactly(Ip.of("10.1.1.5"));
        assertThat(lookup.evidence().getFirst().tryYourself())
                .isEqualTo("dig @127.0.0.1 -p " + azure.getPort() + " fabrikam.vault.azure.net");
    }

    @Test
    void aNameThatDnsCannotCarryIsATroubleAndNoCrash() throws IOException {
        assertThat(failure(probe(SmallEstate.healthy()).ask(AZURE, "a..b", 1))).isEqualTo(Failure.Kind.UNSUPPORTED);
    }

    @Test
    void anInterruptEndsTheQuestion() throws Exception {
        DnsNames names = probe(SmallEstate.healthy().fault("168.63.129.16", "drop", ""));
        Thread.currentThread().interrupt();
        Lookup lookup = names.ask(AZURE, VAULT, 3);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure(lookup)).isEqualTo(Failure.Kind.CANCELLED);
    }

    @Test
    void theSystemReadsItsHostsFileFirst() throws IOException {
        DnsNames names = probe(SmallEstate.healthy().client(Optional.empty(), List.of(), "10.7.7.7 fabrikam.vault.azure.net\n"));
        assertThat(names.system(VAULT).known()).contains(List.of(Ip.of("10.7.7.7")));
    }

    @Test
    void theSystemGoesOnToItsNextServer() throws IOException {
        DnsNames names = probe(SmallEstate.healthy().fault("10.0.0.4", "drop", "")
                .client(SmallEstate.healthy().world().client().subnet(), List.of(CUSTOM, Ip.AZURE_DNS), ""));
        Probed<List<Ip>> seen = names.system(VAULT);
        assertThat(seen.known()).contains(List.of(Ip.of("10.1.1.5")));
        assertThat(seen.evidence()).hasSize(2);
    }

    @Test
    void theSystemSaysWhenThereIsNoSuchName() throws IOException {
        assertThat(probe(SmallEstate.healthy()).system("nothere.vault.azure.net").trouble().orElseThrow().kind())
                .isEqualTo(Failure.Kind.NOT_FOUND);
    }

    private static DnsServer server(String ip) {
        return new DnsServer(Ip.of(ip), 53, DnsServer.Role.SYSTEM);
    }
}
