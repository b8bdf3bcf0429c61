package linkdoctor.check.zone;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import linkdoctor.check.seen.Reach;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.VirtualNetwork;

/**
 * The virtual networks from which this client's questions reach Azure DNS, for a private zone answers only networks it
 * is linked to: the client's own when it asks Azure DNS, else those in which its DNS servers stand.
 *
 * @param networks    these networks; the endpoints' when nothing better is known
 * @param others      networks that may ask in their stead when {@code certain} is false
 * @param certain     whether the questions are known to come from {@code networks}
 * @param direct      whether this machine asks Azure DNS itself and no other server
 */
public record AskedIn(List<ResourceId> networks, List<ResourceId> others, boolean certain, boolean direct) {
    public AskedIn {
        networks = List.copyOf(networks);
        others = List.copyOf(others);
    }

    public static AskedIn of(Snapshot facts, Reach reach) {
        List<ResourceId> mine = mine(facts, reach);
        List<Ip> resolvers = resolvers(facts);
        if (mine.isEmpty()) {
            return outside(facts, resolvers);
        }
        List<Ip> configured = mine.stream().flatMap(id -> Reach.network(facts, id).stream())
                .flatMap(one -> one.dnsServers().isEmpty() ? Stream.of(Ip.AZURE_DNS) : one.dnsServers().stream()).distinct().toList();
        // Which servers a stub on this machine asks cannot be told.
        boolean stub = facts.resolvers().known().orElse(List.of()).stream().anyMatch(Ip::loopback);
        boolean direct = !stub && (resolvers.isEmpty() ? configured : resolvers).stream().allMatch(Ip.AZURE_DNS::equals);
        // A public resolver stands in no network: what the network itself is set to then tells where to look.
        for (List<Ip> servers : List.of(resolvers, configured)) {
            List<ResourceId> holding = holding(facts, mine, servers);
            if (!holding.isEmpty()) {
                boolean elsewhere = servers.stream().anyMatch(ip -> !ip.publicAddress() && holders(facts, mine, ip).isEmpty());
                return new AskedIn(holding, List.of(), (mine.size() == 1 || !direct) && !elsewhere, direct);
            }
        }
        // Servers outside every network that could be read: they may forward to any network.
        return new AskedIn(mine, everywhere(facts), false, false);
    }

    /** The client's network: by its interface even where the network itself cannot be read. */
    private static List<ResourceId> mine(Snapshot facts, Reach reach) {
        Optional<ResourceId> bySubnet = facts.clientSubnet().known().map(ResourceId::parent);
        return bySubnet.map(List::of).orElseGet(() -> reach.client().known().orElse(List.of()).stream().map(VirtualNetwork::id).toList());
    }

    private static AskedIn outside(Snapshot facts, List<Ip> resolvers) {
        List<ResourceId> endpoints = networksOfEndpoints(facts);
        List<Ip> inAzure = resolvers.stream().filter(ip -> !ip.equals(Ip.AZURE_DNS)).toList();
        List<ResourceId> holding = holding(facts, List.of(), inAzure);
        List<ResourceId> peers = endpoints.stream().flatMap(id -> Reach.network(facts, id).stream())
                .flatMap(one -> one.peerings().stream()).map(VirtualNetwork.Peering::remote).toList();
        return holding.isEmpty() ? new AskedIn(endpoints, peers, false, false)
                : new AskedIn(holding, Stream.concat(endpoints.stream(), peers.stream()).toList(), false, false);
    }

    private static List<ResourceId> networksOfEndpoints(Snapshot facts) {
        return facts.endpoints().values().stream().flatMap(one -> one.known().stream()).map(PrivateEndpoint::network)
                .distinct().sorted(Comparator.comparing(ResourceId::text)).toList();
    }

    private static List<ResourceId> everywhere(Snapshot facts) {
        return facts.zones().known().map(Listing::items).orElse(List.of()).stream()
                .flatMap(zone -> Zones.links(zone).stream()).map(link -> link.network()).distinct().toList();
    }

    /** A stub on this machine is no server to look for. */
    private static List<Ip> resolvers(Snapshot facts) {
        return facts.resolvers().known().orElse(List.of()).stream().filter(ip -> !ip.loopback()).toList();
    }

    private static List<ResourceId> holding(Snapshot facts, List<ResourceId> mine, List<Ip> servers) {
        Set<ResourceId> holding = new LinkedHashSet<>();
        servers.forEach(ip -> holding.addAll(holders(facts, mine, ip)));
        return List.copyOf(holding);
    }

    /** The network a DNS server stands in. Ranges may overlap: the client's own networks go first, then their peers. */
    private static List<ResourceId> holders(Snapshot facts, List<ResourceId> mine, Ip server) {
        if (server.equals(Ip.AZURE_DNS)) {
            return mine;
        }
        List<VirtualNetwork> all = facts.networks().known().map(Listing::items).orElse(List.of()).stream()
                .filter(one -> one.contains(server)).sorted(Comparator.comparing(one -> one.id().text())).toList();
        return Stream.<java.util.function.Predicate<VirtualNetwork>>of(one -> mine.contains(one.id()),
                        one -> one.peerings().stream().anyMatch(peering -> mine.contains(peering.remote())), one -> true)
                .map(near -> all.stream().filter(near).findFirst()).flatMap(Optional::stream).findFirst()
                .map(VirtualNetwork::id).stream().toList();
    }
}
