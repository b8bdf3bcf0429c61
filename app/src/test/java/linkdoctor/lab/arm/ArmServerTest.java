package linkdoctor.lab.arm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.World;
import linkdoctor.lab.World.Account;
import linkdoctor.lab.World.Fault;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Answer.Delivery;
import linkdoctor.lab.http.Json;
import linkdoctor.lab.http.Request;

/** Finding the way to a resource, rights, errors in ARM's words, paging and faults. */
class ArmServerTest {
    private static final String WORKLOAD = "/subscriptions/" + HealthyEstate.WORKLOAD;
    private static final String HUB = "/subscriptions/" + HealthyEstate.HUB;
    private final Practice practice = Practice.of("healthy");

    @Test
    void subscriptionsTenantsAndGroups() {
        assertThat(names(practice.json("/subscriptions"), "displayName")).containsExactlyInAnyOrder("hub", "workload", "sandbox");
        assertThat(practice.json(WORKLOAD).path("state").asText()).isEqualTo("Enabled");
        assertThat(practice.json("/tenants").path("value").path(0).path("tenantId").asText()).isEqualTo(HealthyEstate.TENANT);
        assertThat(names(practice.json(WORKLOAD + "/resourceGroups"), "name")).containsExactlyInAnyOrder("rg-fabrikam", "rg-network");
        assertThat(practice.json(WORKLOAD + "/locations").path("value")).isNotEmpty();
        assertThat(practice.json(WORKLOAD + "/providers/Microsoft.KeyVault").path("registrationState").asText())
                .isEqualTo("Registered");
        assertThat(names(practice.json(WORKLOAD + "/resources?$filter=resourceType%20eq%20%27Microsoft.KeyVault%2Fvaults%27"),
                "name")).containsExactly("fabrikam");
        assertThat(names(practice.json(WORKLOAD + "/resources"), "name")).contains("vnet-app", "pe-fabrikam", "jump-box");
    }

    @Test
    void idsInAnyCaseAndWithDoubledSlashes() {
        assertThat(practice.json("/" + HealthyEstate.VAULT.text().replace("resourceGroups", "RESOURCEGROUPS")
                .replace("KeyVault", "keyvault")).path("name").asText()).isEqualTo("fabrikam");
        assertThat(practice.get(HealthyEstate.VAULT.text().replace("KeyVault/", "KeyVault//")
                + "/providers/Microsoft.Authorization/permissions").status()).isEqualTo(200);
        assertThat(practice.json(HealthyEstate.RECORD.text().replace("/A/", "/a/")).path("type").asText())
                .isEqualTo("Microsoft.Network/privateDnsZones/A");
        assertThat(names(practice.json(HealthyEstate.ZONE + "/a"), "name")).containsExactly("fabrikam");
    }

    @Test
    void listsOfASubscriptionAGroupAndAResource() {
        assertThat(names(practice.json(HUB + "/providers/Microsoft.Network/privateDnsZones"), "name"))
                .containsExactly("privatelink.vaultcore.azure.net");
        assertThat(names(practice.json(HealthyEstate.ZONE + "/virtualNetworkLinks"), "name")).containsExactly("link-app", "link-hub");
        assertThat(names(practice.json(HealthyEstate.VNET_APP + "/subnets"), "name")).containsExactly("snet-app", "snet-endpoints");
        assertThat(practice.json(HealthyEstate.SNET_APP).path("properties").path("addressPrefix").asText()).isEqualTo("10.1.0.0/24");
        assertThat(names(practice.json(WORKLOAD + "/resourceGroups/rg-network/providers/Microsoft.Network/networkInterfaces"), "name"))
                .containsExactly("jump-box-nic");
        assertThat(practice.json(HealthyEstate.JUMP_BOX).path("properties").path("networkProfile")
                .path("networkInterfaces")).hasSize(1);
        assertThat(practice.json(WORKLOAD + "/providers/Microsoft.Network/locations/eastus/serviceTags").path("values")).isNotEmpty();
        assertThat(practice.json(HealthyEstate.VAULT + "/networkSecurityPerimeterConfigurations").path("value")).isEmpty();
        assertThat(Practice.of("firewall-perimeter").json(HealthyEstate.VAULT + "/networkSecurityPerimeterConfigurations")
                .path("value")).hasSize(1);
    }

    @Test
    void pagesLeadBackToTheHostThatWasAsked() {
        JsonNode first = Practice.body(practice.ask("GET", HealthyEstate.ZONE + "/virtualNetworkLinks?$top=1", "",
                Map.of("Host", "localhost:8443")));
        assertThat(names(first, "name")).containsExactly("link-app");
        assertThat(first.path("nextLink").asText()).startsWith("https://localhost:8443/");
        JsonNode second = practice.json(first.path("nextLink").asText().replace("https://localhost:8443", ""));
        assertThat(names(second, "name")).containsExactly("link-hub");
    }

    @Test
    void errorsInArmsWords() {
        assertThat(error(practice.get(HealthyEstate.ZONE + "x"))).isEqualTo(new Said(404, "ResourceNotFound",
                "The Resource 'Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.netx' under resource group "
                        + "'rg-dns' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix"));
        assertThat(error(practice.get(HealthyEstate.ZONE + "x/A/fabrikam")).message()).isEqualTo("Can not perform requested "
                + "operation on nested resource. Parent resource 'privatelink.vaultcore.azure.netx' not found.");
        assertThat(error(practice.get(WORKLOAD + "/resourceGroups/no/providers/Microsoft.KeyVault/vaults/v")).code())
                .isEqualTo("ResourceGroupNotFound");
        assertThat(error(practice.get("/subscriptions/dddddddd-0000-0000-0000-000000000000/resourceGroups")).code())
                .isEqualTo("SubscriptionNotFound");
        assertThat(practice.arm().answer(Request.get(WORKLOAD), HealthyEstate.ENGINEER).status()).isEqualTo(400);
        assertThat(error(practice.get(WORKLOAD + "/providers/Microsoft.Strange/things")).code()).isEqualTo("InvalidResourceType");
    }

