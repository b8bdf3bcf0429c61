package linkdoctor.check.vault;

import java.time.Duration;
import java.util.List;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Presence;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Snapshot;
import linkdoctor.remedy.Remedy;

/** Before anything is looked up: whether a vault can have this name at all. */
public final class VaultNameValid implements Check {
    private static final Finding INVALID = Finding.fail("vault.name-invalid",
            "No vault can have this name",
            "Azure gives out names of 3 to 24 letters, digits and hyphens that begin with a letter, end with a letter or "
                    + "digit and have no double hyphen; anything else cannot exist. It is usually a typing error, the name "
                    + "of another kind of resource, or a secret's name.", Links.PRIVATE_LINK);

    @Override
    public String id() {
        return "vault.name-valid";
    }

    @Override
    public String title() {
        return "The name is one that a vault can have";
    }

    @Override
    public List<Finding> findings() {
        return List.of(INVALID);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        String name = facts.target().vault();
        Evidence given = new Evidence("What was given: " + facts.target().given(), "vault name " + name, facts.started(), Duration.ZERO, "");
        if (Presence.of(facts) instanceof Presence.Visible) {
            return Outcome.pass(name + " is the name of a vault.").because(facts.vault()).because(List.of(given));
        }
        return VaultName.fault(name)
                .map(fault -> Outcome.problem(INVALID, "The name \"" + name + "\" cannot be a vault's: " + fault + ".",
                        Remedy.byHand("Look up the vault's name",
                                "Open the portal, Key vaults, and copy the name from the list, or the host name from the vault's overview.")))
                .orElseGet(() -> Outcome.pass(name + " follows the rule for vault names."))
                .because(List.of(given));
    }
}
