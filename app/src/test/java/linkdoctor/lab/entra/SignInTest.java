package linkdoctor.lab.entra;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.Lab;
import linkdoctor.lab.Scenarios;
import linkdoctor.lab.World.Account;
import linkdoctor.lab.World.Fault;
import linkdoctor.lab.edge.Visitor;
import linkdoctor.lab.edge.Worlds;

/** Signing in as programs and people do, over real sockets under Azure's real names. */
class SignInTest {
    private static final String CLI = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";
    private static final String LOGIN = "https://login.microsoftonline.com/" + HealthyEstate.TENANT;
    private static final String OTHER_TENANT = "12121212-1212-4212-8212-121212121212";
    private static final Account STRANGER = new Account("user", "stranger@contoso.example", "practice", OTHER_TENANT,
            "13131313-1313-4313-8313-131313131313", "", "Sam Stranger", List.of(), List.of());
    private static Lab lab;
    private static Visitor visitor;

    @BeforeAll
    static void start() throws Exception {
        lab = Lab.start(HealthyEstate.estate(), Worlds.with(List.of(HealthyEstate.ENGINEER, HealthyEstate.APP, STRANGER)));
        visitor = Visitor.to(lab);
    }

    @AfterAll
    static void stop() throws Exception {
        lab.close();
    }

    @Test
    void discoveryNamesTheTenantsEndpoints() throws Exception {
        JsonNode tenant = Visitor.json(visitor.get(LOGIN + "/v2.0/.well-known/openid-configuration"));
        assertThat(tenant.path("issuer").asText()).isEqualTo(LOGIN + "/v2.0");
        assertThat(tenant.path("token_endpoint").asText()).isEqualTo(LOGIN + "/oauth2/v2.0/token");
        assertThat(Visitor.json(visitor.get(tenant.path("jwks_uri").asText())).path("keys")).hasSize(1);
        assertThat(Visitor.json(visitor.get("https://login.microsoftonline.com/common/discovery/instance?api-version=1.1"))
                .path("metadata").path(0).path("preferred_network").asText()).isEqualTo("login.microsoftonline.com");
    }

    @Test
    void anApplicationsTokenOpensArm() throws Exception {
        String token = visitor.token("https://management.azure.com");
        HttpResponse<String> subscriptions = visitor.get(
                "https://management.azure.com/subscriptions?api-version=2022-12-01", "Authorization", "Bearer " + token);
        assertThat(subscriptions.statusCode()).isEqualTo(200);
        assertThat(Visitor.json(subscriptions).path("value")).hasSize(3);
    }

    @Test
    void armRefusesTokensOfOtherServices() throws Exception {
        HttpResponse<String> refused = visitor.get("https://management.azure.com/subscriptions?api-version=2022-12-01",
                "Authorization", "Bearer " + visitor.token("https://vault.azure.net"));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("InvalidAuthenticationTokenAudience");
    }

    @Test
    void refusalsUseEntrasOwnNumbers() throws Exception {
        Map<String, String> good = Map.of("grant_type", "client_credentials", "client_id", HealthyEstate.APP.appId(),
                "client_secret", "practice-secret", "scope", "https://vault.azure.net/.default");
        assertThat(code(LOGIN, changed(good, "client_secret", "wrong"))).isEqualTo("401 invalid_client 7000215");
        assertThat(code(LOGIN, changed(good, "client_id", "99999999-0000-4000-8000-000000000000")))
                .isEqualTo("400 unauthorized_client 700016");
        assertThat(code("https://login.microsoftonline.com/nowhere.example", good))
                .isEqualTo("400 invalid_request 90002");
        assertThat(code(LOGIN, changed(good, "client_assertion", "a.b.c"))).isEqualTo("401 invalid_client 700027");
        Map<String, String> user = Map.of("grant_type", "password", "client_id", CLI, "scope", "openid",
                "username", "engineer@fabrikam.example", "password", "practice");
        assertThat(code(LOGIN, changed(user, "password", "wrong"))).isEqualTo("400 invalid_grant 50126");
        assertThat(code(LOGIN, changed(user, "username", "stranger@contoso.example"))).isEqualTo("400 invalid_grant 50020");
        assertThat(code(LOGIN, changed(user, "grant_type", "magic"))).isEqualTo("400 unsupported_grant_type 70003");
    }

    @Test
    void theBrowserBringsACodeThatOnlyItsVerifierRedeems() throws Exception {
        String verifier = "a-verifier-that-is-long-enough-for-the-standard-0123456789";
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256")
                .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        Map<String, String> form = new LinkedHashMap<>(Map.of("client_id", CLI, "redirect_uri", "http://localhost:8401",
                "scope", "openid offline_access https://vault.azure.net/.default", "state", "s1", "code_challenge", challenge,
                "login", "engineer@fabrikam.example", "passwd", "practice", "answer", "accept", "nonce", "n1"));
        HttpResponse<String> page = visitor.get(LOGIN + "/oauth2/v2.0/authorize?client_id=" + CLI
                + "&redirect_uri=http%3A%2F%2Flocalhost%3A8401&state=%22%3E%3Cscript%3E&login_hint=engineer");
        assertThat(page.body()).contains("<form").contains("value=\"engineer\"").doesNotContain("<script>");

        Map<String, String> back = fields(visitor.post(LOGIN + "/oauth2/v2.0/authorize", form));
        assertThat(back).containsEntry("state", "s1").containsKey("code");
        Map<String, String> redeem = new LinkedHashMap<>(Map.of("grant_type", "authorization_code", "client_id", CLI,
                "redirect_uri", "http://localhost:8401", "scope", form.get("scope"), "code", back.get("code"),
                "code_verifier", verifier));
        JsonNode tokens = Visitor.json(visitor.post(LOGIN + "/oauth2/v2.0/token", redeem));
        assertThat(tokens.path("scope").asText()).isEqualTo(form.get("scope"));
        assertThat(visitor.secrets(tokens.path("access_token").asText()).statusCode()).isEqualTo(200);
        JsonNode refreshed = Visitor.json(visitor.post(LOGIN + "/oauth2/v2.0/token", Map.of("grant_type", "refresh_token",
                "client_id", CLI, "refresh_token", tokens.path("refresh_token").asText(),
                "scope", "https://management.azure.com/.default")));
        assertThat(Tokens.read(refreshed.path("access_token").asText()).orElseThrow().path("aud").asText())
                .isEqualTo("https://management.azure.com");

        assertThat(code(LOGIN, redeem)).as("a code is good once").isEqualTo("400 invalid_grant 70000");
        redeem.put("code", fields(visitor.post(LOGIN + "/oauth2/v2.0/authorize", form)).get("code"));
        redeem.put("code_verifier", "another");
        assertThat(code(LOGIN, redeem)).isEqualTo("400 invalid_grant 501481");
    }

