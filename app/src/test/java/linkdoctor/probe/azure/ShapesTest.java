package linkdoctor.probe.azure;

import static linkdoctor.probe.azure.Practice.assertSeen;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import linkdoctor.facts.Ip;
import linkdoctor.facts.Prefix;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Target;
import linkdoctor.facts.azure.Connection;
import linkdoctor.facts.azure.PolicyAssignment;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.PrivateZone;
import linkdoctor.facts.azure.Vault;
import linkdoctor.facts.azure.VirtualNetwork;
import linkdoctor.facts.https.DataPlaneRead;
import linkdoctor.lab.http.Answer;

/** Recorded and documented bodies, and odd ones, as the facts they become. */
class ShapesTest {
    private static final String S = "/subscriptions/00000000-0000-0000-0000-000000000000";
    private static final ResourceId VAULT = ResourceId.of(S + "/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v");
    private Practice practice;
    private AzureArm arm;

    @BeforeEach
    void signIn() throws Exception {
        practice = new Practice();
        arm = practice.signedIn();
    }

    @AfterEach
    void close() throws Exception {
        practice.close();
    }

    @Test
    void aVaultWithNetworkRules() throws Exception {
        practice.instead("/vaults/v?", recorded("vault-get-networkacls-ip-and-vnet"));
        Vault vault = vault();
        assertThat(vault.rules()).hasValueSatisfying(rules -> {
            assertThat(rules.ipRules()).containsExactly("1.2.3.4/32", "2.3.4.0/24");
            assertThat(rules.subnets()).hasSize(1);
        });
        assertThat(vault.rbac()).isFalse();
        assertThat(vault.accessPolicies()).singleElement().satisfies(p -> assertThat(p.secrets()).containsExactly("all"));
    }

    @Test
    void aVaultThatSaysLittle() {
        practice.instead("/vaults/v?", json("{'id':'" + VAULT + "','name':'v'}"));
        assertThat(vault()).satisfies(vault -> {
            assertThat(vault.publicNetworkAccess()).isEmpty();
            assertThat(vault.rules()).isEmpty();
            assertThat(vault.vaultUri()).isEmpty();
        });
    }

    @Test
    void aVaultWithValuesNobodyKnows() {
        practice.instead("/vaults/v?", json("{'id':'" + VAULT.text().toUpperCase() + "','name':'V','location':'nowhere','properties':{"
                + "'publicNetworkAccess':'SecuredByPerimeter','vaultUri':'https://v.vault.azure.net','enableRbacAuthorization':null,"
                + "'provisioningState':'Dreaming','sku':{'family':'Z','name':'gold'},'networkAcls':{'defaultAction':'Maybe',"
                + "'ipRules':[{'value':'\\'10.91.4.0/24\\''},{'value':'nonsense'},{}],'virtualNetworkRules':[{}]},"
                + "'privateEndpointConnections':[{'id':'" + VAULT + "/privateEndpointConnections/c','properties':{'provisioningState':'Odd',"
                + "'privateLinkServiceConnectionState':{'status':'Thinking'}}}],'newThing':{'a':[1]}}}"));
        assertThat(vault()).satisfies(vault -> {
            assertThat(vault.id()).isEqualTo(VAULT);
            assertThat(vault.publicNetworkAccess()).contains("SecuredByPerimeter");
            assertThat(vault.rules().orElseThrow().ipRules()).containsExactly("'10.91.4.0/24'", "nonsense", "");
        });
        assertThat(assertSeen(arm.connections(VAULT))).singleElement().satisfies(c -> {
            assertThat(c.status()).isEqualTo("Thinking");
            assertThat(c.endpoint()).isEmpty();
            assertThat(c.effective()).isFalse();
        });
    }

    @Test
    void connectionsFromAnotherSubscription() throws Exception {
        practice.instead("/privateEndpointConnections", documented("listPrivateEndpointConnection"));
        assertThat(assertSeen(arm.connections(VAULT))).hasSize(2).extracting(Connection::endpoint).allSatisfy(endpoint ->
                assertThat(endpoint.orElseThrow().subscription()).isEqualTo("00000000-0000-0000-1234-000000000000"));
    }

