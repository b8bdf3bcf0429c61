package linkdoctor.lab.edge.network;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.Ip;
import linkdoctor.facts.ResourceId;
import linkdoctor.lab.Estate;

/** The estate's private endpoints as the network knows them: address, subnet, and whose vault answers there. */
public final class Endpoints {
    private final Estate estate;

    Endpoints(Estate estate) {
        this.estate = estate;
    }

    /** @param vault empty while no connection of a vault is approved and provisioned: then nothing answers */
    record Endpoint(ResourceId id, ResourceId subnet, List<Ip> addresses, Optional<ResourceId> vault) {
        ResourceId network() {
            return subnet.parent();
        }
    }

    List<Endpoint> at(Ip address) {
        return estate.ofType("Microsoft.Network/privateEndpoints").stream().map(this::read)
                .filter(endpoint -> endpoint.addresses().contains(address)).toList();
    }

    private Endpoint read(ObjectNode document) {
        ResourceId id = ResourceId.of(document.path("id").asText());
        JsonNode properties = document.path("properties");
        return new Endpoint(id, ResourceId.of(properties.path("subnet").path("id").asText()), addresses(properties),
                connectedVault(id));
    }

    /** On the network interface; where there is none, as the endpoint itself says. */
    private List<Ip> addresses(JsonNode endpoint) {
        List<Ip> onInterfaces = each(endpoint.path("networkInterfaces"))
                .flatMap(nic -> estate.get(ResourceId.of(nic.path("id").asText())).stream())
                .flatMap(nic -> each(nic.path("properties").path("ipConfigurations")))
                .flatMap(ip -> Ip.parse(ip.path("properties").path("privateIPAddress").asText()).stream()).toList();
        return !onInterfaces.isEmpty() ? onInterfaces : each(endpoint.path("customDnsConfigs"))
                .flatMap(dns -> each(dns.path("ipAddresses"))).flatMap(ip -> Ip.parse(ip.asText()).stream()).toList();
    }

    private Optional<ResourceId> connectedVault(ResourceId endpoint) {
        return estate.ofType("Microsoft.KeyVault/vaults/privateEndpointConnections").stream()
                .filter(connection -> ResourceId.of(connection.path("properties").path("privateEndpoint").path("id")
                        .asText()).equals(endpoint))
                .filter(Endpoints::works).map(connection -> ResourceId.of(connection.path("id").asText()).parent())
                .findFirst();
    }

    private static boolean works(JsonNode connection) {
        JsonNode properties = connection.path("properties");
        return properties.path("privateLinkServiceConnectionState").path("status").asText().equals("Approved")
                && !properties.path("provisioningState").asText().equals("Failed");
    }

    static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
