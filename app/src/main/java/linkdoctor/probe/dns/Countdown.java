package linkdoctor.probe.dns;

import java.time.Duration;

/** How much of a deadline is left. */
record Countdown(Duration whole, long endNanos) {

    static Countdown of(Duration whole) {
        return new Countdown(whole, System.nanoTime() + whole.toNanos());
    }

    boolean over() {
        return left().isZero();
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
    }

    /** For sockets, to which zero means for ever. */
    int leftMillis() {
        return (int) Math.max(1, left().toMillis());
    }

    /** The whole deadline in words. */
    String said() {
        return whole.toMillis() % 1000 == 0 ? whole.toSeconds() + " s" : whole.toMillis() + " ms";
    }
}
