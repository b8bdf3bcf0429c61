package linkdoctor.explain.kind;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import linkdoctor.explain.Explanation;
import linkdoctor.explain.Layer;
import linkdoctor.explain.read.Reading;
import linkdoctor.facts.azure.EntraErrors;
import linkdoctor.remedy.Remedy;

/** No token could be had, or the vault does not accept it. */
final class SignIn {
    private static final Pattern NUMBER = Pattern.compile("aadsts(\\d{4,8})(?!\\d)");
    private static final Pattern GUID_AFTER = Pattern.compile("(?:expectedoneof|mustmatchthetenant)\"?https?://[a-z0-9.-]{4,60}/([0-9a-f-]{36})");
    private static final Pattern REFUSED_TOKEN = Pattern.compile("akv(100(?!00(?!\\d))\\d{2})(?!\\d)");

    static final List<Kind> KINDS = List.of(
            new Kind(reading -> reading.says("akv10032", "invalidauthenticationtokentenant")
                    || reading.ofKeyVault() && reading.says("invalidissuer.expectedoneof") || reading.says("accesstokenisfromthewrongissuer"), SignIn::tenant),
            new Kind(reading -> NUMBER.matcher(reading.text().lower()).find(), SignIn::entra),
            new Kind(reading -> reading.says("doesnotmeetthecriteriatoaccessthisresource", "restrictedbyyouradmin"), SignIn::entra),
            new Kind(SignIn::refusedToken, SignIn::token),
            new Kind(reading -> reading.says("managedidentitycredentialauthenticationunavailable", "managedidentityauthenticationunavailable",
                    "noresponsefromtheimdsendpoint", "nomanagedidentityendpoint", "msinotenabled", "identitynotfound\"")
                    && (reading.ofKeyVault() || reading.says("managedidentity")), SignIn::managedIdentity),
            new Kind(reading -> reading.ofKeyVault() && reading.says("defaultazurecredentialfailedtoretrieve", "defaultazurecredentialauthentication",
                    "chainedtokencredentialauthentication", "credentialunavailable", "environmentcredentialauthenticationunavailable",
                    "pleaserun\"azlogin\"", "failedtogetauthorizerforkeyvaultclient", "failedtogetkeyvaulttoken"), SignIn::noToken));

    private SignIn() {
    }

    private static boolean refusedToken(Reading reading) {
        return REFUSED_TOKEN.matcher(reading.text().lower()).find()
                || reading.says("[tokenexpired]", "errorvalidatingtoken") && (reading.ofKeyVault() || reading.says("s2s"));
    }

    private static Explanation tenant(Reading reading) {
        Matcher wanted = GUID_AFTER.matcher(reading.text().lower());
        Optional<String> home = wanted.find() ? Optional.of(wanted.group(1)) : Optional.empty();
        String said = (reading.says("invalidauthenticationtokentenant", "associatedwiththissubscription") ? "Azure Resource Manager"
                : Sentence.theVault(reading))
                + " refused a token" + reading.caller().tenant().map(id -> " of tenant " + id).orElse("") + ", which is not its own"
                + home.map(id -> ": it takes those of tenant " + id).orElse("") + ".";
        return Telling.of(reading, Layer.IDENTITY, "access.wrong-tenant", said, Remedy.byHand("Sign in at the vault's tenant"
                + home.map(id -> " " + id).orElse(""),
                home.map(id -> "For the Azure CLI, az login --tenant " + id + "; in code, give the credential this tenant's id.")
                        .orElse("Name the vault's tenant at the sign-in; the vault itself names it in the challenge that it answers to a "
                                + "request without a token."),
                "When the subscription was moved to another tenant, the vault must be moved too: its tenant id is changed by an update of "
                + "the vault."));
    }

    private static Explanation entra(Reading reading) {
        Matcher number = NUMBER.matcher(reading.text().lower());
        Optional<String> which = number.find() && (number.end() < reading.text().lower().length() || reading.text().whole())
                ? Optional.of(number.group(1)) : Optional.empty();
        EntraErrors.Obstacle obstacle = which.map(EntraErrors::obstacle).orElse(reading.says("aadsts") ? EntraErrors.other() : EntraErrors.policy());
        return Telling.of(reading, Layer.IDENTITY, "access.token-failed", "Entra ID gave no token because " + obstacle.said()
                        + which.map(one -> " (AADSTS" + one + ")").orElse("") + "; the request did not come as far as the vault.",
                Remedy.byHand("Get past what stands in the way of the sign-in", obstacle.todo().toArray(String[]::new)));
    }

    private static Explanation token(Reading reading) {
        String why = reading.says("[tokenexpired]", "expired") ? "because it has expired"
                : reading.says("invalidaudience", "akv10022") ? "because it was made for another service" : "because it is not valid there";
        return Telling.of(reading, Layer.IDENTITY, "access.token-failed", Sentence.theVault(reading) + " answered 401 and refused the token "
                + why + ".",
                Remedy.byHand("Get a new token for Key Vault", "Ask for one of https://vault.azure.net (the scope https://vault.azure.net/.default), "
                        + "or of the address that the vault names in its challenge; a token for Azure Resource Manager does not do.",
                        "See that the clock of the machine is right, and that the token is fetched again before it expires."));
    }

    private static Explanation managedIdentity(Reading reading) {
        return Telling.of(reading, Layer.IDENTITY, "access.token-failed", "No managed identity gave a token, so the request did not come as far as "
                        + Sentence.vault(reading) + ": the machine or application has none, has another one than was asked for, or runs "
                        + "outside Azure.",
                Remedy.byHand("Give the application a managed identity, or another credential", "Open the machine or application in the "
                        + "portal, Identity, and switch the system "
                        + "assigned one on or add a user assigned one.", "With a user assigned identity, give the credential its client id.",
                        "Requests to 169.254.169.254 must not go through a proxy."));
    }

    private static Explanation noToken(Reading reading) {
        return Telling.of(reading, Layer.IDENTITY, "access.token-failed", "None of the ways of signing in that the program tried gave a "
                + "token, so the request did not come as far as "
                + Sentence.vault(reading) + ".", Remedy.byHand("Give the program a way to sign in",
                "Read the message of each credential in the text: the one that was meant to work says what it lacks.",
                "On a person's machine, run az login; in Azure, give the application a managed identity; elsewhere set AZURE_TENANT_ID, "
                + "AZURE_CLIENT_ID and a secret or certificate."));
    }
}
