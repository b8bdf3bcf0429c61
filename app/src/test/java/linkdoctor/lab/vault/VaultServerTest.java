package linkdoctor.lab.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;

import linkdoctor.facts.Ip;
import linkdoctor.facts.ResourceId;
import linkdoctor.lab.Estate;
import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.World;
import linkdoctor.lab.World.Account;
import linkdoctor.lab.World.Fault;
import linkdoctor.lab.edge.Visitor;
import linkdoctor.lab.edge.Worlds;
import linkdoctor.lab.Lab;
import linkdoctor.lab.entra.Tokens;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;
import linkdoctor.lab.http.Request;

/** The vault's gates in their order, and its words. */
class VaultServerTest {
    private static final String HOST = "fabrikam.vault.azure.net";
    private static final Arrival PRIVATE = new Arrival.PrivateLink(HealthyEstate.ENDPOINT, Ip.of("10.1.0.4"));
    private static final Arrival PUBLIC = new Arrival.Internet(Ip.of("20.62.10.10"));
    private static final Arrival SUBNET = new Arrival.ServiceEndpoint(HealthyEstate.SNET_APP, Ip.of("10.1.0.4"));

    @Test
    void overTheRealWayAProgramListsAndReads() throws Exception {
        try (Lab lab = Lab.start(HealthyEstate.estate(), HealthyEstate.world())) {
            Visitor visitor = Visitor.to(lab);
            String token = visitor.token("https://vault.azure.net");
            HttpResponse<String> list = visitor.secrets(token);
            assertThat(list.statusCode()).isEqualTo(200);
            assertThat(Visitor.json(list).path("value").path(0).path("id").asText())
                    .isEqualTo("https://fabrikam.vault.azure.net/secrets/greeting");
            assertThat(Visitor.json(list).path("nextLink").isNull()).isTrue();
            assertThat(list.headers().firstValue("x-ms-keyvault-region")).contains("eastus");
            assertThat(Visitor.json(visitor.get("https://fabrikam.vault.azure.net/secrets/greeting/?api-version=7.6",
                    "Authorization", "Bearer " + token)).path("value").asText()).isNotEmpty();
        }
    }

