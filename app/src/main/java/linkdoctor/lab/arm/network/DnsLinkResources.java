package linkdoctor.lab.arm.network;

import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.arm.ArmErrors;
import linkdoctor.lab.arm.Call;
import linkdoctor.lab.arm.ResourceType;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;

/** Links of a private DNS zone to virtual networks; a network takes one zone of a name. */
final class DnsLinkResources extends ResourceType {
    static final String TYPE = "Microsoft.Network/privateDnsZones/virtualNetworkLinks";
    private static final String JOIN = "Microsoft.Network/virtualNetworks/join/action";

    DnsLinkResources() {
        super(TYPE);
    }

    @Override
    public Answer put(Call call) {
        ResourceId network = network(call.body());
        Optional<Answer> refused = DnsZoneResources.precondition(call, "virtual network link")
                .or(() -> refusal(call, network));
        if (refused.isPresent()) {
            return refused.get();
        }
        ObjectNode link = call.document().orElseGet(() -> Json.object().put("id", call.id().text())
                .put("name", call.path().name()).put("type", TYPE).put("location", "global"));
        return written(call, link);
    }

    @Override
    public Answer patch(Call call) {
        return call.document().map(link -> written(call, link)).orElseGet(() -> ArmErrors.notFound(call.path()));
    }

    @Override
    public Answer delete(Call call) {
        return call.estate().remove(call.id()) ? call.operations().privateDns(call) : Answer.empty(204);
    }

    private Answer written(Call call, ObjectNode link) {
        link.put("etag", "\"" + UUID.randomUUID() + "\"");
        ObjectNode properties = link.withObjectProperty("properties");
        properties.setAll(call.body().withObjectProperty("properties"));
        properties.put("provisioningState", "Succeeded").put("virtualNetworkLinkState", "Completed");
        if (!properties.path("registrationEnabled").isBoolean()) {
            properties.put("registrationEnabled", false);
        }
        if (!properties.path("resolutionPolicy").isTextual()) {
            properties.put("resolutionPolicy", "Default");
        }
        call.estate().put(call.id(), link);
        return call.operations().privateDns(call);
    }

    private static Optional<Answer> refusal(Call call, ResourceId network) {
        if (call.estate().get(network).isEmpty()) {
            return Optional.of(ArmErrors.invalidReference(network, call.id()));
        }
        if (!call.rights().allows(JOIN, network)) {
            return Optional.of(ArmErrors.linkedAuthorizationFailed(call, TYPE + "/write", JOIN, network));
        }
        String zone = call.path().parent().name();
        boolean overlapping = call.estate().ofType(TYPE).stream()
                .filter(link -> !ResourceId.of(link.path("id").asText()).equals(call.id()))
                .anyMatch(link -> network(link).equals(network)
                        && ResourceId.of(link.path("id").asText()).parent().name().equalsIgnoreCase(zone));
        return overlapping ? Optional.of(ArmErrors.badRequest("BadRequest", "A virtual network cannot be linked to "
                + "multiple zones with overlapping namespaces. You tried to link virtual network with '" + zone
                + "' and '" + zone + "' zones.")) : Optional.empty();
    }

    private static ResourceId network(ObjectNode link) {
        return ResourceId.of(link.path("properties").path("virtualNetwork").path("id").asText("/"));
    }
}
