package linkdoctor.lab.arm.network;

import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.arm.ArmErrors;
import linkdoctor.lab.arm.Call;
import linkdoctor.lab.arm.ResourceType;
import linkdoctor.lab.arm.keyvault.ConnectionResources;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;

/** Private endpoints: creating one makes its interface, takes an address and connects to the vault. */
final class EndpointResources extends ResourceType {
    static final String TYPE = "Microsoft.Network/privateEndpoints";
    private static final String APPROVAL = "Microsoft.KeyVault/vaults/PrivateEndpointConnectionsApproval/action";

    EndpointResources() {
        super(TYPE);
    }

    @Override
    public Answer put(Call call) {
        Optional<ObjectNode> before = call.document();
        if (before.isPresent()) {
            return patch(call);
        }
        JsonNode asked = call.body().path("properties");
        ResourceId subnet = ResourceId.of(asked.path("subnet").path("id").asText("/"));
        Optional<Answer> refused = refusal(call, asked, subnet);
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<ObjectNode> nic = EndpointInterface.of(call.estate(), call.id(), subnet, asked);
        if (nic.isEmpty()) {
            return ArmErrors.badRequest("SubnetIsFull", "Subnet " + subnet.name() + " with address prefix does not have "
                    + "enough capacity for 1 IP addresses.");
        }
        String etag = "W/\"" + UUID.randomUUID() + "\"";
        ObjectNode endpoint = Json.object().put("name", call.path().name()).put("id", call.id().text())
                .put("etag", etag).put("type", TYPE).put("location", call.body().path("location").asText("eastus"));
        if (call.body().path("tags").isObject()) {
            endpoint.set("tags", call.body().get("tags"));
        }
        ObjectNode properties = endpoint.putObject("properties").put("provisioningState", "Succeeded")
                .put("resourceGuid", UUID.randomUUID().toString());
        for (String kind : ConnectionResources.ENDPOINT_KINDS) {
            ArrayNode connections = properties.putArray(kind);
            asked.path(kind).forEach(one -> connections.add(EndpointConnections.create(call, kind, one, etag)));
        }
        properties.put("customNetworkInterfaceName", asked.path("customNetworkInterfaceName").asText(""));
        properties.putObject("subnet").put("id", subnet.text());
        properties.set("ipConfigurations", asked.path("ipConfigurations").isArray() ? asked.get("ipConfigurations")
                : Json.array());
        properties.putArray("networkInterfaces").addObject().put("id", nic.get().path("id").asText());
        properties.set("customDnsConfigs", EndpointRecords.customDns(endpoint, nic.get()));
        call.estate().put(ResourceId.of(nic.get().path("id").asText()), nic.get());
        call.estate().put(call.id(), endpoint);
        ObjectNode updating = endpoint.deepCopy();
        updating.withObjectProperty("properties").put("provisioningState", "Updating").putArray("customDnsConfigs");
        return call.operations().network(Answer.json(201, updating), call);
    }

    private static Optional<Answer> refusal(Call call, JsonNode asked, ResourceId subnet) {
        Optional<ObjectNode> network = call.estate().get(subnet.parent());
        String region = call.body().path("location").asText("");
        if (network.isEmpty() || NetworkPartResources.part(network.get(), "subnets", subnet.name()).isEmpty()
                || !network.get().path("location").asText().equalsIgnoreCase(region.replace(" ", ""))) {
            return Optional.of(ArmErrors.invalidReference(subnet, call.id()));
        }
        String join = "Microsoft.Network/virtualNetworks/subnets/join/action";
        if (!call.rights().allows(join, subnet)) {
            return Optional.of(ArmErrors.linkedAuthorizationFailed(call, TYPE + "/write", join, subnet));
        }
        for (String kind : ConnectionResources.ENDPOINT_KINDS) {
            for (JsonNode connection : asked.path(kind)) {
                ResourceId vault = ResourceId.of(connection.path("properties").path("privateLinkServiceId").asText("/"));
                if (call.estate().get(vault).isEmpty()) {
                    return Optional.of(ArmErrors.invalidReference(vault, call.id()));
                }
                if (kind.equals(ConnectionResources.ENDPOINT_KINDS.getFirst()) && !call.rights().allows(APPROVAL, vault)) {
                    return Optional.of(ArmErrors.linkedAuthorizationFailed(call, TYPE + "/write", APPROVAL, vault));
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public Answer delete(Call call) {
        Optional<ObjectNode> found = document(call);
        if (found.isEmpty()) {
            return Answer.empty(204);
        }
        call.estate().below(call.id(), ZoneGroupResources.TYPE)
                .forEach(group -> EndpointRecords.withdraw(call.estate(), group));
        found.get().path("properties").path("networkInterfaces")
                .forEach(nic -> call.estate().remove(ResourceId.of(nic.path("id").asText())));
        EndpointConnections.disconnect(call.estate(), call.id());
        call.estate().remove(call.id());
        return call.operations().network(Answer.empty(202), call);
    }
}