    @Test
    void withoutATokenTheAnswerIsTheChallenge() {
        Answer answer = asked(HealthyEstate.estate(), Optional.empty(), PUBLIC, Request.get("/secrets?api-version=7.4"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).contains("AKV10000: Request is missing a Bearer or PoP token.");
        assertThat(answer.headers()).containsEntry("www-authenticate", "Bearer authorization=\"https://login."
                + "microsoftonline.com/" + HealthyEstate.TENANT + "\", resource=\"https://vault.azure.net\"");
    }

    @Test
    void publicAccessOffIsForbiddenByConnection() {
        JsonNode error = error(asked(HealthyEstate.estate(), Optional.of(HealthyEstate.APP), PUBLIC), 403);
        assertThat(error.path("innererror").path("code").asText()).isEqualTo("ForbiddenByConnection");
        assertThat(error.path("message").asText()).isEqualTo("Public network access is disabled and request is not from a "
                + "trusted service nor via an approved private link.\r\nCaller: appid=" + HealthyEstate.APP.appId() + ";oid="
                + HealthyEstate.APP.objectId() + ";iss=https://sts.windows.net/" + HealthyEstate.TENANT
                + "/\r\nVault: fabrikam;location=eastus");
    }

    @Test
    void theFirewallLetsItsListInAndNamesTheAddressOfOthers() {
        Estate estate = Worlds.estate(HealthyEstate.VAULT, vault -> vault.put("publicNetworkAccess", "Enabled"));
        assertThat(error(asked(estate, Optional.of(HealthyEstate.APP), PUBLIC), 403).path("message").asText())
                .startsWith("Client address is not authorized and caller is not a trusted service.\r\nClient address: "
                        + "20.62.10.10\r\nCaller: ");
        assertThat(error(asked(estate, Optional.of(HealthyEstate.APP), SUBNET), 403).path("message").asText())
                .contains("Client address: 10.1.0.4 from unknown subnet\r\n");
        Worlds.edit(estate, HealthyEstate.VAULT, vault -> {
            ((ObjectNode) vault.path("networkAcls")).putArray("ipRules").add(Json.object().put("value", "20.62.10.10/32"));
            ((ObjectNode) vault.path("networkAcls")).putArray("virtualNetworkRules")
                    .add(Json.object().put("id", HealthyEstate.SNET_APP.text().toLowerCase(java.util.Locale.ROOT)));
        });
        assertThat(asked(estate, Optional.of(HealthyEstate.APP), PUBLIC).status()).isEqualTo(200);
        assertThat(asked(estate, Optional.of(HealthyEstate.APP), SUBNET).status()).isEqualTo(200);
        Worlds.edit(estate, HealthyEstate.VAULT, vault -> vault.put("publicNetworkAccess", "Disabled"));
        assertThat(asked(estate, Optional.of(HealthyEstate.APP), PUBLIC).status()).as("rules are not honoured").isEqualTo(403);
        Worlds.edit(estate, HealthyEstate.VAULT, vault -> vault.put("publicNetworkAccess", "SecuredByPerimeter"));
        assertThat(asked(estate, Optional.of(HealthyEstate.APP), PUBLIC).text()).contains("NSP rules");
        assertThat(asked(estate, Optional.of(HealthyEstate.APP), PRIVATE).status()).isEqualTo(200);
    }

    @Test
    void absentSettingsMeanOpen() {
        Estate estate = Worlds.estate(HealthyEstate.VAULT, vault -> vault.remove(List.of("publicNetworkAccess", "networkAcls")));
        assertThat(asked(estate, Optional.of(HealthyEstate.APP), PUBLIC).status()).isEqualTo(200);
    }

    @Test
    void anEndpointOfAnotherVaultIsNoPrivateLink() {
        Arrival foreign = new Arrival.PrivateLink(ResourceId.of(HealthyEstate.ENDPOINT + "-other"), Ip.of("10.1.0.4"));
        assertThat(asked(HealthyEstate.estate(), Optional.of(HealthyEstate.APP), foreign).text())
                .contains("ForbiddenByConnection");
    }

    @Test
    void theNetworkIsJudgedBeforeTheToken() {
        String stale = Tokens.access(HealthyEstate.APP, "https://vault.azure.net", HealthyEstate.APP.appId(),
                Duration.ofMinutes(-5));
        assertThat(withToken(HealthyEstate.estate(), stale, PUBLIC, list()).text()).contains("ForbiddenByConnection");
        assertThat(withToken(HealthyEstate.estate(), stale, PRIVATE, list()).text()).contains("[TokenExpired]");
        String forArm = Tokens.access(HealthyEstate.APP, "https://management.azure.com", HealthyEstate.APP.appId(),
                Duration.ofHours(1));
        assertThat(withToken(HealthyEstate.estate(), forArm, PRIVATE, list()).text()).contains("AKV10022: Invalid audience.");
        assertThat(withToken(HealthyEstate.estate(), "no.such.token", PRIVATE, list()).status()).isEqualTo(401);
    }

    @Test
    void aVaultOfAnotherTenantNamesItsIssuer() {
        Estate estate = Worlds.estate(HealthyEstate.VAULT,
                vault -> vault.put("tenantId", "12121212-1212-4212-8212-121212121212"));
        Answer answer = asked(estate, Optional.of(HealthyEstate.APP), PRIVATE);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).contains("AKV10032: Invalid issuer. Expected one of https://sts.windows.net/12121212-");
    }

