package linkdoctor.check.access;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import linkdoctor.check.seen.Presence;
import linkdoctor.facts.CommandLine;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.azure.Vault;
import linkdoctor.remedy.Api;
import linkdoctor.remedy.Done;
import linkdoctor.remedy.Field;
import linkdoctor.remedy.PowerShell;
import linkdoctor.remedy.Reading;
import linkdoctor.remedy.Remedy;
import linkdoctor.remedy.Step;
import linkdoctor.remedy.Undo;

/** The repairs that give the caller the least right to read secrets, in the model that is in force. */
final class Grant {
    private static final String ROLE = "Key Vault Secrets User";
    private static final String ROLE_ID = "4633458b-17de-408a-b874-0445c86b69e6";

    private Grant() {
    }

    static Remedy role(Snapshot facts) {
        List<String> portal = List.of("Open the vault, Access control (IAM), Add role assignment; choose " + ROLE
                        + ", or Key Vault Reader where listing names is enough, and the caller as member.",
                "Wait some minutes: a new assignment takes its time to arrive everywhere.");
        Optional<ResourceId> vault = vault(facts);
        Optional<Identity> caller = facts.identity().known();
        String needs = "Microsoft.Authorization/roleAssignments/write";
        if (vault.isEmpty() || caller.isEmpty()) {
            return new Remedy("Give the caller the role " + ROLE + " on " + facts.target().vault(), "", needs, List.of(), portal);
        }
        String scope = vault.get().text();
        String principal = caller.get().objectId();
        return new Remedy("Give " + Rights.name(caller.get()) + " the role " + ROLE + " on " + vault.get().name(),
                "The caller can then read every secret of the vault.", needs,
                List.of(Step.in(vault.get().subscription(),
                        CommandLine.of("az", "role", "assignment", "create", "--assignee-object-id", principal, "--assignee-principal-type",
                                caller.get().kind().equals("app") ? "ServicePrincipal" : "User", "--role", ROLE, "--scope", scope),
                        PowerShell.run("New-AzRoleAssignment").with("ObjectId", principal).with("RoleDefinitionName", ROLE).with("Scope", scope))
                        .that("Give " + Rights.name(caller.get()) + " the role " + ROLE + " on " + vault.get().name(), assigned(vault.get(), principal),
                                new Done.There(), Undo.of(Step.in(vault.get().subscription(),
                                        CommandLine.of("az", "role", "assignment", "delete", "--assignee", principal, "--role", ROLE, "--scope", scope),
                                        PowerShell.run("Remove-AzRoleAssignment").with("ObjectId", principal).with("RoleDefinitionName", ROLE)
                                                .with("Scope", scope))))),
                portal);
    }

    /** The service leaves out what is not the principal's; the role is found by its identifier, the same in every tenant. */
    private static Reading assigned(ResourceId vault, String principal) {
        return Reading.filtered(vault, "/providers/Microsoft.Authorization/roleAssignments", Api.AUTHORIZATION, "principalId eq '" + principal + "'",
                Field.each("value", new Field.Which("properties.roleDefinitionId", ROLE_ID), "id"));
    }

    /** Setting a policy replaces the principal's secret permissions, so those it has are given again. */
    static Remedy policy(Snapshot facts) {
        List<String> portal = List.of("Open the vault, Access policies, Create; choose the secret permissions Get and List, and the caller as principal.");
        Optional<Vault> vault = Presence.vault(facts).known();
        Optional<Identity> caller = facts.identity().known();
        String needs = "Microsoft.KeyVault/vaults/accessPolicies/write or Microsoft.KeyVault/vaults/write";
        if (vault.isEmpty() || caller.isEmpty()) {
            return new Remedy("Give the caller an access policy on " + facts.target().vault(), "", needs, List.of(), portal);
        }
        ResourceId id = vault.get().id();
        String principal = caller.get().objectId();
        List<String> permissions = Stream.concat(Stream.of("get", "list"), vault.get().accessPolicies().stream()
                .filter(one -> one.objectId().equalsIgnoreCase(principal)).flatMap(one -> one.secrets().stream())).distinct().sorted().toList();
        List<String> az = Stream.concat(Stream.of("az", "keyvault", "set-policy", "-g", id.resourceGroup(), "-n", id.name(), "--object-id", principal,
                "--secret-permissions"), permissions.stream()).toList();
        return new Remedy("Give " + Rights.name(caller.get()) + " an access policy on " + id.name() + " to get and list secrets",
                "It replaces the caller's secret permissions; those it has now are kept in the list.", needs,
                List.of(Step.in(id.subscription(), new CommandLine(az), PowerShell.run("Set-AzKeyVaultAccessPolicy")
                        .with("ResourceGroupName", id.resourceGroup()).with("VaultName", id.name()).with("ObjectId", principal)
                        .with("PermissionsToSecrets", new PowerShell.Texts(permissions))
                        .on("BypassObjectIdValidation"))
                        .that("Give " + Rights.name(caller.get()) + " the secret permissions " + String.join(", ", permissions) + " on " + id.name(),
                                Reading.of(id, Api.KEY_VAULT, policies(principal, "objectId"), policies(principal, "permissions.secrets")),
                                new Done.Has(permissions), before(id, principal))),
                portal);
    }

    private static Field policies(String principal, String what) {
        return Field.each("properties.accessPolicies", new Field.Which("objectId", principal), what);
    }

    /** A principal that had a policy gets its secret permissions of before; one that had none loses the policy. */
    private static Undo before(ResourceId vault, String principal) {
        Undo.WasFrom permissions = new Undo.WasFrom(1);
        return Undo.by(Undo.step(Undo.When.WAS_MISSING, Step.in(vault.subscription(),
                        CommandLine.of("az", "keyvault", "delete-policy", "-g", vault.resourceGroup(), "-n", vault.name(), "--object-id", principal),
                        PowerShell.run("Remove-AzKeyVaultAccessPolicy").with("ResourceGroupName", vault.resourceGroup()).with("VaultName", vault.name())
                                .with("ObjectId", principal))),
                new Undo.Way(Undo.When.WAS_THERE, CommandLine.of("az", "keyvault", "set-policy", "-g", vault.resourceGroup(), "-n", vault.name(),
                        "--object-id", principal, "--subscription", vault.subscription()),
                        List.of(new Undo.Literal("--secret-permissions"), permissions),
                        List.of(PowerShell.run("Set-AzContext").with("Subscription", vault.subscription()),
                                PowerShell.run("Set-AzKeyVaultAccessPolicy").with("ResourceGroupName", vault.resourceGroup()).with("VaultName", vault.name())
                                        .with("ObjectId", principal).with("PermissionsToSecrets", new PowerShell.Recorded(permissions))
                                        .on("BypassObjectIdValidation"))));
    }

    private static Optional<ResourceId> vault(Snapshot facts) {
        return Presence.vault(facts).known().map(Vault::id).or(() -> facts.target().resourceId());
    }
}
