package linkdoctor.check.connection;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.repair.Peering;
import linkdoctor.check.seen.LinkProof;
import linkdoctor.check.seen.Reach;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Ip;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.VirtualNetwork;
import linkdoctor.remedy.Remedy;
import linkdoctor.remedy.Step;

/** Guide sections 2 and 4: an endpoint serves its own network and those connected to it, no other. */
public final class ConnectionInReach implements Check {
    private static final Finding OTHER = Finding.fail("connection.other-vnet",
            "The vault's endpoints are in networks that this machine cannot reach",
            "An endpoint's address means nothing in a network that is not connected to the endpoint's, so this machine can "
                    + "only take the public way. The endpoint was made for another application's network, or the peering "
                    + "between the two was never made.", Links.DIAGNOSTICS);

    @Override
    public String id() {
        return "connection.in-reach";
    }

    @Override
    public String title() {
        return "An endpoint is in a network that this machine can reach";
    }

    @Override
    public List<Finding> findings() {
        return List.of(OTHER);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        Reach reach = Reach.of(facts);
        return Given.the(reach.effective(), endpoints -> {
            Optional<PrivateEndpoint> near = endpoints.stream().filter(one -> Reach.reachable(reach.client(), one.network())).findFirst();
            if (near.isPresent()) {
                return Outcome.pass(near.get().id().name() + " is in " + near.get().network().name()
                        + ", which this machine is in or peered with.").because(reach.client());
            }
            return LinkProof.of(facts)
                    .map(proof -> Outcome.pass("An endpoint is within reach: " + proof.said() + ".").because(proof.evidence()))
                    .orElseGet(() -> Given.the(reach.client(), homes -> far(facts, reach, endpoints, homes)));
        });
    }

    private static Outcome far(Snapshot facts, Reach reach, List<PrivateEndpoint> endpoints, List<VirtualNetwork> homes) {
        List<Ip> addresses = endpoints.stream().flatMap(one -> one.addresses().stream()).distinct().sorted().toList();
        return far(facts, reach, endpoints, homes, addresses).because(attempts(facts, addresses));
    }

    private static Outcome far(Snapshot facts, Reach reach, List<PrivateEndpoint> endpoints, List<VirtualNetwork> homes, List<Ip> addresses) {
        if (LinkProof.connects(facts, addresses)) {
            return Outcome.pass("An endpoint's address takes TCP connections from here, so a way leads to its network.");
        }
        if (homes.isEmpty()) {
            return Outcome.skipped("This machine is in none of the known networks, so only a live request can tell.");
        }
        // An office may use the numbers of one of the networks: only Azure itself tells that a machine stands in one.
        if (facts.clientSubnet().known().isEmpty() && facts.imds().known().isEmpty()) {
            return Outcome.unknown("This machine has an address like those of " + names(homes)
                    + ", but nothing proves that it stands there.", "the instance metadata service, or Microsoft.Network/networkInterfaces/read");
        }
        if (!reach.allRead()) {
            return Outcome.unknown("An endpoint that cannot be read may be in this machine's network.",
                    "Microsoft.Network/privateEndpoints/read on the endpoint's subscription");
        }
        String home = names(homes);
        String theirs = endpoints.stream().map(one -> one.network().name()).sorted().distinct().collect(Collectors.joining(", "));
        if (addresses.stream().noneMatch(facts.byAddress()::containsKey)) {
            return Outcome.unknown("This machine is in " + home + " and the endpoints are in " + theirs
                    + "; no connection to their addresses was tried, so another way there may exist.", "");
        }
        return Outcome.problem(OTHER, "This machine is in " + home + ", the endpoints are in " + theirs
                        + ", no connected peering joins the two, and no TCP connection to "
                        + addresses.stream().map(Ip::toString).collect(Collectors.joining(", ")) + " comes about.",
                peer(homes, endpoints), Remedy.byHand("Give " + home + " an endpoint of its own",
                        "Open the vault, Networking, Private endpoint connections, Create; choose a subnet of " + home + ".",
                        "Give it a private DNS zone of its own, linked to " + home + " alone: in a shared one the endpoints would "
                                + "overwrite each other's record."));
    }

    /** Which networks to join is plain only where there is one on either side. */
    private static Remedy peer(List<VirtualNetwork> homes, List<PrivateEndpoint> endpoints) {
        List<ResourceId> theirs = endpoints.stream().map(PrivateEndpoint::network).distinct().toList();
        boolean plain = homes.size() == 1 && theirs.size() == 1
                && homes.getFirst().peerings().stream().noneMatch(one -> one.remote().equals(theirs.getFirst()));
        String there = theirs.stream().map(ResourceId::name).sorted().collect(Collectors.joining(", "));
        List<Step> steps = plain ? List.of(half(homes.getFirst().id(), theirs.getFirst()), half(theirs.getFirst(), homes.getFirst().id()))
                : List.of();
        return new Remedy("Peer " + names(homes) + " with " + there,
                "Every machine of the one network can then reach the other. Azure refuses where their address ranges overlap.",
                Peering.NEEDS, steps, List.of("Open virtual network " + names(homes) + ", Peerings, Add: remote network " + there
                        + ", access allowed in both directions.", "See that the private DNS zone is linked to " + names(homes) + " too."));
    }

    private static Step half(ResourceId from, ResourceId to) {
        return Peering.create(from, to, Peering.name(from, to));
    }

    private static String names(List<VirtualNetwork> networks) {
        return networks.stream().map(one -> one.id().name()).sorted().collect(Collectors.joining(" or "));
    }

    private static List<Evidence> attempts(Snapshot facts, List<Ip> addresses) {
        return addresses.stream().flatMap(ip -> Stream.ofNullable(facts.byAddress().get(ip)))
                .flatMap(request -> request.tcp().evidence().stream()).toList();
    }
}
