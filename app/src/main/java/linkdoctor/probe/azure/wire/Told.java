package linkdoctor.probe.azure.wire;

import linkdoctor.facts.Failure;

/** Carries a failure that is already understood through the SDK, whose calls know exceptions alone. */
public final class Told extends RuntimeException {
    private final transient Failure failure;

    public Told(Failure failure) {
        super(failure.said());
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
