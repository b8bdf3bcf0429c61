package linkdoctor.check.verdict;

import java.time.Duration;
import java.util.Optional;

import linkdoctor.facts.Evidence;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Words;
import linkdoctor.facts.https.LiveRequest;
import linkdoctor.facts.https.NetworkInfo;

/** The live request that proves the path: which address, which endpoint the service itself named, how long it took. */
final class Proof {
    private Proof() {
    }

    static Optional<String> of(Snapshot facts) {
        return facts.byName().known().flatMap(request -> request.answer().known().map(answer -> of(request, answer)));
    }

    private static String of(LiveRequest request, LiveRequest.Answer answer) {
        Duration took = request.answer().evidence().stream().map(Evidence::took).reduce(Duration.ZERO, Duration::plus);
        String to = request.connected().map(ip -> " at " + ip).or(() -> request.proxy().map(proxy -> " through the proxy " + proxy)).orElse("");
        Optional<NetworkInfo> info = answer.networkInfo();
        String by = info.flatMap(NetworkInfo::privateEndpoint).map(id -> ", and Key Vault says it came over the private endpoint " + id.name()).orElse("");
        String from = info.flatMap(NetworkInfo::source).map(ip -> by.isEmpty() ? ", and Key Vault saw it come from " + ip : " from " + ip).orElse("");
        return "A request to " + request.host() + to + " was answered in " + Words.took(took) + by + from + ".";
    }
}
