package linkdoctor.explain.kind;

import linkdoctor.check.Links;
import linkdoctor.explain.Explanation;
import linkdoctor.explain.Layer;
import linkdoctor.explain.read.Reading;
import linkdoctor.remedy.Remedy;

/** What is no Key Vault error, or does not tell which. */
final class Untold {
    private Untold() {
    }

    static Explanation of(Reading reading) {
        if (reading.ofKeyVault() && reading.says("forbidden", "403")) {
            return Telling.of(reading, Layer.UNKNOWN, "A refusal that does not say why",
                    Sentence.theVault(reading) + " answered 403 Forbidden, and the text does not hold the reason. It can be the network as well as "
                            + "the caller's rights; the inner error code tells: ForbiddenByConnection and ForbiddenByFirewall mean the network, "
                            + "ForbiddenByRbac and AccessDenied the rights.", Links.ERROR_CODES, body(reading));
        }
        if (reading.ofKeyVault() && reading.says("unauthorized", "401")) {
            return Telling.of(reading, Layer.UNKNOWN, "A 401 that does not say why",
                    Sentence.theVault(reading) + " answered 401, and the text does not hold the reason. To a request without a token that is "
                            + "the normal first answer; "
                            + "to one with a token it means that the token is not accepted, and the message tells why.",
                            Links.AUTHENTICATION, body(reading));
        }
        if (reading.ofKeyVault()) {
            return Telling.of(reading, Layer.UNKNOWN, "The text speaks of Key Vault and names no error that is known",
                    "Nothing in it says which part of the path failed. Paste the whole message, with its inner error code where it has one.",
                    Links.ERROR_CODES, body(reading));
        }
        return Telling.of(reading, Layer.UNKNOWN, "This is no Key Vault error",
                "Nothing in the text comes from Key Vault or from the way to one. Paste the whole message as the application, the tool or "
                + "the log shows it.", "");
    }

    private static Remedy body(Reading reading) {
        return Remedy.byHand("Get the whole answer of the service",
                "Log the exception with its response body; in the vault's audit log, look at ResultDescription and CallerIPAddress of the request.",
                "Or run linkdoctor check " + reading.vault().orElse("VAULT") + " on the machine that was refused.");
    }
}
