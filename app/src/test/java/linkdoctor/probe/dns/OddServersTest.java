package linkdoctor.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.dns.DnsAnswer;

/** Servers that are met in the wild and that the lab does not have. */
@Timeout(20)
class OddServersTest {
    private static final String VAULT = "fabrikam.vault.azure.net";
    private static final Name FROM = Name.fromConstantString(VAULT + ".");
    private static final Name VIA = Name.fromConstantString("fabrikam.privatelink.vaultcore.azure.net.");
    private static final Record ALIAS = new CNAMERecord(FROM, DClass.IN, 60, VIA);
    private static final Record ADDRESS = new ARecord(VIA, DClass.IN, 10, Ip.of("10.1.1.5").address());
    private static final Record ELSEWHERE =
            new ARecord(Name.fromConstantString("other.example."), DClass.IN, 10, Ip.of("203.0.113.66").address());

    private DatagramSocket socket;

    @AfterEach
    void stop() {
        socket.close();
    }

    /** @param script the messages that go back for a question, in order */
    private Probed<DnsAnswer> ask(Function<Message, List<Message>> script) throws IOException {
        socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(() -> serve(script));
        InetSocketAddress at = new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
        return new Attempt(at, "10.0.0.4", VAULT, "", Duration.ofMillis(1500)).ask();
    }

    private void serve(Function<Message, List<Message>> script) {
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
                socket.receive(packet);
                Message question = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
                for (Message answer : script.apply(question)) {
                    byte[] wire = answer.toWire();
                    socket.send(new DatagramPacket(wire, wire.length, packet.getSocketAddress()));
                }
            } catch (IOException over) {
                // The test closed the socket: the loop's condition sees it.
                continue;
            }
        }
    }

    private static Message answer(Message question, int rcode, Record... records) {
        Message answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setRcode(rcode);
        answer.addRecord(question.getQuestion(), Section.QUESTION);
        Arrays.stream(records).forEach(record -> answer.addRecord(record, Section.ANSWER));
        return answer;
    }

    private static void assertPrivate(Probed<DnsAnswer> seen) {
        DnsAnswer answer = seen.known().orElseThrow();
        assertThat(answer.rcode()).isEqualTo("NOERROR");
        assertThat(answer.aliases()).hasSize(1);
        assertThat(answer.ips()).containsExactly(Ip.of("10.1.1.5"));
    }

    @Test
    void aChainLeftHalfIsFollowedAtTheSameServer() throws IOException {
        assertPrivate(ask(question -> List.of(answer(question, Rcode.NOERROR,
                question.getQuestion().getName().equals(FROM) ? ALIAS : ADDRESS))));
    }

    @Test
    void aChainWhoseRestTheServerRefusesStaysWhatItSaid() throws IOException {
        DnsAnswer answer = ask(question -> List.of(question.getQuestion().getName().equals(FROM)
                ? answer(question, Rcode.NOERROR, ALIAS) : answer(question, Rcode.REFUSED))).known().orElseThrow();
        assertThat(answer.rcode()).isEqualTo("NOERROR");
        assertThat(answer.addresses()).isEmpty();
    }

    @Test
    void recordsMayComeInAnyOrderAndWithStrangers() throws IOException {
        assertPrivate(ask(question -> List.of(answer(question, Rcode.NOERROR, ELSEWHERE, ADDRESS, ALIAS))));
    }

    @Test
    void aServerThatChokesOnEdnsIsAskedWithoutIt() throws IOException {
        assertPrivate(ask(question -> List.of(question.getOPT() != null ? answer(question, Rcode.FORMERR)
                : answer(question, Rcode.NOERROR, ALIAS, ADDRESS))));
    }

    @Test
    void aFirewallThatSwallowsEdnsIsPassedByTheRepeat() throws IOException {
        assertPrivate(ask(question -> question.getOPT() != null ? List.of()
                : List.of(answer(question, Rcode.NOERROR, ALIAS, ADDRESS))));
    }

    @Test
    void forgedAnswersBeforeTheTrueOneAreIgnored() throws IOException {
        assertPrivate(ask(question -> {
            Message otherId = answer(question, Rcode.NOERROR, ELSEWHERE);
            otherId.getHeader().setID(question.getHeader().getID() ^ 1);
            Message otherQuestion = new Message(question.getHeader().getID());
            otherQuestion.getHeader().setFlag(Flags.QR);
            otherQuestion.addRecord(Record.newRecord(ELSEWHERE.getName(), Type.A, DClass.IN), Section.QUESTION);
            return List.of(otherId, otherQuestion, answer(question, Rcode.NOERROR, ALIAS, ADDRESS));
        }));
    }

    @Test
    void aServerThatDropsAaaaStillTellsA() throws IOException {
        Probed<DnsAnswer> seen = ask(question -> question.getQuestion().getType() == Type.AAAA ? List.of()
                : List.of(answer(question, Rcode.NOERROR, ALIAS, ADDRESS)));
        assertPrivate(seen);
        assertThat(seen.evidence().getFirst().answered()).contains("AAAA: 10.0.0.4 gave no answer");
    }

    @Test
    void aLoopOfAliasesEnds() throws IOException {
        Record back = new CNAMERecord(VIA, DClass.IN, 60, FROM);
        assertThat(ask(question -> List.of(answer(question, Rcode.NOERROR, ALIAS, back))).known().orElseThrow().addresses()).isEmpty();
    }
}
