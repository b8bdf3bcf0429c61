package linkdoctor.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What became of a check between two runs. */
public enum Change {
    /** It found something, and now passes. */
    FIXED,
    /** It finds something that it did not find before. */
    NEW,
    /** Its status is another one, without either of the above. */
    DIFFERENT;

    /** By the check's id; a check that came to the same is left out. */
    public static Map<String, Change> between(Diagnosis before, Diagnosis after) {
        Map<String, Judged> then = before.checks().stream().collect(Collectors.toMap(one -> one.check().id(), one -> one));
        Map<String, Change> changes = new HashMap<>();
        for (Judged now : after.checks()) {
            Judged was = then.get(now.check().id());
            if (was == null) {
                continue;
            }
            if (!codes(was).containsAll(codes(now))) {
                changes.put(now.check().id(), NEW);
            } else if (was.outcome() instanceof Outcome.Problem && now.outcome() instanceof Outcome.Pass) {
                changes.put(now.check().id(), FIXED);
            } else if (was.outcome().status() != now.outcome().status()) {
                changes.put(now.check().id(), DIFFERENT);
            }
        }
        return Map.copyOf(changes);
    }

    private static Set<String> codes(Judged judged) {
        return Diagnosis.found(judged.outcome()).map(found -> found.finding().code()).collect(Collectors.toSet());
    }
}
