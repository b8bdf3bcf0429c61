package linkdoctor.probe.azure.signin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import linkdoctor.probe.SystemBrowser;
import reactor.core.publisher.Mono;

/**
 * Tokens of whoever is signed in at the Azure CLI. Unlike the SDK's own credential, which reads on as long as the CLI
 * lives, it ends the CLI when its time is up or nobody waits any more.
 *
 * @param tenant      the tenant to ask for; empty takes the CLI's own
 * @param environment where the CLI is looked for
 * @param patience    how long it may take
 */
record AzureCli(Optional<String> tenant, Map<String, String> environment, Duration patience) implements TokenCredential {
    private static final String DEFAULT = "/.default";
    /** What neither a shell nor Windows reads as anything but itself. */
    private static final String HARMLESS = "[A-Za-z0-9.:/_-]+";

    @Override
    public AccessToken getTokenSync(TokenRequestContext request) {
        try {
            Process az = new ProcessBuilder(command(request)).start();
            try {
                az.getOutputStream().close();
                if (!az.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new NotReady("The Azure CLI did not answer in time: see that az account show works, then try again.");
                }
                if (az.exitValue() != 0) {
                    throw new IllegalStateException("azure cli authentication: " + text(az.getErrorStream().readAllBytes()));
                }
                return token(text(az.getInputStream().readAllBytes()));
            } finally {
                az.descendants().forEach(ProcessHandle::destroyForcibly);
                az.destroyForcibly();
            }
        } catch (IOException e) {
            throw new IllegalStateException("azure cli authentication", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> command(TokenRequestContext request) {
        Path az = SystemBrowser.onPath(environment, "az.cmd").or(() -> SystemBrowser.onPath(environment, "az"))
                .orElseThrow(() -> new NotReady("Install the Azure CLI and run az login, or choose another way to sign in."));
        String scope = request.getScopes().getFirst();
        List<String> command = new ArrayList<>(List.of(az.toString(), "account", "get-access-token", "--output", "json",
                "--resource", harmless(scope.endsWith(DEFAULT) ? scope.substring(0, scope.length() - DEFAULT.length()) : scope)));
        tenant.ifPresent(in -> command.addAll(List.of("--tenant", harmless(in))));
        return command;
    }

    private static String harmless(String argument) {
        if (!argument.matches(HARMLESS)) {
            throw new NotReady("The Azure CLI cannot be asked for this tenant: see that it is written right.");
        }
        return argument;
    }

    private static AccessToken token(String json) throws IOException {
        try (JsonReader reader = JsonProviders.createReader(json)) {
            if (reader.readUntyped() instanceof Map<?, ?> answer && answer.get("accessToken") instanceof String token) {
                return new AccessToken(token, expiry(answer));
            }
        }
        throw new IOException("the answer holds no token");
    }

    /** Newer versions tell it as seconds, older ones as this machine's local time. */
    private static OffsetDateTime expiry(Map<?, ?> answer) throws IOException {
        try {
            return answer.get("expires_on") instanceof Number seconds ? Instant.ofEpochSecond(seconds.longValue()).atOffset(ZoneOffset.UTC)
                    : LocalDateTime.parse(String.valueOf(answer.get("expiresOn")).replace(' ', 'T')).atZone(ZoneId.systemDefault()).toOffsetDateTime();
        } catch (DateTimeParseException e) {
            throw new IOException("the answer does not say how long the token lasts", e);
        }
    }

    private static String text(byte[] output) {
        return new String(output, StandardCharsets.UTF_8);
    }

    @Override
    public Mono<AccessToken> getToken(TokenRequestContext request) {
        return Mono.fromCallable(() -> getTokenSync(request));
    }

    /** The environment may hold secrets, so it is left out. */
    @Override
    public String toString() {
        return "AzureCli[tenant=" + tenant + "]";
    }
}
