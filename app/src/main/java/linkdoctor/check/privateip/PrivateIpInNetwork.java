package linkdoctor.check.privateip;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Found;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Reach;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Prefix;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.VirtualNetwork;
import linkdoctor.remedy.Remedy;

/** Guide section 4: the address belongs to the endpoint's network, whatever its number range. */
public final class PrivateIpInNetwork implements Check {
    private static final Finding OUTSIDE = Finding.warn("private-ip.outside-vnet",
            "The endpoint's address is outside its network",
            "Machines in the network have no route to an address that is not of its ranges. The network's address space was "
                    + "changed after the endpoint was made, or its DNS settings still name an older address.", Links.DIAGNOSTICS);

    @Override
    public String id() {
        return "private-ip.in-network";
    }

    @Override
    public String title() {
        return "The endpoint's address lies in its network";
    }

    @Override
    public List<Finding> findings() {
        return List.of(OUTSIDE);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Given.the(Reach.of(facts).effective(), facts.networks(), (all, networks) -> {
            List<PrivateEndpoint> endpoints = Addresses.sorted(all).stream().filter(one -> !one.addresses().isEmpty()).toList();
            if (endpoints.isEmpty()) {
                return Outcome.skipped("The endpoint shows no address.");
            }
            List<Found> found = endpoints.stream().flatMap(one -> Reach.network(facts, one.network()).stream()
                    .filter(network -> !outside(one, network).isEmpty()).map(network -> found(one, network))).toList();
            Optional<PrivateEndpoint> unread = endpoints.stream().filter(one -> Reach.network(facts, one.network()).isEmpty()).findFirst();
            if (found.isEmpty() && unread.isPresent()) {
                return Outcome.unknown("Network " + unread.get().network().name() + " of endpoint " + unread.get().id().name() + " cannot be read.",
                        "Microsoft.Network/virtualNetworks/read on subscription " + unread.get().network().subscription());
            }
            return Outcome.problems(found, endpoints.stream().map(one -> Addresses.text(one.addresses()) + " lies in " + one.network().name())
                    .collect(Collectors.joining(", ")) + ".");
        }).because(Addresses.evidence(Reach.of(facts).effective().known().orElse(List.of())));
    }

    private static List<Ip> outside(PrivateEndpoint endpoint, VirtualNetwork network) {
        return endpoint.addresses().stream().filter(ip -> !network.contains(ip)).toList();
    }

    private static Found found(PrivateEndpoint endpoint, VirtualNetwork network) {
        String ranges = network.prefixes().stream().map(Prefix::toString).sorted().collect(Collectors.joining(", "));
        return new Found(OUTSIDE, Addresses.text(outside(endpoint, network)) + " of " + endpoint.id().name() + " is not in "
                + network.id().name() + ", which has " + ranges + ".", List.of(Remedy.byHand("Make endpoint " + endpoint.id().name() + " anew",
                "Check the network's address space, then delete the endpoint and create it again in a subnet of " + network.id().name() + ".")));
    }
}
