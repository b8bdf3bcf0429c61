package linkdoctor.script;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import linkdoctor.check.Checklist;
import linkdoctor.check.Diagnosis;
import linkdoctor.check.Finding;
import linkdoctor.check.Found;
import linkdoctor.check.Links;
import linkdoctor.check.access.RepairRights;
import linkdoctor.check.repair.AddressRule;
import linkdoctor.check.repair.TagRules;
import linkdoctor.facts.Prefix;
import linkdoctor.facts.Words;
import linkdoctor.facts.azure.ServiceTag;
import linkdoctor.facts.azure.Vault;
import linkdoctor.remedy.Remedy;
import linkdoctor.remedy.Step;

/** The steps that bring a vault's firewall in line with a service tag. */
public final class TagPlan {
    /** What the explanation of the tag adds: a private way is better, and agents are not the service. */
    public static final String WARNING = "The tag is of the service itself: agents that Microsoft hosts are not in it and come from elsewhere. "
            + "Every customer of the service shares these addresses; agents of your own on a network with a private endpoint are the better way.";
    private static final Finding FINDING = Finding.note("firewall.service-tag", "A service is let through the firewall by its addresses",
            WARNING, Links.BEHIND_FIREWALL);
    /** A longer command would not fit the command line of Windows. */
    private static final int AT_ONCE = 100;

    private TagPlan() {
    }

    /** @param facts the vault, as it was seen */
    public static Plan of(Diagnosis facts, Vault vault, ServiceTag tag, TagRules.Fits rules) {
        List<Step> steps = new ArrayList<>();
        List<String> add = rules.add().stream().map(Prefix::toString).toList();
        IntStream.iterate(0, from -> from < add.size(), from -> from + AT_ONCE).mapToObj(from -> add.subList(from, Math.min(add.size(), from + AT_ONCE)))
                .forEach(part -> steps.add(AddressRule.RANGE.add(vault.id(), Words.count(part.size(), "range") + " of " + tag.name(), part)));
        rules.remove().forEach(value -> steps.add(AddressRule.RANGE.remove(vault.id(), value)));
        if (steps.isEmpty()) {
            return new Plan(facts, List.of());
        }
        Remedy remedy = new Remedy("Bring the firewall of " + vault.name() + " in line with " + tag.name(), WARNING, "Microsoft.KeyVault/vaults/write", steps,
                List.of());
        Found found = new Found(FINDING, tag.name() + " has " + Words.count(rules.wanted().size(), "IPv4 range") + " by its change " + tag.changeNumber() + "; "
                + Words.count(rules.add().size(), "range") + " to add, " + Words.count(rules.remove().size(), "range") + " to remove.", List.of(remedy));
        return new Plan(facts, List.of(new Repair(Repair.Why.ROOT, found, Checklist.SECTIONS.get(3), remedy, false, true,
                RepairRights.of(facts.facts(), remedy.needs()))));
    }
}
