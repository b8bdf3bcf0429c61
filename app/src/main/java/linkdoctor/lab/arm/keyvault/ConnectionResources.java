package linkdoctor.lab.arm.keyvault;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.Estate;
import linkdoctor.lab.arm.ArmErrors;
import linkdoctor.lab.arm.Call;
import linkdoctor.lab.arm.ResourceType;
import linkdoctor.lab.http.Answer;

/** A vault's private endpoint connections: what is decided here shows at the endpoint too. */
public final class ConnectionResources extends ResourceType {
    public static final String TYPE = "Microsoft.KeyVault/vaults/privateEndpointConnections";
    /** Where an endpoint keeps its connections: those that approve themselves, and those that wait for the owner. */
    public static final List<String> ENDPOINT_KINDS = List.of("privateLinkServiceConnections",
            "manualPrivateLinkServiceConnections");
    private static final String STATE = "privateLinkServiceConnectionState";

    ConnectionResources() {
        super(TYPE);
    }

    @Override
    public ObjectNode shown(ObjectNode connection, Call call) {
        ObjectNode shown = connection.deepCopy();
        if (call.operations().stillUpdating(ResourceId.of(connection.path("id").asText()))) {
            shown.withObjectProperty("properties").put("provisioningState", "Updating");
        }
        return shown;
    }

    @Override
    public Answer get(Call call) {
        // Key Vault shows an etag in the body of connections that were written, and none in the header.
        return document(call).map(found -> Answer.json(200, shown(found, call)))
                .orElseGet(() -> ArmErrors.notFound(call.path()));
    }

    @Override
    public Answer put(Call call) {
        Optional<ObjectNode> found = document(call);
        if (found.isEmpty()) {
            return ArmErrors.notFound(call.path());
        }
        ObjectNode connection = found.get();
        JsonNode asked = call.body().path("properties").path(STATE);
        String status = asked.path("status").asText();
        if (!status.equalsIgnoreCase("Approved") && !status.equalsIgnoreCase("Rejected")) {
            return ArmErrors.badRequest("BadRequest", "Invalid value found at properties."
                    + "privateLinkServiceConnectionState.status: " + status);
        }
        connection.put("etag", UUID.randomUUID().toString().replace("-", ""));
        ObjectNode properties = connection.withObjectProperty("properties");
        ObjectNode state = properties.putObject(STATE).put("status", status);
        if (asked.path("description").isTextual()) {
            state.put("description", asked.get("description").asText());
        }
        state.put("actionsRequired", "None");
        properties.put("provisioningState", "Succeeded");
        call.estate().put(call.id(), connection);
        tellEndpoint(call.estate(), connection, status, state.path("description").asText(""));
        ObjectNode updating = connection.deepCopy();
        updating.withObjectProperty("properties").put("provisioningState", "Updating");
        call.operations().update(call.id());
        String operation = "{\"code\":\"privateEndpointConnections/"
                + (status.equalsIgnoreCase("Approved") ? "approve" : "reject") + "\"}";
        return Answer.json(200, updating).with("Azure-AsyncOperation", call.origin() + call.id().text()
                + "?api-version=" + call.apiVersion() + "&kv-operation=" + Base64.getUrlEncoder().withoutPadding()
                        .encodeToString(operation.getBytes(StandardCharsets.UTF_8)))
                .with("Retry-After", "1");
    }

    @Override
    public Answer delete(Call call) {
        Optional<ObjectNode> found = document(call);
        if (found.isEmpty()) {
            return Answer.empty(204);
        }
        call.estate().remove(call.id());
        tellEndpoint(call.estate(), found.get(), "Disconnected", "");
        return Answer.json(200, shown(found.get(), call));
    }

    /** Writes the connection's state into its private endpoint, where that is still there. */
    private static void tellEndpoint(Estate estate, ObjectNode connection, String status, String description) {
        ResourceId id = ResourceId.of(connection.path("properties").path("privateEndpoint").path("id").asText("/"));
        ResourceId vault = ResourceId.of(connection.path("id").asText()).parent();
        estate.get(id).ifPresent(endpoint -> {
            for (String kind : ENDPOINT_KINDS) {
                for (JsonNode own : endpoint.path("properties").path(kind)) {
                    if (ResourceId.of(own.path("properties").path("privateLinkServiceId").asText("/")).equals(vault)) {
                        ((ObjectNode) own).withObjectProperty("properties").putObject(STATE).put("status", status)
                                .put("description", description).put("actionsRequired", "None");
                    }
                }
            }
            estate.put(id, endpoint);
        });
    }
}
