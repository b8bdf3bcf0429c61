package linkdoctor.ui.model.start;

import linkdoctor.explain.Explanation;
import linkdoctor.facts.Target;

/** What the user's words and selection come to as the vault to look at. */
public sealed interface Chosen {

    /** Nothing yet. */
    record None() implements Chosen {
    }

    /** This one, from the list or as it was written. */
    record Of(Target target) implements Chosen {
    }

    /** What was written is no vault; {@code said} is why, in one sentence. */
    record Refused(String said) implements Chosen {
    }

    /** What was written is an error, which may name a vault. */
    record Error(Explanation explanation) implements Chosen {
    }
}
