package linkdoctor.check.permission;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import linkdoctor.check.seen.Presence;
import linkdoctor.facts.CommandLine;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Vault;
import linkdoctor.remedy.Api;
import linkdoctor.remedy.Done;
import linkdoctor.remedy.Field;
import linkdoctor.remedy.PowerShell;
import linkdoctor.remedy.Reading;
import linkdoctor.remedy.Remedy;
import linkdoctor.remedy.Step;
import linkdoctor.remedy.Undo;

/** The repairs that give a principal the least right to read secrets, in the model that is in force. */
public final class Grant {
    private static final BuiltInRole ROLE = BuiltInRole.SECRETS_USER;

    private Grant() {
    }

    /**
     * Who is to have it.
     *
     * @param type as role assignments name its kind; empty when that is not known
     */
    public record Receiver(String objectId, String name, String type) {
    }

    /** The same for the signed-in identity. */
    public static Remedy role(Snapshot facts) {
        return role(facts, caller(facts));
    }

    /** The same for the signed-in identity. */
    public static Remedy policy(Snapshot facts) {
        return policy(facts, caller(facts));
    }

    private static Optional<Receiver> caller(Snapshot facts) {
        return facts.identity().known().map(caller -> new Receiver(caller.objectId(), caller.called(), caller.kind().equals("app") ? "ServicePrincipal" : "User"));
    }

    static Remedy role(Snapshot facts, Receiver receiver) {
        return role(facts, Optional.of(receiver));
    }

    static Remedy policy(Snapshot facts, Receiver receiver) {
        return policy(facts, Optional.of(receiver));
    }

    private static Remedy role(Snapshot facts, Optional<Receiver> receiver) {
        String member = receiver.map(Receiver::name).orElse("the caller");
        List<String> portal = List.of("Open the vault, Access control (IAM), Add role assignment; choose " + ROLE.title()
                        + ", or Key Vault Reader where listing names is enough, and " + member + " as member.",
                "Wait some minutes: a new assignment takes its time to arrive everywhere.");
        Optional<ResourceId> vault = vault(facts);
        String needs = "Microsoft.Authorization/roleAssignments/write";
        if (vault.isEmpty() || receiver.isEmpty()) {
            return new Remedy("Give " + member + " the role " + ROLE.title() + " on " + facts.target().vault(), "", needs, List.of(), portal);
        }
        String title = "Give " + member + " the role " + ROLE.title() + " on " + vault.get().name();
        return new Remedy(title, member + " can then read every secret of the vault.", needs, List.of(assign(vault.get(), receiver.get(), title)), portal);
    }

    private static Step assign(ResourceId vault, Receiver receiver, String title) {
        String scope = vault.text();
        String principal = receiver.objectId();
        List<String> who = receiver.type().isEmpty() ? List.of("--assignee", principal)
                : List.of("--assignee-object-id", principal, "--assignee-principal-type", receiver.type());
        List<String> az = Stream.of(List.of("az", "role", "assignment", "create"), who, List.of("--role", ROLE.title(), "--scope", scope))
                .flatMap(List::stream).toList();
        return Step.in(vault.subscription(), new CommandLine(az),
                PowerShell.run("New-AzRoleAssignment").with("ObjectId", principal).with("RoleDefinitionName", ROLE.title()).with("Scope", scope))
                .that(title, assigned(vault, principal), new Done.There(), Undo.of(Step.in(vault.subscription(),
                        CommandLine.of("az", "role", "assignment", "delete", "--assignee", principal, "--role", ROLE.title(), "--scope", scope),
                        PowerShell.run("Remove-AzRoleAssignment").with("ObjectId", principal).with("RoleDefinitionName", ROLE.title()).with("Scope", scope))));
    }

    /** The service leaves out what is not the principal's; the role is found by its identifier, the same in every tenant. */
    private static Reading assigned(ResourceId vault, String principal) {
        return Reading.filtered(vault, "/providers/Microsoft.Authorization/roleAssignments", Api.AUTHORIZATION, "principalId eq '" + principal + "'",
                Field.each("value", new Field.Which("properties.roleDefinitionId", ROLE.id()), "id"));
    }

    /** Setting a policy replaces the principal's secret permissions, so those it has are given again. */
    private static Remedy policy(Snapshot facts, Optional<Receiver> receiver) {
        String member = receiver.map(Receiver::name).orElse("the caller");
        List<String> portal = List.of("Open the vault, Access policies, Create; choose the secret permissions Get and List, and " + member + " as principal.");
        Optional<Vault> vault = Presence.vault(facts).known();
        String needs = "Microsoft.KeyVault/vaults/accessPolicies/write or Microsoft.KeyVault/vaults/write";
        if (vault.isEmpty() || receiver.isEmpty()) {
            return new Remedy("Give " + member + " an access policy on " + facts.target().vault(), "", needs, List.of(), portal);
        }
        ResourceId id = vault.get().id();
        String principal = receiver.get().objectId();
        List<String> permissions = Stream.concat(Stream.of("get", "list"), vault.get().accessPolicies().stream()
                .filter(one -> one.objectId().equalsIgnoreCase(principal)).flatMap(one -> one.secrets().stream())).distinct().sorted().toList();
        List<String> az = Stream.concat(Stream.of("az", "keyvault", "set-policy", "-g", id.resourceGroup(), "-n", id.name(), "--object-id", principal,
                "--secret-permissions"), permissions.stream()).toList();
        return new Remedy("Give " + member + " an access policy on " + id.name() + " to get and list secrets",
                "It replaces the secret permissions of " + member + "; those there are now are kept in the list.", needs,
                List.of(Step.in(id.subscription(), new CommandLine(az), PowerShell.run("Set-AzKeyVaultAccessPolicy")
                        .with("ResourceGroupName", id.resourceGroup()).with("VaultName", id.name()).with("ObjectId", principal)
                        .with("PermissionsToSecrets", new PowerShell.Texts(permissions))
                        .on("BypassObjectIdValidation"))
                        .that("Give " + member + " the secret permissions " + String.join(", ", permissions) + " on " + id.name(),
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
