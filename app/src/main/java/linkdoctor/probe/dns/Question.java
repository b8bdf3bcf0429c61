package linkdoctor.probe.dns;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ThreadLocalRandom;

import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/**
 * One question to one server.
 *
 * @param to    where it goes
 * @param label the server as the user knows it
 * @param id    the message id that an answer must repeat
 */
record Question(InetSocketAddress to, String label, Name name, int type, int id) {
    /** Fits one packet on every path, as resolvers agreed on DNS flag day 2020. */
    private static final int PAYLOAD = 1232;

    static Question of(InetSocketAddress to, String label, Name name, int type) {
        return new Question(to, label, name, type, ThreadLocalRandom.current().nextInt(1, 0x10000));
    }

    /** The question without EDNS, for servers and firewalls that choke on it. */
    Message plain() {
        Message message = new Message(id);
        message.getHeader().setOpcode(Opcode.QUERY);
        message.getHeader().setFlag(Flags.RD);
        message.addRecord(record(), Section.QUESTION);
        return message;
    }

    /** The question with room for a longer answer over UDP. */
    Message withEdns() {
        Message message = plain();
        message.addRecord(new OPTRecord(PAYLOAD, 0, 0), Section.ADDITIONAL);
        return message;
    }

    private Record record() {
        return Record.newRecord(name, type, DClass.IN);
    }

    /** Whether bytes that cannot be read as a message at least begin with this question's id. */
    boolean sameId(byte[] bytes) {
        return bytes.length >= 2 && ((bytes[0] & 0xff) << 8 | bytes[1] & 0xff) == id;
    }

    /** Whether a message answers this question and no other. A bare error may leave the question out. */
    boolean answeredBy(Message message) {
        if (message.getHeader().getID() != id || !message.getHeader().getFlag(Flags.QR)) {
            return false;
        }
        Record question = message.getQuestion();
        return question == null ? message.getRcode() != Rcode.NOERROR : question.equals(record());
    }

    static Message read(byte[] bytes) throws IOException {
        return new Message(bytes);
    }
}
