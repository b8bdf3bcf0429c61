package linkdoctor.lab.vault;

/**
 * What a caller wants to do with a vault's objects, in the words of both permission models.
 *
 * @param dataAction  as roles give it
 * @param kind        secrets, keys or certificates
 * @param permission  as access policies give it
 * @param below       the object's path below the vault's id; empty for lists
 */
record Operation(String dataAction, String kind, String permission, String below) {

    static Operation secret(String action, String permission, String name) {
        return new Operation("Microsoft.KeyVault/vaults/secrets/" + action, "secrets", permission,
                name.isEmpty() ? "" : "/secrets/" + name);
    }

    /** Listing names: metadata for secrets, read for keys and certificates. */
    static Operation list(String kind) {
        return kind.equals("secrets") ? secret("readMetadata/action", "list", "")
                : new Operation("Microsoft.KeyVault/vaults/" + kind + "/read", kind, "list", "");
    }
}
