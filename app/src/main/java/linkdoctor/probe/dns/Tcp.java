package linkdoctor.probe.dns;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;

import org.xbill.DNS.Message;
import org.xbill.DNS.WireParseException;

import linkdoctor.facts.Failure;
import linkdoctor.probe.Dialer;

/** A question over TCP, for answers that UDP cut off. */
final class Tcp {
    private Tcp() {
    }

    static Reply ask(Question question, Countdown deadline) {
        String cut = question.label() + " cut its answer off over UDP, and over TCP ";
        try (Socket socket = Dialer.DIRECT.connect(question.to().getAddress().getHostAddress(), question.to().getPort(),
                java.time.Duration.ofMillis(deadline.leftMillis()))) {
            byte[] wire = question.withEdns().toWire();
            socket.getOutputStream().write(ByteBuffer.allocate(wire.length + 2).putShort((short) wire.length).put(wire).array());
            byte[] length = read(socket, 2, deadline);
            Message message = Question.read(read(socket, (length[0] & 0xff) << 8 | length[1] & 0xff, deadline));
            return question.answeredBy(message) ? new Reply.Answered(message, Reply.Transport.TCP)
                    : Reply.broken(Failure.Kind.GARBAGE, cut + "answers another question.");
        } catch (SocketTimeoutException e) {
            return Reply.broken(Failure.Kind.TIMEOUT, cut + "gave none within " + deadline.said() + ".");
        } catch (ConnectException e) {
            return Reply.broken(Failure.Kind.REFUSED, cut + "nothing listens: open TCP port 53 beside UDP.");
        } catch (EOFException | SocketException e) {
            return Reply.broken(Failure.Kind.RESET, cut + "hangs up.");
        } catch (WireParseException e) {
            return Reply.broken(Failure.Kind.GARBAGE, cut + "sends something that is no DNS message.");
        } catch (IOException e) {
            return Reply.broken(Failure.Kind.UNREACHABLE, cut + "cannot be reached: " + e.getMessage());
        }
    }

    /** A server that sends byte after byte, slowly, does not get more time than one that is silent. */
    private static byte[] read(Socket socket, int length, Countdown deadline) throws IOException {
        byte[] bytes = new byte[length];
        for (int at = 0; at < length; ) {
            if (deadline.over()) {
                throw new SocketTimeoutException();
            }
            socket.setSoTimeout(deadline.leftMillis());
            int count = socket.getInputStream().read(bytes, at, length - at);
            if (count < 0) {
                throw new EOFException();
            }
            at += count;
        }
        return bytes;
    }
}
