package linkdoctor.lab.arm.network;

import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.arm.ArmErrors;
import linkdoctor.lab.arm.Call;
import linkdoctor.lab.http.Answer;

/** Peerings: each is one side of two, Connected when both are there, Disconnected when the other has gone. */
final class PeeringResources extends NetworkPartResources {
    private static final String FIELD = "virtualNetworkPeerings";

    PeeringResources() {
        super("Microsoft.Network/virtualNetworks/virtualNetworkPeerings", FIELD);
    }

    @Override
    public Answer put(Call call) {
        ResourceId remote = remote(call.body());
        if (call.estate().get(remote).isEmpty()) {
            return ArmErrors.invalidReference(remote, call.id());
        }
        Answer answer = super.put(call);
        tellOther(call, remote, "Connected");
        return answer;
    }

    @Override
    public Answer delete(Call call) {
        Optional<ResourceId> remote = document(call).map(PeeringResources::remote);
        Answer answer = super.delete(call);
        remote.ifPresent(other -> tellOther(call, other, "Disconnected"));
        return answer;
    }

    @Override
    void finish(ObjectNode peering, Call call) {
        ResourceId remote = remote(peering);
        peering.put("id", call.id().text()).put("type", type()).put("etag", "W/\"" + UUID.randomUUID() + "\"");
        ObjectNode properties = peering.withObjectProperty("properties").put("provisioningState", "Succeeded");
        boolean answered = call.estate().get(remote)
                .map(network -> sides(network, call.path().parent())).orElse(false);
        properties.put("peeringState", answered ? "Connected" : "Initiated")
                .put("peeringSyncLevel", answered ? "FullyInSync" : "RemoteNotInSync");
        for (String flag : new String[] {"allowVirtualNetworkAccess", "allowForwardedTraffic", "allowGatewayTransit",
                "useRemoteGateways", "doNotVerifyRemoteGateways"}) {
            if (!properties.has(flag)) {
                properties.put(flag, false);
            }
        }
        call.estate().get(remote).ifPresent(network -> {
            JsonNode space = network.path("properties").path("addressSpace");
            properties.set("remoteAddressSpace", space.deepCopy());
            properties.set("remoteVirtualNetworkAddressSpace", space.deepCopy());
        });
    }

    private static boolean sides(ObjectNode network, ResourceId other) {
        for (JsonNode peering : network.path("properties").path(FIELD)) {
            if (remote((ObjectNode) peering).equals(other)) {
                return true;
            }
        }
        return false;
    }

    /** Sets the state of the other network's peering with this one, where it has one. */
    private static void tellOther(Call call, ResourceId remote, String state) {
        call.estate().get(remote).ifPresent(network -> {
            for (JsonNode peering : network.path("properties").path(FIELD)) {
                if (remote((ObjectNode) peering).equals(call.path().parent())) {
                    ((ObjectNode) peering).withObjectProperty("properties").put("peeringState", state)
                            .put("peeringSyncLevel", state.equals("Connected") ? "FullyInSync" : "RemoteNotInSync");
                }
            }
            call.estate().put(remote, network);
        });
    }

    private static ResourceId remote(ObjectNode peering) {
        return ResourceId.of(peering.path("properties").path("remoteVirtualNetwork").path("id").asText("/"));
    }
}
