package linkdoctor.check;

import java.util.Map;
import java.util.Optional;

/**
 * A check with its outcome.
 *
 * @param followsFrom for the codes found, the code each follows from, where there is one
 */
public record Judged(Section section, Check check, Outcome outcome, Map<String, String> followsFrom) {
    public Judged {
        followsFrom = Map.copyOf(followsFrom);
    }

    public Optional<String> followsFrom(Found found) {
        return Optional.ofNullable(followsFrom.get(found.finding().code()));
    }
}
