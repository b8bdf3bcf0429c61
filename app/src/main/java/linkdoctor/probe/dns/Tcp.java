package linkdoctor.probe.dns;

import java.io.DataInputStream;
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
            socket.setSoTimeout(deadline.leftMillis());
            byte[] wire = question.withEdns().toWire();
            socket.getOutputStream().write(ByteBuffer.allocate(wire.length + 2).putShort((short) wire.length).put(wire).array());
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] answer = new byte[in.readUnsignedShort()];
            in.readFully(answer);
            Message message = Question.read(answer);
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
}
