package linkdoctor.check.seen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Connection;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.VirtualNetwork;
import linkdoctor.facts.host.Client;
import linkdoctor.facts.host.Imds;

/**
 * Where this client stands towards the vault's endpoints: what most checks compare with.
 *
 * @param client    the virtual networks that hold this machine: normally one, none when it is outside Azure,
 *                  several when address ranges overlap and nothing tells them apart
 * @param effective the endpoints whose connection is approved and provisioned
 * @param usable    those of them in a network this client is in or that is peered with it, and those that answered
 *                  it over private link; all of them when that cannot be told or there is none
 * @param expected  the addresses that the vault's name should resolve to from here
 * @param allRead   whether every effective endpoint could be read: only then is another address wrong for certain
 */
public record Reach(Probed<List<VirtualNetwork>> client, Probed<List<PrivateEndpoint>> effective,
                    Probed<List<PrivateEndpoint>> usable, Probed<List<Ip>> expected, boolean allRead) {

    public static Reach of(Snapshot facts) {
        Probed<List<VirtualNetwork>> client = client(facts);
        Probed<List<PrivateEndpoint>> effective = effective(facts);
        Probed<List<PrivateEndpoint>> usable = effective.map(endpoints -> {
            List<PrivateEndpoint> near = endpoints.stream().filter(one -> reachable(client, one.network())
                    || answered(facts, one)).toList();
            return near.isEmpty() ? endpoints : near;
        });
        return new Reach(client, effective, usable, expected(facts, usable), allRead(facts));
    }

    /** Whether the network is one of the client's or directly peered with one. */
    public static boolean reachable(Probed<List<VirtualNetwork>> client, ResourceId network) {
        return client.known().orElse(List.of()).stream().anyMatch(mine -> mine.id().equals(network)
                || mine.peerings().stream().anyMatch(p -> p.connected() && p.remote().equals(network)));
    }

    /** Whether the endpoint took a request of this client: there are more ways to a network than peering. */
    private static boolean answered(Snapshot facts, PrivateEndpoint endpoint) {
        return endpoint.addresses().stream().flatMap(ip -> Stream.ofNullable(facts.byAddress().get(ip)))
                .flatMap(live -> live.answer().known().stream()).flatMap(answer -> answer.networkInfo().stream())
                .flatMap(info -> info.privateEndpoint().stream()).anyMatch(endpoint.id()::equals);
    }

    /** The network with this id, where it could be read. */
    public static Optional<VirtualNetwork> network(Snapshot facts, ResourceId id) {
        return networks(facts).filter(one -> one.id().equals(id)).findFirst();
    }

    /** Whether the address lies in a virtual network that holds one of the vault's endpoints. */
    public static boolean insideEndpointNetwork(Snapshot facts, Ip ip) {
        return facts.endpoints().values().stream().flatMap(one -> one.known().stream())
                .flatMap(one -> network(facts, one.network()).stream()).anyMatch(network -> network.contains(ip));
    }

    private static Stream<VirtualNetwork> networks(Snapshot facts) {
        return facts.networks().known().map(Listing::items).orElse(List.of()).stream();
    }

    private static Probed<List<VirtualNetwork>> client(Snapshot facts) {
        List<Evidence> evidence = new ArrayList<>(facts.client().evidence());
        evidence.addAll(facts.networks().evidence());
        Optional<ResourceId> bySubnet = facts.clientSubnet().known().map(ResourceId::parent);
        if (bySubnet.isPresent()) {
            evidence.addAll(facts.clientSubnet().evidence());
            return network(facts, bySubnet.get()).<Probed<List<VirtualNetwork>>>map(one -> Probed.seen(List.of(one), evidence))
                    .orElseGet(() -> new Probed.Failed<>(new Failure(Failure.Kind.DENIED, "This machine stands in network "
                            + bySubnet.get().name() + ", which cannot be read.", "Microsoft.Network/virtualNetworks/read on subscription "
                            + bySubnet.get().subscription()), evidence));
        }
        return switch (facts.networks()) {
            case Probed.Failed<Listing<VirtualNetwork>>(Failure failure, var from) -> new Probed.Failed<>(failure, from);
            case Probed.NotTried<Listing<VirtualNetwork>>(String why) -> Probed.notTried(why);
            case Probed.Seen<Listing<VirtualNetwork>>(Listing<VirtualNetwork> listing, var from) -> {
                List<VirtualNetwork> mine = byAddress(facts, listing.items());
                yield mine.isEmpty() && !listing.complete()
                        ? new Probed.Failed<>(listing.gaps().getFirst().failure(), evidence)
                        : Probed.seen(mine, evidence);
            }
        };
    }

    private static List<VirtualNetwork> byAddress(Snapshot facts, List<VirtualNetwork> networks) {
        List<Ip> mine = facts.client().known().map(Client::addresses).orElse(List.of());
        List<VirtualNetwork> holding = networks.stream().filter(one -> mine.stream().anyMatch(one::contains)).toList();
        if (holding.size() < 2) {
            return holding;
        }
        // Overlapping ranges: a subnet that holds the address, then one that IMDS names, tells them apart.
        List<VirtualNetwork> bySubnet = narrow(holding, one -> one.subnets().stream()
                .anyMatch(subnet -> subnet.prefixes().stream().anyMatch(p -> mine.stream().anyMatch(p::contains))));
        List<linkdoctor.facts.Prefix> named = facts.imds().known().map(Imds::nics).orElse(List.of()).stream()
                .flatMap(nic -> nic.subnets().stream()).toList();
        return narrow(bySubnet, one -> one.subnets().stream()
                .anyMatch(subnet -> subnet.prefixes().stream().anyMatch(named::contains)));
    }

    private static List<VirtualNetwork> narrow(List<VirtualNetwork> from, java.util.function.Predicate<VirtualNetwork> by) {
        List<VirtualNetwork> narrower = from.stream().filter(by).toList();
        return narrower.isEmpty() ? from : narrower;
    }

    private static Probed<List<PrivateEndpoint>> effective(Snapshot facts) {
        return switch (facts.connections()) {
            case Probed.Failed<List<Connection>>(Failure failure, var evidence) -> new Probed.Failed<>(failure, evidence);
            case Probed.NotTried<List<Connection>>(String why) -> Probed.notTried(why);
            case Probed.Seen<List<Connection>>(List<Connection> connections, var evidence) -> {
                List<Probed<PrivateEndpoint>> endpoints = connections.stream().filter(Connection::effective)
                        .flatMap(one -> one.endpoint().stream()).flatMap(id -> endpoint(facts, id)).toList();
                List<Evidence> all = Stream.concat(evidence.stream(),
                        endpoints.stream().flatMap(one -> one.evidence().stream())).toList();
                List<PrivateEndpoint> read = endpoints.stream().flatMap(one -> one.known().stream()).toList();
                Optional<Failure> failure = endpoints.stream().flatMap(one -> one.trouble().stream()).findFirst();
                yield !read.isEmpty() ? Probed.seen(read, all)
                        : failure.isPresent() ? new Probed.Failed<>(failure.get(), all)
                        : Probed.notTried("No connection is approved, so there is no endpoint to look at.");
            }
        };
    }

    private static Stream<Probed<PrivateEndpoint>> endpoint(Snapshot facts, ResourceId id) {
        return Stream.ofNullable(facts.endpoints().get(id));
    }

    private static boolean allRead(Snapshot facts) {
        return facts.connections().known().stream().flatMap(List::stream).filter(Connection::effective)
                .allMatch(one -> one.endpoint().map(facts.endpoints()::get).flatMap(Probed::known).isPresent())
                && facts.connections().known().isPresent();
    }

    private static Probed<List<Ip>> expected(Snapshot facts, Probed<List<PrivateEndpoint>> usable) {
        List<Ip> given = facts.target().endpointIp().stream().toList();
        Probed<List<Ip>> read = usable.map(endpoints -> Stream.concat(given.stream(),
                endpoints.stream().flatMap(one -> one.addresses().stream())).distinct().toList());
        if (read.known().isEmpty() && !given.isEmpty()) {
            return Probed.seen(given, read.evidence());
        }
        return read.known().filter(List::isEmpty).isEmpty() ? read
                : new Probed.Failed<>(usable.known().stream().flatMap(List::stream).flatMap(one -> one.nicAddresses().trouble().stream()).findFirst()
                        .orElse(Failure.of(Failure.Kind.NOT_FOUND, "The endpoint shows no private address.")), read.evidence());
    }
}
