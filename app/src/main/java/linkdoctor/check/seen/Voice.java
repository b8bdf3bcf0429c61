package linkdoctor.check.seen;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import linkdoctor.check.seen.Resolution.Kind;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.dns.DnsAnswer;
import linkdoctor.facts.dns.DnsServer;
import linkdoctor.facts.dns.Lookup;

/**
 * What one source said of the vault's name when asked several times.
 *
 * @param who      the server with its role, or the operating system
 * @param server   the server; empty for the operating system
 * @param answers  the answers that came, failures of the server among them
 * @param troubles why an attempt brought no answer
 */
public record Voice(String who, Optional<DnsServer> server, List<Resolution> answers, List<Failure> troubles,
                    List<Evidence> evidence) {
    public Voice {
        answers = List.copyOf(answers);
        troubles = List.copyOf(troubles);
        evidence = List.copyOf(evidence);
    }

    public static Voice of(Snapshot facts, Reach reach, Lookup lookup) {
        return new Voice(lookup.server().label(), Optional.of(lookup.server()), Resolution.of(facts, reach, lookup),
                lookup.attempts().stream().flatMap(attempt -> attempt.trouble().stream())
                        .filter(failure -> failure.kind() != Failure.Kind.CANCELLED).toList(), lookup.evidence());
    }

    /** The operating system's own resolution; it shows addresses but no aliases. */
    static Optional<Voice> ofSystem(Snapshot facts, Reach reach) {
        Probed<List<Ip>> system = facts.systemResolution();
        return system.known().map(ips -> new Voice("the operating system", Optional.empty(),
                List.of(seen(facts, reach, ips)), List.of(), system.evidence()));
    }

    private static Resolution seen(Snapshot facts, Reach reach, List<Ip> ips) {
        DnsAnswer answer = new DnsAnswer("NOERROR", List.of(),
                ips.stream().map(ip -> new DnsAnswer.Address(ip, 0)).toList(), false);
        // What one of this machine's servers answered alike means the same; only the server shows the alias.
        Kind kind = Resolution.of(facts, reach, Set.of(DnsServer.Role.SYSTEM)).stream()
                .filter(one -> !ips.isEmpty() && one.answer().ips().equals(answer.ips())).map(Resolution::kind).findFirst()
                .orElseGet(() -> Resolution.kind(facts, reach, answer));
        return new Resolution(new DnsServer(Ip.AZURE_DNS, 53, DnsServer.Role.SYSTEM), answer, kind);
    }

    /** The answers that say something of the name. */
    public List<Resolution> usable() {
        return answers.stream().filter(one -> one.kind() != Kind.SERVER_FAILED).toList();
    }

    public boolean answered() {
        return !usable().isEmpty();
    }

    public boolean good() {
        return answered() && usable().stream().allMatch(one -> Resolution.GOOD.contains(one.kind()));
    }

    /** How many of the attempts brought nothing usable. */
    public int failed() {
        return troubles.size() + answers.size() - usable().size();
    }

    public int attempts() {
        return troubles.size() + answers.size();
    }

    /** The gist of each answer: right and private are one, public with and without the alias are one. */
    public Set<Kind> gists() {
        Set<Kind> gists = EnumSet.noneOf(Kind.class);
        usable().forEach(one -> gists.add(gist(one.kind())));
        return gists;
    }

    private static Kind gist(Kind kind) {
        return switch (kind) {
            case RIGHT, PRIVATE -> Kind.RIGHT;
            case PUBLIC_NO_ALIAS, PUBLIC_WITH_ALIAS -> Kind.PUBLIC_WITH_ALIAS;
            case WRONG_PRIVATE, MIXED, NOT_FOUND, SERVER_FAILED -> kind;
        };
    }

    /** Whether it keeps to this gist. */
    public boolean always(Kind gist) {
        return gists().equals(Set.of(gist(gist)));
    }

    public List<Ip> addresses() {
        return usable().stream().flatMap(one -> one.answer().ips().stream()).sorted().distinct().toList();
    }

    /** "10.0.0.4 (this machine's) answers 10.1.1.5", or what else became of the question. */
    public String said() {
        if (!answered()) {
            return who + " " + (answers.isEmpty() ? "gives no answer" : "answers " + answers.getFirst().answer().rcode());
        }
        if (addresses().isEmpty()) {
            return who + " answers " + (usable().getFirst().answer().rcode().equalsIgnoreCase("NXDOMAIN")
                    ? "that the name does not exist" : "with no address");
        }
        return who + " answers " + listed(addresses()) + (gists().contains(Kind.NOT_FOUND) ? " or nothing" : "");
    }

    /** "10.1.1.5", "10.1.1.5 and 10.1.1.9". */
    public static String listed(List<?> things) {
        List<String> texts = things.stream().map(Object::toString).toList();
        return texts.size() < 2 ? String.join("", texts)
                : String.join(", ", texts.subList(0, texts.size() - 1)) + " and " + texts.getLast();
    }
}
