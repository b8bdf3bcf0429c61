package linkdoctor.probe.azure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.azure.resourcemanager.authorization.fluent.AuthorizationManagementClient;
import com.azure.resourcemanager.authorization.fluent.models.DenyAssignmentInner;
import com.azure.resourcemanager.authorization.fluent.models.PermissionInner;
import com.azure.resourcemanager.authorization.fluent.models.RoleAssignmentInner;
import com.azure.resourcemanager.authorization.fluent.models.RoleDefinitionInner;
import com.azure.resourcemanager.authorization.models.DenyAssignmentPermission;

import linkdoctor.facts.Evidence;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Words;
import linkdoctor.facts.azure.AccessRights;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.azure.Principal;
import linkdoctor.probe.azure.plain.GraphFacts;
import linkdoctor.probe.azure.wire.Asking;
import linkdoctor.probe.azure.wire.Limit;
import linkdoctor.probe.azure.wire.Question;

/** Role assignments, deny assignments and permissions at the vault, of the caller and of others. */
final class RightsFacts {
    private static final String EVERYONE = "00000000-0000-0000-0000-000000000000";
    private final Asking asking;
    private final ArmClients clients;
    private final GraphFacts graph;

    RightsFacts(Asking asking, ArmClients clients, GraphFacts graph) {
        this.asking = asking;
        this.clients = clients;
        this.graph = graph;
    }

    /** Who is asked about, and what of it is not looked at by {@link #rights}. */
    private record Who(String objectId, Probed<List<AccessRights.Group>> groups, Probed<List<AccessRights.Permission>> permissions) {
    }

    Probed<AccessRights> rights(ResourceId vault, Identity caller, Limit limit) throws InterruptedException {
        AuthorizationManagementClient client = clients.authorization(vault.subscription());
        var both = Asking.both(() -> groups(caller.kind().equals("user") ? "user" : "servicePrincipal", caller.objectId(), limit),
                () -> permissions(client, vault, limit));
        AccessRights rights = rights(client, vault, new Who(caller.objectId(), both.first(), both.second()), limit);
        return Probed.seen(rights, evidence(rights));
    }

    /** Others than the caller: Azure computes nobody else's permissions, so they are put together from their roles. */
    Probed<List<Principal>> principals(ResourceId vault, List<String> objectIds, Limit limit) throws InterruptedException {
        AuthorizationManagementClient client = clients.authorization(vault.subscription());
        List<Principal> all = Asking.each(objectIds, objectId -> {
            Probed<Principal.Entry> entry = graph.entry(objectId, limit);
            Probed<List<AccessRights.Group>> groups = switch (entry) {
                case Probed.Seen<Principal.Entry>(Principal.Entry found, var from) -> groups(found.kind(), objectId, limit);
                case Probed.Failed<Principal.Entry>(var failure, var from) -> Probed.failed(failure);
                case Probed.NotTried<Principal.Entry>(String why) -> Probed.notTried(why);
            };
            return new Principal(objectId, entry, rights(client, vault, new Who(objectId, groups,
                    Probed.notTried("Azure computes permissions for the caller alone.")), limit));
        });
        return Probed.seen(all, all.stream().flatMap(one -> Stream.concat(one.entry().evidence().stream(), evidence(one.rights()).stream()))
                .distinct().toList());
    }

    private Probed<List<AccessRights.Group>> groups(String kind, String objectId, Limit limit) throws InterruptedException {
        return objectId.isEmpty() || kind.isEmpty() ? Probed.notTried("Who it is, is not known.") : graph.groups(kind, objectId, limit);
    }

    private AccessRights rights(AuthorizationManagementClient client, ResourceId vault, Who who, Limit limit) throws InterruptedException {
        var both = Asking.both(() -> assignments(client, vault, who.objectId(), limit), () -> denials(client, vault, limit));
        return new AccessRights(both.first(), who.permissions(), both.second(), who.groups());
    }

    private static List<Evidence> evidence(AccessRights rights) {
        return Stream.of(rights.assignments(), rights.permissions(), rights.denials(), rights.groups()).flatMap(fact -> fact.evidence().stream()).toList();
    }

    /** {@code assignedTo} also finds what comes through groups, which the token does not list. */
    private Probed<List<AccessRights.RoleAssignment>> assignments(AuthorizationManagementClient client, ResourceId vault,
                                                                  String principal, Limit limit) throws InterruptedException {
        if (principal.isEmpty()) {
            return Probed.notTried("The token does not tell the caller's object id.");
        }
        Question question = Question.arm("Microsoft.Authorization/roleAssignments/read", vault.text(), "role", "assignment",
                "list", "--scope", vault.text(), "--assignee", principal, "--include-inherited", "--include-groups");
        Probed<List<RoleAssignmentInner>> listed = asking.whole(question, limit,
                context -> client.getRoleAssignments().listForScope(vault.text(),
                        "atScope() and assignedTo('" + principal + "')", null, null, context),
                found -> Words.count(found.size(), "role assignment") + " of " + principal);
        if (!(listed instanceof Probed.Seen<List<RoleAssignmentInner>>(List<RoleAssignmentInner> found, var evidence))) {
            return listed.map(none -> List.of());
        }
        Map<String, Probed<RoleDefinitionInner>> roles = roles(client, found, limit);
        List<Evidence> all = new ArrayList<>(evidence);
        roles.values().forEach(role -> all.addAll(role.evidence()));
        return Probed.seen(found.stream().map(a -> new AccessRights.RoleAssignment(Scopes.text(a.id()),
                Scopes.text(a.principalId()), Scopes.text(a.principalType()), Scopes.text(a.roleDefinitionId()),
                roles.get(key(a)).known().map(role -> Scopes.text(role.roleName())).orElse(""), Scopes.text(a.scope()),
                // What was asked stands with the assignments.
                withoutEvidence(roles.get(key(a)).map(role -> Scopes.list(role.permissions()).stream().map(RightsFacts::permission).toList())))).toList(), all);
    }

