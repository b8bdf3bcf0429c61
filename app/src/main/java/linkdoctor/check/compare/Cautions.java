package linkdoctor.check.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one must bear in mind when reading a comparison. */
final class Cautions {
    private Cautions() {
    }

    static List<String> of(Side before, Side after) {
        List<String> cautions = new ArrayList<>();
        if (after.facts().started().isBefore(before.facts().started())) {
            cautions.add("The session that is taken for the earlier one is the later one: what is called fixed here may have come since.");
        }
        if (before.aliased() || after.aliased()) {
            cautions.add("Names are replaced by aliases, so whether both are of the same vault cannot be told.");
        }
        machines(before.machine(), after.machine()).ifPresent(cautions::add);
        people(before, after).ifPresent(cautions::add);
        unfinished(before, "The look before").ifPresent(cautions::add);
        unfinished(after, "The look after").ifPresent(cautions::add);
        return cautions;
    }

    private static Optional<String> machines(Optional<String> before, Optional<String> after) {
        return before.isEmpty() || after.isEmpty() || before.get().equalsIgnoreCase(after.get()) ? Optional.empty()
                : Optional.of("They were taken on different machines, " + before.get() + " and " + after.get()
                + ": what differs may come from where they stand.");
    }

    private static Optional<String> people(Side before, Side after) {
        if (before.person().isPresent() != after.person().isPresent()) {
            return Optional.of(before.person().isPresent()
                    ? "Before, " + before.person().get() + " was signed in, and after, nobody was: what needs rights is known of before alone."
                    : "Before, nobody was signed in, and after, " + after.person().orElse("somebody") + " was: what needs rights is known of after alone.");
        }
        return before.objectId().equals(after.objectId()) ? Optional.empty()
                : Optional.of("They were taken by different identities, " + before.person().orElse("") + " and " + after.person().orElse("")
                + ": what differs may come from their rights.");
    }

    private static Optional<String> unfinished(Side side, String which) {
        return side.whole() ? Optional.empty() : Optional.of(which + " did not come to its end: what it did not see is not known.");
    }
}
