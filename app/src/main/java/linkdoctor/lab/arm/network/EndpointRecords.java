package linkdoctor.lab.arm.network;

import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.Estate;
import linkdoctor.lab.arm.keyvault.ConnectionResources;
import linkdoctor.lab.http.Json;

/** The DNS records that a private endpoint's zone group writes and removes, and the settings it shows without one. */
final class EndpointRecords {
    private static final String ZONE = "privatelink.vaultcore.azure.net";

    private EndpointRecords() {
    }

    /** The "custom DNS settings" of an endpoint without a zone group. */
    static ArrayNode customDns(ObjectNode endpoint, ObjectNode nic) {
        ArrayNode configs = Json.array();
        vaultName(endpoint).ifPresent(name -> configs.addObject().put("fqdn", name + ".vault.azure.net")
                .putArray("ipAddresses").add(address(nic)));
        return configs;
    }

    /**
     * Writes the endpoint's record into a zone, over whatever was there, and returns what the group shows of it. Into
     * a zone of another name nothing is written, and nobody is told.
     */
    static ArrayNode write(Estate estate, ObjectNode endpoint, ResourceId zone) {
        ArrayNode shown = Json.array();
        Optional<String> name = vaultName(endpoint);
        Optional<ObjectNode> nic = estate.get(ResourceId.of(endpoint.path("properties").path("networkInterfaces")
                .path(0).path("id").asText("/")));
        if (!zone.name().equalsIgnoreCase(ZONE) || name.isEmpty() || nic.isEmpty()) {
            return shown;
        }
        ResourceId id = ResourceId.of(zone.text() + "/A/" + name.get());
        ObjectNode record = Json.object().put("id", id.text()).put("name", name.get())
                .put("type", DnsRecordResources.TYPE + "A").put("etag", UUID.randomUUID().toString());
        ObjectNode properties = record.putObject("properties");
        properties.putObject("metadata").put("creator", "created by private endpoint " + endpoint.path("name").asText()
                + " with resource guid " + endpoint.path("properties").path("resourceGuid").asText());
        properties.put("fqdn", name.get() + "." + zone.name() + ".").put("ttl", 10);
        properties.putArray("aRecords").addObject().put("ipv4Address", address(nic.get()));
        properties.put("isAutoRegistered", false);
        estate.put(id, record);
        shown.addObject().put("recordType", "A").put("recordSetName", name.get())
                .put("fqdn", name.get() + "." + zone.name()).put("ttl", 10).put("provisioningState", "Succeeded")
                .putArray("ipAddresses").add(address(nic.get()));
        return shown;
    }

    /** Removes the records of a zone group: by name, even when another endpoint has written over them. */
    static void withdraw(Estate estate, ObjectNode group) {
        for (JsonNode config : group.path("properties").path("privateDnsZoneConfigs")) {
            String zone = config.path("properties").path("privateDnsZoneId").asText();
            config.path("properties").path("recordSets").forEach(record -> estate.remove(
                    ResourceId.of(zone + "/A/" + record.path("recordSetName").asText())));
        }
    }

    private static Optional<String> vaultName(ObjectNode endpoint) {
        return ConnectionResources.ENDPOINT_KINDS.stream()
                .map(kind -> endpoint.path("properties").path(kind).path(0).path("properties")
                        .path("privateLinkServiceId").asText(""))
                .filter(id -> !id.isEmpty()).map(id -> ResourceId.of(id).name()).findFirst();
    }

    private static String address(ObjectNode nic) {
        return nic.path("properties").path("ipConfigurations").path(0).path("properties").path("privateIPAddress")
                .asText();
    }
}
