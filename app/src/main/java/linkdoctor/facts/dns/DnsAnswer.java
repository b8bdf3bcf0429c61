package linkdoctor.facts.dns;

import linkdoctor.facts.Ip;

import java.util.List;
import java.util.Optional;

/**
 * One server's whole answer for the vault's name.
 *
 * @param rcode     NOERROR, NXDOMAIN, SERVFAIL, REFUSED …
 * @param aliases   the CNAME chain in order
 * @param addresses A and AAAA at its end
 * @param overTcp   whether the answer had to be fetched over TCP
 */
public record DnsAnswer(String rcode, List<Alias> aliases, List<Address> addresses, boolean overTcp) {
    public DnsAnswer {
        aliases = List.copyOf(aliases);
        addresses = List.copyOf(addresses);
    }

    /** One step of the chain; {@code ttl} in seconds. */
    public record Alias(String from, String to, long ttl) {
    }

    /** One address; {@code ttl} in seconds. */
    public record Address(Ip ip, long ttl) {
    }

    public List<Ip> ips() {
        return addresses.stream().map(Address::ip).sorted().distinct().toList();
    }

    /** Whether the chain passes the name given (case and trailing dot do not matter). */
    public boolean passes(String name) {
        return aliases.stream().anyMatch(alias -> same(alias.to(), name));
    }

    /** The last name of the chain, where it has one. */
    public Optional<String> lastAlias() {
        return aliases.isEmpty() ? Optional.empty() : Optional.of(aliases.getLast().to());
    }

    private static boolean same(String a, String b) {
        return a.replaceAll("\\.$", "").equalsIgnoreCase(b.replaceAll("\\.$", ""));
    }
}
