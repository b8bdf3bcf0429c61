package linkdoctor.check.vault;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Presence;
import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.DeletedVault;
import linkdoctor.facts.azure.Vault;
import linkdoctor.remedy.Api;
import linkdoctor.remedy.Done;
import linkdoctor.remedy.PowerShell;
import linkdoctor.remedy.Reading;
import linkdoctor.remedy.Remedy;
import linkdoctor.remedy.Step;
import linkdoctor.remedy.Undo;

/** Whether the vault is there: in ARM, or proven by DNS and by the service itself. */
public final class VaultExists implements Check {
    private static final Finding NOT_FOUND = Finding.fail("vault.not-found",
            "There is no such vault",
            "Nothing else can work until the name is right. It is usually a typing error, a vault that was deleted and "
                    + "purged, a vault in another cloud, or a sign-in to a tenant that does not hold it.", Links.PRIVATE_LINK);
    private static final Finding SOFT_DELETED = Finding.fail("vault.soft-deleted",
            "The vault is deleted, and its name is still taken",
            "A deleted vault answers no request, and no other vault can take its name until the retention time is over. "
                    + "Somebody or a deployment deleted it, or it was to be created anew under the same name.", Links.RECOVERY);

    @Override
    public String id() {
        return "vault.exists";
    }

    @Override
    public String title() {
        return "The vault exists";
    }

    @Override
    public List<Finding> findings() {
        return List.of(NOT_FOUND, SOFT_DELETED);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        String name = facts.target().vault();
        return (switch (Presence.of(facts)) {
            case Presence.Visible(Vault vault) -> Outcome.pass(vault.name() + " is in resource group " + vault.id().resourceGroup()
                    + " of subscription " + vault.id().subscription() + ", region " + vault.location() + ".");
            case Presence.Deleted(DeletedVault gone) -> Outcome.problem(SOFT_DELETED, said(name, gone, facts.started()), recover(name, gone));
            case Presence.Elsewhere(String proof, var why, var needs) -> Outcome.pass(name + " exists: " + proof + ".");
            case Presence.Absent(String said) -> VaultName.fault(name).isPresent()
                    ? Outcome.skipped("No vault can have this name.") : Outcome.problem(NOT_FOUND, said, lookUp(facts));
            case Presence.Doubtful(String why, String needs) -> Outcome.unknown(why, needs);
            case Presence.Silent(String why, String needs) -> Outcome.unknown(why, needs);
            case Presence.Unasked(String why) -> Outcome.skipped(why);
        }).because(Presence.evidence(facts));
    }

    private static String said(String name, DeletedVault gone, Instant today) {
        String since = gone.deletionDate().isBlank() ? "" : " since " + gone.deletionDate();
        String until = gone.purgeDate().isBlank() ? "" : " and keeps its name until " + gone.purgeDate() + left(gone.purgeDate(), today);
        String protection = gone.purgeProtection().map(on -> on ? "; purge protection is on" : "; purge protection is off").orElse("");
        return name + " is soft-deleted" + since + until + protection + ".";
    }

    /** ", in 12 days"; nothing where the date is none, or is over. */
    private static String left(String date, Instant today) {
        try {
            long days = Duration.between(today, OffsetDateTime.parse(date).toInstant()).toDays();
            return days < 1 ? "" : days == 1 ? ", in a day" : ", in " + days + " days";
        } catch (DateTimeParseException unreadable) {
            return "";
        }
    }

    private static Remedy recover(String name, DeletedVault gone) {
        String subscription = gone.vaultId().subscription();
        String purge = gone.purgeProtection().orElse(false)
                ? "Purging is not possible: purge protection keeps the vault until " + gone.purgeDate() + "."
                : "Purging, in the portal under Key vaults, Manage deleted vaults, frees the name and destroys every secret, key "
                        + "and certificate for ever: nothing brings them back. Recover unless you are certain that nobody needs them.";
        return new Remedy("Recover vault " + name,
                "The vault comes back with its secrets and settings; look at its private endpoint connections afterwards, as they may need to be made anew.",
                "Microsoft.KeyVault/vaults/write",
                List.of(Step.in(subscription,
                        CommandLine.of("az", "keyvault", "recover", "-n", name, "-l", gone.location()),
                        PowerShell.run("Undo-AzKeyVaultRemoval").with("VaultName", name)
                                .with("ResourceGroupName", gone.vaultId().resourceGroup()).with("Location", gone.location()))
                        .that("Recover vault " + name, Reading.presence(gone.vaultId(), Api.KEY_VAULT), new Done.There(), Undo.of(Step.in(subscription,
                                CommandLine.of("az", "keyvault", "delete", "-g", gone.vaultId().resourceGroup(), "-n", name),
                                PowerShell.run("Remove-AzKeyVault").with("ResourceGroupName", gone.vaultId().resourceGroup()).with("VaultName", name)
                                        .on("Force"))).but("The time after which the deleted vault is purged begins anew."))),
                List.of("Open Key vaults, Manage deleted vaults; choose the subscription, select " + name + " and Recover.", purge));
    }

    private static Remedy lookUp(Snapshot facts) {
        return Remedy.byHand("Look up the vault's name and tenant",
                "Open the portal, Key vaults, and compare the name with " + facts.target().vault() + ".",
                "Look under Manage deleted vaults, and in the other directories of your account.",
                "Check the cloud: this run looked for " + facts.target().hostname() + ".");
    }
}