    @Test
    void aSoftDeletedVault() throws Exception {
        practice.instead("/deletedVaults", recorded("deletedvaults-list"));
        Target target = new Target("", "AZPSL4EXT5NQXPI", Practice.FABRIKAM.cloud(), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(assertSeen(arm.vault(target, List.of(Practice.SANDBOX)))).satisfies(search -> {
            assertThat(search.vault()).isEmpty();
            assertThat(search.deleted()).hasValueSatisfying(vault -> {
                assertThat(vault.location()).isEqualTo("eastus");
                assertThat(vault.purgeDate()).isEqualTo("2023-08-12T20:46Z");
                assertThat(vault.purgeProtection()).isEmpty();
            });
        });
    }

    @Test
    void anEndpointWithoutZoneGroup() throws Exception {
        practice.instead("/privateDnsZoneGroups", json("{'value':[]}")).instead("/privateEndpoints/", recorded("pe-get-keyvault"))
                .instead("/networkInterfaces/", recorded("nic-get"));
        PrivateEndpoint endpoint = assertSeen(arm.endpoint(ResourceId.of(S + "/resourceGroups/g/providers/Microsoft.Network/privateEndpoints/pe")));
        assertThat(endpoint.resourceGuid()).isEqualTo("a0db2057-5c70-454f-baa6-8a28ba2d7db1");
        assertThat(endpoint.customDns()).singleElement().satisfies(dns -> assertThat(dns.addresses()).containsExactly(Ip.of("10.0.0.4")));
        assertThat(assertSeen(endpoint.nicAddresses())).containsExactly(Ip.of("10.0.0.4"));
        assertThat(assertSeen(endpoint.zoneGroups())).isEmpty();
    }

    @Test
    void networksWithTheirDnsServers() throws Exception {
        practice.instead("/virtualNetworks", documented("VirtualNetworkListAll"));
        var networks = assertSeen(arm.networks(List.of(Practice.HUB))).items();
        assertThat(networks).hasSize(2);
        assertThat(networks.get(1).dnsServers()).containsExactly(Ip.of("8.8.8.8"));
        assertThat(networks.getFirst().subnets().getFirst().endpointPolicies()).isEqualTo("Disabled");
        assertThat(networks.getFirst().subnets().getFirst().prefixes()).containsExactly(Prefix.of("10.0.0.0/24"));
    }

    @Test
    void aNetworkWithOddParts() {
        practice.instead("/virtualNetworks", json("{'value':[{'id':'/x','properties':{'addressSpace':{'addressPrefixes':['10.0.0.0/16','junk']},"
                + "'dhcpOptions':{'dnsServers':['dns.example','10.0.0.9']},'subnets':[{'id':'/x/subnets/a','properties':{"
                + "'privateEndpointNetworkPolicies':'SomethingNew','networkSecurityGroup':{'id':'/nsg'}}}],'virtualNetworkPeerings':[{'name':'p',"
                + "'properties':{'peeringState':'Half','remoteAddressSpace':{'addressPrefixes':['10.9.0.0/16']}}}]}},{}]}"));
        VirtualNetwork network = assertSeen(arm.networks(List.of(Practice.HUB))).items().getFirst();
        assertThat(network.prefixes()).hasSize(1);
        assertThat(network.dnsServers()).containsExactly(Ip.of("10.0.0.9"));
        assertThat(network.subnets().getFirst().endpointPolicies()).isEqualTo("SomethingNew");
        assertThat(network.subnets().getFirst().networkSecurityGroup()).isPresent();
        assertThat(network.peerings().getFirst().connected()).isFalse();
        assertThat(network.peerings().getFirst().remotePrefixes()).containsExactly(Prefix.of("10.9.0.0/16"));
    }

    @Test
    void zonesOfNearlyTheRightName() throws Exception {
        practice.instead("/virtualNetworkLinks", recorded("pdns-links-list")).instead("/A/fabrikam", recorded("pdns-a-get"))
                .instead("/privateDnsZones?", json("{'value':[" + zone("PrivateLink.VaultCore.Azure.Net") + "," + zone("privatelink.vault.azure.net")
                        + "," + zone("privatelink.blob.core.windows.net") + ",{}]}"));
        var zones = assertSeen(arm.zones(Practice.FABRIKAM, List.of(Practice.HUB))).items();
        assertThat(zones).extracting(PrivateZone::name).containsExactly("PrivateLink.VaultCore.Azure.Net", "privatelink.vault.azure.net");
        assertThat(assertSeen(zones.getFirst().links())).hasSize(2);
        assertThat(assertSeen(zones.getFirst().records())).as("a record set without an address is none").isEmpty();
    }

    @Test
    void diagnosticsThatAuditNothing() throws Exception {
        practice.instead("/diagnosticSettings", recorded("diag-list"));
        assertThat(assertSeen(arm.diagnostics(VAULT))).singleElement().satisfies(s -> assertThat(s.audits()).isFalse());
    }

    @Test
    void aPerimeterInTransition() throws Exception {
        practice.instead("/networkSecurityPerimeterConfigurations", documented("listNetworkSecurityPerimeterAssociationConfiguration"));
        assertThat(assertSeen(arm.perimeter(VAULT))).singleElement().satisfies(p -> {
            assertThat(p.id()).endsWith("sample-perimeter");
            assertThat(p.mode()).isEqualTo("Learning");
            assertThat(p.profile()).isEqualTo("sample-profile");
        });
    }

    @Test
    void aPerimeterUnderANewerVersion() throws Exception {
        Answer found = documented("listNetworkSecurityPerimeterAssociationConfiguration");
        practice.instead((host, request) -> !request.rawTarget().contains("/networkSecurityPerimeterConfigurations") ? Optional.empty()
                : Optional.of(request.rawTarget().endsWith("2027-01-01-preview") ? found : error(400, "NoRegisteredProviderFound",
                "No registered resource provider found for location 'x' and API version 'y' for type 'vaults'. The supported "
                        + "api-versions are '2025-05-01, 2026-02-01, 2027-01-01-preview'.")));
        assertThat(assertSeen(arm.perimeter(VAULT))).hasSize(1);
    }

    @Test
    void policiesThatTouchPublicAccess() {
        String definitions = S + "/providers/Microsoft.Authorization/policyDefinitions/";
        practice.instead("/policyAssignments", json("{'value':[" + assignment("close", definitions + "close", "{'effect':{'value':'Modify'}}")
                        + "," + assignment("tags", definitions + "tags", "{}") + "]}"))
                .instead("/policyDefinitions/close", json("{'name':'close','properties':{'displayName':'Close vaults','parameters':{'effect':"
                        + "{'type':'String','defaultValue':'Audit'}},'policyRule':{'if':{'field':'Microsoft.KeyVault/vaults/publicNetworkAccess',"
                        + "'notEquals':'Disabled'},'then':{'effect':'[parameters(\\'effect\\')]'}}}}"))
                .instead("/policyDefinitions/tags", json("{'name':'tags','properties':{'policyRule':{'if':{'field':'tags'},'then':{'effect':'deny'}}}}"));
        assertThat(assertSeen(arm.policies(VAULT))).singleElement().satisfies(policy -> {
            assertThat(policy.effect()).isEqualTo("Modify");
            assertThat(policy.displayName()).isEqualTo("close");
        });
    }

    @Test
    void aSetOfPolicies() {
        practice.instead("/policyAssignments", json("{'value':[" + assignment("baseline",
                        "/providers/Microsoft.Authorization/policySetDefinitions/set", "{'kv':{'value':'Deny'}}") + "]}"))
                .instead("/policySetDefinitions/set", json("{'properties':{'parameters':{'kv':{'defaultValue':'Audit'}},'policyDefinitions':["
                        + "{'policyDefinitionId':'/providers/Microsoft.Authorization/policyDefinitions/405c5871-3e91-4644-8a63-58e19d68ff5b',"
                        + "'parameters':{'effect':{'value':'[parameters(\\'kv\\')]'}}},{'policyDefinitionId':"
                        + "'/providers/Microsoft.Authorization/policyDefinitions/00000000-never-asked'}]}}"))
                .instead("/policyDefinitions/405c5871", json("{'properties':{'policyRule':{'if':{'field':"
                        + "'Microsoft.KeyVault/vaults/publicNetworkAccess'},'then':{'effect':'[parameters(\\'effect\\')]'}}}}"));
        assertThat(assertSeen(arm.policies(VAULT))).extracting(PolicyAssignment::effect).containsExactly("Deny");
        assertThat(practice.cloud.asked()).noneMatch(asked -> asked.contains("never-asked"));
    }

    @Test
    void whatTheVaultAnswers() throws Exception {
        assertThat(read("kv-403-ForbiddenByConnection-public-disabled")).satisfies(read -> {
            assertThat(read.status()).isEqualTo(403);
            assertThat(read.error().orElseThrow().innerCode()).isEqualTo("ForbiddenByConnection");
        });
        assertThat(read("kv-403-ForbiddenByRbac").error().orElseThrow().message()).contains("Caller is not authorized");
        assertThat(read("kv-429-throttled").retryAfter()).contains(10L);
        assertThat(read("kv-401-token-expired").status()).isEqualTo(401);
        assertThat(read("kv-200-secrets-list-privatelink-headers-2026").networkInfo().orElseThrow().connectionType()).contains("PrivateLink");
        assertThat(practice.cloud.asked()).filteredOn(asked -> asked.startsWith("fabrikam.vault")).hasSize(5)
                .allMatch(asked -> asked.contains("maxresults=1"));
    }

    private DataPlaneRead read(String file) throws Exception {
        JsonNode whole = load(file);
        Map<String, String> headers = new HashMap<>();
        whole.path("headers").properties().forEach(h -> headers.put(h.getKey(), h.getValue().asText()));
        headers.remove("Content-Length");
        byte[] body = (whole.path("body").isNull() ? "{\"value\":[]}" : whole.path("body").toString()).getBytes("UTF-8");
        Answer[] answer = {new Answer(whole.path("status").asInt(), headers, body, Answer.Delivery.WHOLE)};
        boolean[] used = {false};
        practice.instead((host, request) -> {
            if (!host.equals("fabrikam.vault.azure.net") || used[0]) {
                return Optional.empty();
            }
            used[0] = true;
            assertThat(request.header("Authorization")).isPresent();
            return Optional.of(answer[0]);
        });
        return assertSeen(arm.read(Practice.FABRIKAM));
    }

    private Vault vault() {
        Target target = new Target("", "v", Practice.FABRIKAM.cloud(), Optional.empty(), Optional.of(VAULT), Optional.empty());
        return assertSeen(arm.vault(target, List.of())).vault().orElseThrow();
    }

    private static String zone(String name) {
        return "{'id':'" + S + "/resourceGroups/g/providers/Microsoft.Network/privateDnsZones/" + name + "','name':'" + name + "'}";
    }

    private static String assignment(String name, String definition, String parameters) {
        return "{'id':'" + S + "/providers/Microsoft.Authorization/policyAssignments/" + name + "','properties':{'displayName':'" + name
                + "','scope':'" + S + "','policyDefinitionId':'" + definition + "','parameters':" + parameters + "}}";
    }

    private static Answer error(int status, String code, String message) {
        return Answer.text(status, "application/json", "{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}}");
    }

    /** JSON with single quotes; an escaped one stands for itself. */
    private static Answer json(String text) {
        return Answer.text(200, "application/json", text.replace("\\'", "\u0001").replace('\'', '"').replace('\u0001', '\''));
    }

    private static Answer recorded(String file) throws Exception {
        JsonNode response = load(file).path("response");
        return Answer.text(response.path("status").asInt(), "application/json", response.path("body").toString());
    }

    private static Answer documented(String file) throws Exception {
        return Answer.text(200, "application/json", load(file).path("responses").path("200").path("body").toString());
    }

    private static JsonNode load(String file) throws Exception {
        try (InputStream in = ShapesTest.class.getResourceAsStream("/corpus/" + file + ".json")) {
            return new ObjectMapper().readTree(in);
        }
    }
}
