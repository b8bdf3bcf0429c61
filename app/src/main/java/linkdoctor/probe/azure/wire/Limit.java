package linkdoctor.probe.azure.wire;

import java.time.Duration;
import java.time.Instant;

/** The moment by which a fact must be known; all calls that make it up share it. */
public record Limit(Instant end, Duration whole) {

    public static Limit in(Duration whole) {
        return new Limit(Instant.now().plus(whole), whole);
    }

    public Duration left() {
        Duration left = Duration.between(Instant.now(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
