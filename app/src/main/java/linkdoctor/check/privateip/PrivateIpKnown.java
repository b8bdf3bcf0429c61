package linkdoctor.check.privateip;

import java.time.Duration;
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
import linkdoctor.check.connection.Removal;
import linkdoctor.check.seen.LinkProof;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.remedy.Remedy;

/** Guide section 4: the endpoint's address is what everything after it is compared with. */
public final class PrivateIpKnown implements Check {
    private static final Finding UNKNOWN = Finding.fail("private-ip.unknown",
            "The endpoint has no private address",
            "Without an address there is nothing that the vault's name could lead to. The endpoint was not provisioned to the "
                    + "end, or its network interface was taken from it.", Links.DIAGNOSTICS);

    @Override
    public String id() {
        return "private-ip.known";
    }

    @Override
    public String title() {
        return "The endpoint has a private address";
    }

    @Override
    public List<Finding> findings() {
        return List.of(UNKNOWN);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        if (facts.target().endpointIp().isPresent() && Reach.of(facts).usable().known().isEmpty()) {
            return Outcome.pass("The endpoint's address was given: " + facts.target().endpointIp().get() + ".")
                    .because(List.of(new Evidence("--endpoint-ip", facts.target().endpointIp().get().toString(), facts.started(), Duration.ZERO, "")));
        }
        return Given.the(Reach.of(facts).usable(), endpoints -> {
            List<PrivateEndpoint> without = Addresses.sorted(endpoints).stream().filter(one -> one.addresses().isEmpty()).toList();
            if (without.isEmpty()) {
                return Outcome.pass(Addresses.sorted(endpoints).stream().map(one -> one.id().name() + " has " + Addresses.text(one.addresses()))
                        .collect(Collectors.joining(", ")) + ".").because(Addresses.evidence(endpoints));
            }
            Optional<Failure> blind = without.stream().flatMap(one -> one.nicAddresses().trouble().stream()).findFirst();
            Optional<LinkProof> proof = LinkProof.of(facts);
            if (proof.isPresent()) {
                return Outcome.pass((blind.isPresent() ? "The endpoint's address cannot be read, yet " : "The endpoint's settings show no address, yet ") + proof.get().said()
                        + reached(facts).map(ip -> " at " + ip).orElse("") + ".").because(proof.get().evidence());
            }
            if (blind.isPresent()) {
                return Outcome.unknown(blind.get()).because(Addresses.evidence(endpoints));
            }
            List<Found> found = without.stream().map(one -> new Found(UNKNOWN, one.id().name() + " shows no address on its network interface, in "
                    + "its zone group or in its DNS settings; its provisioning state is " + one.provisioningState() + ".",
                    remedies(facts, one))).toList();
            return Outcome.problems(found, "").because(Addresses.evidence(endpoints));
        });
    }

    /** What has failed does not finish by waiting. */
    private static List<Remedy> remedies(Snapshot facts, PrivateEndpoint endpoint) {
        Remedy anew = Removal.andAnew(facts, endpoint);
        return endpoint.provisioningState().equalsIgnoreCase("Failed") ? List.of(anew)
                : List.of(Remedy.byHand("Let Azure finish endpoint " + endpoint.id().name(),
                        "Open the endpoint and look at its provisioning state and network interface; give it some minutes, then check again."), anew);
    }

    private static Optional<Ip> reached(Snapshot facts) {
        return facts.byName().known().flatMap(live -> live.connected());
    }
}
