package linkdoctor.facts.dns;

import linkdoctor.facts.Evidence;
import linkdoctor.facts.Probed;

import java.util.List;

/** What one server said when asked several times. An attempt that failed says why. */
public record Lookup(DnsServer server, List<Probed<DnsAnswer>> attempts) {
    public Lookup {
        attempts = List.copyOf(attempts);
    }

    /** The answers that came. */
    public List<DnsAnswer> answers() {
        return attempts.stream().flatMap(attempt -> attempt.known().stream()).toList();
    }

    /** Everything asked of this server. */
    public List<Evidence> evidence() {
        return attempts.stream().flatMap(attempt -> attempt.evidence().stream()).toList();
    }
}
