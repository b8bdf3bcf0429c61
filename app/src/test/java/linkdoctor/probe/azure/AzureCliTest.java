package linkdoctor.probe.azure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.facts.azure.Identity;
import linkdoctor.lab.HealthyEstate;
import linkdoctor.probe.azure.signin.SignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Signing in by the Azure CLI, with a program in its place that answers as it does. */
@Timeout(60)
class AzureCliTest {
    /** Header and claims of a token as Entra ID gives it. */
    private static final String TOKEN = "e30." + java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(
            ("{\"tid\":\"" + HealthyEstate.TENANT + "\",\"oid\":\"o\",\"upn\":\"engineer@fabrikam.example\",\"scp\":\"user_impersonation\"}").getBytes()) + ".c2ln";

    @TempDir
    Path folder;

    @Test
    void itsTokenSaysWhoIsSignedIn() throws Exception {
        for (String expiry : new String[]{"\"expires_on\": 4102444800", "\"expiresOn\": \"2099-12-31 23:59:59.000000\""}) {
            az("echo \"$@\" > " + folder.resolve("asked") + "; echo '{\"accessToken\": \"" + TOKEN + "\", " + expiry + "}'");
            Probed<Identity> who = signIn(Optional.of(HealthyEstate.TENANT));
            assertThat(who.known().map(Identity::displayName)).as(who.toString()).contains("engineer@fabrikam.example");
            assertThat(Files.readString(folder.resolve("asked"))).isEqualTo("account get-access-token --output json --resource "
                    + "https://management.core.windows.net --tenant " + HealthyEstate.TENANT + "\n");
            assertThat(who.toString()).doesNotContain(TOKEN);
        }
    }

    @Test
    void whatItSaysBecomesASentence() throws Exception {
        assertThat(said(Optional.empty())).isEqualTo("Install the Azure CLI and run az login, or choose another way to sign in.");
        az("echo \"ERROR: Please run 'az login' to setup account.\" >&2; exit 1");
        assertThat(said(Optional.empty())).isEqualTo("Run az login, then try again.");
        az("echo 'ERROR: AADSTS700082: The refresh token has expired due to inactivity.' >&2; exit 1");
        assertThat(said(Optional.empty())).contains("run az login", "AADSTS700082");
        az("echo nonsense");
        assertThat(said(Optional.empty())).isEqualTo("The Azure CLI gave no token: run az login, then try again.");
    }

    @Test
    void aTenantThatCouldSayMoreThanItsNameNeverReachesIt() throws Exception {
        az("echo \"$@\" >> " + folder.resolve("asked") + "; exit 1");
        said(Optional.of("x & calc"));
        assertThat(Files.readString(folder.resolve("asked"))).as("asked for its own tenant alone").doesNotContain("calc", "--tenant");
    }

    @Test
    void aCancelledSignInEndsIt() throws Exception {
        Path pid = folder.resolve("pid");
        az("echo $$ > " + folder.resolve("half") + "; mv " + folder.resolve("half") + " " + pid + "; sleep 600");
        AtomicReference<Probed<Identity>> result = new AtomicReference<>();
        Thread signingIn = Thread.ofPlatform().start(() -> result.set(signIn(Optional.empty())));
        while (!Files.exists(pid)) {
            Thread.sleep(10);
        }
        signingIn.interrupt();
        signingIn.join(Duration.ofSeconds(20));
        assertThat(result.get().trouble().map(Failure::said)).contains("The sign-in was cancelled.");
        Optional<ProcessHandle> az = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
        if (az.isPresent()) {
            az.get().onExit().get(20, java.util.concurrent.TimeUnit.SECONDS);
        }
    }

    private void az(String script) throws Exception {
        Path file = Files.writeString(folder.resolve("az"), "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private String said(Optional<String> tenant) {
        return signIn(tenant).trouble().orElseThrow().said();
    }

    private Probed<Identity> signIn(Optional<String> tenant) {
        try (Practice practice = new Practice()) {
            return practice.arm(SignIn.CLI, Map.of("PATH", folder.toString())).signIn(tenant);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
