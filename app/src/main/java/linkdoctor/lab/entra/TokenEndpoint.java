package linkdoctor.lab.entra;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.lab.World.Account;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;
import linkdoctor.lab.http.Request;

/** The token endpoint: turns a credential, a code or a refresh token into tokens. */
final class TokenEndpoint {
    private static final String GRAPH = "https://graph.microsoft.com";
    private static final List<String> OF_THE_USER = List.of("openid", "profile", "offline_access", "email");

    private final Directory directory;
    private final Grants grants;
    private final String devicePage;
    private final SignIn signIn;

    TokenEndpoint(Directory directory, Grants grants, SignIn signIn, String devicePage) {
        this.devicePage = devicePage;
        this.directory = directory;
        this.grants = grants;
        this.signIn = signIn;
    }

    /** @param tenant its id, or {@code organizations} and the like */
    Answer token(String tenant, Request request) {
        Map<String, String> form = request.form();
        String clientId = form.getOrDefault("client_id", "");
        if (!directory.knowsClient(clientId)) {
            return EntraError.unknownApp(clientId, tenant).answer();
        }
        String grant = form.getOrDefault("grant_type", "");
        return switch (grant) {
            case "client_credentials" -> forApp(tenant, clientId, form);
            case "password" -> switch (signIn.prove(form.getOrDefault("username", ""),
                    form.getOrDefault("password", ""), tenant)) {
                case SignIn.Proven.As(Account account) -> forUser(account, clientId, form, Optional.empty());
                case SignIn.Proven.Not(EntraError why) -> why.answer();
            };
            case "authorization_code" -> forCode(clientId, form);
            case "refresh_token" -> forRefresh(tenant, clientId, form);
            case "device_code", "urn:ietf:params:oauth:grant-type:device_code" -> forDevice(tenant, clientId, form);
            default -> EntraError.unsupportedGrant(grant).answer();
        };
    }

    Answer deviceCode(Request request) {
        Map<String, String> form = request.form();
        String clientId = form.getOrDefault("client_id", "");
        if (!directory.knowsClient(clientId)) {
            return EntraError.unknownApp(clientId, "organizations").answer();
        }
        Grants.Device device = grants.device(clientId, form.getOrDefault("scope", ""));
        return Answer.json(200, Json.object().put("user_code", device.userCode()).put("device_code", device.deviceCode())
                .put("verification_uri", devicePage).put("expires_in", Grants.DEVICE_LIFE.toSeconds()).put("interval", 1)
                .put("message", "To sign in, use a web browser to open the page " + devicePage + " and enter the code "
                        + device.userCode() + " to authenticate."));
    }

    private Answer forApp(String tenant, String clientId, Map<String, String> form) {
        Optional<Account> app = directory.app(clientId, tenant);
        if (app.isEmpty()) {
            return EntraError.unknownApp(clientId, tenant).answer();
        }
        if (form.containsKey("client_assertion")) {
            return EntraError.unknownCertificate().answer(); // the lab's applications have no certificates
        }
        if (!form.containsKey("client_secret")) {
            return EntraError.noCredential().answer();
        }
        return app.get().secret().equals(form.get("client_secret"))
                ? Answer.json(200, tokens(app.get(), clientId, form)) : EntraError.badSecret(clientId).answer();
    }

    private Answer forCode(String clientId, Map<String, String> form) {
        Optional<Grants.Code> code = grants.redeem(form.getOrDefault("code", ""))
                .filter(found -> found.clientId().equalsIgnoreCase(clientId)
                        && found.redirectUri().equals(form.get("redirect_uri")));
        if (code.isEmpty()) {
            return EntraError.badCode().answer();
        }
        boolean proven = code.get().challenge().map(challenge -> challenge.equals(s256(form.getOrDefault("code_verifier",
                "")))).orElse(true);
        return proven ? forUser(code.get().account(), clientId, form, code.get().nonce())
                : EntraError.wrongVerifier().answer();
    }

