package linkdoctor.check.environment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Found;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.repair.Peering;
import linkdoctor.check.seen.Reach;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.VirtualNetwork;
import linkdoctor.remedy.Remedy;
import linkdoctor.remedy.Step;

/** A peering has two halves, and both must be connected and allow access. */
public final class PeeringWhole implements Check {
    private static final Finding PEERING = Finding.fail("environment.peering",
            "The peering to the endpoint's network does not work",
            "The client is in another network than the endpoint, and only the peering leads there; without it the right address "
                    + "is of no use. Usually one half was never made or was deleted, which leaves the other disconnected, "
                    + "or access is blocked on one side.", Links.PEERING);

    @Override
    public String id() {
        return "environment.peering-whole";
    }

    @Override
    public String title() {
        return "The peering to the endpoint's network works in both directions";
    }

    @Override
    public List<Finding> findings() {
        return List.of(PEERING);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        Reach reach = Reach.of(facts);
        return Given.the(reach.client(), reach.effective(), (mine, endpoints) -> {
            if (mine.isEmpty()) {
                return Outcome.skipped("This machine is in no virtual network.");
            }
            if (endpoints.stream().anyMatch(one -> mine.stream().anyMatch(network -> network.id().equals(one.network())))) {
                return Outcome.pass("This machine is in the network of an endpoint, so no peering is needed.");
            }
            if (endpoints.stream().anyMatch(one -> connects(facts, one))) {
                return Outcome.pass("An endpoint accepts connections from this machine.");
            }
            List<Halves> peered = endpoints.stream().sorted(Comparator.comparing(one -> one.id().text()))
                    .flatMap(one -> mine.stream().flatMap(network -> Halves.of(facts, network, one.network()))).distinct().toList();
            if (peered.isEmpty()) {
                return Outcome.skipped("This machine's network is not peered with an endpoint's.");
            }
            if (peered.stream().anyMatch(Halves::work)) {
                return Outcome.pass("This machine's network is peered with an endpoint's in both directions.");
            }
            return Outcome.problems(peered.stream().map(one -> new Found(PEERING, one.said(), List.of(one.repair()))).toList(), "");
        }).because(facts.networks());
    }

    private static boolean connects(Snapshot facts, PrivateEndpoint endpoint) {
        return endpoint.addresses().stream().flatMap(ip -> Stream.ofNullable(facts.byAddress().get(ip)))
                .anyMatch(live -> live.tcp().known().isPresent());
    }

    /** Both halves of a peering; the far network may not be readable. */
    private record Halves(ResourceId near, ResourceId far, Optional<VirtualNetwork.Peering> here, Optional<VirtualNetwork.Peering> there,
                          boolean farRead) {

        static Stream<Halves> of(Snapshot facts, VirtualNetwork near, ResourceId far) {
            Optional<VirtualNetwork> other = Reach.network(facts, far);
            Halves halves = new Halves(near.id(), far, to(near, far), other.flatMap(network -> to(network, near.id())), other.isPresent());
            return halves.here.isPresent() || halves.there.isPresent() ? Stream.of(halves) : Stream.empty();
        }

        private static Optional<VirtualNetwork.Peering> to(VirtualNetwork from, ResourceId remote) {
            return from.peerings().stream().filter(peering -> peering.remote().equals(remote)).findFirst();
        }

        boolean work() {
            return here.filter(VirtualNetwork.Peering::connected).isPresent()
                    && (!farRead || there.filter(VirtualNetwork.Peering::connected).isPresent());
        }

        String said() {
            return "The peering from " + near.name() + " to " + far.name() + " is " + state(here) + ", and back it is "
                    + (farRead ? state(there) : "not to be read") + ".";
        }

        private static String state(Optional<VirtualNetwork.Peering> half) {
            return half.map(one -> one.state() + (one.allowsAccess() ? "" : " with access blocked")).orElse("missing");
        }

        /** A half in another state than Connected can only be made anew; a blocked one is opened. */
        Remedy repair() {
            List<Step> steps = new ArrayList<>();
            boolean anew = disconnected(here) || disconnected(there);
            if (disconnected(here)) {
                remove(steps, far, there, near, here.orElseThrow());
            } else if (disconnected(there)) {
                remove(steps, near, here, far, there.orElseThrow());
            }
            half(steps, near, far, here, anew);
            half(steps, far, near, there, anew);
            return new Remedy("Repair the peering between " + near.name() + " and " + far.name(),
                    anew ? "The halves are made anew: settings for gateways and forwarded traffic must be set again." : "", Peering.NEEDS, steps,
                    List.of("Open virtual network " + near.name() + ", Peerings, and look at the one to " + far.name() + ".",
                            "Both halves must be Connected and allow access; delete and add them again where one is Disconnected."));
        }

        private static boolean disconnected(Optional<VirtualNetwork.Peering> half) {
            return half.filter(one -> one.state().equalsIgnoreCase("Disconnected")).isPresent();
        }

        /** The disconnected half goes last: as long as it is there, the two are not made anew. */
        private static void remove(List<Step> steps, ResourceId other, Optional<VirtualNetwork.Peering> half, ResourceId network, VirtualNetwork.Peering broken) {
            half.ifPresent(one -> steps.add(Peering.delete(other, one.name(), network, broken.name())));
            steps.add(Peering.delete(network, broken.name(), network, broken.name()));
        }

        private static void half(List<Step> steps, ResourceId from, ResourceId to, Optional<VirtualNetwork.Peering> half, boolean anew) {
            if (half.isEmpty() || anew) {
                Step create = Peering.create(from, to, half.map(VirtualNetwork.Peering::name).orElse(Peering.name(from, to)));
                steps.add(half.isPresent() ? create.kept() : create);
            } else if (!half.get().allowsAccess()) {
                steps.add(Peering.open(from, half.get().name()));
            }
        }
    }
}
