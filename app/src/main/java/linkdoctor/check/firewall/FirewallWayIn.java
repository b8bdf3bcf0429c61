package linkdoctor.check.firewall;

import java.util.List;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.LinkProof;
import linkdoctor.facts.Snapshot;
import linkdoctor.remedy.Remedy;

/** Guide section 3: with the public way closed, an endpoint in force is the one way in. */
public final class FirewallWayIn implements Check {
    private static final Finding CLOSED = Finding.fail("firewall.closed-without-endpoint",
            "The public way is closed and no private one is open",
            "Every request but a trusted service's is refused, from wherever it comes. Public access was closed, by hand or by "
                    + "a policy, before an endpoint was in force; rules for addresses do not help while public access is disabled.",
            Links.NETWORK_SECURITY);

    @Override
    public String id() {
        return "firewall.way-in";
    }

    @Override
    public String title() {
        return "The firewall leaves a way in";
    }

    @Override
    public List<Finding> findings() {
        return List.of(CLOSED);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Given.the(Gates.of(facts), facts.connections(), (gates, connections) -> {
            if (Gates.linked(connections)) {
                return Outcome.pass("A private endpoint connection is in force, and the firewall does not concern it.");
            }
            if (!gates.closed() && !gates.perimeterMissing(facts)) {
                return Outcome.pass("On " + gates.vault().name() + ", " + gates.said()
                        + (gates.enforced() ? "; a network security perimeter decides who gets in." : ", so the public way is not shut."));
            }
            return LinkProof.of(facts)
                    .map(proof -> Outcome.pass("The private way is open: " + proof.said() + ".").because(proof.evidence()))
                    .orElseGet(() -> Outcome.problem(CLOSED, gates.vault().name()
                            + " has no private endpoint connection in force, while " + gates.said() + ".",
                            Remedy.byHand("Bring a private endpoint into force",
                                    "Repair or create the private endpoint connection, as its section of the checklist says."),
                            Remedy.byHand("Let clients that must get in at once come over the Internet until then",
                                    "Open the vault, Networking, and allow public access from these clients' public addresses alone.",
                                    "Take it back once the endpoint is in force.")));
        }).because(facts.perimeter());
    }
}
