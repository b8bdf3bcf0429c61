package linkdoctor.lab;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.World.Account;

/**
 * What an account may do, from the estate's role assignments: its own and its groups', inherited from above, less what deny
 * assignments forbid.
 */
public final class Rights {
    private static final String EVERYONE = "00000000-0000-0000-0000-000000000000";
    private static final String MANAGEMENT_GROUP = "/providers/microsoft.management/managementgroups/";
    private final Estate estate;
    private final Account account;

    private Rights(Estate estate, Account account) {
        this.estate = estate;
        this.account = account;
    }

    public static Rights of(Estate estate, Account account) {
        return new Rights(estate, account);
    }

    /** Whether the control plane allows an action such as {@code Microsoft.KeyVault/vaults/read} at a scope. */
    public boolean allows(String action, ResourceId scope) {
        return !refused(action, scope) && denial("actions", "notActions", action, scope).isEmpty() && permissions(scope).stream().anyMatch(
                permission -> matches(permission.path("actions"), action)
                        && !matches(permission.path("notActions"), action));
    }

    /** Whether the data plane allows an action such as {@code Microsoft.KeyVault/vaults/secrets/getSecret/action}. */
    public boolean allowsData(String action, ResourceId scope) {
        return denialOfData(action, scope).isEmpty() && permissions(scope).stream().anyMatch(
                permission -> matches(permission.path("dataActions"), action)
                        && !matches(permission.path("notDataActions"), action));
    }

    /** The deny assignment that forbids an action of the data plane, whatever the roles; empty when there is none. */
    public Optional<ObjectNode> denialOfData(String action, ResourceId scope) {
        return denial("dataActions", "notDataActions", action, scope);
    }

    private Optional<ObjectNode> denial(String actions, String exceptions, String action, ResourceId scope) {
        return estate.ofType("Microsoft.Authorization/denyAssignments").stream().filter(one -> {
            JsonNode properties = one.path("properties");
            String given = scopeOf(one);
            return (properties.path("doNotApplyToChildScopes").asBoolean() ? ResourceId.of(given).equals(scope) : covers(given, scope.text()))
                    && names(properties.path("principals")) && !names(properties.path("excludePrincipals"))
                    && StreamSupport.stream(properties.path("permissions").spliterator(), false).anyMatch(
                            permission -> matches(permission.path(actions), action) && !matches(permission.path(exceptions), action));
        }).findFirst();
    }

    private boolean names(JsonNode principals) {
        return StreamSupport.stream(principals.spliterator(), false).map(one -> one.path("id").asText())
                .anyMatch(id -> id.equals(EVERYONE) || concerns(id));
    }

    /** The permission entries of every assignment in force at a scope. */
    public List<JsonNode> permissions(ResourceId scope) {
        return assignments(scope).stream()
                .flatMap(assignment -> Roles.byId(assignment.path("properties").path("roleDefinitionId").asText())
                        .stream())
                .flatMap(role -> StreamSupport.stream(
                        role.path("properties").path("permissions").spliterator(), false))
                .toList();
    }

    /** The account's role assignments in force at a scope. */
    public List<ObjectNode> assignments(ResourceId scope) {
        return mine().filter(assignment -> covers(scopeOf(assignment), scope.text())).toList();
    }

    /** Whether an assignment below the scope allows the action there: then a list shows at least that part. */
    public boolean partly(String action, ResourceId scope) {
        return mine().map(Rights::scopeOf).filter(given -> covers(scope.text(), given))
                .anyMatch(given -> allows(action, ResourceId.of(given)));
    }

    /** Whether the account has any role at the scope, above it or below it: then Azure lets it see the scope. */
    public boolean anyAround(ResourceId scope) {
        return mine().map(Rights::scopeOf)
                .anyMatch(given -> covers(given, scope.text()) || covers(scope.text(), given));
    }

    /** Whether a scope is another or above it. Every management group stands above all subscriptions. */
    public static boolean covers(String scope, String id) {
        String above = scope.toLowerCase(Locale.ROOT).replaceAll("/$", "");
        String below = id.toLowerCase(Locale.ROOT);
        return below.equals(above) || above.startsWith(MANAGEMENT_GROUP) && below.startsWith("/subscriptions/") || below.startsWith(above + "/");
    }

    /** Whether the scenario takes the right away: {@code ACTION-PREFIX @ ID-PREFIX}. */
    private boolean refused(String action, ResourceId scope) {
        return account.denied().stream().map(rule -> rule.split("@", 2)).anyMatch(rule -> {
            String prefix = rule[0].strip().replaceAll("\\*$", "").toLowerCase(Locale.ROOT);
            return action.toLowerCase(Locale.ROOT).startsWith(prefix)
                    && (rule.length < 2 || covers(rule[1].strip(), scope.text()));
        });
    }

    private Stream<ObjectNode> mine() {
        return estate.ofType("Microsoft.Authorization/roleAssignments").stream()
                .filter(assignment -> concerns(assignment.path("properties").path("principalId").asText()));
    }

    private boolean concerns(String principal) {
        return principal.equalsIgnoreCase(account.objectId()) || account.groups().stream().anyMatch(principal::equalsIgnoreCase);
    }

    private static String scopeOf(ObjectNode assignment) {
        return assignment.path("properties").path("scope").asText();
    }

    private static boolean matches(JsonNode patterns, String action) {
        return StreamSupport.stream(patterns.spliterator(), false).anyMatch(pattern -> Pattern.compile(
                Pattern.quote(pattern.asText()).replace("*", "\\E.*\\Q"), Pattern.CASE_INSENSITIVE)
                .matcher(action).matches());
    }
}
