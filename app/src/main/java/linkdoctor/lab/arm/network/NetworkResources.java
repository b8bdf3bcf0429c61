package linkdoctor.lab.arm.network;

import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.lab.arm.Call;
import linkdoctor.lab.arm.ResourceType;
import linkdoctor.lab.http.Answer;

/** Virtual networks, written as a whole with their subnets. */
final class NetworkResources extends ResourceType {
    static final String TYPE = "Microsoft.Network/virtualNetworks";

    NetworkResources() {
        super(TYPE);
    }

    @Override
    public Answer put(Call call) {
        Optional<ObjectNode> before = call.document();
        String etag = "W/\"" + UUID.randomUUID() + "\"";
        ObjectNode network = call.body();
        network.put("name", call.path().name()).put("id", call.id().text()).put("etag", etag).put("type", TYPE);
        ObjectNode properties = network.withObjectProperty("properties");
        properties.put("provisioningState", "Succeeded").put("resourceGuid", before
                .map(old -> old.path("properties").path("resourceGuid").asText())
                .orElseGet(() -> UUID.randomUUID().toString()));
        properties.remove("enableVmProtection");
        if (properties.path("dhcpOptions").path("dnsServers").isEmpty()) {
            properties.remove("dhcpOptions");
        }
        for (JsonNode subnet : properties.withArrayProperty("subnets")) {
            NetworkPartResources.complete((ObjectNode) subnet, call.id(), "subnets", etag);
        }
        // A body without peerings leaves them alone.
        if (!properties.path("virtualNetworkPeerings").isArray()) {
            before.ifPresent(old -> properties.set("virtualNetworkPeerings",
                    old.path("properties").path("virtualNetworkPeerings").deepCopy()));
            properties.withArrayProperty("virtualNetworkPeerings");
        }
        if (!properties.has("enableDdosProtection")) {
            properties.put("enableDdosProtection", false);
        }
        call.estate().put(call.id(), network);
        ObjectNode updating = network.deepCopy();
        updating.withObjectProperty("properties").put("provisioningState", "Updating");
        return call.operations().network(Answer.json(before.isPresent() ? 200 : 201, updating), call);
    }

    @Override
    public Answer delete(Call call) {
        return call.estate().remove(call.id()) ? call.operations().network(Answer.empty(202), call) : Answer.empty(204);
    }
}
