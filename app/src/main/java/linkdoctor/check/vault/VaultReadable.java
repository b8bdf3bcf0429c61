package linkdoctor.check.vault;

import java.util.List;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Presence;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Vault;
import linkdoctor.remedy.Remedy;

/** Whether the vault's settings can be looked at; without them DNS, TLS and the service's header must do. */
public final class VaultReadable implements Check {
    private static final Finding UNREADABLE = Finding.fail("vault.unreadable",
            "Nothing of the vault can be read",
            "Neither Azure Resource Manager nor DNS nor the vault itself answers, so nothing about the private link can be "
                    + "said. This machine usually has no way out at all, or neither name resolution nor a sign-in works.",
            Links.BEHIND_FIREWALL);

    @Override
    public String id() {
        return "vault.readable";
    }

    @Override
    public String title() {
        return "The vault's settings can be read";
    }

    @Override
    public List<Finding> findings() {
        return List.of(UNREADABLE);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return (switch (Presence.of(facts)) {
            case Presence.Visible(Vault vault) -> Outcome.pass("Azure Resource Manager shows " + vault.name() + ".");
            case Presence.Deleted(var gone) -> Outcome.skipped("The vault is soft-deleted.");
            case Presence.Absent(var said) -> Outcome.skipped("There is no such vault.");
            case Presence.Elsewhere(var proof, String why, String needs) -> Outcome.unknown(why, needs);
            case Presence.Doubtful(String why, String needs) -> Outcome.unknown(why, needs);
            case Presence.Silent(String why, String needs) -> Outcome.problem(UNREADABLE,
                    "Nothing answers for " + facts.target().hostname() + ": no DNS server, not the vault, and of Azure: " + why,
                    Remedy.byHand("Give this machine a way out",
                            "Check that it reaches a DNS server, " + facts.target().cloud().arm() + " and "
                                    + facts.target().cloud().login() + " on port 443, through the proxy where there is one."));
            case Presence.Unasked(String why) -> Outcome.skipped(why);
        }).because(Presence.evidence(facts));
    }
}
