package linkdoctor.check.access;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import linkdoctor.facts.https.VaultError;

/** The parts of a vault's error message that may be repeated: never the line that names the caller. */
final class Spoken {
    private static final Pattern CLIENT = Pattern.compile("(?i)client address:\\s*([0-9a-f.:]+)");
    private static final Pattern ACTION = Pattern.compile("(?i)action:\\s*'?([A-Za-z0-9./]+)");

    private static final Pattern DENIAL = Pattern.compile("(?i)denyassignmentid:\\s*'?([0-9a-f-]{32,36})");

    private Spoken() {
    }

    /** The first line, without the full stop. */
    static String firstLine(VaultError error) {
        String line = error.message().strip().split("\\R", 2)[0].replaceAll("(?<!\\s)\\s*+(?i)caller:.*", "").replaceAll("\\s+", " ").strip();
        return line.replaceAll("(?<!\\.)\\.++$", "");
    }

    /** Inner code, or the code where there is none. */
    static String code(VaultError error) {
        return error.innerCode().isBlank() ? error.code() : error.innerCode();
    }

    static Optional<String> clientAddress(VaultError error) {
        return first(CLIENT, error);
    }

    static Optional<String> action(VaultError error) {
        return first(ACTION, error);
    }

    /** The deny assignment that a refusal names. */
    static Optional<String> denial(VaultError error) {
        return first(DENIAL, error);
    }

    private static Optional<String> first(Pattern pattern, VaultError error) {
        Matcher matcher = pattern.matcher(error.message());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
