package linkdoctor.probe.https;

import java.time.Duration;

import linkdoctor.probe.Deadlines;

/** How long each step may take. */
record Limits(Duration tcp, Duration tls, Duration http) {
    static final Limits USUAL = new Limits(Deadlines.TCP, Deadlines.TLS, Deadlines.HTTP);
}
