package linkdoctor.check.firewall;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.PolicyAssignment;
import linkdoctor.remedy.Remedy;

/** Whether a change to the firewall will last: a policy can rewrite or forbid it. */
public final class FirewallPolicyFree implements Check {
    private static final Finding ENFORCED = Finding.note("firewall.policy-enforced",
            "A policy governs public access to the vault",
            "A policy that modifies or denies sets the firewall back or refuses the change, so opening it for a while does not "
                    + "last. Companies assign such policies for all of their vaults.", Links.NETWORK_SECURITY);
    /** Effects that watch and change nothing. */
    private static final Set<String> WATCHING = Set.of("audit", "auditifnotexists", "disabled", "manual");

    @Override
    public String id() {
        return "firewall.policy-free";
    }

    @Override
    public String title() {
        return "No policy rewrites or forbids public access";
    }

    @Override
    public List<Finding> findings() {
        return List.of(ENFORCED);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Given.the(facts.policies(), policies -> {
            List<PolicyAssignment> acting = policies.stream()
                    .filter(one -> !WATCHING.contains(one.effect().toLowerCase(Locale.ROOT)))
                    .sorted(Comparator.comparing(PolicyAssignment::id)).toList();
            if (acting.isEmpty()) {
                return Outcome.pass(policies.isEmpty() ? "No policy assignment speaks of public access." : "The policies that speak of public access only watch.");
            }
            String all = acting.stream().map(one -> one.displayName() + (one.effect().isBlank() ? "" : " (" + one.effect() + ")")
                    + " at " + one.scope()).collect(Collectors.joining(", "));
            return Outcome.problem(ENFORCED, "Assigned: " + all + ".", Remedy.byHand("Ask the policy's owner before changing the firewall",
                    "Open Policy, Assignments, to see the rule and its exemptions; a vault that needs public access for a time needs an exemption there."));
        });
    }
}
