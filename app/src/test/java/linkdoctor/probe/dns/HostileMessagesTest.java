package linkdoctor.probe.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

import linkdoctor.facts.Ip;

import static org.assertj.core.api.Assertions.assertThat;

/** Bytes that no DNS server should send: each is an answer, or is told as one that is no DNS message. */
@Timeout(20)
class HostileMessagesTest {
    private static final Name ASKED = Name.fromConstantString("fabrikam.vault.azure.net.");
    private static final Name VIA = Name.fromConstantString("fabrikam.privatelink.vaultcore.azure.net.");

    @Test
    void spoiltMessagesAreReadOrRefused() throws IOException {
        byte[] whole = whole().toWire();
        Random random = new Random(53);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = java.util.Arrays.copyOf(whole, random.nextInt(4) == 0 ? random.nextInt(whole.length + 20) : whole.length);
            for (int n = random.nextInt(6); n > 0 && bytes.length > 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                Message message = Question.read(bytes);
                Chain chain = Chain.of(ASKED, message);
                new Question(null, "x", ASKED, Type.A, 4711).answeredBy(message);
                assertThat(chain.rcode()).isNotBlank();
                assertThat(chain.aliases().size()).isLessThanOrEqualTo(message.getSection(Section.ANSWER).size());
                read++;
            } catch (IOException refused) {
                assertThat(refused).isInstanceOf(org.xbill.DNS.WireParseException.class);
            }
        }
        assertThat(read).isGreaterThan(1_000);
    }

    @Test
    void noiseIsRefused() {
        Random random = new Random(8);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            try {
                Question.read(bytes);
            } catch (IOException refused) {
                assertThat(refused).isInstanceOf(org.xbill.DNS.WireParseException.class);
            }
        }
    }

    /** As many aliases as a message over TCP can hold, in the worst order, and one that leads back. */
    @Test
    void aVeryLongChainIsCutOff() throws IOException {
        Message message = new Message(1);
        for (int i = 4_000; i > 0; i--) {
            message.addRecord(new CNAMERecord(name(i - 1), DClass.IN, 1, name(i)), Section.ANSWER);
        }
        message.addRecord(new CNAMERecord(name(4_000), DClass.IN, 1, name(0)), Section.ANSWER);
        long start = System.nanoTime();
        Chain chain = Chain.of(name(0), message);
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(3_000);
        assertThat(chain.aliases().size()).isLessThanOrEqualTo(64);
        assertThat(chain.addresses()).isEmpty();
    }

    /** Over TCP, a byte every half second: no more time than for one that is silent, and no thread left behind. */
    @Test
    void aSlowServerGetsNoMoreTimeThanASilentOne() throws Exception {
        try (ServerSocket tcp = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (Socket socket = tcp.accept()) {
                    while (true) {
                        socket.getOutputStream().write(1);
                        Thread.sleep(500);
                    }
                } catch (IOException | InterruptedException gone) {
                    // The asker has given up, as it should.
                }
            });
            long start = System.nanoTime();
            Reply reply = Tcp.ask(Question.of(new InetSocketAddress(tcp.getInetAddress(), tcp.getLocalPort()), "10.0.0.4", ASKED, Type.A),
                    Countdown.of(Duration.ofMillis(1200)));
            assertThat(reply).isInstanceOfSatisfying(Reply.Broken.class, broken -> assertThat(broken.failure().said()).contains("none within 1200 ms"));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void resolverFilesMayHoldAnything() {
        Random random = new Random(9);
        String alphabet = "nameserver \t\n\r#;0123456789.:%abcdef\u0000\u001b";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                text.append(random.nextInt(3) == 0 ? "nameserver " : String.valueOf(alphabet.charAt(random.nextInt(alphabet.length()))));
            }
            assertThat(SystemResolvers.nameServers(text.toString())).doesNotContainNull();
        }
    }

    private static Name name(int i) throws IOException {
        return Name.fromString("n" + i + ".example.");
    }

    private static Message whole() throws IOException {
        Message message = new Message(4711);
        message.getHeader().setFlag(Flags.QR);
        message.addRecord(Record.newRecord(ASKED, Type.A, DClass.IN), Section.QUESTION);
        message.addRecord(new CNAMERecord(ASKED, DClass.IN, 60, VIA), Section.ANSWER);
        message.addRecord(new ARecord(VIA, DClass.IN, 10, Ip.of("10.1.1.5").address()), Section.ANSWER);
        message.addRecord(new AAAARecord(VIA, DClass.IN, 10, Ip.of("fd00::5").address()), Section.ANSWER);
        message.addRecord(new TXTRecord(VIA, DClass.IN, 10, "\\027[31m"), Section.ADDITIONAL);
        return message;
    }
}
