package linkdoctor.probe;

import java.time.Duration;

/** How long each kind of call may take before it ends as a fact with a reason. */
public final class Deadlines {
    public static final Duration DNS = Duration.ofSeconds(3);
    public static final Duration TCP = Duration.ofSeconds(5);
    public static final Duration TLS = Duration.ofSeconds(5);
    public static final Duration HTTP = Duration.ofSeconds(10);
    public static final Duration ARM = Duration.ofSeconds(20);
    public static final Duration IMDS = Duration.ofSeconds(1);

    private Deadlines() {
    }
}
