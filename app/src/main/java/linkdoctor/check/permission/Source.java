package linkdoctor.check.permission;

import java.util.Optional;

import linkdoctor.facts.ResourceId;
import linkdoctor.facts.azure.AccessRights;

/**
 * What gives a right or takes it: a role assignment, an access policy, a deny assignment.
 *
 * @param what    "Key Vault Secrets User"
 * @param where   "on the vault", "on subscription …"
 * @param through "through group …", or empty
 */
public record Source(String what, String where, String through) {

    /** All in one. */
    public String said() {
        return what + " " + where + (through.isEmpty() ? "" : ", " + through);
    }

    static Source of(AccessRights.RoleAssignment assignment, Subject subject) {
        return new Source(name(assignment), where(assignment.scope()), subject.through(assignment.principalId()));
    }

    static Source of(AccessRights.DenyAssignment denial) {
        return new Source("deny assignment " + denial.name(), where(denial.scope()), "");
    }

    static String name(AccessRights.RoleAssignment assignment) {
        return !assignment.roleName().isEmpty() ? assignment.roleName()
                : BuiltInRole.of(assignment).map(BuiltInRole::title).orElse("a role whose name could not be read");
    }

    /** A scope in words: how far up it stands. */
    static String where(String scope) {
        if (scope.isEmpty() || scope.equals("/")) {
            return "at the root of the tenant";
        }
        ResourceId id = ResourceId.of(scope);
        Optional<String> group = id.after("managementGroups");
        if (group.isPresent()) {
            return "on management group " + group.get();
        }
        return id.after("providers").isPresent() ? "on " + (scope.toLowerCase(java.util.Locale.ROOT).contains("/vaults/") ? "the vault" : id.name())
                : !id.resourceGroup().isEmpty() ? "on resource group " + id.resourceGroup() : "on /subscriptions/" + id.subscription();
    }
}
