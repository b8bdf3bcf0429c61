package linkdoctor.facts.azure;

import linkdoctor.facts.Probed;

import java.util.List;

/**
 * What Azure says of the caller's rights on the vault.
 *
 * @param assignments role assignments that apply at the vault's scope, for the caller and its groups
 * @param permissions the caller's effective permissions, as ARM computes them
 */
public record AccessRights(Probed<List<RoleAssignment>> assignments, Probed<List<Permission>> permissions) {

    /** A role given at a scope. */
    public record RoleAssignment(String id, String principalId, String principalType, String roleDefinitionId,
                                 String roleName, String scope) {
    }

    /** One permission entry: what is allowed less what is excepted. */
    public record Permission(List<String> actions, List<String> notActions, List<String> dataActions,
                             List<String> notDataActions) {
        public Permission {
            actions = List.copyOf(actions);
            notActions = List.copyOf(notActions);
            dataActions = List.copyOf(dataActions);
            notDataActions = List.copyOf(notDataActions);
        }
    }
}
