package linkdoctor.probe.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

import linkdoctor.facts.Ip;
import linkdoctor.facts.dns.DnsAnswer.Address;
import linkdoctor.facts.dns.DnsAnswer.Alias;

/**
 * The aliases of an answer in order and the addresses at their end. Records of an answer section may come in any
 * order; those that are not on the way from the name asked for do not count.
 */
record Chain(String rcode, Name end, List<Alias> aliases, List<Address> addresses) {
    /** Resolvers give up far earlier; an answer over TCP could hold thousands. */
    private static final int MOST_ALIASES = 64;

    static Chain of(Name start, Message message) {
        List<Record> records = message.getSection(Section.ANSWER);
        List<Alias> aliases = new ArrayList<>();
        Name end = start;
        Optional<CNAMERecord> next = alias(records, end);
        while (next.isPresent() && aliases.size() < Math.min(records.size(), MOST_ALIASES)) {
            aliases.add(new Alias(text(end), text(next.get().getTarget()), next.get().getTTL()));
            end = next.get().getTarget();
            next = alias(records, end);
        }
        Name last = end;
        List<Address> addresses = records.stream().filter(found -> found.getName().equals(last))
                .flatMap(found -> address(found).stream()).toList();
        return new Chain(Rcode.string(message.getRcode()), end, aliases, addresses);
    }

    private static Optional<CNAMERecord> alias(List<Record> records, Name of) {
        return records.stream().filter(CNAMERecord.class::isInstance).map(CNAMERecord.class::cast)
                .filter(found -> found.getName().equals(of)).findFirst();
    }

    private static Optional<Address> address(Record found) {
        return switch (found) {
            case ARecord a -> Optional.of(new Address(new Ip(a.getAddress()), a.getTTL()));
            case AAAARecord aaaa -> Optional.of(new Address(new Ip(aaaa.getAddress()), aaaa.getTTL()));
            default -> Optional.empty();
        };
    }

    /** A server that resolves only the first part leaves the rest to whoever asks. */
    boolean leftHalf() {
        return rcode.equals("NOERROR") && addresses.isEmpty() && !aliases.isEmpty();
    }

    /** This chain going on with what the same server said of its end. */
    Chain then(Chain rest) {
        List<Alias> all = new ArrayList<>(aliases);
        all.addAll(rest.aliases);
        return new Chain(rest.rcode, rest.end, List.copyOf(all), rest.addresses);
    }

    private static String text(Name name) {
        return name.toString(true);
    }
}
