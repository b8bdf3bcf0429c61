package linkdoctor.check.permission;

import java.util.List;
import java.util.Optional;

import linkdoctor.facts.ResourceId;
import linkdoctor.facts.azure.AccessRights;

/**
 * Azure's own roles that allow something with what a vault keeps, from the least to the most; their identifiers are the
 * same in every tenant.
 */
public enum BuiltInRole {
    READER("Key Vault Reader", "21090545-7ca7-4776-b22c-e363652d74d2", "*/read", "secrets/readMetadata/action"),
    RELEASE_USER("Key Vault Crypto Service Release User", "08bbd89e-9f13-488c-ac41-acfcb10c90ab", "keys/release/action"),
    ENCRYPTION_USER("Key Vault Crypto Service Encryption User", "e147488a-f6f5-4113-8e2d-b22465e65bf6", "keys/read", "keys/wrap/action",
            "keys/unwrap/action"),
    CRYPTO_USER("Key Vault Crypto User", "12338af0-0e69-4776-bea7-57ae8d297424", "keys/read", "keys/update/action", "keys/backup/action",
            "keys/encrypt/action", "keys/decrypt/action", "keys/wrap/action", "keys/unwrap/action", "keys/sign/action", "keys/verify/action"),
    SECRETS_USER("Key Vault Secrets User", "4633458b-17de-408a-b874-0445c86b69e6", "secrets/getSecret/action", "secrets/readMetadata/action"),
    CERTIFICATE_USER("Key Vault Certificate User", "db79e9a7-68ee-4b58-9aeb-b90e7c24fcba", "certificates/read", "secrets/getSecret/action",
            "secrets/readMetadata/action", "keys/read"),
    CRYPTO_OFFICER("Key Vault Crypto Officer", "14b46e9e-c2b7-41b4-b07b-48a6ebf60603", "keys/*", "keyrotationpolicies/*"),
    SECRETS_OFFICER("Key Vault Secrets Officer", "b86a8fe4-44ce-4948-aee5-eccb2c155cd7", "secrets/*"),
    CERTIFICATES_OFFICER("Key Vault Certificates Officer", "a4417e6f-fecd-4de8-b567-7b0420556985", "certificatecas/*", "certificates/*",
            "certificatecontacts/write"),
    ADMINISTRATOR("Key Vault Administrator", "00482a5a-887f-4fb3-b363-3b7fe8e74483", "*");

    private final String title;
    private final String id;
    private final AccessRights.Permission permission;

    BuiltInRole(String title, String id, String... below) {
        this.title = title;
        this.id = id;
        permission = new AccessRights.Permission(List.of(), List.of(), List.of(below).stream().map(one -> "Microsoft.KeyVault/vaults/" + one).toList(),
                List.of());
    }

    /** As Azure names it. */
    public String title() {
        return title;
    }

    /** The name of its definition. */
    public String id() {
        return id;
    }

    public boolean allows(String dataAction) {
        return permission.holdsData(dataAction);
    }

    AccessRights.Permission permission() {
        return permission;
    }

    /** The one with the fewest rights that allows an action. */
    public static Optional<BuiltInRole> least(String dataAction) {
        return List.of(values()).stream().filter(role -> role.allows(dataAction)).findFirst();
    }

    /** The one with the fewest rights that allows all of these; empty for none, and where none does. */
    static Optional<BuiltInRole> least(List<VaultAction> actions) {
        return actions.isEmpty() ? Optional.empty()
                : List.of(values()).stream().filter(role -> actions.stream().allMatch(action -> role.allows(action.dataAction()))).findFirst();
    }

    /** The one that an assignment gives, by the identifier of its role, or by its name. */
    public static Optional<BuiltInRole> of(AccessRights.RoleAssignment assignment) {
        String definition = assignment.roleDefinitionId().isEmpty() ? "" : ResourceId.of(assignment.roleDefinitionId()).name();
        return List.of(values()).stream().filter(role -> role.id.equalsIgnoreCase(definition) || role.title.equalsIgnoreCase(assignment.roleName())).findFirst();
    }
}
