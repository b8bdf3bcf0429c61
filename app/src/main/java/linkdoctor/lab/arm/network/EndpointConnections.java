package linkdoctor.lab.arm.network;

import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.Estate;
import linkdoctor.lab.arm.Call;
import linkdoctor.lab.arm.keyvault.ConnectionResources;
import linkdoctor.lab.http.Json;

/** The two ends of a private link: what the endpoint and the vault each keep of their connection. */
final class EndpointConnections {
    private static final String STATE = "privateLinkServiceConnectionState";

    private EndpointConnections() {
    }

    /** Makes the vault's end in the estate, and returns the endpoint's. */
    static ObjectNode create(Call call, String kind, JsonNode asked, String etag) {
        boolean manual = kind.startsWith("manual");
        String name = asked.path("name").asText(call.path().name());
        JsonNode wanted = asked.path("properties");
        ResourceId vault = ResourceId.of(wanted.path("privateLinkServiceId").asText());
        vaultEnd(call, vault, name, manual, wanted.path("requestMessage").asText(""));
        ObjectNode own = Json.object().put("name", name).put("id", call.id().text() + "/" + kind + "/" + name)
                .put("etag", etag);
        ObjectNode properties = own.putObject("properties").put("provisioningState", "Succeeded")
                .put("privateLinkServiceId", vault.text());
        properties.set("groupIds", wanted.path("groupIds").isArray() ? wanted.get("groupIds")
                : Json.array().add("vault"));
        if (wanted.path("requestMessage").isTextual()) {
            properties.put("requestMessage", wanted.get("requestMessage").asText());
        }
        properties.putObject(STATE).put("status", manual ? "Pending" : "Approved")
                .put("description", manual ? "Awaiting approval" : "Auto Approved").put("actionsRequired", "None");
        return own.put("type", EndpointResources.TYPE + "/" + kind);
    }

    private static void vaultEnd(Call call, ResourceId vault, String name, boolean manual, String message) {
        Estate estate = call.estate();
        ResourceId id = ResourceId.of(vault.text() + "/privateEndpointConnections/" + name);
        if (estate.get(id).isPresent()) {
            // The name is another endpoint's, or a removed one's: Azure tells them apart by a suffix.
            id = ResourceId.of(id.text() + "_" + UUID.randomUUID());
        }
        ObjectNode connection = Json.object().put("id", id.text()).put("name", id.name())
                .put("type", ConnectionResources.TYPE)
                .put("location", estate.get(vault).map(v -> v.path("location").asText()).orElse("eastus"));
        ObjectNode properties = connection.putObject("properties").put("provisioningState", "Succeeded");
        properties.putObject("privateEndpoint").put("id", call.id().text());
        ObjectNode state = properties.putObject(STATE).put("status", manual ? "Pending" : "Approved");
        if (!message.isEmpty()) {
            state.put("description", message);
        }
        state.put("actionsRequired", "None");
        estate.put(id, connection);
    }

    /** What the vault keeps of an endpoint that is gone. */
    static void disconnect(Estate estate, ResourceId endpoint) {
        for (ObjectNode connection : estate.ofType(ConnectionResources.TYPE)) {
            ObjectNode properties = connection.withObjectProperty("properties");
            if (ResourceId.of(properties.path("privateEndpoint").path("id").asText("/")).equals(endpoint)) {
                properties.withObjectProperty(STATE).put("status", "Disconnected");
                estate.put(ResourceId.of(connection.path("id").asText()), connection);
            }
        }
    }
}
