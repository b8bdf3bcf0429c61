package linkdoctor.explain;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever secret stands in a pasted text, in whichever place a value is read from, it is not in the explanation. */
public class MaskedTest {
    private static final String JWT = "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczovL3ZhdWx0LmF6dXJlLm5ldCJ9.MARKEDsignatureMARKEDsignature";
    private static final String GUID = "11111111-1111-4111-8111-111111111111";

    /** Texts with secrets in them, each of which holds MARKED or is a JSON Web Token. */
    public static List<String> pastes() {
        return List.of("Authorization: Bearer " + JWT, "authorization: Bearer MARKEDopaqueTokenOfTwentyAndMore==", "\"Authorization\": \"Basic TUFSS0VEMARKED==\"",
                "Cookie: fpc=MARKED; esctx=MARKED", "Set-Cookie: stsservicecookie=MARKED", "{\"access_token\":\"MARKED\"}", "client_secret=MARKED&grant_type=x",
                "'client_secret': 'MARKED'", "https://account.blob.core.windows.net/c?sv=2024&sig=MARKED%2F%3D", "AccountKey=MARKED==;EndpointSuffix=x",
                "http://engineer:MARKED@proxy.fabrikam.example:8080", "AZURE_CLIENT_SECRET=MARKED", "the secret abc8Q~MARKEDMARKEDMARKEDMARKEDMARKED is wrong",
                "X-IDENTITY-HEADER: MARKED", JWT.substring(0, 60) + "\n" + JWT.substring(60, 100) + "\n" + JWT.substring(100));
    }

    @ParameterizedTest
    @MethodSource("pastes")
    void noSecretComesBack(String paste) {
        for (String place : List.of(
                "Client address is not authorized and caller is not a trusted service.\nClient address: 1.2.3.4\nCaller: appid=" + GUID + ";oid=" + GUID
                        + ";iss=https://sts.windows.net/" + GUID + "/;xms_mirid=/subscriptions/" + GUID + "/resourcegroups/x/providers/Microsoft.Compute/virtualMachines/vm\n%s\n",
                "Caller is not authorized to perform action on resource.\nAction: 'Microsoft.KeyVault/vaults/secrets/%s/action'\nVault: fabrikam;location=%s\nInner error: {\"code\": \"%s\"}",
                "(Forbidden) The user, group or application 'appid=%s;oid=%s' does not have secrets get permission on key vault 'fabrikam;location=%s'.",
                "AADSTS7000215: Invalid client secret provided, for app '%s'. %s", "Could not resolve host: %s.vault.azure.net", "Vault: %s;location=eastus Client address: %s", "%s")) {
            String told = Explainer.explain(place.replace("%s", paste)).toString();
            assertThat(told).as(place).doesNotContain("MARKED", "marked").doesNotContain("eyJ0");
        }
    }
}
