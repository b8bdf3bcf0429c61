package linkdoctor.kql;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How far back a question goes. */
public sealed interface Span {

    /** From a moment on. */
    record Since(Instant from) implements Span {
    }

    /** So long before it is asked. */
    record Last(Duration time) implements Span {
    }

    /** As KQL writes its beginning. */
    default String moment() {
        return switch (this) {
            case Since(Instant from) -> "datetime(" + from.truncatedTo(ChronoUnit.SECONDS) + ")";
            case Last(Duration time) -> "ago(" + (time.toSeconds() % 3600 == 0 ? time.toHours() + "h"
                    : time.toSeconds() % 60 == 0 ? time.toMinutes() + "m" : time.toSeconds() + "s") + ")";
        };
    }
}
