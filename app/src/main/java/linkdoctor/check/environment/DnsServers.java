package linkdoctor.check.environment;

import java.util.List;
import java.util.Optional;

import linkdoctor.check.seen.Answers;
import linkdoctor.check.seen.Reach;
import linkdoctor.check.seen.Resolution;
import linkdoctor.check.seen.Voice;
import linkdoctor.check.zone.Zones;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Snapshot;

/**
 * DNS servers that stand between this client and Azure DNS, and whether they are to blame: they are when they answer
 * wrongly what is answered rightly elsewhere.
 *
 * @param voices what each of them that was asked said
 * @param right  who has the right answer, or at least another, as a clause; empty when nobody is known to
 * @param clientIsRight whether the client gets the right answer all the same
 */
record DnsServers(List<Ip> servers, List<Voice> voices, Optional<String> right, boolean clientIsRight) {

    static DnsServers of(Snapshot facts, List<Ip> servers) {
        Reach reach = Reach.of(facts);
        List<Voice> voices = servers.stream().flatMap(ip -> Answers.of(facts, reach, ip).stream()).toList();
        Optional<String> right = facts.lookups().stream()
                .filter(lookup -> !servers.contains(lookup.server().ip()) && trusted(facts, reach, lookup.server().ip()))
                .map(lookup -> Voice.of(facts, reach, lookup)).filter(Voice::good).map(Voice::said).findFirst()
                .or(() -> facts.zones().known().flatMap(listing -> Zones.of(facts, listing).rightZone()))
                .or(() -> passedBy(facts, reach, servers, voices));
        return new DnsServers(servers, voices, right, Answers.of(facts, reach).good());
    }

    /** Servers that answer publicly have not asked a zone that would give a wrong address, or none. */
    private static Optional<String> passedBy(Snapshot facts, Reach reach, List<Ip> servers, List<Voice> voices) {
        if (voices.stream().noneMatch(one -> one.always(Resolution.Kind.PUBLIC_WITH_ALIAS))) {
            return Optional.empty();
        }
        return facts.lookups().stream().filter(lookup -> !servers.contains(lookup.server().ip()) && lookup.server().ip().equals(Ip.AZURE_DNS))
                .map(lookup -> Voice.of(facts, reach, lookup))
                .filter(one -> one.answered() && (one.always(Resolution.Kind.NOT_FOUND) || one.always(Resolution.Kind.WRONG_PRIVATE)))
                .map(Voice::said).findFirst()
                .or(() -> facts.zones().known().flatMap(listing -> Zones.of(facts, listing).closedZone()));
    }

    /** Azure DNS, or a server of the client's own network. */
    private static boolean trusted(Snapshot facts, Reach reach, Ip server) {
        return server.equals(Ip.AZURE_DNS) || reach.client().known().orElse(List.of()).stream()
                .anyMatch(network -> network.dnsServers().contains(server));
    }

    /** Those that answer, and not with the endpoint's address. One that gives no answer is another matter. */
    List<Voice> wrong() {
        return voices.stream().filter(Voice::answered).filter(one -> !one.good()).toList();
    }

    boolean toBlame() {
        return !wrong().isEmpty() && right.isPresent() && !clientIsRight;
    }

    List<Evidence> evidence() {
        return voices.stream().flatMap(one -> one.evidence().stream()).toList();
    }
}
