package linkdoctor.lab.arm.authorization;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.lab.Roles;
import linkdoctor.lab.arm.ArmErrors;
import linkdoctor.lab.arm.Call;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;

/** Role assignments; {@code assignedTo()} finds those of the principal's groups too. */
final class RoleAssignmentResources extends InheritedResources {
    private static final Pattern PRINCIPAL = Pattern.compile("(principalId eq|assignedTo\\()\\s*'([^']+)'");

    RoleAssignmentResources() {
        super("Microsoft.Authorization/roleAssignments");
    }

    @Override
    public List<ObjectNode> members(Call call) {
        Matcher asked = PRINCIPAL.matcher(call.request().query("$filter").orElse(""));
        List<ObjectNode> all = super.members(call);
        if (!asked.find()) {
            return all;
        }
        String principal = asked.group(2);
        List<String> groups = asked.group(1).startsWith("assignedTo") ? call.accounts().stream()
                .filter(account -> account.objectId().equalsIgnoreCase(principal)).flatMap(account -> account.groups().stream()).toList() : List.of();
        return all.stream().filter(assignment -> {
            String holder = assignment.path("properties").path("principalId").asText();
            return holder.equalsIgnoreCase(principal) || groups.stream().anyMatch(holder::equalsIgnoreCase);
        }).toList();
    }

    @Override
    public Answer put(Call call) {
        JsonNode asked = call.body().path("properties");
        String role = asked.path("roleDefinitionId").asText();
        if (Roles.byId(role).isEmpty()) {
            return ArmErrors.badRequest("RoleDefinitionDoesNotExist", "The specified role definition with ID '"
                    + role.substring(role.lastIndexOf('/') + 1).replace("-", "") + "' does not exist.");
        }
        String scope = call.path().scope().text();
        String principal = asked.path("principalId").asText();
        Optional<ObjectNode> same = call.estate().ofType(type()).stream()
                .filter(old -> given(old).equalsIgnoreCase(scope)
                        && old.path("properties").path("principalId").asText().equalsIgnoreCase(principal)
                        && old.path("properties").path("roleDefinitionId").asText().endsWith(
                                role.substring(role.lastIndexOf('/'))))
                .findFirst();
        if (same.isPresent()) {
            return ArmErrors.of(409, "RoleAssignmentExists", "The role assignment already exists. The ID of the "
                    + "existing role assignment is " + same.get().path("name").asText().replace("-", "") + ".");
        }
        String now = Instant.now().toString();
        ObjectNode assignment = Json.object();
        ObjectNode properties = assignment.putObject("properties").put("roleDefinitionId", role)
                .put("principalId", principal).put("principalType", asked.path("principalType").asText("User"))
                .put("scope", scope).putNull("condition").putNull("conditionVersion").put("createdOn", now)
                .put("updatedOn", now).putNull("createdBy").put("updatedBy", call.caller().objectId())
                .putNull("delegatedManagedIdentityResourceId");
        properties.set("description", asked.path("description").isTextual() ? asked.get("description")
                : properties.nullNode());
        assignment.put("id", scope + "/providers/Microsoft.Authorization/roleAssignments/" + call.path().name())
                .put("type", type()).put("name", call.path().name());
        call.estate().put(call.id(), assignment);
        return Answer.json(201, assignment);
    }

    @Override
    public Answer delete(Call call) {
        Optional<ObjectNode> found = document(call);
        call.estate().remove(call.id());
        return found.map(assignment -> Answer.json(200, assignment)).orElseGet(() -> Answer.empty(204));
    }
}
