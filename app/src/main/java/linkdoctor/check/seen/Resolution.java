package linkdoctor.check.seen;

import java.util.List;
import java.util.Set;

import linkdoctor.facts.Ip;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.facts.azure.Connection;
import linkdoctor.facts.dns.DnsAnswer;
import linkdoctor.facts.dns.DnsServer;
import linkdoctor.facts.dns.Lookup;

/**
 * What one DNS answer means for the vault's name. Private is what lies in an endpoint's network, is an endpoint's
 * address or is proven to come from the private zone; the number range decides only where none of these is known.
 */
public record Resolution(DnsServer server, DnsAnswer answer, Kind kind) {

    /** The meanings an answer can have. */
    public enum Kind {
        /** Exactly addresses of an endpoint that this client should use. */
        RIGHT,
        /** Private, and the endpoint's address is not known for certain. */
        PRIVATE,
        /** Private, but (also) another address than the endpoint's. */
        WRONG_PRIVATE,
        /** Private and public addresses in one answer. */
        MIXED,
        /** Public, though the vault's name has the private link alias. */
        PUBLIC_WITH_ALIAS,
        /** Public, and the vault's name has no private link alias. */
        PUBLIC_NO_ALIAS,
        /** The name, or the end of its alias chain, does not exist or has no address. */
        NOT_FOUND,
        /** The server answered with a failure: SERVFAIL, REFUSED … */
        SERVER_FAILED
    }

    /** Kinds with which a request of this client reaches the endpoint. */
    public static final Set<Kind> GOOD = Set.of(Kind.RIGHT, Kind.PRIVATE);
    /** Kinds that send a request to the vault's public address. */
    public static final Set<Kind> PUBLIC = Set.of(Kind.PUBLIC_WITH_ALIAS, Kind.PUBLIC_NO_ALIAS);

    /**
     * What this client gets: the answers of the operating system's resolvers. A server given by the user speaks with
     * them unless they are right already; then it is only compared.
     */
    public static List<Resolution> ofClient(Snapshot facts, Reach reach) {
        return of(facts, reach, clientRoles(facts, reach));
    }

    /** The roles of the servers that {@link #ofClient} listens to. */
    public static Set<DnsServer.Role> clientRoles(Snapshot facts, Reach reach) {
        List<Resolution> system = of(facts, reach, Set.of(DnsServer.Role.SYSTEM));
        boolean right = !system.isEmpty() && system.stream().allMatch(one -> GOOD.contains(one.kind()));
        return right ? Set.of(DnsServer.Role.SYSTEM) : Set.of(DnsServer.Role.SYSTEM, DnsServer.Role.EXTRA);
    }

    /** Every answer of servers asked in one of these roles, in the order they came. */
    public static List<Resolution> of(Snapshot facts, Reach reach, Set<DnsServer.Role> roles) {
        return facts.lookups().stream().filter(lookup -> roles.contains(lookup.server().role()))
                .flatMap(lookup -> of(facts, reach, lookup).stream()).toList();
    }

    /** Every answer of one server. */
    public static List<Resolution> of(Snapshot facts, Reach reach, Lookup lookup) {
        return lookup.answers().stream()
                .map(answer -> new Resolution(lookup.server(), answer, kind(facts, reach, answer))).toList();
    }

    /** What an answer means. */
    public static Kind kind(Snapshot facts, Reach reach, DnsAnswer answer) {
        if (answer.rcode().equalsIgnoreCase("NXDOMAIN") || answer.rcode().equalsIgnoreCase("NOERROR") && answer.ips().isEmpty()) {
            return Kind.NOT_FOUND;
        }
        if (!answer.rcode().equalsIgnoreCase("NOERROR")) {
            return Kind.SERVER_FAILED;
        }
        List<Ip> open = answer.ips().stream().filter(ip -> !isPrivate(facts, reach, answer, ip)).toList();
        if (open.size() == answer.ips().size()) {
            return answer.passes(facts.target().privateLinkName()) || answer.aliases().isEmpty() && approved(facts)
                    ? Kind.PUBLIC_WITH_ALIAS : Kind.PUBLIC_NO_ALIAS;
        }
        if (!open.isEmpty()) {
            return Kind.MIXED;
        }
        List<Ip> expected = reach.expected().known().orElse(List.of());
        if (!expected.isEmpty() && expected.containsAll(answer.ips())) {
            return Kind.RIGHT;
        }
        if (answer.ips().stream().anyMatch(Resolution::leadsNowhere)) {
            return Kind.WRONG_PRIVATE;
        }
        boolean certain = !expected.isEmpty() && (reach.allRead() || facts.target().endpointIp().isPresent());
        return certain ? Kind.WRONG_PRIVATE : Kind.PRIVATE;
    }

    /** The alias is there exactly while a connection is approved, also where a forwarder leaves all aliases out. */
    private static boolean approved(Snapshot facts) {
        return facts.connections().known().stream().flatMap(List::stream).anyMatch(Connection::approved);
    }

    /** Whether an address in this answer counts as private. */
    public static boolean isPrivate(Snapshot facts, Reach reach, DnsAnswer answer, Ip ip) {
        return reach.expected().known().orElse(List.of()).contains(ip)
                || Reach.insideEndpointNetwork(facts, ip)
                || !ip.publicAddress()
                || fromPrivateZone(facts.target(), answer) && vouched(facts, reach, answer);
    }

    /**
     * A chain that ends at the private link name makes a public number private where the endpoint's address is not
     * known, it stands alone, and the service says that the request came over private link: some networks are numbered so.
     */
    private static boolean vouched(Snapshot facts, Reach reach, DnsAnswer answer) {
        return reach.expected().known().isEmpty() && answer.ips().stream().allMatch(Ip::publicAddress)
                && Arrival.byName(facts).filter(Arrival.PRIVATE_LINK::equals).isPresent();
    }

    /** Loopback, 0.0.0.0 and the like, with which filters answer for names they block: no endpoint has such an address. */
    private static boolean leadsNowhere(Ip ip) {
        return !ip.publicAddress() && !ip.rfc1918() && !ip.carrierNat();
    }

    /** In the public DNS the chain goes on behind the private link name; a private zone ends it there. */
    private static boolean fromPrivateZone(Target target, DnsAnswer answer) {
        return answer.lastAlias().filter(name -> name.replaceAll("\\.$", "").equalsIgnoreCase(target.privateLinkName())).isPresent();
    }
}
