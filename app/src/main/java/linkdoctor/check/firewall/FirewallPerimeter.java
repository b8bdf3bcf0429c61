package linkdoctor.check.firewall;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Perimeter;
import linkdoctor.remedy.Remedy;

/** Who decides on public requests: the vault itself, or a network security perimeter around it. */
public final class FirewallPerimeter implements Check {
    private static final Finding PERIMETER = Finding.note("firewall.perimeter",
            "A network security perimeter surrounds the vault",
            "An enforced perimeter decides on public requests in place of the vault's own firewall; one in transition only logs "
                    + "what it would refuse. Requests over a private endpoint are not subject to it. Whoever set it up for a group "
                    + "of resources included this vault.", Links.PERIMETER);

    @Override
    public String id() {
        return "firewall.perimeter-free";
    }

    @Override
    public String title() {
        return "The vault's own firewall decides on public requests";
    }

    @Override
    public List<Finding> findings() {
        return List.of(PERIMETER);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Given.the(Gates.of(facts), gates -> {
            if (gates.perimeters().isEmpty() && gates.securedByPerimeter()) {
                return Outcome.problem(PERIMETER, "Public network access of " + gates.vault().name() + " is SecuredByPerimeter"
                        + facts.perimeter().known().map(none -> ", yet no perimeter is associated, so no public request gets in")
                                .orElse("; which perimeter cannot be read") + ".", look(gates));
            }
            if (!gates.perimeters().isEmpty()) {
                String all = gates.perimeters().stream().sorted(Comparator.comparing(Perimeter::id))
                        .map(one -> name(one) + " (" + one.mode() + ")").collect(Collectors.joining(", "));
                return Outcome.problem(PERIMETER, "Associated with " + all + ": " + (gates.enforced()
                        ? "its access rules decide on public requests, and the vault's own settings do not."
                        : "it logs only, and the vault's own settings decide."), look(gates));
            }
            return Given.the(facts.perimeter(), none -> Outcome.pass("No network security perimeter is associated with " + gates.vault().name() + "."));
        }).because(facts.perimeter());
    }

    private static String name(Perimeter perimeter) {
        return perimeter.id().substring(perimeter.id().lastIndexOf('/') + 1);
    }

    private static Remedy look(Gates gates) {
        return Remedy.byHand("Look at the perimeter's access rules",
                "Open " + gates.vault().name() + ", Networking, and the perimeter shown there: its profile's inbound rules say which public "
                        + "addresses and subscriptions get in. Clients over private link need none.");
    }
}
