package linkdoctor.lab.arm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.World;
import linkdoctor.lab.http.Answer;

/** Writes take effect, with the side effects that Azure has. */
class ArmWritesTest {
    private static final String STATE = "privateLinkServiceConnectionState";
    private static final ResourceId NEW_ENDPOINT = ResourceId.of(HealthyEstate.ENDPOINT.parent() + "/privateEndpoints/pe-new");

    private static Practice admin(String scenario) {
        return Practice.of(scenario).as(HealthyEstate.ADMIN);
    }

    @Test
    void approvingShowsAtBothEndsAndIsPolledAsUpdatingFirst() {
        Practice practice = admin("connection-pending");
        Answer answer = practice.ask("PUT", HealthyEstate.CONNECTION.text(), """
                {"properties": {"privateEndpoint": {}, "provisioningState": "Succeeded",
                 "privateLinkServiceConnectionState": {"status": "Approved", "description": "yes"}}}""");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("Azure-AsyncOperation")).startsWith("https://management.azure.com"
                + HealthyEstate.CONNECTION).contains("&kv-operation=");
        assertThat(Practice.body(answer).path("properties").path("provisioningState").asText()).isEqualTo("Updating");
        assertThat(practice.json(HealthyEstate.CONNECTION).path("properties").path("provisioningState").asText())
                .isEqualTo("Updating");
        JsonNode settled = practice.json(HealthyEstate.CONNECTION).path("properties");
        assertThat(settled.path("provisioningState").asText()).isEqualTo("Succeeded");
        assertThat(settled.path("privateEndpoint").path("id").asText()).isEqualTo(HealthyEstate.ENDPOINT.text());
        assertThat(practice.json(HealthyEstate.ENDPOINT).path("properties").path("manualPrivateLinkServiceConnections")
                .path(0).path("properties").path(STATE).path("status").asText()).isEqualTo("Approved");
        assertThat(practice.json(HealthyEstate.VAULT).path("properties").path("privateEndpointConnections").path(0)
                .path("properties").path(STATE).path("status").asText()).isEqualTo("Approved");
    }

    @Test
    void removingAConnectionDisconnectsTheEndpoint() {
        Practice practice = admin("healthy");
        assertThat(practice.ask("DELETE", HealthyEstate.CONNECTION.text(), "").status()).isEqualTo(200);
        assertThat(practice.json(HealthyEstate.VAULT).path("properties").has("privateEndpointConnections")).isFalse();
        assertThat(practice.json(HealthyEstate.ENDPOINT).path("properties").path("privateLinkServiceConnections").path(0)
                .path("properties").path(STATE).path("status").asText()).isEqualTo("Disconnected");
    }

    @Test
    void aNewEndpointGetsAnInterfaceAnAddressAndAConnection() {
        Practice practice = admin("connection-none");
        Answer created = practice.ask("PUT", NEW_ENDPOINT.text(), endpoint("privateLinkServiceConnections"));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(Practice.body(created).path("properties").path("provisioningState").asText()).isEqualTo("Updating");
        String operation = created.headers().get("Azure-AsyncOperation").replace("https://management.azure.com", "");
        assertThat(practice.json(operation).path("status").asText()).isEqualTo("InProgress");
        assertThat(practice.json(operation).path("status").asText()).isEqualTo("Succeeded");

        JsonNode endpoint = practice.json(NEW_ENDPOINT).path("properties");
        ResourceId nic = ResourceId.of(endpoint.path("networkInterfaces").path(0).path("id").asText());
        assertThat(practice.json(nic).path("properties").path("ipConfigurations").path(0).path("properties")
                .path("privateIPAddress").asText()).isEqualTo("10.1.1.4");
        assertThat(endpoint.path("customDnsConfigs").toString())
                .isEqualTo("[{\"fqdn\":\"fabrikam.vault.azure.net\",\"ipAddresses\":[\"10.1.1.4\"]}]");
        JsonNode connection = practice.json(HealthyEstate.VAULT + "/privateEndpointConnections/link").path("properties");
        assertThat(connection.path(STATE).path("status").asText()).isEqualTo("Approved");
        assertThat(connection.path("privateEndpoint").path("id").asText()).isEqualTo(NEW_ENDPOINT.text());
    }

    @Test
    void aManualConnectionWaits() {
        Practice practice = admin("connection-none");
        practice.ask("PUT", NEW_ENDPOINT.text(), endpoint("manualPrivateLinkServiceConnections"));
        assertThat(practice.json(HealthyEstate.VAULT + "/privateEndpointConnections/link").path("properties")
                .path(STATE).path("status").asText()).isEqualTo("Pending");
    }

    @Test
    void aZoneGroupWritesTheRecordAndItsRemovalTakesItAway() {
        Practice practice = admin("zone-no-group");
        practice.ask("DELETE", HealthyEstate.RECORD.text(), "");
        String body = """
                {"properties": {"privateDnsZoneConfigs": [{"name": "z", "properties": {"privateDnsZoneId": "%s"}}]}}"""
                .formatted(HealthyEstate.ZONE);
        assertThat(practice.ask("PUT", HealthyEstate.ZONE_GROUP.text(), body).status()).isEqualTo(201);
        JsonNode record = practice.json(HealthyEstate.RECORD).path("properties");
        assertThat(record.path("ttl").asInt()).isEqualTo(10);
        assertThat(record.path("aRecords").toString()).isEqualTo("[{\"ipv4Address\":\"10.1.1.5\"}]");
        assertThat(record.path("metadata").path("creator").asText())
                .startsWith("created by private endpoint pe-fabrikam with resource guid ");
        assertThat(practice.json(HealthyEstate.ENDPOINT).path("properties").path("customDnsConfigs")).isEmpty();

        assertThat(practice.ask("DELETE", HealthyEstate.ZONE_GROUP.text(), "").status()).isEqualTo(202);
        assertThat(practice.get(HealthyEstate.RECORD.text()).status()).isEqualTo(404);
        assertThat(practice.json(HealthyEstate.ENDPOINT).path("properties").path("customDnsConfigs")).hasSize(1);
    }

    @Test
    void aZoneGroupOnAWrongZoneWritesNothingAndSaysNothing() {
        Practice practice = admin("zone-misnamed");
        String wrong = HealthyEstate.ZONE.text().replace("vaultcore", "vault");
        practice.ask("DELETE", wrong + "/A/fabrikam", "");
        Answer answer = practice.ask("PUT", HealthyEstate.ZONE_GROUP.text(), """
                {"properties": {"privateDnsZoneConfigs": [{"name": "z", "properties": {"privateDnsZoneId": "%s"}}]}}"""
                .formatted(wrong));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(practice.json(wrong + "/A").path("value")).isEmpty();
    }

    @Test
    void deletingAnEndpointLeavesADisconnectedConnection() {
        Practice practice = admin("healthy");
        assertThat(practice.ask("DELETE", HealthyEstate.ENDPOINT.text(), "").status()).isEqualTo(202);
        for (ResourceId gone : new ResourceId[] {HealthyEstate.ENDPOINT, HealthyEstate.ENDPOINT_NIC, HealthyEstate.RECORD}) {
            assertThat(practice.get(gone.text()).status()).as(gone.text()).isEqualTo(404);
        }
        assertThat(practice.json(HealthyEstate.CONNECTION).path("properties").path(STATE).path("status").asText())
                .isEqualTo("Disconnected");
    }

    @Test
    void zonesLinksAndRecordsAreMadeAndOneZoneOfANameIsLinked() {
        Practice practice = admin("zone-missing");
        Answer zone = practice.ask("PUT", HealthyEstate.ZONE.text(), "{\"location\": \"global\"}",
                Map.of("If-None-Match", "*"));
        assertThat(zone.status()).isEqualTo(202);
        assertThat(zone.headers()).containsKeys("Azure-AsyncOperation", "Location");
        String status = zone.headers().get("Azure-AsyncOperation").replace("https://management.azure.com", "");
        assertThat(practice.get(status).status()).isEqualTo(202);
        assertThat(practice.json(status).path("status").asText()).isEqualTo("Succeeded");
        assertThat(practice.ask("PUT", HealthyEstate.ZONE.text(), "{}", Map.of("If-None-Match", "*")).status()).isEqualTo(412);

        String link = "{\"location\": \"global\", \"properties\": {\"virtualNetwork\": {\"id\": \"" + HealthyEstate.VNET_APP
                + "\"}, \"registrationEnabled\": false}}";
        assertThat(practice.ask("PUT", HealthyEstate.LINK_APP.text(), link).status()).isEqualTo(202);
        assertThat(practice.json(HealthyEstate.LINK_APP).path("properties").path("virtualNetworkLinkState").asText())
                .isEqualTo("Completed");
        Answer twice = practice.ask("PUT", HealthyEstate.ZONE + "/virtualNetworkLinks/again", link);
        assertThat(twice.status()).isEqualTo(400);
        assertThat(twice.text()).contains("cannot be linked to multiple zones with overlapping namespaces");

        String record = HealthyEstate.ZONE + "/a/fabrikam";
        assertThat(practice.ask("PUT", record, "{\"properties\": {\"ttl\": 300}}").status()).isEqualTo(201);
        assertThat(practice.ask("PUT", record,
                "{\"properties\": {\"TTL\": 300, \"ARecords\": [{\"ipv4Address\": \"10.1.1.5\"}]}}").status()).isEqualTo(200);
        assertThat(practice.json(HealthyEstate.RECORD).path("properties").path("aRecords")).hasSize(1);
        assertThat(practice.json(HealthyEstate.ZONE).path("properties").path("numberOfRecordSets").asInt()).isEqualTo(2);
        assertThat(practice.json(HealthyEstate.ZONE + "/ALL").path("value")).hasSize(2);
        assertThat(practice.ask("DELETE", HealthyEstate.ZONE.text(), "").status()).isEqualTo(409);
    }

    @Test
    void aNetworkGoesThroughGetAndPutUnharmed() {
        Practice practice = admin("environment-custom-dns");
        JsonNode before = practice.json(HealthyEstate.VNET_APP);
        String body = before.toString().replace("\"dnsServers\":[\"10.0.0.4\"]", "\"dnsServers\":[]");
        assertThat(practice.ask("PUT", HealthyEstate.VNET_APP.text(), body).status()).isEqualTo(200);
        JsonNode after = practice.json(HealthyEstate.VNET_APP);
        assertThat(after.path("properties").has("dhcpOptions")).isFalse();
        assertThat(after.path("properties").path("subnets")).hasSize(2);
        assertThat(after.path("properties").path("virtualNetworkPeerings")).hasSize(1);
    }

    @Test
    void aPeeringMadeAnewConnectsBothSides() {
        Practice practice = admin("environment-peering");
        String body = "{\"properties\": {\"remoteVirtualNetwork\": {\"id\": \"" + HealthyEstate.VNET_HUB
                + "\"}, \"allowVirtualNetworkAccess\": true}}";
        assertThat(practice.ask("PUT", HealthyEstate.VNET_APP + "/virtualNetworkPeerings/app-to-hub", body).status())
                .isEqualTo(201);
        for (ResourceId network : new ResourceId[] {HealthyEstate.VNET_APP, HealthyEstate.VNET_HUB}) {
            assertThat(practice.json(network).path("properties").path("virtualNetworkPeerings").path(0).path("properties")
                    .path("peeringState").asText()).isEqualTo("Connected");
        }
    }

    @Test
    void aVaultIsDeletedSoftlyRecoveredAndPurged() {
        Practice practice = admin("healthy");
        assertThat(practice.ask("DELETE", HealthyEstate.VAULT.text(), "").status()).isEqualTo(200);
        assertThat(practice.get(HealthyEstate.VAULT.text()).status()).isEqualTo(404);
        assertThat(practice.ask("PUT", HealthyEstate.VAULT.text(), "{\"location\": \"eastus\", \"properties\": {}}").status())
                .isEqualTo(409);
        Answer back = practice.ask("PUT", HealthyEstate.VAULT.text(),
                "{\"location\": \"eastus\", \"properties\": {\"createMode\": \"recover\"}}");
        assertThat(back.status()).isEqualTo(200);
        assertThat(practice.json(HealthyEstate.VAULT).path("properties").path("privateEndpointConnections")).hasSize(1);

        practice.ask("DELETE", HealthyEstate.VAULT.text(), "");
        String deleted = "/subscriptions/" + HealthyEstate.WORKLOAD
                + "/providers/Microsoft.KeyVault/locations/eastus/deletedVaults/fabrikam";
        assertThat(practice.json(deleted).has("kept")).isFalse();
        assertThat(practice.ask("POST", deleted + "/purge", "").status()).isEqualTo(202);
        assertThat(practice.get(deleted).status()).isEqualTo(404);
    }

    @Test
    void firewallRulesAreKeptAsKeyVaultKeepsThem() {
        Practice practice = admin("healthy");
        Answer answer = practice.ask("PATCH", HealthyEstate.VAULT.text(), """
                {"properties": {"publicNetworkAccess": "Enabled", "networkAcls": {"ipRules": [{"value": "20.1.2.3"}],
                 "virtualNetworkRules": [{"id": "%s"}]}}}""".formatted(HealthyEstate.SNET_APP));
        JsonNode properties = Practice.body(answer).path("properties");
        assertThat(properties.path("publicNetworkAccess").asText()).isEqualTo("Enabled");
        assertThat(properties.path("networkAcls").path("ipRules").path(0).path("value").asText()).isEqualTo("20.1.2.3/32");
        assertThat(properties.path("networkAcls").path("virtualNetworkRules").path(0).path("id").asText())
                .isEqualTo(HealthyEstate.SNET_APP.text().toLowerCase(Locale.ROOT));
        assertThat(properties.path("accessPolicies").isArray()).isTrue();
        assertThat(practice.ask("PATCH", HealthyEstate.VAULT.text(),
                "{\"properties\": {\"networkAcls\": {\"ipRules\": [{\"value\": \"10.0.0.0/8\"}]}}}").text())
                .contains("belongs to forbidden range");
    }

    @Test
    void aPolicyThatDeniesPublicAccessIsObeyed() {
        Practice practice = admin("firewall-policy-enforced");
        Answer answer = practice.ask("PATCH", HealthyEstate.VAULT.text(),
                "{\"properties\": {\"publicNetworkAccess\": \"Enabled\"}}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("RequestDisallowedByPolicy");
        assertThat(practice.ask("PATCH", HealthyEstate.VAULT.text(), "{\"tags\": {\"a\": \"b\"}}").status()).isEqualTo(200);
    }

    @Test
    void rolesAreGivenAndTaken() {
        Practice practice = admin("access-role-missing");
        String id = HealthyEstate.VAULT + "/providers/Microsoft.Authorization/roleAssignments/0b0b0b0b-0000-4000-8000-000000000001";
        String body = """
                {"properties": {"roleDefinitionId": "/subscriptions/%s/providers/Microsoft.Authorization/roleDefinitions/4633458b-17de-408a-b874-0445c86b69e6",
                 "principalId": "%s", "principalType": "User"}}""".formatted(HealthyEstate.WORKLOAD, HealthyEstate.ENGINEER.objectId());
        assertThat(practice.ask("PUT", id, body).status()).isEqualTo(201);
        assertThat(practice.ask("PUT", id.replace("01", "02"), body).status()).isEqualTo(409);
        Practice engineer = practice.as(HealthyEstate.ENGINEER);
        assertThat(engineer.get(HealthyEstate.VAULT + "/providers/Microsoft.Authorization/permissions").text())
                .contains("Microsoft.KeyVault/vaults/secrets/getSecret/action");
        assertThat(practice.ask("DELETE", id, "").status()).isEqualTo(200);
        assertThat(engineer.get(HealthyEstate.VAULT + "/providers/Microsoft.Authorization/permissions").text())
                .doesNotContain("getSecret");
    }

    @Test
    void accessPoliciesAreAddedAndRemovedOneByOne() {
        Practice practice = admin("access-policy-missing");
        String body = """
                {"properties": {"accessPolicies": [{"tenantId": "t", "objectId": "o", "permissions": {"secrets": ["get"]}}]}}""";
        practice.ask("PUT", HealthyEstate.VAULT + "/accessPolicies/add", body);
        assertThat(practice.json(HealthyEstate.VAULT).path("properties").path("accessPolicies")).hasSize(1);
        practice.ask("PUT", HealthyEstate.VAULT + "/accessPolicies/remove", body);
        assertThat(practice.json(HealthyEstate.VAULT).path("properties").path("accessPolicies")).isEmpty();
    }

    @Test
    void aReaderChangesNothing() {
        Practice engineer = Practice.of("healthy");
        assertThat(engineer.ask("DELETE", HealthyEstate.RECORD.text(), "").text()).contains("AuthorizationFailed")
                .contains("'Microsoft.Network/privateDnsZones/A/delete'");
        assertThat(engineer.estate().get(HealthyEstate.RECORD)).isPresent();
        World world = HealthyEstate.world();
        assertThat(Practice.of(world, HealthyEstate.APP).ask("PUT", NEW_ENDPOINT.text(),
                endpoint("privateLinkServiceConnections")).status()).isEqualTo(403);
    }

    private static String endpoint(String kind) {
        return """
                {"location": "eastus", "properties": {"subnet": {"id": "%s"}, "%s": [
                 {"name": "link", "properties": {"privateLinkServiceId": "%s", "groupIds": ["vault"]}}]}}"""
                .formatted(HealthyEstate.SNET_ENDPOINTS, kind, HealthyEstate.VAULT);
    }
}
