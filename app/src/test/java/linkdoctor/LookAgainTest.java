package linkdoctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import linkdoctor.check.Checklist;
import linkdoctor.check.Diagnosis;
import linkdoctor.check.Section;
import linkdoctor.check.Status;
import linkdoctor.engine.Asked;
import linkdoctor.engine.Visit;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.facts.dns.DnsServer;
import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.Lab;
import linkdoctor.lab.Scenarios;
import linkdoctor.probe.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Looking again at some of the facts, while the estate changes. */
@Timeout(60)
class LookAgainTest {
    private static final Target FABRIKAM = Practice.target("fabrikam");

    @Test
    void theZonesSectionSeesTheLinkThatWasPutBack() throws Exception {
        try (Lab lab = lab("zone-not-linked")) {
            Visit visit = Practice.visit(lab, Asked.SignIn.USUAL);
            Snapshot before = visit.look(FABRIKAM, Progress.SILENT);
            assertThat(statuses(before, section(6))).contains(Status.FAIL);
            lab.estate().put(HealthyEstate.LINK_APP, HealthyEstate.estate().get(HealthyEstate.LINK_APP).orElseThrow());

            Told told = new Told();
            Snapshot after = visit.lookAgain(before, section(6).facts(), told);
            told.holdsTo(after);
            assertThat(told.moments()).allSatisfy(moment -> assertThat(section(6).facts()).containsAll(moment.open()));
            assertThat(statuses(after, section(6))).doesNotContain(Status.FAIL);
            assertThat(after.started()).isAfter(before.started());
            assertUntouched(before, after, section(6).facts());
            assertThat(Diagnosis.of(after).found()).as("the 403 is what was seen before").isNotEmpty();

            Snapshot all = visit.lookAgain(after, Snapshot.names(), Progress.SILENT);
            assertThat(Diagnosis.of(all).found()).isEmpty();
        }
    }

    @Test
    void eachSectionComesToTheSameWhenNothingHasChanged() throws Exception {
        try (Lab lab = lab("healthy")) {
            Visit visit = Practice.visit(lab, Asked.SignIn.USUAL);
            Snapshot before = visit.look(FABRIKAM, Progress.SILENT);
            for (Section section : Checklist.SECTIONS) {
                Told told = new Told();
                Snapshot after = visit.lookAgain(before, section.facts(), told);
                told.holdsTo(after);
                assertUntouched(before, after, section.facts());
                assertThat(section.facts()).as(section.title()).filteredOn(name -> !name.equals("identity"))
                        .allSatisfy(name -> assertThat(after.value(name)).isNotSameAs(before.value(name)));
                assertThat(statuses(after, section)).as(section.title()).isEqualTo(statuses(before, section));
            }
        }
    }

    @Test
    void anOldSearchDoesNotSpeakForTheConnectionsOfToday() throws Exception {
        try (Lab lab = lab("healthy")) {
            Visit visit = Practice.visit(lab, Asked.SignIn.USUAL);
            Snapshot before = visit.look(FABRIKAM, Progress.SILENT);
            Snapshot searched = visit.lookAgain(before, Set.of("vault"), Progress.SILENT);
            lab.estate().put(HealthyEstate.CONNECTION, pending(lab));
            Snapshot after = visit.lookAgain(searched, Set.of("connections"), Progress.SILENT);
            assertThat(after.connections().known().orElseThrow()).noneMatch(one -> one.approved());
        }
    }

    @Test
    void whatIsNeededAndWasNeverSeenIsLookedAtToo() throws Exception {
        try (Lab lab = lab("healthy")) {
            Snapshot nothing = Snapshot.blank(FABRIKAM, java.time.Instant.EPOCH, "A session of long ago.");
            Snapshot after = Practice.visit(lab, Asked.SignIn.USUAL).lookAgain(nothing, Set.of("zones", "byAddress"), Progress.SILENT);
            assertThat(after.zones().known()).isPresent();
            assertThat(after.byAddress()).isNotEmpty();
            assertThat(after.identity().known()).as("on the way").isPresent();
            assertThat(after.policies()).as("not on the way").isSameAs(nothing.policies());
        }
    }