    private static <T> Probed<T> withoutEvidence(Probed<T> fact) {
        return switch (fact) {
            case Probed.Seen<T>(T value, var evidence) -> Probed.seen(value);
            case Probed.Failed<T>(var failure, var evidence) -> Probed.failed(failure);
            case Probed.NotTried<T> none -> none;
        };
    }

    private Map<String, Probed<RoleDefinitionInner>> roles(AuthorizationManagementClient client, List<RoleAssignmentInner> assignments,
                                                           Limit limit) throws InterruptedException {
        List<String> ids = assignments.stream().map(RightsFacts::key).distinct().toList();
        List<Probed<RoleDefinitionInner>> told = Asking.each(ids, role -> role.isEmpty() ? Probed.notTried("No role is named.")
                : asking.ask(Question.arm("Microsoft.Authorization/roleDefinitions/read", role, "role", "definition", "list",
                        "--name", ResourceId.of(role).name()), limit,
                trace -> Objects.requireNonNull(client.getRoleDefinitions().getByIdWithResponse(role, trace.context()).getValue()),
                found -> Scopes.text(found.roleName())));
        Map<String, Probed<RoleDefinitionInner>> roles = new TreeMap<>();
        for (int i = 0; i < ids.size(); i++) {
            roles.put(ids.get(i), told.get(i));
        }
        return roles;
    }

    private static String key(RoleAssignmentInner assignment) {
        return Scopes.text(assignment.roleDefinitionId());
    }

    /** Those at the vault's scope and above, but for those that stop above it. */
    private Probed<List<AccessRights.DenyAssignment>> denials(AuthorizationManagementClient client, ResourceId vault, Limit limit)
            throws InterruptedException {
        String url = vault.text() + "/providers/Microsoft.Authorization/denyAssignments?api-version=2022-04-01&$filter=atScope()";
        return asking.whole(Question.arm("Microsoft.Authorization/denyAssignments/read", vault.text(), "rest", "--url", url), limit,
                context -> client.getDenyAssignments().listForScope(vault.text(), "atScope()", context),
                found -> Words.count(found.size(), "deny assignment")).map(found -> found.stream()
                .filter(one -> !Boolean.TRUE.equals(one.doNotApplyToChildScopes()) || vault.text().equalsIgnoreCase(Scopes.text(one.scope())))
                .map(RightsFacts::denial).toList());
    }

    private static AccessRights.DenyAssignment denial(DenyAssignmentInner inner) {
        List<String> principals = Scopes.list(inner.principals()).stream().map(one -> Scopes.text(one.id())).toList();
        List<DenyAssignmentPermission> denied = Scopes.list(inner.permissions());
        return new AccessRights.DenyAssignment(Scopes.text(inner.id()), Optional.ofNullable(inner.denyAssignmentName()).orElse(Scopes.text(inner.name())),
                Scopes.text(inner.scope()), principals.contains(EVERYONE), principals.stream().filter(id -> !id.equals(EVERYONE)).toList(),
                Scopes.list(inner.excludePrincipals()).stream().map(one -> Scopes.text(one.id())).toList(),
                denied.stream().map(one -> new AccessRights.Permission(Scopes.list(one.actions()), Scopes.list(one.notActions()),
                        Scopes.list(one.dataActions()), Scopes.list(one.notDataActions()))).toList());
    }

    private Probed<List<AccessRights.Permission>> permissions(AuthorizationManagementClient client, ResourceId vault,
                                                              Limit limit) throws InterruptedException {
        String path = vault.text() + "/providers/Microsoft.Authorization/permissions?api-version=2022-04-01";
        Probed<List<PermissionInner>> listed = asking.whole(Question.arm("Microsoft.Authorization/permissions/read", vault.text(),
                        "rest", "--url", path), limit,
                context -> client.getPermissions().listForResource(vault.resourceGroup(), "Microsoft.KeyVault", "",
                        "vaults", vault.name(), context),
                found -> Words.count(found.size(), "set") + " of permissions");
        return listed.map(found -> found.stream().map(RightsFacts::permission).toList());
    }

    private static AccessRights.Permission permission(PermissionInner one) {
        return new AccessRights.Permission(Scopes.list(one.actions()), Scopes.list(one.notActions()),
                Scopes.list(one.dataActions()), Scopes.list(one.notDataActions()));
    }
}
