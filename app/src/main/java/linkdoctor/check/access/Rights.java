package linkdoctor.check.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import linkdoctor.check.permission.BuiltInRole;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.AccessRights;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.azure.Vault;

/** The caller's rights at the vault, in both of its models. */
public final class Rights {
    static final String LIST_SECRETS = "Microsoft.KeyVault/vaults/secrets/readMetadata/action";
    private static final Pattern DATA_ACTION = Pattern.compile("(?i)microsoft\\.keyvault/.*|\\*(/.*)?");

    /** Whether a right is there, as far as it could be read. */
    enum Held { YES, NO, UNREAD }

    private Rights() {
    }

    /** Whether any Key Vault data role is in the caller's hands. */
    static Held dataRole(AccessRights rights) {
        Optional<List<AccessRights.Permission>> permissions = rights.permissions().known();
        Optional<List<AccessRights.RoleAssignment>> assignments = rights.assignments().known();
        if (permissions.filter(all -> all.stream().flatMap(one -> one.dataActions().stream()).anyMatch(DATA_ACTION.asMatchPredicate())).isPresent()
                || assignments.filter(all -> all.stream().anyMatch(Rights::dataRole)).isPresent()) {
            return Held.YES;
        }
        // The list of assignments names roles and not what they allow: a company's own role may hold data actions.
        return permissions.isPresent() || assignments.filter(all -> all.stream().allMatch(Rights::builtIn)).isPresent() ? Held.NO : Held.UNREAD;
    }

    /** Whether listing secrets, as this program does, is allowed by the caller's roles. */
    static boolean listsSecrets(AccessRights rights) {
        return rights.permissions().known().orElse(List.of()).stream()
                .anyMatch(one -> one.holdsData(LIST_SECRETS));
    }

    /** Whether these permissions allow an action of Azure Resource Manager. */
    static boolean manages(List<AccessRights.Permission> permissions, String action) {
        return permissions.stream().anyMatch(one -> one.holds(action));
    }

    /** The access policies of the caller and of the groups that its token or the directory names. */
    static List<Vault.AccessPolicy> policies(Snapshot facts, Vault vault, Identity caller) {
        Set<String> mine = Stream.of(Stream.of(caller.objectId()), caller.groups().stream(), groups(facts).stream().flatMap(List::stream)
                .map(AccessRights.Group::objectId)).flatMap(ids -> ids).map(id -> id.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return vault.accessPolicies().stream().filter(one -> mine.contains(one.objectId().toLowerCase(Locale.ROOT))).toList();
    }

    /** All groups that the caller is in; empty where the directory does not tell. */
    static Optional<List<AccessRights.Group>> groups(Snapshot facts) {
        return facts.rights().known().flatMap(rights -> rights.groups().known());
    }

    /** The names of the Key Vault data roles that are assigned to the caller, as far as they could be read. */
    public static List<String> dataRoles(AccessRights rights) {
        return rights.assignments().known().orElse(List.of()).stream().filter(Rights::dataRole)
                .map(AccessRights.RoleAssignment::roleName).distinct().toList();
    }

    /** Owner, Contributor and Key Vault Contributor give nothing at the data plane. */
    private static boolean dataRole(AccessRights.RoleAssignment assignment) {
        return BuiltInRole.of(assignment).isPresent();
    }

    private static boolean builtIn(AccessRights.RoleAssignment assignment) {
        return Set.of("owner", "contributor", "reader", "user access administrator", "key vault contributor")
                .contains(assignment.roleName().toLowerCase(Locale.ROOT));
    }
}
