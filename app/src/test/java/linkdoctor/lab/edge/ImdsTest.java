package linkdoctor.lab.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.Lab;
import linkdoctor.lab.World.Fault;

/** The metadata service of the jump box. */
class ImdsTest {

    @Test
    void tellsWhatTheMachineIs() throws Exception {
        try (Lab lab = Lab.start(HealthyEstate.estate(), HealthyEstate.world())) {
            JsonNode instance = Visitor.json(get(lab, "/metadata/instance?api-version=2021-02-01", Optional.of("true")));
            assertThat(instance.path("compute").path("resourceId").asText()).isEqualTo(HealthyEstate.JUMP_BOX.text());
            JsonNode nic = instance.path("network").path("interface").path(0);
            assertThat(nic.path("macAddress").asText()).isEqualTo("000D3A123456");
            assertThat(nic.path("ipv4").path("ipAddress").path(0).path("privateIpAddress").asText()).isEqualTo("10.1.0.4");
            assertThat(nic.path("ipv4").path("subnet").path(0).toString())
                    .isEqualTo("{\"address\":\"10.1.0.0\",\"prefix\":\"24\"}");
            assertThat(get(lab, "/metadata/instance?api-version=2021-02-01", Optional.empty()).statusCode()).isEqualTo(400);
            assertThat(get(lab, "/metadata/instance", Optional.of("true")).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void theIdentitysTokenOpensTheVault() throws Exception {
        try (Lab lab = Lab.start(HealthyEstate.estate(), HealthyEstate.world())) {
            JsonNode token = Visitor.json(get(lab, "/metadata/identity/oauth2/token?api-version=2018-02-01&resource="
                    + "https%3A%2F%2Fvault.azure.net", Optional.of("true")));
            assertThat(token.path("client_id").asText()).isEqualTo(HealthyEstate.MACHINE.appId());
            assertThat(Visitor.to(lab).secrets(token.path("access_token").asText()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void canFailLikeTheOthers() throws Exception {
        try (Lab lab = Lab.start(HealthyEstate.estate(), Worlds.with(new Fault("imds", "*", "503", "")))) {
            assertThat(get(lab, "/metadata/instance?api-version=2021-02-01", Optional.of("true")).statusCode()).isEqualTo(503);
        }
    }

    private static HttpResponse<String> get(Lab lab, String target, Optional<String> metadata)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(lab.outside().imds() + target))
                .timeout(Duration.ofSeconds(10));
        metadata.ifPresent(value -> request.header("Metadata", value));
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
