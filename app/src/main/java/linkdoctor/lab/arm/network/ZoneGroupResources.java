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
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;

/** DNS zone groups: attaching one writes the endpoint's records, detaching it removes them. */
final class ZoneGroupResources extends ResourceType {
    static final String TYPE = "Microsoft.Network/privateEndpoints/privateDnsZoneGroups";
    private static final String JOIN = "Microsoft.Network/privateDnsZones/join/action";

    ZoneGroupResources() {
        super(TYPE);
    }

    @Override
    public Answer put(Call call) {
        Optional<ObjectNode> before = document(call);
        Optional<ObjectNode> endpoint = call.estate().get(call.path().parent());
        if (endpoint.isEmpty()) {
            return ArmErrors.parentNotFound(call.path().parent());
        }
        JsonNode asked = call.body().path("properties").path("privateDnsZoneConfigs");
        for (JsonNode config : asked) {
            ResourceId zone = zone(config);
            if (call.estate().get(zone).isEmpty()) {
                return ArmErrors.invalidReference(zone, call.id());
            }
            if (!call.rights().allows(JOIN, zone)) {
                return ArmErrors.linkedAuthorizationFailed(call, TYPE + "/write", JOIN, zone);
            }
        }
        before.ifPresent(old -> EndpointRecords.withdraw(call.estate(), old));
        String etag = "W/\"" + UUID.randomUUID() + "\"";
        ObjectNode group = Json.object().put("name", call.path().name()).put("id", call.id().text()).put("etag", etag)
                .put("type", TYPE);
        ArrayNode configs = group.putObject("properties").put("provisioningState", "Succeeded")
                .putArray("privateDnsZoneConfigs");
        for (JsonNode config : asked) {
            String name = config.path("name").asText(zone(config).name().replace('.', '-'));
            ObjectNode one = configs.addObject().put("name", name)
                    .put("id", call.id().text() + "/privateDnsZoneConfigs/" + name).put("etag", etag)
                    .put("type", TYPE + "/privateDnsZoneConfigs");
            one.putObject("properties").put("provisioningState", "Succeeded")
                    .put("privateDnsZoneId", zone(config).text())
                    .set("recordSets", EndpointRecords.write(call.estate(), endpoint.get(), zone(config)));
        }
        call.estate().put(call.id(), group);
        // Azure empties the endpoint's own DNS settings once a group looks after its records.
        endpoint.get().withObjectProperty("properties").putArray("customDnsConfigs");
        call.estate().put(call.path().parent(), endpoint.get());
        ObjectNode updating = group.deepCopy();
        updating.withObjectProperty("properties").put("provisioningState", "Updating");
        return call.operations().network(Answer.json(before.isPresent() ? 200 : 201, updating), call);
    }

    @Override
    public Answer delete(Call call) {
        Optional<ObjectNode> group = document(call);
        if (group.isEmpty()) {
            return Answer.empty(204);
        }
        EndpointRecords.withdraw(call.estate(), group.get());
        call.estate().remove(call.id());
        call.estate().get(call.path().parent()).ifPresent(endpoint -> {
            ObjectNode properties = endpoint.withObjectProperty("properties");
            call.estate().get(ResourceId.of(properties.path("networkInterfaces").path(0).path("id").asText("/")))
                    .ifPresent(nic -> properties.set("customDnsConfigs", EndpointRecords.customDns(endpoint, nic)));
            call.estate().put(call.path().parent(), endpoint);
        });
        return call.operations().network(Answer.empty(202), call);
    }

    private static ResourceId zone(JsonNode config) {
        return ResourceId.of(config.path("properties").path("privateDnsZoneId").asText("/"));
    }
}
