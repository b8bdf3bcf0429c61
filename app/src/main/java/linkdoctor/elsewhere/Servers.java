package linkdoctor.elsewhere;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.dns.DnsAnswer;
import linkdoctor.facts.dns.DnsServer;
import linkdoctor.facts.dns.Lookup;
import linkdoctor.probe.dns.Compact;

/** What DNS servers said to the other machine. */
final class Servers {
    private final ProbeOutput output;
    private final Voice voice;
    private final String hostname;

    Servers(ProbeOutput output, String hostname) {
        this.output = output;
        this.voice = new Voice(output);
        this.hostname = hostname;
    }

    /**
     * A server that plays several parts is there in each.
     *
     * @param own        the machine's resolvers
     * @param ofNetworks the servers set on the networks that matter
     */
    List<Lookup> lookups(List<Ip> own, List<Ip> ofNetworks) {
        Map<String, List<Probed<DnsAnswer>>> attempts = new LinkedHashMap<>();
        Map<String, Line> last = new LinkedHashMap<>();
        for (Line line : output.lines()) {
            String server = line.value(2);
            if (line.key().equals("dns")) {
                last.put(server, line);
            }
            if (last.containsKey(server) && (line.key().equals("dns") || line.key().equals("dns-again"))) {
                attempts.computeIfAbsent(server, unseen -> new ArrayList<>()).add(attempt(server, line, last.get(server)));
            }
        }
        List<Lookup> lookups = new ArrayList<>();
        attempts.forEach((server, answers) -> DnsServer.typed(server).ifPresent(at -> roles(at, own, ofNetworks)
                .forEach(role -> lookups.add(new Lookup(new DnsServer(at.ip(), at.port(), role), answers)))));
        lookups.sort(Comparator.comparing(lookup -> lookup.server().role()));
        return lookups;
    }

    private static List<DnsServer.Role> roles(DnsServer at, List<Ip> own, List<Ip> ofNetworks) {
        List<DnsServer.Role> roles = new ArrayList<>();
        if (at.port() == 53 && own.contains(at.ip())) {
            roles.add(DnsServer.Role.SYSTEM);
        }
        if (at.port() == 53 && ofNetworks.contains(at.ip())) {
            roles.add(DnsServer.Role.NETWORK);
        }
        if (at.port() == 53 && at.ip().equals(Ip.AZURE_DNS)) {
            roles.add(DnsServer.Role.AZURE);
        }
        return roles.isEmpty() ? List.of(DnsServer.Role.EXTRA) : roles;
    }

    private Probed<DnsAnswer> attempt(String server, Line when, Line said) {
        String status = said.value(3);
        Optional<Failure> failure = switch (status) {
            case "timeout" -> Optional.of(Failure.of(Failure.Kind.TIMEOUT, server + " gave no answer in time."));
            case "refused" -> Optional.of(Failure.of(Failure.Kind.REFUSED, server + " takes no questions: nothing listens there."));
            case "unreachable" -> Optional.of(Failure.of(Failure.Kind.UNREACHABLE, output.host() + " has no route to " + server + "."));
            default -> status.matches("[A-Z]+") ? Optional.empty()
                    : Optional.of(Failure.of(Failure.Kind.GARBAGE, server + " gave an answer that could not be read."));
        };
        DnsAnswer answer = answer(status, said.from(4));
        Evidence evidence = voice.evidence("A and AAAA " + hostname + " at " + server, failure.map(Failure::said).orElseGet(() -> Compact.text(answer)),
                when.number(0), when.number(1), CommandLine.of("nslookup", hostname, server));
        return failure.<Probed<DnsAnswer>>map(why -> Probed.failed(why, evidence)).orElseGet(() -> Probed.seen(answer, evidence));
    }

    /** A record is {@code owner,ttl,type,data}; one without an owner belongs to the alias before. */
    private DnsAnswer answer(String status, List<String> records) {
        List<DnsAnswer.Alias> aliases = new ArrayList<>();
        List<DnsAnswer.Address> addresses = new ArrayList<>();
        for (String text : records) {
            String[] parts = text.split(",", 4);
            if (parts.length == 4 && parts[1].matches("\\d{1,10}")) {
                long ttl = Long.parseLong(parts[1]);
                String owner = !parts[0].isEmpty() ? parts[0] : aliases.isEmpty() ? hostname : aliases.getLast().to();
                switch (parts[2]) {
                    case "CNAME" -> aliases.add(new DnsAnswer.Alias(owner, parts[3], ttl));
                    case "A", "AAAA" -> Ip.parse(parts[3]).ifPresent(ip -> addresses.add(new DnsAnswer.Address(ip, ttl)));
                    default -> { }
                }
            }
        }
        return new DnsAnswer(status, aliases, addresses, false);
    }
}
