package linkdoctor.lab.edge.network;

import static linkdoctor.lab.edge.network.Endpoints.each;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.Ip;
import linkdoctor.facts.Prefix;
import linkdoctor.facts.ResourceId;
import linkdoctor.lab.Estate;

/** The estate's virtual networks: who reaches whom over peerings and gateways, and what a subnet lets in. */
public final class Networks {
    private static final String NETWORK = "Microsoft.Network/virtualNetworks";
    private final Estate estate;

    public Networks(Estate estate) {
        this.estate = estate;
    }

    /** Whether packets from a seat get into a network. */
    boolean reaches(Seat from, ResourceId network) {
        if (from.subnet().isPresent()) {
            ResourceId own = from.subnet().get().parent();
            return own.equals(network) || peered(own, network);
        }
        // From outside Azure the way in is a gateway whose other side is the place the seat is in.
        return behindGateway(from.address()) && gatewayNetworks().stream()
                .anyMatch(gateway -> gateway.equals(network) || peered(gateway, network));
    }

    /** A subnet's document; empty when the network or the subnet is gone. */
    public Optional<JsonNode> subnet(ResourceId id) {
        return estate.get(id.parent()).stream().flatMap(network -> each(network.path("properties").path("subnets")))
                .filter(subnet -> subnet.path("name").asText().equalsIgnoreCase(id.name())).findFirst();
    }

    boolean hasVaultServiceEndpoint(ResourceId subnet) {
        return subnet(subnet).stream().flatMap(found -> each(found.path("properties").path("serviceEndpoints")))
                .anyMatch(service -> service.path("service").asText().equalsIgnoreCase("Microsoft.KeyVault"));
    }

    /** Whether the endpoint's subnet applies security rules to endpoints and the first rule that fits denies. */
    boolean shutOut(Seat from, ResourceId endpointSubnet) {
        Optional<JsonNode> subnet = subnet(endpointSubnet).map(found -> found.path("properties"))
                .filter(found -> List.of("Enabled", "NetworkSecurityGroupEnabled")
                        .contains(found.path("privateEndpointNetworkPolicies").asText()));
        return subnet.flatMap(found -> estate.get(ResourceId.of(found.path("networkSecurityGroup").path("id").asText())))
                .stream().flatMap(group -> each(group.path("properties").path("securityRules")))
                .map(rule -> rule.path("properties"))
                .filter(rule -> rule.path("direction").asText().equalsIgnoreCase("Inbound"))
                .filter(rule -> fits(rule, from))
                .min(Comparator.comparingInt(rule -> rule.path("priority").asInt()))
                .filter(rule -> rule.path("access").asText().equalsIgnoreCase("Deny")).isPresent();
    }

    private static boolean fits(JsonNode rule, Seat from) {
        String port = rule.path("destinationPortRange").asText("*");
        String source = rule.path("sourceAddressPrefix").asText("*");
        return List.of("*", "443", "0-65535").contains(port)
                && (source.equals("*") || source.equalsIgnoreCase("VirtualNetwork")
                        || Prefix.parse(source).filter(prefix -> prefix.contains(from.address())).isPresent());
    }

    /** Both sides must be connected and let the other's machines in. */
    private boolean peered(ResourceId one, ResourceId other) {
        return peers(one, other) && peers(other, one);
    }

    private boolean peers(ResourceId from, ResourceId to) {
        return estate.get(from).stream().flatMap(network -> each(network.path("properties")
                .path("virtualNetworkPeerings"))).map(peering -> peering.path("properties")).anyMatch(peering ->
                ResourceId.of(peering.path("remoteVirtualNetwork").path("id").asText()).equals(to)
                        && peering.path("peeringState").asText().equals("Connected")
                        && peering.path("allowVirtualNetworkAccess").asBoolean(true));
    }

    private boolean behindGateway(Ip address) {
        return estate.ofType("Microsoft.Network/localNetworkGateways").stream().flatMap(gateway ->
                each(gateway.path("properties").path("localNetworkAddressSpace").path("addressPrefixes")))
                .flatMap(prefix -> Prefix.parse(prefix.asText()).stream()).anyMatch(prefix -> prefix.contains(address));
    }

    private List<ResourceId> gatewayNetworks() {
        return estate.ofType(NETWORK).stream().filter(Networks::hasGateway)
                .map(network -> ResourceId.of(network.path("id").asText())).toList();
    }

    private static boolean hasGateway(ObjectNode network) {
        return each(network.path("properties").path("subnets"))
                .anyMatch(subnet -> subnet.path("name").asText().equals("GatewaySubnet"));
    }
}
