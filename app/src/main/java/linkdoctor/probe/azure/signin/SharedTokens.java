package linkdoctor.probe.azure.signin;

import com.microsoft.aad.msal4j.ManagedIdentityApplication;
import com.microsoft.aad.msal4j.TokenCache;

/**
 * The tokens of managed identities, which the library keeps for the whole process and has no way to drop: whoever had
 * one from the lab would show it to the real Azure.
 */
final class SharedTokens {
    private SharedTokens() {
    }

    /** Writes every token over with one that is no token and has long expired. */
    static void forget() {
        TokenCache cache = ManagedIdentityApplication.getSharedTokenCache();
        cache.deserialize(cache.serialize().replaceAll("\"secret\":\"[^\"]*\"", "\"secret\":\"\"")
                .replaceAll("\"(expires_on|extended_expires_on|refresh_on)\":\"[^\"]*\"", "\"$1\":\"0\""));
    }
}
