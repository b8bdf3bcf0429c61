package linkdoctor.lab.arm;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;

/** Resource groups, and what lies in them whatever its type. */
final class ResourceGroups {
    private static final String TYPE = "Microsoft.Resources/resourceGroups";
    private static final Pattern EQUALS = Pattern.compile("(resourceType|name)\\s+eq\\s+'([^']*)'",
            Pattern.CASE_INSENSITIVE);
    /** Types of ids that ARM's inventory lists: not children, extensions or ARM's own. */
    private static final Set<String> NO_INVENTORY = Set.of("Microsoft.Authorization", "Microsoft.Insights",
            "Microsoft.Resources");

    private ResourceGroups() {
    }

    static Answer answer(Call call) {
        boolean one = call.path().segments().size() == 4;
        String method = call.request().method();
        String action = "Microsoft.Resources/subscriptions/resourceGroups/"
                + (method.equals("GET") || method.equals("HEAD") ? "read" : method.equals("DELETE") ? "delete" : "write");
        ResourceId subscription = ResourceId.of("/subscriptions/" + call.id().subscription());
        ResourceId scope = one ? call.id() : subscription;
        if (!call.rights().allows(action, scope) && (one || !call.rights().partly(action, scope))) {
            return ArmErrors.authorizationFailed(call.caller(), action, scope);
        }
        if (!one) {
            return value(call.estate().below(subscription, TYPE).stream().filter(group -> call.rights()
                    .allows(action, ResourceId.of(group.path("id").asText()))).toList());
        }
        Optional<ObjectNode> found = call.document();
        return switch (method) {
            case "HEAD" -> Answer.empty(found.isPresent() ? 204 : 404);
            case "PUT", "PATCH" -> write(call, found);
            case "DELETE" -> Answer.empty(call.estate().remove(call.id()) ? 200 : 404);
            default -> found.map(group -> Answer.json(200, group))
                    .orElseGet(() -> ArmErrors.groupNotFound(call.path().name()));
        };
    }

    private static Answer write(Call call, Optional<ObjectNode> before) {
        ObjectNode group = before.orElseGet(() -> Json.object().put("id", call.id().text())
                .put("name", call.path().name()).put("type", TYPE).put("location", "eastus"));
        group.setAll(call.body());
        group.putObject("properties").put("provisioningState", "Succeeded");
        call.estate().put(call.id(), group);
        return Answer.json(before.isPresent() ? 200 : 201, group);
    }

    /** {@code /resources}, of a subscription or a group, with the filters that clients use. */
    static Answer resources(Call call) {
        ResourceId scope = ResourceId.of(call.id().text().replaceAll("/resources$", ""));
        String filter = call.request().query("$filter").orElse("");
        List<ObjectNode> found = Catalogue.TYPES.stream().map(ResourceType::type)
                .filter(type -> type.chars().filter(c -> c == '/').count() == 1
                        && !NO_INVENTORY.contains(type.substring(0, type.indexOf('/'))))
                .flatMap(type -> call.estate().below(scope, type).stream())
                .filter(document -> document.path("location").isTextual() && passes(filter, document))
                .filter(document -> call.rights().allows(document.path("type").asText() + "/read",
                        ResourceId.of(document.path("id").asText())))
                .map(ResourceGroups::brief).toList();
        return value(found);
    }

    private static boolean passes(String filter, ObjectNode document) {
        Matcher term = EQUALS.matcher(filter);
        while (term.find()) {
            String field = term.group(1).equalsIgnoreCase("name") ? "name" : "type";
            if (!document.path(field).asText().equalsIgnoreCase(term.group(2))) {
                return false;
            }
        }
        return true;
    }

    /** What {@code /providers} says of a namespace: its types, for clients that look up an api-version. */
    static List<ObjectNode> types(String namespace) {
        return Catalogue.TYPES.stream().map(ResourceType::type).filter(type -> type.startsWith(namespace + "/"))
                .map(type -> {
                    ObjectNode one = Json.object().put("resourceType", type.substring(namespace.length() + 1));
                    one.putArray("locations").add("East US");
                    one.putArray("apiVersions").add(Catalogue.newestVersion(namespace));
                    return one;
                }).toList();
    }

    private static ObjectNode brief(ObjectNode document) {
        ObjectNode brief = Json.object();
        for (String field : List.of("id", "name", "type", "location", "tags")) {
            if (document.has(field)) {
                brief.set(field, document.get(field));
            }
        }
        return brief;
    }


    private static Answer value(List<ObjectNode> documents) {
        ObjectNode body = Json.object();
        ArrayNode value = body.putArray("value");
        documents.forEach(value::add);
        return Answer.json(200, body);
    }
}
