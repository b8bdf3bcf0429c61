package linkdoctor.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.http.Json;

/** Azure's built-in roles that matter here, as ARM describes them; the documents stand in {@code roles.json}. */
public final class Roles {
    private static final List<ObjectNode> BUILT_IN = builtIn();

    private Roles() {
    }

    /** Every built-in role, with ids of their own: copies, to be changed at will. */
    public static List<ObjectNode> all() {
        return BUILT_IN.stream().map(ObjectNode::deepCopy).toList();
    }

    /** The role that a role definition id names; the id's scope does not matter. */
    public static Optional<ObjectNode> byId(String roleDefinitionId) {
        String name = ResourceId.of(roleDefinitionId).name();
        return all().stream().filter(role -> role.path("name").asText().equalsIgnoreCase(name)).findFirst();
    }

    /** The role with a display name such as {@code Key Vault Secrets User}. */
    public static Optional<ObjectNode> named(String roleName) {
        return all().stream()
                .filter(role -> role.path("properties").path("roleName").asText().equalsIgnoreCase(roleName))
                .findFirst();
    }

    private static List<ObjectNode> builtIn() {
        List<ObjectNode> roles = new ArrayList<>();
        for (JsonNode role : Json.read(Roles.class.getResourceAsStream("roles.json"))) {
            roles.add((ObjectNode) role);
        }
        return List.copyOf(roles);
    }
}
