package linkdoctor.lab.arm.authorization;

import java.util.List;

import linkdoctor.lab.arm.ResourceType;

/** The list of the types of what is given at a scope. */
public final class AuthorizationTypes {
    private AuthorizationTypes() {
    }

    public static List<ResourceType> all() {
        return List.of(
                new RoleAssignmentResources(),
                new RoleDefinitionResources(),
                new PermissionResources(),
                new InheritedResources("Microsoft.Authorization/policyAssignments"),
                new InheritedResources("Microsoft.Authorization/policyDefinitions"),
                new InheritedResources("Microsoft.Authorization/denyAssignments"),
                new InheritedResources("Microsoft.Authorization/locks"),
                new DiagnosticSettingResources());
    }
}
