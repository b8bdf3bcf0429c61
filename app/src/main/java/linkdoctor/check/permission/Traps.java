package linkdoctor.check.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import linkdoctor.facts.azure.AccessRights.RoleAssignment;
import linkdoctor.facts.azure.Vault;

/** Rights that look as if they opened the vault and do not, or that do not look so and do. */
final class Traps {
    private static final String GIVES_ROLES = "Microsoft.Authorization/roleAssignments/write";
    private static final String GIVES_POLICIES = "Microsoft.KeyVault/vaults/accessPolicies/write";

    private Traps() {
    }

    static List<String> of(Subject subject, Vault vault, List<PermissionTable.Row> rows) {
        List<RoleAssignment> roles = subject.rights().known().stream().flatMap(all -> all.assignments().known().stream()).flatMap(List::stream).toList();
        boolean nothing = rows.stream().noneMatch(row -> row.verdict() instanceof Verdict.Allowed);
        List<String> traps = new ArrayList<>();
        if (vault.rbac()) {
            policies(subject, vault).ifPresent(given -> traps.add("An access policy gives " + subject.name() + " " + given
                    + ", which counts for nothing while roles are in force."));
        } else {
            said(subject, roles.stream().filter(Traps::opens)).ifPresent(given -> traps.add(given
                    + ": it counts for nothing while access policies are in force."));
        }
        if (nothing) {
            said(subject, roles.stream().filter(one -> !opens(one) && manages(one, "Microsoft.KeyVault/vaults/write"))).ifPresent(given ->
                    traps.add(given + ": it governs the vault itself and opens nothing that the vault keeps."));
        }
        String giving = vault.rbac() ? GIVES_ROLES : GIVES_POLICIES;
        said(subject, roles.stream().filter(one -> manages(one, giving))).ifPresent(given -> traps.add(given + " lets " + subject.name()
                + " give itself any right in the vault, by " + (vault.rbac() ? "a role assignment." : "an access policy.")));
        return traps;
    }

    /** What the principal's own access policies give, by kind. */
    private static Optional<String> policies(Subject subject, Vault vault) {
        String given = vault.accessPolicies().stream().filter(one -> subject.is(one.objectId())).flatMap(policy -> Stream.of(ObjectKind.values())
                        .filter(kind -> !kind.of(policy).isEmpty()).map(kind -> String.join(", ", kind.of(policy)) + " for " + kind.word()))
                .collect(Collectors.joining("; "));
        return Optional.of(given).filter(text -> !text.isEmpty());
    }

    private static Optional<String> said(Subject subject, Stream<RoleAssignment> roles) {
        String said = roles.map(one -> Source.of(one, subject).said()).distinct().collect(Collectors.joining("; "));
        return Optional.of(said).filter(text -> !text.isEmpty());
    }

    private static boolean opens(RoleAssignment assignment) {
        return ByRoles.allows(assignment).stream().flatMap(List::stream)
                .anyMatch(permission -> VaultAction.ALL.stream().anyMatch(action -> permission.holdsData(action.dataAction())));
    }

    private static boolean manages(RoleAssignment assignment, String action) {
        return ByRoles.allows(assignment).stream().flatMap(List::stream).anyMatch(permission -> permission.holds(action));
    }
}