    @Test
    void withoutATokenOnlyTheCloudItselfShows() {
        Answer refused = practice.arm().anonymous(Request.get(WORKLOAD + "?api-version=2022-12-01"));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.headers().get("WWW-Authenticate")).startsWith("Bearer authorization_uri=");
        Answer cloud = practice.arm().anonymous(Request.get("/metadata/endpoints?api-version=2022-09-01"));
        assertThat(Practice.body(cloud).path(0).path("suffixes").path("keyVaultDns").asText()).isEqualTo("vault.azure.net");
    }

    @Test
    void aTokenOfAnotherTenantIsRefused() {
        Account guest = new Account("user", "g@contoso.example", "", "99999999-9999-4999-8999-999999999999",
                HealthyEstate.ENGINEER.objectId(), "", "G", List.of(), List.of());
        assertThat(error(practice.as(guest).get(WORKLOAD + "/resourceGroups")).code()).isEqualTo("InvalidAuthenticationTokenTenant");
        assertThat(practice.as(guest).json("/subscriptions").path("value")).isEmpty();
    }

    @Test
    void whatAScenarioDeniesIsRefusedInArmsWords() {
        Practice denied = Practice.of("rights-denied-zone");
        assertThat(error(denied.get(HealthyEstate.ZONE.text()))).isEqualTo(new Said(403, "AuthorizationFailed",
                "The client 'engineer@fabrikam.example' with object id '22222222-2222-4222-8222-222222222222' does not have "
                        + "authorization to perform action 'Microsoft.Network/privateDnsZones/read' over scope '"
                        + HealthyEstate.ZONE + "' or the scope is invalid. If access was recently granted, please refresh "
                        + "your credentials."));
        assertThat(denied.get(HUB + "/providers/Microsoft.Network/privateDnsZones").status()).isEqualTo(403);
        assertThat(denied.get(HealthyEstate.VNET_HUB.text()).status()).isEqualTo(200);
        Practice all = Practice.of("rights-denied-all");
        assertThat(all.json("/subscriptions").path("value")).isEmpty();
        assertThat(all.get(HealthyEstate.VAULT.text()).status()).isEqualTo(403);
    }

    @Test
    void aCollectionShowsWhatMayBeRead() {
        Account narrow = new Account("user", "n@fabrikam.example", "", HealthyEstate.TENANT, "nobody", "", "N",
                List.of(), List.of());
        Practice none = practice.as(narrow);
        assertThat(none.get(WORKLOAD + "/providers/Microsoft.KeyVault/vaults").status()).isEqualTo(403);
        String assignment = HealthyEstate.VAULT + "/providers/Microsoft.Authorization/roleAssignments/n";
        practice.estate().put(ResourceId.of(assignment), Json.object("""
                {"id": "%s", "name": "n", "type": "Microsoft.Authorization/roleAssignments", "properties":
                 {"principalId": "nobody", "scope": "%s", "roleDefinitionId": "/x/acdd72a7-3385-48ef-bd42-f606fba81ae7"}}"""
                .formatted(assignment, HealthyEstate.VAULT)));
        assertThat(names(none.json(WORKLOAD + "/providers/Microsoft.KeyVault/vaults"), "name")).containsExactly("fabrikam");
        assertThat(none.json(WORKLOAD + "/providers/Microsoft.Network/virtualNetworks").path("value")).isEmpty();
        assertThat(names(none.json("/subscriptions"), "displayName")).containsExactly("workload");
    }

    @Test
    void faultsStrikeWhereTheyAreTold() {
        assertThat(struck("429", "324").headers().get("Retry-After")).isEqualTo("324");
        assertThat(struck("429", "324").text()).contains("ResourceRequestsThrottled");
        assertThat(struck("500", "").status()).isEqualTo(500);
        assertThat(Json.parse(struck("garbage", "").text())).isEmpty();
        assertThat(struck("hang", "").delivery()).isEqualTo(Delivery.HANG);
        assertThat(struck("half", "").delivery()).isEqualTo(Delivery.HALF);
        assertThat(struck("reset", "").delivery()).isEqualTo(Delivery.RESET);
        Practice once = faulty("429", "1 once");
        assertThat(once.get(HealthyEstate.VAULT.text()).status()).isEqualTo(429);
        assertThat(once.get(HealthyEstate.VAULT.text()).status()).isEqualTo(200);
        assertThat(faulty("500", "").get(HealthyEstate.ZONE.text()).status()).isEqualTo(200);
    }

    private static Answer struck(String what, String detail) {
        return faulty(what, detail).get(HealthyEstate.VAULT.text());
    }

    private static Practice faulty(String what, String detail) {
        World healthy = HealthyEstate.world();
        return Practice.of(new World(healthy.client(), healthy.accounts(), List.of(), Map.of(),
                List.of(new Fault("arm", "/vaults/", what, detail)), Map.of()), HealthyEstate.ENGINEER);
    }

    private record Said(int status, String code, String message) {
    }

    private static Said error(Answer answer) {
        JsonNode error = Practice.body(answer).path("error");
        return new Said(answer.status(), error.path("code").asText(), error.path("message").asText());
    }

    private static List<String> names(JsonNode list, String field) {
        return StreamSupport.stream(list.path("value").spliterator(), false).map(one -> one.path(field).asText()).toList();
    }
}
