package linkdoctor.explain.kind;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import linkdoctor.check.Links;
import linkdoctor.explain.Explanation;
import linkdoctor.explain.Layer;
import linkdoctor.explain.read.Reading;
import linkdoctor.facts.CommandLine;
import linkdoctor.remedy.PowerShell;
import linkdoctor.remedy.Remedy;
import linkdoctor.remedy.Step;

/** The vault or what is in it is deleted, disabled or not there. */
final class VaultState {
    /** Said with 403 and not for want of rights, so these come before rights are thought of. */
    static final List<Kind> REFUSED = List.of(
            new Kind(reading -> reading.says("notallowedbecausepurgeprotectionisenabled"), VaultState::purgeProtected),
            new Kind(reading -> reading.inner("SecretDisabled", "KeyDisabled", "CertificateDisabled")
                    || reading.says("isnotallowedonadisabled", "isnotallowedonanexpired"), VaultState::disabled));

    static final List<Kind> KINDS = List.of(
            new Kind(reading -> reading.inner("ObjectIsDeletedButRecoverable", "ObjectIsBeingDeleted", "ObjectIsBeingRecovered")
                    || reading.says("currentlyinadeletedbutrecoverablestate", "iscurrentlybeingdeleted", "iscurrentlybeingrecovered"),
                            VaultState::deletedObject),
            new Kind(reading -> reading.says("vaultwiththesamenamealreadyexistsindeletedstate", "existsoftdeletedvaultwiththesamename"),
                    VaultState::deleted),
            new Kind(reading -> reading.says("vaultalreadyexists", "vaultnamesaregloballyunique"), VaultState::taken),
            new Kind(VaultState::notFound, VaultState::missing));

    private VaultState() {
    }

    private static boolean notFound(Reading reading) {
        return reading.says("vaultnotfound", "thefollowingvaultwasnotfound")
                || reading.says("theresource\"microsoft.keyvault/vaults/") && reading.says("wasnotfound")
                || reading.says("thevault\"") && reading.says("notfoundwithinsubscription");
    }

    private static Explanation purgeProtected(Reading reading) {
        return Telling.of(reading, Layer.VAULT, "Purge protection keeps what was deleted until its time is over",
                Sentence.theVault(reading) + " has purge protection, which nobody can switch off or pass by: what is deleted can be "
                        + "recovered, and its name "
                        + "is free again when the retention time ends. Network path and rights are fine.", Links.RECOVERY,
                Remedy.byHand("Recover it, or use another name", "Open the vault, Secrets, Keys or Certificates, Manage deleted; recover it "
                        + "there, or read the scheduled purge date.",
                        "In Terraform, set purge_soft_delete_on_destroy to false in the provider's key_vault features."));
    }

    private static Explanation disabled(Reading reading) {
        return Telling.of(reading, Layer.VAULT, "The secret, key or certificate is disabled or out of its time",
                Sentence.theVault(reading) + " let " + Sentence.caller(reading.caller()) + " in and gives nothing out of an object that is "
                        + "disabled or outside its dates"
                        + Sentence.inner(reading) + ". Network path and rights are fine.", Links.ERROR_CODES,
                Remedy.byHand("Enable the object, or use another version", "Open the vault, the object and its current version, and look at "
                        + "Enabled and at the dates."));
    }

    private static Explanation deletedObject(Reading reading) {
        return Telling.of(reading, Layer.VAULT, "A deleted secret, key or certificate still holds this name",
                Sentence.theVault(reading) + " keeps what was deleted until it is recovered or purged, and no other object can take its name so long"
                        + Sentence.inner(reading) + ". Network path and rights are fine.", Links.RECOVERY,
                Remedy.byHand("Recover the object", "Open the vault, Secrets, Keys or Certificates, Manage deleted; select it and Recover, "
                        + "then set its new value.",
                        "Purging there frees the name and destroys the value for ever. After either, wait until it is done before writing."));
    }

    private static Explanation deleted(Reading reading) {
        return Telling.of(reading, Layer.VAULT, "vault.soft-deleted", Sentence.theVault(reading)
                + " cannot be created, because a deleted vault of that name is kept.", recover(reading));
    }

    private static Explanation taken(Reading reading) {
        return Telling.of(reading, Layer.VAULT, "vault.soft-deleted", "The vault's name is taken, perhaps by a deleted vault",
                Sentence.theVault(reading) + " cannot be created: the name belongs to a vault of yours that was deleted and is kept, or to a "
                        + "vault of somebody else's, "
                        + "as names are unique in the whole cloud. The list of deleted vaults tells which.", Links.RECOVERY, recover(reading));
    }

    private static Remedy recover(Reading reading) {
        Optional<String> vault = reading.vault();
        Step list = Step.of(CommandLine.of("az", "keyvault", "list-deleted", "--resource-type", "vault"),
                PowerShell.run("Get-AzKeyVault").on("InRemovedState"));
        List<Step> steps = Stream.concat(Stream.of(list), vault.stream().map(name ->
                Step.of(CommandLine.of("az", "keyvault", "recover", "-n", name)))).toList();
        return new Remedy("Recover " + vault.map(name -> "vault " + name).orElse("the deleted vault"),
                "The vault comes back with its secrets and settings; look at its private endpoint connections afterwards, as they may need "
                + "to be made anew.",
                "Microsoft.KeyVault/vaults/write", steps, List.of("Open Key vaults, Manage deleted vaults; choose the subscription, select "
                + "it and Recover."));
    }

    private static Explanation missing(Reading reading) {
        return Telling.of(reading, Layer.VAULT, "vault.not-found", Sentence.theVault(reading) + " was not found.",
                Remedy.byHand("Look up the vault's name and tenant", "Open the portal, Key vaults, and compare the name"
                        + reading.vault().map(name -> " with " + name).orElse("") + ".",
                        "Look under Manage deleted vaults, and in the other subscriptions and directories of your account.", "Check the "
                        + "cloud of the tool that said so."));
    }
}
