package linkdoctor.explain.kind;

import java.util.List;
import java.util.stream.Stream;

import linkdoctor.explain.Explanation;
import linkdoctor.explain.read.Reading;

/**
 * All kinds, and which speaks first where a text is of several: a refusal by the network comes before one of the
 * identity, as the vault asks in that order; what the vault says itself comes before what a client says; that nothing
 * is wrong comes last.
 */
public final class Kinds {
    private static final List<Kind> IN_ORDER = Stream.of(
            Denied.KINDS, VaultState.REFUSED, Rights.KINDS, Throttled.KINDS, VaultState.KINDS, SignIn.KINDS, Transport.KINDS, Lookups.KINDS, Passed.KINDS)
            .flatMap(List::stream).toList();

    private Kinds() {
    }

    public static Explanation explain(Reading reading) {
        return IN_ORDER.stream().filter(kind -> kind.recognises().test(reading)).findFirst().map(kind -> kind.tells().apply(reading))
                .orElseGet(() -> Untold.of(reading));
    }
}
