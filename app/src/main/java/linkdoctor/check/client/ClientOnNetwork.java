package linkdoctor.check.client;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Reach;
import linkdoctor.check.seen.LinkProof;
import linkdoctor.facts.Ip;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.VirtualNetwork;
import linkdoctor.facts.host.Client;
import linkdoctor.remedy.Remedy;

/** Guide section 1: only a machine connected to the endpoint's network can use it. */
public final class ClientOnNetwork implements Check {
    private static final Finding OUTSIDE = Finding.warn("client.outside-vnet",
            "This machine has no address in the endpoint's network or a peer of it",
            "A private link carries requests only from machines connected to the endpoint's network; from elsewhere the vault "
                    + "is reached over the Internet or not at all. The machine may be one on the Internet, in another network, or "
                    + "in an office whose VPN or ExpressRoute does not lead there.", Links.DIAGNOSTICS);
    private static final String NETWORKS_READ = "Microsoft.Network/virtualNetworks/read";

    /** How an endpoint's network stands to this machine. */
    private enum Standing { INSIDE, OUTSIDE, UNREAD }

    @Override
    public String id() {
        return "client.on-network";
    }

    @Override
    public String title() {
        return "This machine is on the endpoint's network";
    }

    @Override
    public List<Finding> findings() {
        return List.of(OUTSIDE);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        Reach reach = Reach.of(facts);
        return Given.the(facts.client(), reach.effective(), (client, endpoints) -> {
            if (!Reach.ofCustomer(client.platform())) {
                return Outcome.skipped("This is a machine of Microsoft's own, whose address tells nothing of your networks.");
            }
            Outcome byAddress = byAddress(facts, reach, client, endpoints).because(facts.networks(), facts.clientSubnet());
            // A machine outside may still have a way in: a gateway, or a network address translation on the way.
            return LinkProof.of(facts).map(proof -> (switch (byAddress) {
                case Outcome.Problem problem -> Outcome.problem(OUTSIDE, problem.said() + " Yet " + proof.said() + ".",
                        Remedy.byHand("Keep the way that this machine has into the endpoint's network", "Nothing needs to be done while it works; "
                                + "a machine of another kind may have no such way.")).because(problem.evidence());
                case Outcome.Unknown unknown -> Outcome.pass("This machine reaches the endpoint: " + proof.said() + ".");
                case Outcome.Pass pass -> pass;
                case Outcome.Skipped skipped -> skipped;
            }).because(proof.evidence())).orElse(byAddress);
        });
    }

    private static Outcome byAddress(Snapshot facts, Reach reach, Client client, List<PrivateEndpoint> endpoints) {
        String mine = client.addresses().stream().sorted().map(Ip::toString).collect(Collectors.joining(", "));
        Optional<PrivateEndpoint> near = first(facts, client, endpoints, Standing.INSIDE);
        if (near.isPresent()) {
            return Outcome.pass("This machine, " + mine + ", is in " + near.get().network().name() + " or a peer of it.");
        }
        if (!reach.allRead()) {
            return Outcome.unknown("Not every endpoint of the vault can be read, so this machine may be in a network of theirs.",
                    "Microsoft.Network/privateEndpoints/read on the endpoint's subscription");
        }
        Optional<PrivateEndpoint> unread = first(facts, client, endpoints, Standing.UNREAD);
        if (client.addresses().isEmpty() || unread.isPresent() || facts.networks().known().isEmpty()) {
            return facts.networks().trouble().map(Outcome::unknown).orElseGet(() -> unread.isEmpty()
                    ? Outcome.unknown("No address of this machine is known.", "")
                    : Outcome.unknown("Network " + unread.get().network().name() + " of endpoint " + unread.get().id().name()
                            + " and its peers cannot all be read.", NETWORKS_READ + " on subscription " + unread.get().network().subscription()));
        }
        String networks = endpoints.stream().map(one -> one.network().name()).sorted().distinct().collect(Collectors.joining(", "));
        return Outcome.problem(OUTSIDE, "This machine, " + mine + ", is neither in " + networks + " nor in a peer of it.",
                Remedy.byHand("Look from a machine on " + networks,
                        "Run Link Doctor on a machine in " + networks + " or in a network peered with it.",
                        "Or connect this machine's network to it by peering, VPN or ExpressRoute, and forward its DNS questions there."));
    }

    private static Optional<PrivateEndpoint> first(Snapshot facts, Client client, List<PrivateEndpoint> endpoints, Standing standing) {
        return endpoints.stream().filter(one -> standing(facts, client, one.network()) == standing).findFirst();
    }

    /** Whether a peering is connected is another check's question: here the address alone counts. */
    private static Standing standing(Snapshot facts, Client client, ResourceId network) {
        Optional<ResourceId> home = facts.clientSubnet().known().map(ResourceId::parent);
        if (home.filter(network::equals).isPresent()) {
            return Standing.INSIDE;
        }
        Optional<VirtualNetwork> endpoints = Reach.network(facts, network);
        if (endpoints.isEmpty()) {
            return Standing.UNREAD;
        }
        List<VirtualNetwork.Peering> peerings = endpoints.get().peerings();
        if (home.isPresent()) {
            return peerings.stream().anyMatch(one -> one.remote().equals(home.get())) ? Standing.INSIDE : Standing.OUTSIDE;
        }
        if (holds(client, endpoints.get()) || peerings.stream().anyMatch(one -> holds(facts, client, one))) {
            return Standing.INSIDE;
        }
        boolean blind = peerings.stream().anyMatch(one -> one.remotePrefixes().isEmpty() && Reach.network(facts, one.remote()).isEmpty());
        return blind ? Standing.UNREAD : Standing.OUTSIDE;
    }

    private static boolean holds(Client client, VirtualNetwork network) {
        return client.addresses().stream().anyMatch(network::contains);
    }

    private static boolean holds(Snapshot facts, Client client, VirtualNetwork.Peering peering) {
        return client.addresses().stream().anyMatch(ip -> peering.remotePrefixes().stream().anyMatch(prefix -> prefix.contains(ip)))
                || Reach.network(facts, peering.remote()).filter(network -> holds(client, network)).isPresent();
    }
}
