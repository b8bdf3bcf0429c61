package linkdoctor.probe.azure;

import static linkdoctor.probe.azure.Practice.assertSeen;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import linkdoctor.facts.Cloud;
import linkdoctor.facts.Failure;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.https.DataPlaneRead;
import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.Lab;
import linkdoctor.probe.NoBrowser;
import linkdoctor.probe.SignInPrompt;
import linkdoctor.probe.Trust;
import linkdoctor.probe.azure.signin.SignIn;
import linkdoctor.probe.azure.wire.AzureAccess;

/** Signing in and reading the vault in the whole lab, as the program itself does. */
@Timeout(60)
class LabTest {
    private static final Consumer<SignInPrompt> NOBODY = prompt -> { };
    private static Lab lab;

    @BeforeAll
    static void start() throws Exception {
        lab = Lab.start(HealthyEstate.estate(), HealthyEstate.world());
    }

    @AfterAll
    static void stop() throws Exception {
        lab.close();
    }

    @Test
    void oneSignInServesArmAndTheVault() throws Exception {
        AzureArm arm = arm(SignIn.ENVIRONMENT, secret(lab.credentials().secret()), NOBODY);
        assertThat(assertSeen(arm.signIn(Optional.empty())).objectId()).isEqualTo(HealthyEstate.APP.objectId());
        assertThat(assertSeen(arm.subscriptions())).hasSize(3);
        var probed = arm.read(Practice.FABRIKAM);
        DataPlaneRead read = assertSeen(probed);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.networkInfo()).hasValueSatisfying(info -> assertThat(info.privateEndpoint()).contains(HealthyEstate.ENDPOINT));
        assertThat(probed.evidence()).hasSize(1).first().satisfies(e -> {
            assertThat(e.asked()).startsWith("GET https://fabrikam.vault.azure.net/secrets?").contains("maxresults=1");
            assertThat(e.answered()).contains("says PrivateLink from 10.1.0.4 over pe-fabrikam");
        });
    }

    @Test
    void theManagedIdentityComesFromTheMetadataService() throws Exception {
        AzureArm arm = arm(SignIn.MANAGED_IDENTITY, Map.of(), NOBODY);
        Identity who = assertSeen(arm.signIn(Optional.empty()));
        assertThat(who.objectId()).isEqualTo(HealthyEstate.MACHINE.objectId());
        assertThat(who.displayName()).isEqualTo("jump-box");
        assertThat(assertSeen(arm.read(Practice.FABRIKAM)).status()).isEqualTo(200);
    }

    @Test
    void theDeviceCodeIsToldAndEnteredOnce() throws Exception {
        Pages pages = new Pages();
        AzureArm arm = arm(SignIn.DEVICE_CODE, Map.of(), pages);
        Identity who = assertSeen(arm.signIn(Optional.of(HealthyEstate.TENANT)));
        assertThat(who.kind()).isEqualTo("user");
        assertThat(who.displayName()).isEqualTo("engineer@fabrikam.example");
        assertThat(who.method()).isEqualTo("device-code");
        assertThat(assertSeen(arm.subscriptions())).hasSize(3);
        assertThat(assertSeen(arm.read(Practice.FABRIKAM)).status()).isEqualTo(200);
        assertThat(pages.prompts).isEqualTo(1);
    }

    @Test
    void aDeclinedDeviceCodeSaysSo() throws Exception {
        Pages pages = new Pages();
        pages.answer = "deny";
        assertFailed(arm(SignIn.DEVICE_CODE, Map.of(), pages), "declined");
    }

    @Test
    void aWrongSecretSaysSoAndIsNotRepeated() throws Exception {
        assertFailed(arm(SignIn.ENVIRONMENT, secret("wrong-secret-value"), NOBODY), "AADSTS7000215");
    }

    @Test
    void anUnknownTenantSaysSo() throws Exception {
        Map<String, String> environment = new java.util.HashMap<>(secret("x"));
        environment.put("AZURE_TENANT_ID", "99999999-9999-4999-8999-999999999999");
        assertFailed(arm(SignIn.ENVIRONMENT, environment, NOBODY), "tenant and cloud are right");
    }

    @Test
    void missingVariablesAreNamed() throws Exception {
        assertFailed(arm(SignIn.ENVIRONMENT, Map.of("AZURE_CLIENT_ID", "x"), NOBODY),
                "AZURE_TENANT_ID and AZURE_CLIENT_SECRET");
    }

    private static AzureArm arm(SignIn way, Map<String, String> environment, Consumer<SignInPrompt> tell) throws Exception {
        return new AzureArm(new AzureAccess(Cloud.PUBLIC, Optional.empty(), Optional.empty(), Trust.practice(lab.caFile(), Optional.empty()),
                uri -> Optional.of(lab.proxy()), environment, lab.outside().imds(), NoBrowser.HERE, tell, Duration.ofSeconds(20),
                Duration.ofSeconds(20), "test"), Optional.of(way));
    }

    private static Map<String, String> secret(String secret) {
        return Map.of("AZURE_TENANT_ID", lab.credentials().tenant(), "AZURE_CLIENT_ID", lab.credentials().clientId(),
                "AZURE_CLIENT_SECRET", secret);
    }

    private static void assertFailed(AzureArm arm, String text) {
        var probed = arm.signIn(Optional.empty());
        assertThat(probed.trouble()).as(probed.toString()).hasValueSatisfying(failure -> {
            assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_SIGNED_IN);
            assertThat(failure.said()).contains(text).endsWith(".").doesNotContain("wrong-secret-value");
        });
        assertThat(probed.toString()).doesNotContain("wrong-secret-value");
        assertThat(arm.subscriptions().trouble()).isPresent();
    }

    /** A person with a browser on the lab's sign-in pages. */
    private static final class Pages implements Consumer<SignInPrompt> {
        private static final Pattern CODE = Pattern.compile("enter the code (\\S+)");
        private String answer = "accept";
        private int prompts;

        @Override
        public void accept(SignInPrompt prompt) {
            String instruction = prompt.sentence();
            prompts++;
            Matcher code = CODE.matcher(instruction);
            assertThat(code.find()).as(instruction).isTrue();
            String form = "otc=" + code.group(1) + "&answer=" + answer + "&login="
                    + URLEncoder.encode("engineer@fabrikam.example", StandardCharsets.UTF_8) + "&passwd=practice";
            try (HttpClient browser = HttpClient.newHttpClient()) {
                browser.send(HttpRequest.newBuilder(URI.create(lab.signInPages() + "/common/oauth2/deviceauth"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.ofString());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
