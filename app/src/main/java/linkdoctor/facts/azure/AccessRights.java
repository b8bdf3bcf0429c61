package linkdoctor.facts.azure;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import linkdoctor.facts.Probed;

/**
 * What Azure says of a principal's rights on the vault.
 *
 * @param assignments role assignments that apply at the vault's scope, for the principal and its groups
 * @param permissions the caller's effective permissions, as ARM computes them; it does so for nobody else
 * @param denials     deny assignments that stand at the vault's scope or above it, whomever they concern
 * @param groups      the groups that the principal is in, also through other groups
 */
public record AccessRights(Probed<List<RoleAssignment>> assignments, Probed<List<Permission>> permissions,
                           Probed<List<DenyAssignment>> denials, Probed<List<Group>> groups) {

    /**
     * A role given at a scope.
     *
     * @param allows what the role allows
     */
    public record RoleAssignment(String id, String principalId, String principalType, String roleDefinitionId,
                                 String roleName, String scope, Probed<List<Permission>> allows) {
    }

    /**
     * What nobody among these may do, whatever their roles.
     *
     * @param everyone   whether it concerns all principals
     * @param principals object ids of those that it concerns
     * @param excluded   object ids of those that it leaves alone
     */
    public record DenyAssignment(String id, String name, String scope, boolean everyone, List<String> principals, List<String> excluded,
                                 List<Permission> denies) {
        public DenyAssignment {
            principals = List.copyOf(principals);
            excluded = List.copyOf(excluded);
            denies = List.copyOf(denies);
        }
    }

    /** A group of the directory; the name may be empty. */
    public record Group(String objectId, String displayName) {
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

        /** Whether it holds an action of Azure Resource Manager. */
        public boolean holds(String action) {
            return matches(actions, action) && !matches(notActions, action);
        }

        /** Whether it holds an action on what a vault keeps. */
        public boolean holdsData(String action) {
            return matches(dataActions, action) && !matches(notDataActions, action);
        }

        private static boolean matches(List<String> patterns, String action) {
            return patterns.stream().anyMatch(pattern -> action.toLowerCase(Locale.ROOT)
                    .matches(Pattern.quote(pattern.toLowerCase(Locale.ROOT)).replace("*", "\\E.*\\Q")));
        }
    }
}
