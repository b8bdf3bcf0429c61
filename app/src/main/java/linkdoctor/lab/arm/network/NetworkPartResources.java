package linkdoctor.lab.arm.network;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.arm.ArmErrors;
import linkdoctor.lab.arm.Call;
import linkdoctor.lab.arm.ResourceType;
import linkdoctor.lab.http.Answer;

/** Parts of a virtual network that live inside its document: its subnets, and with more to do, its peerings. */
class NetworkPartResources extends ResourceType {
    private final String field;

    /** @param field where the network's document keeps them, which is also their segment in an id */
    NetworkPartResources(String type, String field) {
        super(type);
        this.field = field;
    }

    /** A part of a network by name. */
    static Optional<ObjectNode> part(ObjectNode network, String field, String name) {
        return parts(network, field).stream().filter(one -> one.path("name").asText().equalsIgnoreCase(name)).findFirst();
    }

    /** Gives a subnet what Azure adds to what was asked. */
    static void complete(ObjectNode subnet, ResourceId network, String field, String etag) {
        subnet.put("id", network.text() + "/" + field + "/" + subnet.path("name").asText()).put("etag", etag)
                .put("type", NetworkResources.TYPE + "/" + field);
        ObjectNode properties = subnet.withObjectProperty("properties").put("provisioningState", "Succeeded");
        properties.withArrayProperty("delegations");
        if (!properties.has("privateEndpointNetworkPolicies")) {
            properties.put("privateEndpointNetworkPolicies", "Disabled");
        }
        if (!properties.has("privateLinkServiceNetworkPolicies")) {
            properties.put("privateLinkServiceNetworkPolicies", "Enabled");
        }
    }

    @Override
    protected Optional<ObjectNode> document(Call call) {
        return network(call).flatMap(network -> part(network, field, call.path().name()));
    }

    @Override
    public List<ObjectNode> members(Call call) {
        return network(call).map(network -> parts(network, field)).orElse(List.of());
    }

    @Override
    public Answer put(Call call) {
        Optional<ObjectNode> network = network(call);
        if (network.isEmpty()) {
            return ArmErrors.parentNotFound(call.path().parent());
        }
        boolean existed = document(call).isPresent();
        ObjectNode part = call.body().put("name", call.path().name());
        finish(part, call);
        store(call, network.get(), Optional.of(part));
        ObjectNode updating = document(call).orElse(part);
        updating.withObjectProperty("properties").put("provisioningState", "Updating");
        return call.operations().network(Answer.json(existed ? 200 : 201, updating), call);
    }

    @Override
    public Answer delete(Call call) {
        Optional<ObjectNode> network = network(call);
        if (document(call).isEmpty() || network.isEmpty()) {
            return Answer.empty(204);
        }
        store(call, network.get(), Optional.empty());
        return call.operations().network(Answer.empty(202), call);
    }

    /** Completes what a client asked for, before it is kept. */
    void finish(ObjectNode part, Call call) {
        complete(part, call.path().parent(), field, "W/\"" + UUID.randomUUID() + "\"");
    }

    private void store(Call call, ObjectNode network, Optional<ObjectNode> part) {
        ArrayNode kept = network.withObjectProperty("properties").withArrayProperty(field);
        List<ObjectNode> others = parts(network, field).stream()
                .filter(one -> !one.path("name").asText().equalsIgnoreCase(call.path().name())).toList();
        kept.removeAll();
        others.forEach(kept::add);
        part.ifPresent(kept::add);
        call.estate().put(call.path().parent(), network);
    }

    private static List<ObjectNode> parts(ObjectNode network, String field) {
        return StreamSupport.stream(network.path("properties").path(field).spliterator(), false)
                .filter(JsonNode::isObject).map(ObjectNode.class::cast).toList();
    }

    private static Optional<ObjectNode> network(Call call) {
        return call.estate().get(call.path().parent());
    }
}
