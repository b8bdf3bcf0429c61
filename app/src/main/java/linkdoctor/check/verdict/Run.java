package linkdoctor.check.verdict;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Identity;

/**
 * What was looked at, by whom, when and from where: the head of every view.
 *
 * @param vault    the host name and the cloud
 * @param signedIn who is signed in, or why nobody is
 * @param lookedAt when, and from which machine
 */
public record Run(String vault, String signedIn, String lookedAt) {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    public static Run of(Snapshot facts) {
        return new Run(facts.target().hostname() + " (cloud " + facts.target().cloud().name() + ")", signedIn(facts.identity()),
                when(facts.started()) + facts.client().known().map(client -> told(facts).map(elsewhere -> "; " + elsewhere)
                        .orElse(", from " + client.hostname())).orElse(""));
    }

    /** "this machine is app-01, as its probe script told it at 2026-03-02 09:00:00 UTC", where another machine than the program's was looked from. */
    public static Optional<String> told(Snapshot facts) {
        return facts.client().known().flatMap(client -> client.told().map(at -> "this machine is " + client.hostname() + ", as its probe script told it at " + when(at)));
    }

    /** "2026-03-02 09:00:00 UTC". */
    public static String when(Instant instant) {
        return WHEN.format(instant);
    }

    private static String signedIn(Probed<Identity> identity) {
        return switch (identity) {
            case Probed.Seen<Identity>(Identity who, var evidence) ->
                    (who.displayName().isEmpty() ? who.kind() + " " + who.objectId() : who.displayName())
                            + ", tenant " + who.tenant() + " (" + who.method() + ")";
            case Probed.Failed<Identity>(Failure failure, var evidence) -> "no: " + failure.said();
            case Probed.NotTried<Identity>(String why) -> "no: " + why;
        };
    }
}
