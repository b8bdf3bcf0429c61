package linkdoctor.lab.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

import linkdoctor.lab.Estate;
import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;
import linkdoctor.lab.http.Request;

/** The life of a secret. */
class SecretsTest {
    private static final String HOST = "fabrikam.vault.azure.net";
    private final Estate estate = HealthyEstate.estate();
    private final JsonNode vault = estate.get(HealthyEstate.VAULT).orElseThrow();
    private final Secrets secrets = new Secrets(estate);

    @Test
    void setReadDeleteRecoverPurge() {
        Answer first = set("one");
        Answer second = set("two");
        assertThat(id(first)).isNotEqualTo(id(second)).startsWith("https://fabrikam.vault.azure.net/secrets/mine/");
        assertThat(read("value")).isEqualTo("two");
        assertThat(Json.parse(secrets.versions(vault, HOST, "mine").text()).orElseThrow().path("value")).hasSize(2);

        assertThat(secrets.delete(vault, HOST, "mine").text()).contains("recoveryId");
        assertThat(secrets.get(vault, HOST, "mine", java.util.Optional.empty()).status()).isEqualTo(404);
        assertThat(set("three").text()).contains("ObjectIsDeletedButRecoverable");
        assertThat(secrets.listDeleted(vault, HOST).text()).contains("/deletedsecrets/mine");

        assertThat(secrets.recover(vault, HOST, "mine").status()).isEqualTo(200);
        assertThat(read("value")).isEqualTo("two");
        secrets.delete(vault, HOST, "mine");
        assertThat(secrets.purge(vault, "mine").status()).isEqualTo(204);
        assertThat(secrets.getDeleted(vault, HOST, "mine").status()).isEqualTo(404);
    }

    @Test
    void longListsComeInPages() {
        set("one");
        Request.get("/secrets");
        JsonNode page = Json.parse(secrets.list(vault, HOST, Request.get("/secrets?api-version=7.4&maxresults=1")).text())
                .orElseThrow();
        assertThat(page.path("value")).hasSize(1);
        String next = page.path("nextLink").asText().substring("https://".length() + HOST.length());
        JsonNode last = Json.parse(secrets.list(vault, HOST, Request.get(next)).text()).orElseThrow();
        assertThat(last.path("value")).hasSize(1).isNotEqualTo(page.path("value"));
        assertThat(last.path("nextLink").isNull()).isTrue();
    }

    private Answer set(String value) {
        return secrets.set(vault, HOST, "mine", new Request("PUT", "/secrets/mine", Map.of(),
                Json.object().put("value", value).toString().getBytes()));
    }

    private String read(String field) {
        return Json.parse(secrets.get(vault, HOST, "mine", java.util.Optional.empty()).text()).orElseThrow()
                .path(field).asText();
    }

    private static String id(Answer answer) {
        return Json.parse(answer.text()).orElseThrow().path("id").asText();
    }
}
