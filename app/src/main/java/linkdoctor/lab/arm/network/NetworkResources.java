package linkdoctor.lab.arm.network;

import java.util.List;
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
    private static final List<String> READ_ONLY = List.of("provisioningState", "resourceGuid", "routeServiceVips");

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
        before.ifPresent(old -> keep(old, properties));
        if (!properties.has("enableDdosProtection")) {
            properties.put("enableDdosProtection", false);
        }
        call.estate().put(call.id(), network);
        ObjectNode updating = network.deepCopy();
        updating.withObjectProperty("properties").put("provisioningState", "Updating");
        return call.operations().network(Answer.json(before.isPresent() ? 200 : 201, updating), call);
    }

    /** What only Azure writes of a peering is not taken from a client, which leaves it out. */
    private static void keep(ObjectNode before, ObjectNode properties) {
        for (JsonNode peering : properties.withArrayProperty("virtualNetworkPeerings")) {
            for (JsonNode old : before.path("properties").path("virtualNetworkPeerings")) {
                if (old.path("name").equals(peering.path("name"))) {
                    READ_ONLY.stream().filter(old.path("properties")::has).forEach(name ->
                            ((ObjectNode) peering).withObjectProperty("properties").set(name, old.path("properties").path(name)));
                }
            }
        }
    }

    @Override
    public Answer delete(Call call) {
        return call.estate().remove(call.id()) ? call.operations().network(Answer.empty(202), call) : Answer.empty(204);
    }
}
