package linkdoctor.lab.entra;

import java.util.Map;
import java.util.Optional;

/**
 * What a program asks the authorize page for.
 *
 * @param responseMode query, fragment or form_post
 * @param challenge    of PKCE, S256
 */
record SignInRequest(String clientId, String redirectUri, String scope, Optional<String> state, String responseMode,
                     Optional<String> challenge, Optional<String> nonce, Optional<String> loginHint) {

    static SignInRequest of(Map<String, String> given) {
        return new SignInRequest(given.getOrDefault("client_id", ""), given.getOrDefault("redirect_uri", ""),
                given.getOrDefault("scope", given.getOrDefault("resource", "")),
                Optional.ofNullable(given.get("state")), given.getOrDefault("response_mode", "query"),
                Optional.ofNullable(given.get("code_challenge")), Optional.ofNullable(given.get("nonce")),
                Optional.ofNullable(given.get("login_hint")));
    }

    /** Whether the answer would stay on this machine: only such addresses are given codes. */
    boolean comesHome() {
        try {
            java.net.URI uri = java.net.URI.create(redirectUri);
            return "http".equals(uri.getScheme())
                    && java.util.Set.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(uri.getHost()));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
