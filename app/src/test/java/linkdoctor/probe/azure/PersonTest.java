package linkdoctor.probe.azure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import linkdoctor.WebPerson;
import linkdoctor.facts.azure.Identity;
import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Request;
import linkdoctor.probe.Browser;
import linkdoctor.probe.azure.signin.SignIn;
import linkdoctor.probe.azure.wire.AzureAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When a person who has signed in is asked again: when Entra ID wants them, and never else. */
@Timeout(60)
class PersonTest {
    private static final String NEWER = "{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1700000000\"}}}";
    private static final String MORE = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";
    private final List<String> pages = new ArrayList<>();
    /** The claims that ARM wants on the next request; null for none. */
    private final AtomicReference<String> wanted = new AtomicReference<>();
    private boolean personWanted;

    @Test
    void aNewerTokenNeedsNobody() throws Exception {
        try (Practice practice = new Practice(); AzureArm arm = arm(practice, "organizations")) {
            assertThat(arm.signIn(Optional.empty()).known().map(Identity::displayName)).contains("engineer@fabrikam.example");
            assertThat(pages).hasSize(1).first().asString().contains("/organizations/oauth2/v2.0/authorize?", "prompt=select_account",
                    "\"xms_cc\":{\"values\":[\"CP1\"]}");
            wanted.set(NEWER);
            assertThat(arm.subscriptions().known()).isPresent();
            assertThat(arm.read(Practice.FABRIKAM)).as("a token for the vault, too").isNotNull();
            assertThat(practice.cloud.requests()).filteredOn(request -> "refresh_token".equals(request.form().get("grant_type"))).hasSize(2);
            assertThat(pages).hasSize(1);
        }
    }

    @Test
    void aRevokedSessionIsMadeAnewByThePerson() throws Exception {
        try (Practice practice = new Practice(); AzureArm arm = arm(practice, HealthyEstate.TENANT)) {
            arm.signIn(Optional.empty());
            personWanted = true;
            for (int time = 2; time < 4; time++) {
                wanted.set(NEWER);
                var seen = arm.subscriptions();
                assertThat(seen.known()).as("time %d: %s", time, seen).isPresent();
                assertThat(pages).hasSize(time).last().asString().contains("\"nbf\"", "login_hint=engineer@fabrikam.example").doesNotContain("prompt=");
            }
        }
    }

    @Test
    void aStrongerProofIsAskedOfThePerson() throws Exception {
        try (Practice practice = new Practice(); AzureArm arm = arm(practice, HealthyEstate.TENANT)) {
            arm.signIn(Optional.empty());
            wanted.set(MORE);
            assertThat(arm.subscriptions().known()).isPresent();
            assertThat(pages).hasSize(2).last().asString().contains("\"acrs\"", "\"c1\"", "login_hint=engineer@fabrikam.example");
        }
    }

    private AzureArm arm(Practice practice, String tenant) throws Exception {
        practice.instead((host, request) -> host.startsWith("management.") && request.rawTarget().startsWith("/subscriptions?")
                ? Optional.ofNullable(wanted.getAndSet(null)).map(claims -> Answer.text(401, "application/json", "{}").with("WWW-Authenticate",
                "Bearer error=\"insufficient_claims\", claims=\"" + Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "\""))
                : Optional.empty());
        practice.instead((host, request) -> personWanted && request.rawTarget().endsWith("/token")
                && "refresh_token".equals(request.form().get("grant_type"))
                ? Optional.of(Answer.text(400, "application/json", "{\"error\": \"interaction_required\", \"error_description\": \"AADSTS50076: more\"}"))
                : Optional.empty());
        AzureAccess access = practice.access(Map.of());
        Browser browser = page -> {
            pages.add(URLDecoder.decode(page.toString(), StandardCharsets.UTF_8));
            Answer answer = practice.cloud.answer(page.getHost(), new Request("POST", page.getRawPath() + "?" + page.getRawQuery(),
                    Map.of("content-type", "application/x-www-form-urlencoded"), WebPerson.typed().getBytes(StandardCharsets.UTF_8)));
            WebPerson.bringBack(new String(answer.body(), StandardCharsets.UTF_8));
        };
        return new AzureArm(new AzureAccess(access.cloud(), Optional.of(tenant), access.clientId(), access.trust(), access.proxy(), Map.of(),
                URI.create("http://127.0.0.1:9"), browser, prompt -> { }, Duration.ofSeconds(20), Duration.ofSeconds(20), "test"), Optional.of(SignIn.BROWSER));
    }
}