    private Answer forRefresh(String tenant, String clientId, Map<String, String> form) {
        return grants.refresh(form.getOrDefault("refresh_token", ""))
                .map(known -> elsewhere(known.account(), tenant, clientId, form))
                .orElseGet(() -> EntraError.badRefreshToken().answer());
    }

    /** Tokens for somebody who has proven who they are, in a tenant that may be another one. */
    private Answer elsewhere(Account known, String tenant, String clientId, Map<String, String> form) {
        return directory.users(known.login()).stream()
                .filter(user -> Directory.anyTenant(tenant) ? user.equals(known) : user.tenant().equalsIgnoreCase(tenant))
                .findFirst().map(user -> forUser(user, clientId, form, Optional.empty()))
                .orElseGet(() -> EntraError.notInTenant(known.login(), tenant).answer());
    }

    private Answer forDevice(String tenant, String clientId, Map<String, String> form) {
        Optional<Grants.Device> device = grants.device(form.getOrDefault("device_code", form.getOrDefault("code", "")));
        if (device.isEmpty() || device.get().expired()) {
            return EntraError.deviceExpired().answer();
        }
        return switch (device.get().progress()) {
            case Grants.Progress.Pending() -> EntraError.pending().answer();
            case Grants.Progress.Declined() -> EntraError.deviceDeclined().answer();
            case Grants.Progress.SignedIn(Account account) -> {
                grants.forget(device.get());
                Map<String, String> asked = new java.util.LinkedHashMap<>(form);
                asked.putIfAbsent("scope", device.get().scope());
                yield elsewhere(account, tenant, clientId, asked);
            }
        };
    }

    private Answer forUser(Account account, String clientId, Map<String, String> form, Optional<String> nonce) {
        ObjectNode body = tokens(account, clientId, form);
        body.put("refresh_token", grants.refresh(account, clientId));
        body.put("id_token", idToken(account, clientId, nonce));
        body.put("client_info", Tokens.encoded(Json.object().put("uid", account.objectId())
                .put("utid", account.tenant())));
        return Answer.json(200, body).with("Cache-Control", "no-store, no-cache");
    }

    /** The part that people and programs get alike; the scope comes back as asked, or clients miss their caches. */
    private static ObjectNode tokens(Account account, String clientId, Map<String, String> form) {
        String scope = form.getOrDefault("scope", "");
        String audience = form.getOrDefault("resource", audience(scope));
        long life = Tokens.LIFE.toSeconds();
        ObjectNode body = Json.object().put("token_type", "Bearer").put("scope", scope).put("expires_in", life)
                .put("ext_expires_in", life)
                .put("access_token", Tokens.access(account, audience, clientId, Tokens.LIFE));
        if (form.containsKey("resource")) {
            body.put("expires_on", String.valueOf(Instant.now().plus(Tokens.LIFE).getEpochSecond()))
                    .put("resource", audience);
        }
        return body;
    }

    /** The resource of a scope: {@code https://vault.azure.net/.default} is for {@code https://vault.azure.net}. */
    private static String audience(String scope) {
        return Arrays.stream(scope.split(" ")).filter(part -> !part.isEmpty() && !OF_THE_USER.contains(part)).findFirst()
                .filter(part -> part.contains("/")).map(part -> part.substring(0, part.lastIndexOf('/'))).orElse(GRAPH);
    }

    private static String idToken(Account account, String clientId, Optional<String> nonce) {
        Instant now = Instant.now();
        ObjectNode claims = Json.object().put("aud", clientId)
                .put("iss", "https://login.microsoftonline.com/" + account.tenant() + "/v2.0")
                .put("iat", now.getEpochSecond()).put("nbf", now.getEpochSecond())
                .put("exp", now.plus(Tokens.LIFE).getEpochSecond()).put("name", account.displayName())
                .put("oid", account.objectId()).put("preferred_username", account.login())
                .put("sub", account.objectId()).put("tid", account.tenant()).put("ver", "2.0");
        nonce.ifPresent(value -> claims.put("nonce", value));
        return Tokens.signed(claims);
    }

    private static String s256(String verifier) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256")
                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
