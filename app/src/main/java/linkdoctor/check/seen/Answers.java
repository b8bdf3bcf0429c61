package linkdoctor.check.seen;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import linkdoctor.check.seen.Resolution.Kind;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.dns.DnsServer;

/**
 * What an application on this machine gets for the vault's name.
 *
 * @param voices each of this machine's servers, in the order they are asked
 * @param system the operating system's own resolution, unless the hosts file speaks through it
 */
public record Answers(List<Voice> voices, Optional<Voice> system) {
    public Answers {
        voices = List.copyOf(voices);
    }

    public static Answers of(Snapshot facts, Reach reach) {
        var roles = Resolution.clientRoles(facts, reach);
        List<Voice> voices = facts.lookups().stream().filter(lookup -> roles.contains(lookup.server().role()))
                .map(lookup -> Voice.of(facts, reach, lookup)).toList();
        boolean overridden = facts.hosts().known().stream().flatMap(hosts -> hosts.entries().stream())
                .anyMatch(entry -> entry.name().equalsIgnoreCase(facts.target().hostname()));
        return new Answers(voices, overridden ? Optional.empty() : Voice.ofSystem(facts, reach));
    }

    /** What the server with this address said, whatever the reason it was asked for. */
    public static Optional<Voice> of(Snapshot facts, Reach reach, Ip server) {
        return facts.lookups().stream().filter(lookup -> lookup.server().ip().equals(server))
                .map(lookup -> Voice.of(facts, reach, lookup)).findFirst();
    }

    /**
     * The voices that the client is hit by. Where its servers differ, as with those of a VPN beside those of the home
     * router, the system's own resolution tells whether it listens to the right ones. Where no server answered us,
     * it speaks alone.
     */
    public List<Voice> decisive() {
        List<Voice> heard = voices.stream().filter(Voice::answered).toList();
        if (heard.isEmpty()) {
            return system.stream().filter(Voice::answered).toList();
        }
        List<Voice> right = heard.stream().filter(Voice::good).toList();
        boolean steady = heard.stream().allMatch(one -> one.gists().size() == 1);
        return !right.isEmpty() && steady && system.filter(Voice::good).isPresent() ? right : heard;
    }

    /** Whether the name resolves as it should for this client. */
    public boolean good() {
        List<Voice> decisive = decisive();
        return !decisive.isEmpty() && decisive.stream().allMatch(Voice::good);
    }

    /** Those that always answer with this gist. */
    public List<Voice> saying(Kind gist) {
        return decisive().stream().filter(one -> one.always(gist)).toList();
    }

    /** "10.0.0.4 (this machine's) answers 10.1.1.5; 8.8.8.8 …". */
    public static String said(List<Voice> voices) {
        return String.join("; ", voices.stream().map(Voice::said).toList());
    }

    /** The same at the beginning of a sentence. */
    public static String sentence(List<Voice> voices) {
        String said = said(voices);
        return said.isEmpty() ? said : Character.toUpperCase(said.charAt(0)) + said.substring(1);
    }

    public List<Evidence> evidence() {
        return Stream.concat(voices.stream(), decisive().stream()).flatMap(one -> one.evidence().stream()).distinct().toList();
    }
}
