package linkdoctor.probe.https;

import java.time.Duration;
import java.time.Instant;

import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;

/** A question on its way, timed from now until it is answered. */
record Asking(String asked, String tryYourself, Instant at, long nanos) {

    static Asking now(String asked, String tryYourself) {
        return new Asking(asked, tryYourself, Instant.now(), System.nanoTime());
    }

    Evidence answered(String answer) {
        return new Evidence(asked, answer, at, Duration.ofMillis((System.nanoTime() - nanos) / 1_000_000), tryYourself);
    }

    <T> Probed<T> failed(Failure failure) {
        return Probed.failed(failure, answered(failure.said()));
    }
}
