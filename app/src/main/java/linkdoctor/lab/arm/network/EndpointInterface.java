package linkdoctor.lab.arm.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.Ip;
import linkdoctor.facts.Prefix;
import linkdoctor.facts.ResourceId;
import linkdoctor.lab.Estate;
import linkdoctor.lab.http.Json;

/** The network interface that Azure makes for a private endpoint, with an address of the endpoint's subnet. */
final class EndpointInterface {
    /** Azure keeps the first four addresses of a subnet to itself. */
    private static final int FIRST = 4;

    private EndpointInterface() {
    }

    /** The new interface; empty when the subnet has no address left. */
    static Optional<ObjectNode> of(Estate estate, ResourceId endpoint, ResourceId subnet, JsonNode asked) {
        String wanted = asked.path("ipConfigurations").path(0).path("properties").path("privateIPAddress").asText("");
        return Ip.parse(wanted).or(() -> free(estate, subnet)).map(ip -> document(endpoint, subnet, asked, ip));
    }

    private static ObjectNode document(ResourceId endpoint, ResourceId subnet, JsonNode asked, Ip ip) {
        String guid = UUID.randomUUID().toString();
        String custom = asked.path("customNetworkInterfaceName").asText("");
        String name = custom.isEmpty() ? endpoint.name() + ".nic." + guid : custom;
        String id = endpoint.parent().text() + "/networkInterfaces/" + name;
        String vault = asked.path("privateLinkServiceConnections").path(0).path("properties")
                .path("privateLinkServiceId").asText(asked.path("manualPrivateLinkServiceConnections").path(0)
                        .path("properties").path("privateLinkServiceId").asText());
        return Json.object("""
                {"name": "%1$s", "id": "%2$s", "etag": "W/\\"%3$s\\"",
                 "properties": {
                  "provisioningState": "Succeeded", "resourceGuid": "%3$s",
                  "ipConfigurations": [{
                    "name": "privateEndpointIpConfig.%3$s",
                    "id": "%2$s/ipConfigurations/privateEndpointIpConfig.%3$s",
                    "etag": "W/\\"%3$s\\"", "type": "Microsoft.Network/networkInterfaces/ipConfigurations",
                    "properties": {
                      "provisioningState": "Succeeded", "privateIPAddress": "%4$s",
                      "privateIPAllocationMethod": "Dynamic", "subnet": {"id": "%5$s"}, "primary": true,
                      "privateIPAddressVersion": "IPv4",
                      "privateLinkConnectionProperties": {"groupId": "vault", "requiredMemberName": "default",
                        "fqdns": ["%6$s.vault.azure.net"]}}}],
                  "dnsSettings": {"dnsServers": [], "appliedDnsServers": [],
                    "internalDomainNameSuffix": "4ygzbttkxc3enclfugord1bkze.bx.internal.cloudapp.net"},
                  "macAddress": "", "privateEndpoint": {"id": "%7$s"},
                  "enableAcceleratedNetworking": false, "vnetEncryptionSupported": false,
                  "enableIPForwarding": false, "hostedWorkloads": [], "tapConfigurations": [],
                  "nicType": "Standard", "allowPort25Out": true},
                 "type": "Microsoft.Network/networkInterfaces", "location": "eastus", "kind": "Regular"}"""
                .formatted(name, id, guid, ip, subnet.text(), ResourceId.of(vault).name(), endpoint.text()));
    }

    private static Optional<Ip> free(Estate estate, ResourceId subnet) {
        Optional<Prefix> prefix = estate.get(subnet.parent())
                .flatMap(network -> NetworkPartResources.part(network, "subnets", subnet.name()))
                .flatMap(one -> Prefix.parse(one.path("properties").path("addressPrefix").asText(
                        one.path("properties").path("addressPrefixes").path(0).asText())));
        if (prefix.isEmpty()) {
            return Optional.empty();
        }
        Set<Ip> taken = new HashSet<>();
        estate.ofType("Microsoft.Network/networkInterfaces").forEach(nic -> nic.path("properties")
                .path("ipConfigurations").forEach(one -> Ip.parse(one.path("properties").path("privateIPAddress")
                        .asText()).ifPresent(taken::add)));
        int size = 1 << Math.min(16, 32 - prefix.get().length());
        for (int offset = FIRST; offset < size - 1; offset++) {
            Ip candidate = plus(prefix.get().network(), offset);
            if (!taken.contains(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static Ip plus(Ip network, int offset) {
        byte[] octets = network.address().getAddress();
        int value = ((octets[2] & 0xff) << 8 | octets[3] & 0xff) + offset;
        octets[2] = (byte) (value >> 8);
        octets[3] = (byte) value;
        try {
            return new Ip(InetAddress.getByAddress(octets));
        } catch (UnknownHostException wrongLength) {
            throw new IllegalStateException("an address of the estate is no IPv4 address", wrongLength);
        }
    }
}
