package linkdoctor.check.seen;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import linkdoctor.check.seen.Reach;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Connection;
import linkdoctor.facts.https.Challenge;
import linkdoctor.facts.https.DataPlaneRead;
import linkdoctor.facts.https.LiveRequest;
import linkdoctor.facts.https.NetworkInfo;

/**
 * Live proof that requests of this machine can travel over the vault's private link, whatever the settings look like.
 *
 * @param said a clause that tells how it is known
 */
public record LinkProof(String said, List<Evidence> evidence) {

    public static Optional<LinkProof> of(Snapshot facts) {
        Map<Ip, LiveRequest> byAddress = new TreeMap<>(facts.byAddress());
        return Stream.of(
                live(facts, facts.byName()), live(facts, facts.direct()),
                byAddress.values().stream().flatMap(request -> request(facts, request).stream()).findFirst(),
                header(facts, facts.challenge(), Challenge::networkInfo),
                header(facts, facts.dataPlane(), DataPlaneRead::networkInfo)).flatMap(Optional::stream).findFirst();
    }

    /** Proof that a request by the vault's name does, as an application on this machine would send it. */
    public static Optional<LinkProof> byName(Snapshot facts) {
        return Stream.of(live(facts, facts.byName()), header(facts, facts.challenge(), Challenge::networkInfo),
                header(facts, facts.dataPlane(), DataPlaneRead::networkInfo)).flatMap(Optional::stream).findFirst();
    }

    /** Whether a TCP connection to an endpoint's address stands: weaker than proof, as a firewall in between may answer too. */
    public static boolean connects(Snapshot facts, List<Ip> addresses) {
        return addresses.stream().flatMap(ip -> Stream.ofNullable(facts.byAddress().get(ip)))
                .anyMatch(request -> request.tcp().known().isPresent());
    }

    private static Optional<LinkProof> live(Snapshot facts, Probed<LiveRequest> fact) {
        return fact.known().flatMap(request -> request(facts, request));
    }

    private static Optional<LinkProof> request(Snapshot facts, LiveRequest request) {
        return request.answer().known().flatMap(answer -> answer.networkInfo())
                .filter(info -> privateLink(facts, info) || oldForm(facts, info, request))
                .map(info -> new LinkProof("the service reports that a request arrived over private link",
                        request.answer().evidence()));
    }

    private static <T> Optional<LinkProof> header(Snapshot facts, Probed<T> fact,
                                                  java.util.function.Function<T, Optional<NetworkInfo>> info) {
        return fact.known().flatMap(info).filter(header -> privateLink(facts, header))
                .map(header -> new LinkProof("the service reports that a request arrived over private link", fact.evidence()));
    }

    /** Another vault's endpoint would be named here too, when the name leads there. */
    private static boolean privateLink(Snapshot facts, NetworkInfo info) {
        boolean ours = info.privateEndpoint().isEmpty() || facts.connections().known().isEmpty()
                || endpoints(facts).anyMatch(info.privateEndpoint().get()::equals);
        return ours && info.connectionType().filter("PrivateLink"::equalsIgnoreCase).isPresent();
    }

    private static Stream<ResourceId> endpoints(Snapshot facts) {
        return facts.connections().known().stream().flatMap(List::stream).map(Connection::endpoint).flatMap(Optional::stream);
    }

    /** The header's old form has no connection type: then an answer from the endpoint's own address tells. */
    private static boolean oldForm(Snapshot facts, NetworkInfo info, LiveRequest request) {
        Stream<Ip> known = Stream.concat(facts.target().endpointIp().stream(), facts.endpoints().values().stream()
                .flatMap(one -> one.known().stream()).flatMap(one -> one.addresses().stream()));
        return info.connectionType().isEmpty() && info.source().isPresent()
                && request.connected().filter(ip -> known.anyMatch(ip::equals)).isPresent();
    }
}
