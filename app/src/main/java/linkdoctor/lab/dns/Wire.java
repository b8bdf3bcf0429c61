package linkdoctor.lab.dns;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

import linkdoctor.facts.Ip;
import linkdoctor.facts.dns.DnsAnswer;

/** A responder's answers as DNS messages. */
final class Wire {
    private static final int PLAIN_UDP = 512;
    private static final int PAYLOAD = 1232;
    private static final byte[] NO_DNS = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    /** What a forger would like to be believed. */
    private static final Ip FORGED = Ip.of("203.0.113.66");

    private Wire() {
    }

    /** The answer over UDP; empty when the server stays silent or was not asked anything it can read. */
    static Optional<byte[]> overUdp(Responder server, byte[] question) {
        return read(question).flatMap(query -> {
            if (server.has(Trouble.TRUNCATE) || server.has(Trouble.TRUNCATE_NO_TCP)) {
                Message cut = head(query, query.getHeader().getID());
                cut.getHeader().setFlag(Flags.TC);
                return Optional.of(cut.toWire());
            }
            int room = query.getOPT() == null ? PLAIN_UDP : Math.max(PLAIN_UDP, query.getOPT().getPayloadSize());
            return bytes(server, query, room);
        });
    }

    /** The answer over TCP, without its length. */
    static Optional<byte[]> overTcp(Responder server, byte[] question) {
        return read(question).flatMap(query -> bytes(server, query, Message.MAXLENGTH));
    }

    private static Optional<byte[]> bytes(Responder server, Message query, int room) {
        if (server.has(Trouble.DROP)) {
            return Optional.empty();
        }
        return Optional.of(server.has(Trouble.GARBAGE) ? NO_DNS : answer(server, query).toWire(room));
    }

    private static Optional<Message> read(byte[] question) {
        try {
            Message query = new Message(question);
            return query.getQuestion() == null || query.getHeader().getFlag(Flags.QR) ? Optional.empty() : Optional.of(query);
        } catch (IOException notDns) {
            // A DNS server does not answer what it cannot read.
            return Optional.empty();
        }
    }

    private static Message answer(Responder server, Message query) {
        Record question = query.getQuestion();
        if (query.getHeader().getOpcode() != Opcode.QUERY || question.getDClass() != DClass.IN) {
            Message refusal = head(query, query.getHeader().getID());
            refusal.getHeader().setRcode(Rcode.NOTIMP);
            return refusal;
        }
        if (server.has(Trouble.WRONG_ID)) {
            Message forged = head(query, query.getHeader().getID() ^ 0x5555);
            forged.addRecord(new ARecord(question.getName(), DClass.IN, 60, FORGED.address()), Section.ANSWER);
            return forged;
        }
        String type = Type.string(question.getType());
        DnsAnswer said = server.answer(question.getName().toString(true), type);
        Message answer = head(query, query.getHeader().getID());
        answer.getHeader().setRcode(Rcode.value(said.rcode()));
        said.aliases().forEach(alias -> answer.addRecord(
                new CNAMERecord(name(alias.from()), DClass.IN, alias.ttl(), name(alias.to())), Section.ANSWER));
        Name end = said.lastAlias().map(Wire::name).orElse(question.getName());
        said.addresses().stream().filter(found -> (found.ip().v4() ? Type.A : Type.AAAA) == question.getType())
                .forEach(found -> answer.addRecord(address(end, found), Section.ANSWER));
        if (answer.getSection(Section.ANSWER).size() == said.aliases().size()
                && (said.rcode().equals("NXDOMAIN") || said.rcode().equals("NOERROR"))) {
            answer.addRecord(authority(end), Section.AUTHORITY);
        }
        return answer;
    }

    private static Message head(Message query, int id) {
        Message answer = new Message(id);
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        if (query.getHeader().getFlag(Flags.RD)) {
            answer.getHeader().setFlag(Flags.RD);
        }
        answer.addRecord(query.getQuestion(), Section.QUESTION);
        if (query.getOPT() != null) {
            answer.addRecord(new OPTRecord(PAYLOAD, 0, 0), Section.ADDITIONAL);
        }
        return answer;
    }

    private static Record address(Name at, DnsAnswer.Address found) {
        return found.ip().v4() ? new ARecord(at, DClass.IN, found.ttl(), found.ip().address())
                : new AAAARecord(at, DClass.IN, found.ttl(), found.ip().address());
    }

    /** The start of authority that goes with "no such name" and "no such record". */
    private static Record authority(Name of) {
        Name zone = of.labels() > 2 ? new Name(of, 1) : of;
        return new SOARecord(zone, DClass.IN, 60, name("azureprivatedns.net"), name("azureprivatedns-host.microsoft.com"),
                1, 3600, 300, 2419200, 10);
    }

    private static Name name(String text) {
        try {
            return Name.fromString(text, Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException(text + " is no name", e);
        }
    }
}
