package linkdoctor.check.firewall;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.repair.AddressRule;
import linkdoctor.check.seen.Arrival;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Vault;
import linkdoctor.remedy.Remedy;
import linkdoctor.remedy.Step;

/** Guide section 3: requests over private link need no address or network in the vault's rules. */
public final class FirewallRulesNeeded implements Check {
    private static final Finding UNNEEDED = Finding.note("firewall.rules-unneeded",
            "The vault keeps address or network rules that private link does not need",
            "Such rules let clients in over the public way; over the private link every client of the network is let in "
                    + "without them. They make sense while some clients still come from outside, and are otherwise left from "
                    + "the time before the endpoint.", Links.NETWORK_SECURITY);

    @Override
    public String id() {
        return "firewall.rules-needed";
    }

    @Override
    public String title() {
        return "The vault keeps no rules that private link makes needless";
    }

    @Override
    public List<Finding> findings() {
        return List.of(UNNEEDED);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Given.the(Gates.of(facts), facts.connections(), (gates, connections) -> {
            Vault.NetworkRules rules = gates.vault().rules().orElse(new Vault.NetworkRules("Allow", "AzureServices", List.of(), List.of()));
            if (!gates.hasRules()) {
                return Outcome.pass(gates.vault().name() + " has no address or network rules.");
            }
            if (!Gates.linked(connections)) {
                return Outcome.skipped("No private endpoint is in force, so the rules may be the way in.");
            }
            if (!gates.disabled() && !gates.enforced() && publicly(facts)) {
                return Outcome.skipped("This machine's requests come over the public way, so the rules may be the way in.");
            }
            String effect = gates.enforced() ? ", which the perimeter overrides"
                    : gates.disabled() ? ", which do nothing while public access is disabled"
                    : gates.defaultAllow() ? ", which do nothing while the default action is Allow" : "";
            return Outcome.problem(UNNEEDED, gates.vault().name() + " lets in " + names(rules) + " by rule" + effect + ".", remove(gates.vault().id(), rules));
        });
    }

    private static boolean publicly(Snapshot facts) {
        return Arrival.byName(facts).filter(way -> way == Arrival.PUBLIC || way == Arrival.SERVICE_ENDPOINT).isPresent();
    }

    private static String names(Vault.NetworkRules rules) {
        return String.join(", ", Stream.concat(rules.ipRules().stream().sorted(),
                rules.subnets().stream().map(subnet -> "subnet " + subnet.name() + " of " + subnet.parent().name()).sorted()).toList());
    }

    private static Remedy remove(ResourceId vault, Vault.NetworkRules rules) {
        List<Step> steps = new ArrayList<>();
        rules.ipRules().stream().sorted().forEach(ip -> steps.add(AddressRule.RANGE.remove(vault, ip)));
        rules.subnets().stream().map(ResourceId::text).sorted()
                .forEach(subnet -> steps.add(AddressRule.SUBNET.remove(vault, subnet)));
        return new Remedy("Remove the rules of " + vault.name() + " that no client needs",
                "Clients that still come from these addresses or subnets over the public way are locked out.",
                "Microsoft.KeyVault/vaults/write", steps,
                List.of("Open the vault, Networking, Firewalls and virtual networks; remove the entries, once the log shows no client using them."),
                Remedy.Caution.LOCKS_OUT);
    }
}
