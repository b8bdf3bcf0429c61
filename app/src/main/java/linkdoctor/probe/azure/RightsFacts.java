package linkdoctor.probe.azure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.azure.resourcemanager.authorization.fluent.AuthorizationManagementClient;
import com.azure.resourcemanager.authorization.fluent.models.PermissionInner;
import com.azure.resourcemanager.authorization.fluent.models.RoleAssignmentInner;

import linkdoctor.facts.Evidence;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Words;
import linkdoctor.facts.azure.AccessRights;
import linkdoctor.facts.azure.Identity;
import linkdoctor.probe.azure.wire.Asking;
import linkdoctor.probe.azure.wire.Limit;
import linkdoctor.probe.azure.wire.Question;

/** The caller's role assignments and permissions at the vault. */
final class RightsFacts {
    private final Asking asking;
    private final ArmClients clients;

    RightsFacts(Asking asking, ArmClients clients) {
        this.asking = asking;
        this.clients = clients;
    }

    Probed<AccessRights> rights(ResourceId vault, Identity caller, Limit limit) throws InterruptedException {
        AuthorizationManagementClient client = clients.authorization(vault.subscription());
        Asking.Both<Probed<List<AccessRights.RoleAssignment>>, Probed<List<AccessRights.Permission>>> both =
                Asking.both(() -> assignments(client, vault, caller, limit), () -> permissions(client, vault, limit));
        List<Evidence> evidence = new ArrayList<>(both.first().evidence());
        evidence.addAll(both.second().evidence());
        return Probed.seen(new AccessRights(both.first(), both.second()), evidence);
    }

    /** {@code assignedTo} also finds what reaches the caller through groups, which the token does not list. */
    private Probed<List<AccessRights.RoleAssignment>> assignments(AuthorizationManagementClient client, ResourceId vault,
                                                                  Identity caller, Limit limit) throws InterruptedException {
        if (caller.objectId().isEmpty()) {
            return Probed.notTried("The token does not tell the caller's object id.");
        }
        Question question = Question.arm("Microsoft.Authorization/roleAssignments/read", vault.text(), "role", "assignment",
                "list", "--scope", vault.text(), "--assignee", caller.objectId(), "--include-inherited", "--include-groups");
        Probed<List<RoleAssignmentInner>> listed = asking.whole(question, limit,
                context -> client.getRoleAssignments().listForScope(vault.text(),
                        "atScope() and assignedTo('" + caller.objectId() + "')", null, null, context),
                found -> Words.count(found.size(), "role assignment") + " of " + caller.objectId());
        if (!(listed instanceof Probed.Seen<List<RoleAssignmentInner>>(List<RoleAssignmentInner> found, var evidence))) {
            return listed.map(none -> List.of());
        }
        Map<String, Probed<String>> names = names(client, found, limit);
        List<Evidence> all = new ArrayList<>(evidence);
        names.values().forEach(name -> all.addAll(name.evidence()));
        return Probed.seen(found.stream().map(a -> new AccessRights.RoleAssignment(Scopes.text(a.id()),
                Scopes.text(a.principalId()), Scopes.text(a.principalType()), Scopes.text(a.roleDefinitionId()),
                names.get(key(a)).known().orElse(""), Scopes.text(a.scope()))).toList(), all);
    }

    private Map<String, Probed<String>> names(AuthorizationManagementClient client, List<RoleAssignmentInner> assignments,
                                              Limit limit) throws InterruptedException {
        List<String> roles = assignments.stream().map(RightsFacts::key).distinct().toList();
        List<Probed<String>> told = Asking.each(roles, role -> role.isEmpty() ? Probed.notTried("No role is named.")
                : asking.ask(Question.arm("Microsoft.Authorization/roleDefinitions/read", role, "role", "definition", "list",
                        "--name", ResourceId.of(role).name()), limit,
                trace -> Scopes.text(client.getRoleDefinitions().getByIdWithResponse(role, trace.context()).getValue().roleName()),
                name -> name));
        Map<String, Probed<String>> names = new TreeMap<>();
        for (int i = 0; i < roles.size(); i++) {
            names.put(roles.get(i), told.get(i));
        }
        return names;
    }

    private static String key(RoleAssignmentInner assignment) {
        return Scopes.text(assignment.roleDefinitionId());
    }

    private Probed<List<AccessRights.Permission>> permissions(AuthorizationManagementClient client, ResourceId vault,
                                                              Limit limit) throws InterruptedException {
        String path = vault.text() + "/providers/Microsoft.Authorization/permissions?api-version=2022-04-01";
        return asking.whole(Question.arm("Microsoft.Authorization/permissions/read", vault.text(),
                        "rest", "--url", path), limit,
                context -> client.getPermissions().listForResource(vault.resourceGroup(), "Microsoft.KeyVault", "",
                        "vaults", vault.name(), context),
                found -> Words.count(found.size(), "set") + " of permissions").map(found -> found.stream().map(RightsFacts::permission).toList());
    }

    private static AccessRights.Permission permission(PermissionInner inner) {
        return new AccessRights.Permission(Scopes.list(inner.actions()), Scopes.list(inner.notActions()),
                Scopes.list(inner.dataActions()), Scopes.list(inner.notDataActions()));
    }
}
