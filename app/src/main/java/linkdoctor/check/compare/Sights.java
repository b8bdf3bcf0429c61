package linkdoctor.check.compare;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import linkdoctor.facts.Failure;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.dns.DnsAnswer;
import linkdoctor.facts.dns.Lookup;
import linkdoctor.facts.host.HostsFile;
import linkdoctor.facts.https.LiveRequest;
import linkdoctor.facts.https.NetworkInfo;
import linkdoctor.facts.https.TlsSeen;
import linkdoctor.facts.https.VaultError;

/** What is seen over the network and on this machine, told in a few words such that the same is told alike. */
final class Sights {
    private Sights() {
    }

    static Optional<Map<String, String>> answers(Snapshot facts) {
        return Optional.of(Aspects.by(facts.lookups(), lookup -> facts.target().hostname() + " at " + lookup.server().label(), Sights::answers));
    }

    private static String answers(Lookup lookup) {
        return lookup.attempts().stream().map(Sights::answer).distinct().sorted().collect(Collectors.joining(" or "));
    }

    private static String answer(Probed<DnsAnswer> attempt) {
        return switch (attempt) {
            case Probed.Seen<DnsAnswer>(DnsAnswer answer, var evidence) -> answer.ips().isEmpty()
                    ? answer.rcode().equals("NOERROR") ? "no address" : answer.rcode() : Aspects.list(answer.ips());
            case Probed.Failed<DnsAnswer>(Failure failure, var evidence) -> "no answer (" + kind(failure) + ")";
            case Probed.NotTried<DnsAnswer> untried -> "not asked";
        };
    }

    /** Where the request by name goes, whose certificate is shown there, and how Key Vault says it came. */
    static Optional<Map<String, String>> request(Snapshot facts) {
        return facts.byName().known().map(request -> {
            Map<String, String> told = new TreeMap<>();
            request.connected().ifPresent(ip -> told.put("Request by name goes to", ip.toString()));
            request.tls().known().flatMap(Sights::certificate).ifPresent(issuer -> told.put("Certificate there", issuer));
            arrival(request).ifPresent(how -> told.put("Request by name as Key Vault sees it", how));
            return told;
        });
    }

    private static Optional<String> certificate(TlsSeen tls) {
        return tls.chain().stream().findFirst().map(own -> "by " + own.issuer() + switch (tls.trust()) {
            case SYSTEM -> ", trusted";
            case EXTRA_ROOT -> ", trusted because of an extra root";
            case NONE -> ", not trusted";
        });
    }

    private static Optional<String> arrival(LiveRequest request) {
        return request.answer().known().map(answer -> "status " + answer.status()
                        + answer.networkInfo().map(info -> info.told().replace(NetworkInfo.HEADER + " says", ",").replace(" ,", ",")).orElse(", without the header"))
                .or(() -> Stream.of(request.tcp(), request.tls(), request.answer()).flatMap(step -> step.trouble().stream()).findFirst()
                        .map(failure -> "not answered: " + failure.said().replaceFirst("[.]+$", "")));
    }

    static Optional<Map<String, String>> networkDns(Snapshot facts) {
        return facts.networks().known().map(listing -> Aspects.by(listing.items(), one -> "DNS servers of " + one.id().name(),
                one -> one.dnsServers().isEmpty() ? "Azure's own" : Aspects.list(one.dnsServers())));
    }

    static String hosts(HostsFile file) {
        return file.entries().isEmpty() ? "no line for the vault"
                : Aspects.list(file.entries().stream().map(entry -> entry.ip() + " " + entry.name()).toList());
    }

    static Optional<String> wayOut(Snapshot facts) {
        return facts.proxies().known().map(List::stream).flatMap(Stream::findFirst)
                .map(route -> route.proxy().map(proxy -> "through the proxy " + proxy).orElse("direct"));
    }

    static Optional<Map<String, String>> peerings(Snapshot facts) {
        return facts.networks().known().filter(Listing::complete).map(listing -> Aspects.by(listing.items().stream()
                .flatMap(network -> network.peerings().stream().map(peering -> Map.entry("Peering " + network.id().name() + " to " + peering.remote().name(),
                        peering.state() + (peering.allowsAccess() ? "" : ", access not allowed")))).toList(), Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Who did not want to sign in has nothing to tell of it. */
    static Optional<String> signIn(Snapshot facts) {
        return switch (facts.identity()) {
            case Probed.Seen<Identity> seen -> Optional.of("done");
            case Probed.Failed<Identity>(Failure failure, var evidence) -> Optional.of("failed (" + kind(failure) + ")");
            case Probed.NotTried<Identity> untried -> Optional.empty();
        };
    }

    static Optional<String> challenge(Snapshot facts) {
        return facts.challenge().known().map(answer -> answer.status() + told(answer.error()));
    }

    static Optional<String> dataPlane(Snapshot facts) {
        return facts.dataPlane().known().map(read -> read.status() + told(read.error()));
    }

    private static String told(Optional<VaultError> error) {
        return error.map(one -> " " + (one.innerCode().isEmpty() ? one.code() : one.innerCode())).orElse("");
    }

    private static String kind(Failure failure) {
        return failure.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
