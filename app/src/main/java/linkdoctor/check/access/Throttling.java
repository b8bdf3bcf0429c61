package linkdoctor.check.access;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import linkdoctor.remedy.Remedy;

/** What is known of a 429: which limit was reached, and what to do. */
public final class Throttling {
    private static final Pattern REASON = Pattern.compile("(?i)reason:\\s*([A-Za-z]+)|((?:vault|subscription)[A-Za-z]*LimitReached)");

    private Throttling() {
    }

    /** Which limit was reached, as the service's reason names it; the numbers are Microsoft's, of November 2026. */
    public static Optional<String> limit(String message) {
        Matcher reason = REASON.matcher(message);
        if (!reason.find()) {
            return Optional.empty();
        }
        String word = Optional.ofNullable(reason.group(1)).orElse(reason.group(2)).toLowerCase(Locale.ROOT);
        return word.startsWith("subscription")
                ? Optional.of("That is the limit of the subscription, five times that of a vault, so other vaults take part in it.")
                : word.startsWith("vault") ? Optional.of("That is the vault's own limit for this kind of request: 4,000 reads of secrets in ten seconds; "
                        + "making keys, and operations with larger keys, have lower ones.") : Optional.empty();
    }

    public static Remedy fewerRequests() {
        return Remedy.byHand("Send the vault fewer requests",
                "Let applications read a secret once and keep it in memory for hours, rather than read it for each request; one client for the whole process.",
                "After a 429, let them wait for the time in Retry-After and try again ever more slowly: at once, they only keep the limit reached.",
                "Let many instances start one after the other, and give applications vaults of their own: each vault has its own limit, in all five times that for a subscription.",
                "See who asks most: the query that linkdoctor kql prints with --caller anybody names callers and addresses.",
                "Open the vault, Metrics, Service API Results split by status code, to see which requests are turned away and when.");
    }
}
