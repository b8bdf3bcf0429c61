package linkdoctor.check.healthstatus;

import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

import linkdoctor.check.seen.Arrival;
import linkdoctor.check.Given;
import linkdoctor.check.Outcome;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.https.LiveRequest;
import linkdoctor.facts.https.NetworkInfo;

/** What the checks of this section begin with: an application's request for /healthstatus by the vault's name. */
final class ByName {
    private static final Set<String> KNOWN = Set.of("PrivateLink", "Subnet", "Ipv4", "Ipv6");

    private ByName() {
    }

    static Outcome the(Snapshot facts, Function<LiveRequest, Outcome> judge) {
        // The failure of the name is told where names are judged.
        boolean unresolved = facts.byName().trouble()
                .filter(failure -> failure.kind() != Failure.Kind.CANCELLED && failure.kind() != Failure.Kind.UNSUPPORTED)
                .filter(failure -> facts.systemResolution().trouble().filter(failure::equals).isPresent()).isPresent();
        return unresolved ? Outcome.skipped("The name does not resolve on this machine, so no request by name was sent.")
                : Given.the(facts.byName(), live -> judge.apply(live).because(live.tcp(), live.tls(), live.answer()));
    }

    /** Judges what the header says; without one there is nothing to judge. */
    static Outcome info(Snapshot facts, BiFunction<LiveRequest, NetworkInfo, Outcome> judge) {
        return the(facts, live -> Arrival.info(live).map(info -> judge.apply(live, info))
                .orElseGet(() -> Outcome.skipped("Key Vault did not say how a request by name reached it.")));
    }

    /** "10.1.1.5 (fabrikam.vault.azure.net)", or the proxy's way. */
    static String to(LiveRequest live) {
        return live.proxy().map(proxy -> live.host() + " through proxy " + proxy)
                .or(() -> live.connected().map(ip -> ip + " (" + live.host() + ")")).orElse(live.host());
    }

    /** "from 10.1.0.4 over private endpoint pe-fabrikam", as the service reported it. */
    static String seen(NetworkInfo info) {
        String from = info.source().map(ip -> "from " + ip).orElse("from an address it does not name");
        String over = info.privateEndpoint().map(ResourceId::name).map(name -> " over private endpoint " + name)
                .or(() -> info.connectionType().map(type -> KNOWN.contains(type) ? " (connection type " + type + ")"
                        : " with connection type " + type + " (as reported by the service)"))
                .orElse("");
        return from + over;
    }

    /** "At 2026-03-02T09:00:00Z ", when the answer came. */
    static String at(LiveRequest live) {
        Optional<Evidence> last = Optional.of(live.answer().evidence()).filter(list -> !list.isEmpty()).map(List::getLast);
        return last.map(one -> "At " + DateTimeFormatter.ISO_INSTANT.format(one.at().truncatedTo(ChronoUnit.SECONDS)) + " ").orElse("");
    }
}