    @Test
    void anotherVisitLooksAgainAtAnOpenedSession() throws Exception {
        try (Lab lab = lab("healthy")) {
            Snapshot before = Practice.visit(lab, Asked.SignIn.USUAL).look(FABRIKAM, Progress.SILENT);
            Snapshot after = Practice.visit(lab, Asked.SignIn.USUAL).lookAgain(before, Set.of("endpoints", "zones"), Progress.SILENT);
            assertUntouched(before, after, Set.of("endpoints", "zones"));
            assertThat(after.zones().known()).isPresent();
            assertThat(after.endpoints().values()).isNotEmpty().allSatisfy(one -> assertThat(one.known()).isPresent());

            Snapshot offline = Practice.visit(lab, Asked.SignIn.NONE).lookAgain(before, Set.of("byAddress", "zones"), Progress.SILENT);
            assertThat(offline.byAddress().keySet()).isEqualTo(before.byAddress().keySet());
            assertThat(offline.zones().trouble().map(Failure::kind)).contains(Failure.Kind.NOT_SIGNED_IN);
        }
    }

    @Test
    void aCancelledLookKeepsWhatWasKnown() throws Exception {
        try (Lab lab = lab("healthy"); FickleServer dns = new FickleServer()) {
            Visit visit = Wiring.visit(lab, new Asked(Asked.SignIn.USUAL, Optional.empty(), Optional.empty(), List.of(dns.server()), 1,
                    Duration.ofSeconds(60), List.of(), Optional.empty()), FABRIKAM.cloud(), prompt -> { });
            Snapshot before = visit.look(FABRIKAM, Progress.SILENT);
            dns.silent = true;

            Thread looking = Thread.currentThread();
            Told told = new Told(moment -> {
                if (moment.open().equals(Set.of("lookups"))) {
                    looking.interrupt();
                }
            });
            Snapshot after = visit.lookAgain(before, section(5).facts(), told);
            assertThat(Thread.interrupted()).as("the caller still knows that it was interrupted").isTrue();
            told.holdsTo(after);
            assertThat(after.lookups()).isSameAs(before.lookups());
            assertThat(after.client()).isNotSameAs(before.client()).isInstanceOf(Probed.Seen.class);
            assertThat(statuses(after, section(5))).isEqualTo(statuses(before, section(5)));
        }
    }

    @Test
    void aLookCancelledAtOnceLosesNothingAndTheFirstOneSaysSo() throws Exception {
        try (Lab lab = lab("healthy")) {
            Visit visit = Practice.visit(lab, Asked.SignIn.USUAL);
            Thread.currentThread().interrupt();
            Snapshot first = visit.look(FABRIKAM, Progress.SILENT);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(first.zones().trouble().map(Failure::kind)).contains(Failure.Kind.CANCELLED);

            Snapshot before = visit.look(FABRIKAM, Progress.SILENT);
            Thread.currentThread().interrupt();
            Snapshot after = visit.lookAgain(before, Snapshot.names(), Progress.SILENT);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(Diagnosis.of(after).found()).isEmpty();
            assertThat(Snapshot.names()).noneMatch(name -> after.value(name) instanceof Probed.Failed<?>(Failure failure, var ignored)
                    && failure.kind() == Failure.Kind.CANCELLED);
        }
    }

    private static void assertUntouched(Snapshot before, Snapshot after, Set<String> named) {
        Set<String> others = new TreeSet<>(Snapshot.names());
        others.removeAll(named);
        assertThat(others).allSatisfy(name -> assertThat(after.value(name)).as(name).isSameAs(before.value(name)));
    }

    private static Lab lab(String scenario) throws Exception {
        return Lab.start(Scenarios.named(scenario).orElseThrow());
    }

    private static Section section(int number) {
        return Checklist.SECTIONS.get(number);
    }

    private static List<Status> statuses(Snapshot facts, Section section) {
        return section.checks().stream().map(check -> check.judge(facts).status()).toList();
    }

    private static com.fasterxml.jackson.databind.node.ObjectNode pending(Lab lab) {
        var connection = lab.estate().get(HealthyEstate.CONNECTION).orElseThrow().deepCopy();
        connection.withObject("properties").withObject("privateLinkServiceConnectionState").put("status", "Pending");
        return connection;
    }

    /** A DNS server that fails each question, or stays silent. */
    private static final class FickleServer implements AutoCloseable {
        private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        private volatile boolean silent;

        FickleServer() throws SocketException {
            Thread.ofPlatform().daemon().start(this::serve);
        }

        DnsServer server() {
            return new DnsServer(Ip.of("127.0.0.1"), socket.getLocalPort(), DnsServer.Role.EXTRA);
        }

        private void serve() {
            byte[] message = new byte[512];
            try {
                while (true) {
                    DatagramPacket packet = new DatagramPacket(message, message.length);
                    socket.receive(packet);
                    message[2] |= (byte) 0x80;
                    message[3] = 2;
                    if (!silent) {
                        socket.send(packet);
                    }
                }
            } catch (java.io.IOException closed) {
                // The test is over.
            }
        }

        @Override
        public void close() {
            socket.close();
        }
    }
}
