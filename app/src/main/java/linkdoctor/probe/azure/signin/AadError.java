package linkdoctor.probe.azure.signin;

import java.util.Optional;

import linkdoctor.facts.azure.EntraErrors;

/** What Entra ID's error numbers ask of whoever signs in. */
public final class AadError {
    private AadError() {
    }

    /** The sentence for the first AADSTS number in the text; empty when there is none. */
    public static Optional<String> sentence(String text) {
        return Optional.ofNullable(text).flatMap(EntraErrors::number).map(EntraErrors::sentence);
    }
}
