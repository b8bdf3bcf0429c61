package linkdoctor.check.callers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import linkdoctor.check.callers.Caller.Role;
import linkdoctor.check.outside.OutsideCaller;
import linkdoctor.check.outside.TrustedServices;
import linkdoctor.check.seen.Arrival;
import linkdoctor.check.seen.Presence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Connection;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.Vault;
import linkdoctor.facts.host.Client;
import linkdoctor.facts.https.DataPlaneRead;
import linkdoctor.facts.https.LiveRequest;
import linkdoctor.facts.https.NetworkInfo;

/** The callers that the facts speak of, in the order to tell them. */
final class Roll {
    /** More rules are told together: they are all alike. */
    private static final int MOST = 6;
    private final Snapshot facts;

    Roll(Snapshot facts) {
        this.facts = facts;
    }

    List<Caller> all() {
        List<Caller> all = new ArrayList<>();
        all.add(client());
        all.addAll(endpoints());
        Optional<Vault.NetworkRules> rules = Presence.vault(facts).known().flatMap(Vault::rules);
        all.addAll(few(rules.map(Vault.NetworkRules::ipRules).orElse(List.of()).stream().distinct().sorted()
                .map(range -> Caller.of(Role.RANGE, range, "an address rule", new Way.Address(range))).toList(), "address rules"));
        all.addAll(few(rules.map(Vault.NetworkRules::subnets).orElse(List.of()).stream().distinct().sorted(Comparator.comparing(ResourceId::text))
                .map(subnet -> Caller.of(Role.SUBNET, "Subnet " + subnet.name(), "of " + subnet.parent().name() + ", a subnet rule",
                        new Way.ServiceEndpoint(subnet))).toList(), "subnet rules"));
        all.add(Caller.of(Role.SERVICE, "A trusted service", "one of the " + TrustedServices.LISTED.services().size() + " that Microsoft lists",
                new Way.Trusted(Optional.empty())));
        all.add(Caller.of(Role.PUBLIC, "Another public address", "which no rule names", new Way.Elsewhere()));
        return all;
    }

    private static List<Caller> few(List<Caller> callers, String what) {
        if (callers.size() <= MOST) {
            return callers;
        }
        List<Caller> few = new ArrayList<>(callers.subList(0, MOST - 1));
        Caller next = callers.get(MOST - 1);
        few.add(Caller.of(next.role(), (callers.size() - MOST + 1) + " more " + what, "the first is " + next.name(), next.way()));
        return few;
    }

    /** This machine, by the way on which the service itself saw it come. */
    private Caller client() {
        Optional<OutsideCaller> kind = facts.client().known().map(one -> one.platform().kind()).flatMap(OutsideCaller::of);
        String where = facts.client().known().map(Client::platform).map(Client.Platform::kind).filter(one -> one != Client.Kind.MACHINE).flatMap(OutsideCaller::of)
                .map(OutsideCaller::name).orElse("");
        Optional<NetworkInfo> header = header();
        String seen = header.flatMap(NetworkInfo::source).map(ip -> "seen as " + ip)
                .or(() -> facts.client().known().flatMap(one -> one.addresses().stream().filter(Ip::v4).findFirst()).map(ip -> "at " + ip)).orElse("");
        return new Caller(Role.THIS_CLIENT, "This client", where.isEmpty() || seen.isEmpty() ? where + seen : where + ", " + seen, way(header), kind);
    }

    /** The authenticated request speaks first, for its answer is what the other gates are judged by. */
    Optional<NetworkInfo> header() {
        return facts.dataPlane().known().flatMap(DataPlaneRead::networkInfo).or(() -> facts.byName().known().flatMap(Arrival::info));
    }

    private Way way(Optional<NetworkInfo> header) {
        Optional<Ip> connected = facts.byName().known().flatMap(LiveRequest::connected);
        return header.map(info -> switch (Arrival.of(facts, info, connected)) {
            case PRIVATE_LINK, PRIVATE -> new Way.Link(connection(info));
            case SERVICE_ENDPOINT -> Optional.ofNullable(info.fields().get("subnet")).flatMap(ResourceId::parse).<Way>map(Way.ServiceEndpoint::new)
                    .orElseGet(() -> new Way.Unseen("It comes over a service endpoint of a subnet that the service does not name."));
            case PUBLIC -> info.source().<Way>map(ip -> new Way.Address(ip.toString())).orElseGet(Way.Elsewhere::new);
            case UNTOLD -> new Way.Unseen("The service does not say which way the request came.");
        }).orElseGet(() -> new Way.Unseen("No request of this client was answered by the vault, so its way was not seen."));
    }

    private Optional<Connection> connection(NetworkInfo info) {
        List<Connection> all = facts.connections().known().orElse(List.of());
        List<Connection> effective = all.stream().filter(Connection::effective).toList();
        return info.privateEndpoint().flatMap(id -> all.stream().filter(one -> one.endpoint().filter(id::equals).isPresent()).findFirst())
                .or(() -> info.privateEndpoint().isEmpty() && effective.size() == 1 ? Optional.of(effective.getFirst()) : Optional.empty());
    }

    private List<Caller> endpoints() {
        return switch (facts.connections()) {
            case Probed.Seen<List<Connection>>(List<Connection> all, var evidence) -> all.stream()
                    .sorted(Comparator.comparing(Connection::effective).reversed().thenComparing(one -> one.id().text())).map(this::endpoint).toList();
            case Probed.Failed<List<Connection>>(Failure failure, var evidence) -> List.of(Caller.of(Role.ENDPOINT, "A private endpoint's network",
                    "as far as there is one", new Way.Link(Optional.empty())));
            case Probed.NotTried<List<Connection>>(String why) -> List.of();
        };
    }

    private Caller endpoint(Connection connection) {
        ResourceId named = connection.endpoint().orElse(connection.id());
        Optional<PrivateEndpoint> endpoint = connection.endpoint().flatMap(id -> Optional.ofNullable(facts.endpoints().get(id))).flatMap(Probed::known);
        return Caller.of(Role.ENDPOINT, endpoint.map(one -> "Network " + one.network().name()).orElse("Network of " + named.name()),
                "over " + named.name(), new Way.Link(Optional.of(connection)));
    }
}