    @Test
    void denyingComesBackAsAnError() throws Exception {
        Map<String, String> form = Map.of("client_id", CLI, "redirect_uri", "http://localhost:8401", "answer", "deny");
        assertThat(fields(visitor.post(LOGIN + "/oauth2/v2.0/authorize", form))).containsEntry("error", "access_denied")
                .hasEntrySatisfying("error_description", text -> assertThat(text).startsWith("AADSTS65004"));
        HttpResponse<String> posted = visitor.post(LOGIN + "/oauth2/v2.0/authorize",
                changed(form, "response_mode", "form_post"));
        assertThat(posted.body()).contains("action=\"http://localhost:8401\"").contains("value=\"access_denied\"");
    }

    @Test
    void codesGoToThisMachineAlone() throws Exception {
        assertThat(visitor.post(LOGIN + "/oauth2/v2.0/authorize", Map.of("client_id", CLI,
                "redirect_uri", "https://evil.example/", "answer", "deny")).body()).contains("AADSTS50011");
    }

    @Test
    void aDeviceCodeWaitsForItsUser() throws Exception {
        JsonNode device = Visitor.json(visitor.post(LOGIN + "/oauth2/v2.0/devicecode",
                Map.of("client_id", CLI, "scope", "https://vault.azure.net/.default offline_access")));
        Map<String, String> poll = Map.of("grant_type", "urn:ietf:params:oauth:grant-type:device_code",
                "client_id", CLI, "device_code", device.path("device_code").asText());
        assertThat(code(LOGIN, poll)).isEqualTo("400 authorization_pending 70016");
        String page = "https://login.microsoftonline.com/common/oauth2/deviceauth";
        assertThat(visitor.post(page, Map.of("otc", "NOSUCHCODE")).body()).contains("That code didn&#39;t work");
        visitor.post(page, Map.of("otc", device.path("user_code").asText(), "answer", "accept",
                "login", "engineer@fabrikam.example", "passwd", "practice"));
        JsonNode tokens = Visitor.json(visitor.post(LOGIN + "/oauth2/v2.0/token", poll));
        assertThat(visitor.secrets(tokens.path("access_token").asText()).statusCode()).isEqualTo(200);
        assertThat(code(LOGIN, poll)).isEqualTo("400 expired_token 70020");
    }

    @Test
    void theEnvironmentsOwnBrowserFindsThePagesWithoutTheGateway() throws Exception {
        HttpResponse<String> page = java.net.http.HttpClient.newHttpClient().send(java.net.http.HttpRequest.newBuilder(
                URI.create(lab.signInPages() + "/common/oauth2/deviceauth")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(page.body()).contains("Code shown by your app");
    }

    @Test
    void aScenarioCanRefuseByNumber() throws Exception {
        try (Lab strict = Lab.start(HealthyEstate.estate(), Worlds.with(new Fault("entra", "/token", "400", "AADSTS53003")))) {
            HttpResponse<String> refused = Visitor.to(strict).post(LOGIN + "/oauth2/v2.0/token", Map.of());
            assertThat(refused.body()).contains("AADSTS53003: Access has been blocked by Conditional Access policies");
        }
    }

    @Test
    void aScenarioCanRefuseTheVaultsTokenAlone() throws Exception {
        try (Lab strict = Lab.start(Scenarios.named("access-token-failed").orElseThrow())) {
            Visitor refused = Visitor.to(strict);
            assertThat(refused.token("https://management.azure.com")).isNotEmpty();
            assertThat(refused.token("https://vault.azure.net")).isEmpty();
        }
    }

    private static Map<String, String> changed(Map<String, String> form, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(form);
        changed.put(name, value);
        return changed;
    }

    private static String code(String tenant, Map<String, String> form) throws Exception {
        HttpResponse<String> answer = visitor.post(tenant + "/oauth2/v2.0/token", form);
        JsonNode body = Visitor.json(answer);
        assertThat(body.path("error_description").asText())
                .startsWith("AADSTS" + body.path("error_codes").path(0).asText() + ": ");
        return answer.statusCode() + " " + body.path("error").asText() + " " + body.path("error_codes").path(0).asText();
    }

    private static Map<String, String> fields(HttpResponse<String> redirect) {
        assertThat(redirect.statusCode()).isEqualTo(302);
        String location = redirect.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith("http://localhost:8401?");
        return new linkdoctor.lab.http.Request("GET", location, Map.of(), new byte[0]).query();
    }
}
