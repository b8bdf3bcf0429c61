package linkdoctor.explain.kind;

import java.util.List;
import java.util.regex.Pattern;

import linkdoctor.check.Links;
import linkdoctor.explain.Explanation;
import linkdoctor.explain.Layer;
import linkdoctor.explain.read.Reading;
import linkdoctor.remedy.Remedy;

/** Answers that only look like errors: the request came through, and whoever sent it may do what it asked. */
final class Passed {
    private static final Pattern NOT_FOUND = Pattern.compile("a(?:secret|key|certificate)with\\(?name/id\\)?.{1,200}?wasnotfoundinthiskeyvault");
    /** Not the exception of a dictionary that lacks a key. */
    private static final Pattern NO_OBJECT = Pattern.compile("(?:secret|key|certificate)notfound(?!exception|error)");
    private static final Pattern LOGGED_NOT_FOUND = Pattern.compile(
            "operationname\"?:\"?(?:secret|key|certificate)[a-z]{3,20}(?![a-z]).{0,600}?httpstatuscode(?:_d)?\"?[:=]\"?404(?!\\d)");
    private static final Pattern ANSWERED = Pattern.compile("(?:http/[\\d.]{1,3}|status(?:code)?\"?[:=]?\"?|httpstatuscode(?:_d)?\"?[:=]?\"?)200(?!\\d)");
    private static final Pattern REFUSED = Pattern.compile("(?:http/[\\d.]{1,3}|status(?:code)?\"?[:=]?\"?|httpstatuscode(?:_d)?\"?[:=]?\"?)[45]\\d\\d");

    static final List<Kind> KINDS = List.of(
            new Kind(Passed::saysNotFound, Passed::notFound),
            new Kind(reading -> reading.says("akv10000", "requestismissingabearer") || challenged(reading), Passed::challenge),
            new Kind(Passed::wasAnswered, Passed::answered));

    private Passed() {
    }

    private static boolean saysNotFound(Reading reading) {
        return NO_OBJECT.matcher(reading.text().lower()).find() && objectNotFound(reading) || NOT_FOUND.matcher(reading.text().lower()).find()
                || LOGGED_NOT_FOUND.matcher(reading.text().lower()).find() && reading.ofKeyVault();
    }

    /** A refused token is answered with the same header, and then with an error in the body. */
    private static boolean challenged(Reading reading) {
        return reading.says("http/1.1401", "http/2401") && !reading.says("\"error\"") && reading.says("bearerauthorization=")
                && reading.says("resource=\"https://vault.", "scope=\"https://vault.");
    }

    private static boolean wasAnswered(Reading reading) {
        return reading.says("x-ms-keyvault-network-info", "x-ms-keyvault-service-version", "microsoft.keyvault/vaults")
                && ANSWERED.matcher(reading.text().lower()).find() && !REFUSED.matcher(reading.text().lower()).find()
                && !reading.says("forbidden", "unauthorized");
    }

    /** The bare words are also names in other services; the message or the vault makes them Key Vault's. */
    private static boolean objectNotFound(Reading reading) {
        return reading.ofKeyVault() || reading.says("secretnotfound:", "keynotfound:", "certificatenotfound:", "\"code\":\"secretnotfound\"",
                "\"code\":\"keynotfound\"", "\"code\":\"certificatenotfound\"");
    }

    private static Explanation notFound(Reading reading) {
        return Telling.of(reading, Layer.NONE, "The path and the rights are fine: the vault has no such object",
                Sentence.theVault(reading) + " answered 404 for a secret, key or certificate. It says so only to a request that passed the "
                        + "firewall and whose caller may ask, so this proves network path, identity and permission.", Links.ERROR_CODES,
                Remedy.byHand("Check the object's name and version",
                        "Open the vault and compare the name; look under Manage deleted as well, where it can be recovered.",
                        "Check that this is the vault that was meant."));
    }

    private static Explanation challenge(Reading reading) {
        return Telling.of(reading, Layer.NONE, "The vault is reachable and asks who is there",
                Sentence.theVault(reading) + " answered 401 to a request without a token. That is the normal first step of every client, which "
                        + "learns from it where to sign in: the vault was reached.", Links.AUTHENTICATION,
                Remedy.byHand("Look at the request that follows",
                        "A client sends the same request again with a token, and that answer counts. When none follows, the client has no "
                                + "sign-in."));
    }

    private static Explanation answered(Reading reading) {
        String over = reading.says("conn_type=privatelink") ? " over a private endpoint" : "";
        return Telling.of(reading, Layer.NONE, "The vault answered",
                Sentence.theVault(reading) + " answered the request" + Sentence.from(reading) + over + " with 200: nothing failed.", Links.DIAGNOSTICS);
    }
}