    @Test
    void rightsDecideLastAndReadingIsMoreThanListing() {
        Account nobody = new Account("app", "nobody", "", HealthyEstate.TENANT, "14141414-1414-4414-8414-141414141414",
                "15151515-1515-4515-8515-151515151515", "nobody", List.of(), List.of());
        JsonNode denied = error(asked(HealthyEstate.estate(), Optional.of(nobody), PRIVATE,
                Request.get("/secrets/greeting?api-version=7.4")), 403);
        assertThat(denied.path("innererror").path("code").asText()).isEqualTo("ForbiddenByRbac");
        assertThat(denied.path("message").asText()).contains("Action: 'Microsoft.KeyVault/vaults/secrets/getSecret/action'\r\n")
                .contains("/resourcegroups/rg-fabrikam/providers/microsoft.keyvault/vaults/fabrikam/secrets/greeting'")
                .endsWith("DecisionReason: 'DeniedWithNoValidRBAC' \r\nVault: fabrikam;location=eastus\r\n");
        assertThat(asked(HealthyEstate.estate(), Optional.of(HealthyEstate.APP), PRIVATE,
                new Request("PUT", "/secrets/mine?api-version=7.4", Map.of(), "{\"value\":\"v\"}".getBytes())).status())
                .isEqualTo(403);
    }

    @Test
    void accessPoliciesCountWhereRolesAreNotInForce() {
        Estate estate = Worlds.estate(HealthyEstate.VAULT, vault -> vault.put("enableRbacAuthorization", false));
        JsonNode denied = error(asked(estate, Optional.of(HealthyEstate.APP), PRIVATE), 403);
        assertThat(denied.path("innererror").path("code").asText()).isEqualTo("AccessDenied");
        assertThat(denied.path("message").asText()).contains("/' does not have secrets list permission on key vault "
                + "'fabrikam;location=eastus'. For help resolving this issue");
        Worlds.edit(estate, HealthyEstate.VAULT, vault -> vault.putArray("accessPolicies").addObject()
                .put("objectId", HealthyEstate.APP.objectId()).putObject("permissions").putArray("secrets").add("List"));
        assertThat(asked(estate, Optional.of(HealthyEstate.APP), PRIVATE).status()).isEqualTo(200);
    }

    @Test
    void theHeaderCanBeOldOrMissing() {
        Fault old = new Fault("vault", "*", "old-form", "");
        VaultServer server = new VaultServer(HealthyEstate.estate(), Worlds.with(old));
        assertThat(server.answer(Request.get("/healthstatus"), HOST, PRIVATE).headers())
                .containsEntry("x-ms-keyvault-network-info", "addr=10.1.0.4;act_addr_fam=InterNetworkV6;");
        VaultServer other = new VaultServer(HealthyEstate.estate(), Worlds.with(new Fault("vault", "*", "no-header", "")));
        assertThat(other.answer(Request.get("/healthstatus"), HOST, PRIVATE).headers())
                .doesNotContainKey("x-ms-keyvault-network-info");
    }

    private static Request list() {
        return Request.get("/secrets?api-version=7.4");
    }

    private static Answer asked(Estate estate, Optional<Account> caller, Arrival arrival) {
        return asked(estate, caller, arrival, list());
    }

    private static Answer asked(Estate estate, Optional<Account> caller, Arrival arrival, Request request) {
        return caller.map(account -> withToken(estate, Tokens.access(account, "https://vault.azure.net", account.appId(),
                Duration.ofHours(1)), arrival, request)).orElseGet(() -> server(estate).answer(request, HOST, arrival));
    }

    private static Answer withToken(Estate estate, String token, Arrival arrival, Request request) {
        return server(estate).answer(new Request(request.method(), request.rawTarget(),
                Map.of("Authorization", "Bearer " + token), request.body()), HOST, arrival);
    }

    private static VaultServer server(Estate estate) {
        World healthy = HealthyEstate.world();
        List<Account> accounts = new java.util.ArrayList<>(healthy.accounts());
        accounts.add(new Account("app", "nobody", "", HealthyEstate.TENANT, "14141414-1414-4414-8414-141414141414",
                "15151515-1515-4515-8515-151515151515", "nobody", List.of(), List.of()));
        return new VaultServer(estate, Worlds.with(accounts));
    }

    private static JsonNode error(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        return Json.parse(answer.text()).orElseThrow().path("error");
    }
}
