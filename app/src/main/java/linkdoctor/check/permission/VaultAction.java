package linkdoctor.check.permission;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Something that one does with what a vault keeps, in the words of both permission models.
 *
 * @param word       as access policies and people say it
 * @param dataAction as roles give it
 */
public record VaultAction(ObjectKind kind, String word, String dataAction) {
    /** The word of an access policy that stands for all others of its kind. */
    static final String EVERYTHING = "all";

    /** Each kind's, those that only look first. */
    public static final List<VaultAction> ALL = Stream.of(
            secrets("list readMetadata/action", "get getSecret/action", "set setSecret/action", "delete delete", "recover recover/action",
                    "backup backup/action", "restore restore/action", "purge purge/action"),
            of(ObjectKind.KEYS, "keys/", "list read", "get read", "create create/action", "import import/action", "update update/action", "delete delete",
                    "recover recover/action", "backup backup/action", "restore restore/action", "purge purge/action", "encrypt encrypt/action",
                    "decrypt decrypt/action", "wrapKey wrap/action", "unwrapKey unwrap/action", "sign sign/action", "verify verify/action",
                    "rotate rotate/action", "release release/action"),
            of(ObjectKind.KEYS, "keyrotationpolicies/", "getRotationPolicy read", "setRotationPolicy write"),
            of(ObjectKind.CERTIFICATES, "certificates/", "list read", "get read", "create create/action", "import import/action", "update update/action",
                    "delete delete", "recover recover/action", "backup backup/action", "restore restore/action", "purge purge/action"),
            of(ObjectKind.CERTIFICATES, "certificatecontacts/", "manageContacts write"),
            of(ObjectKind.CERTIFICATES, "certificatecas/", "listIssuers read", "getIssuers read", "setIssuers write", "deleteIssuers delete",
                    "manageIssuers write")).flatMap(all -> all).toList();

    /** Whether a word of an access policy gives it. */
    boolean givenBy(String permission) {
        return permission.equals(EVERYTHING) || permission.equals(word.toLowerCase(Locale.ROOT));
    }

    private static Stream<VaultAction> secrets(String... pairs) {
        return of(ObjectKind.SECRETS, "secrets/", pairs);
    }

    private static Stream<VaultAction> of(ObjectKind kind, String below, String... pairs) {
        return Stream.of(pairs).map(pair -> pair.split(" ")).map(pair -> new VaultAction(kind, pair[0], "Microsoft.KeyVault/vaults/" + below + pair[1]));
    }
}
