package linkdoctor.probe.dns;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.util.Arrays;

import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

import linkdoctor.facts.Failure;

/** A question over UDP: sent with EDNS, once more without it, and only a true answer ends the wait. */
final class Udp {
    /** Of the whole deadline: the part after which a packet counts as lost. */
    private static final int PATIENCE = 3;

    private final Question question;
    private final Countdown deadline;
    private boolean repeated;
    private int foreign;
    private int unreadable;

    private Udp(Question question, Countdown deadline) {
        this.question = question;
        this.deadline = deadline;
    }

    /** Asks, over TCP too where the answer does not fit. */
    static Reply ask(Question question, Countdown deadline) {
        return new Udp(question, deadline).ask();
    }

    private Reply ask() {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(question.to());
            send(socket, question.withEdns());
            Countdown first = Countdown.of(deadline.whole().dividedBy(PATIENCE));
            while (!deadline.over()) {
                socket.setSoTimeout(repeated ? deadline.leftMillis() : Math.min(first.leftMillis(), deadline.leftMillis()));
                try {
                    byte[] bytes = receive(socket);
                    Message message = Question.read(bytes);
                    if (!question.answeredBy(message)) {
                        foreign++;
                    } else if (!repeated && dislikesEdns(message)) {
                        repeat(socket);
                    } else {
                        return message.getHeader().getFlag(Flags.TC) ? Tcp.ask(question, deadline)
                                : new Reply.Answered(message, Reply.Transport.UDP);
                    }
                } catch (SocketTimeoutException silence) {
                    // Packets get lost, and some firewalls swallow EDNS: one repeat, then the deadline decides.
                    repeat(socket);
                } catch (org.xbill.DNS.WireParseException noDns) {
                    // A forger can send anything: what counts is an answer, as long as there is time for one.
                    unreadable++;
                }
            }
            return silent();
        } catch (PortUnreachableException e) {
            return Reply.broken(Failure.Kind.REFUSED, "Nothing listens for DNS at " + question.label() + ": the port is closed.");
        } catch (IOException | java.io.UncheckedIOException e) {
            return Reply.broken(Failure.Kind.UNREACHABLE, "There is no way from here to " + question.label() + ": " + e.getMessage());
        }
    }

    private void repeat(DatagramSocket socket) throws IOException {
        if (!repeated) {
            repeated = true;
            send(socket, question.plain());
        }
    }

    private static boolean dislikesEdns(Message message) {
        return switch (message.getRcode()) {
            case Rcode.FORMERR, Rcode.NOTIMP, Rcode.BADVERS -> true;
            default -> false;
        };
    }

    private void send(DatagramSocket socket, Message message) throws IOException {
        byte[] wire = message.toWire();
        socket.send(new DatagramPacket(wire, wire.length));
    }

    private static byte[] receive(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        socket.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    private Reply silent() {
        if (unreadable > 0) {
            return Reply.broken(Failure.Kind.GARBAGE, question.label() + " answers with something that is no DNS message.");
        }
        String strays = foreign == 0 ? "" : " " + foreign + " answers that came carried another id or question"
                + " and were ignored: something on the way forges answers, or the server mixes them up.";
        return Reply.broken(Failure.Kind.TIMEOUT, question.label() + " gave no answer within " + deadline.said() + "." + strays);
    }
}
