package linkdoctor.check.seen;

import java.util.Optional;

import linkdoctor.facts.Ip;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.https.LiveRequest;
import linkdoctor.facts.https.NetworkInfo;

/** The way by which Key Vault says a request reached it (guide section 7, the header x-ms-keyvault-network-info). */
public enum Arrival {
    /** Over a private endpoint. */
    PRIVATE_LINK,
    /** From a private address; the header's old form does not tell a private endpoint from a service endpoint. */
    PRIVATE,
    /** Over a service endpoint of a subnet. */
    SERVICE_ENDPOINT,
    /** From the Internet. */
    PUBLIC,
    /** The header says neither. */
    UNTOLD;

    /** Whether this is what private link looks like. */
    public boolean overPrivateLink() {
        return this == PRIVATE_LINK || this == PRIVATE;
    }

    /** How the request arrived; empty when it was not answered or the header is missing. */
    public static Optional<Arrival> of(Snapshot facts, LiveRequest request) {
        return info(request).map(info -> of(facts, info, request.connected()));
    }

    /** How an application's request by name arrived. */
    public static Optional<Arrival> byName(Snapshot facts) {
        return facts.byName().known().flatMap(request -> of(facts, request));
    }

    public static Optional<NetworkInfo> info(LiveRequest request) {
        return request.answer().known().flatMap(LiveRequest.Answer::networkInfo);
    }

    /**
     * @param connected the address that the request was sent to, where that is known: from a private address to a
     *                  public one goes only over a service endpoint
     */
    public static Arrival of(Snapshot facts, NetworkInfo info, Optional<Ip> connected) {
        String type = info.connectionType().orElse("");
        if (type.equalsIgnoreCase("PrivateLink") || info.privateEndpoint().isPresent()) {
            return PRIVATE_LINK;
        }
        if (type.equalsIgnoreCase("Subnet") || info.fields().containsKey("subnet")) {
            return SERVICE_ENDPOINT;
        }
        if (type.equalsIgnoreCase("Ipv4") || type.equalsIgnoreCase("Ipv6")) {
            return PUBLIC;
        }
        return info.source().map(source -> !inside(facts, source) && !straight(facts, source, connected) ? PUBLIC
                : connected.filter(to -> !inside(facts, to)).isPresent() ? SERVICE_ENDPOINT : PRIVATE).orElse(UNTOLD);
    }

    /** From an address of this machine's own to the endpoint's: nothing public lies between, however the networks are numbered. */
    private static boolean straight(Snapshot facts, Ip source, Optional<Ip> connected) {
        return facts.client().known().filter(client -> client.addresses().contains(source)).isPresent()
                && connected.filter(to -> Reach.of(facts).expected().known().filter(expected -> expected.contains(to)).isPresent()).isPresent();
    }

    /** Whether the address belongs to no public sender: private by its number, or in one of the virtual networks. */
    private static boolean inside(Snapshot facts, Ip ip) {
        return !ip.publicAddress() || Reach.of(facts).expected().known().filter(expected -> expected.contains(ip)).isPresent()
                || facts.networks().known().map(Listing::items).orElse(java.util.List.of()).stream()
                        .anyMatch(network -> network.contains(ip));
    }
}
