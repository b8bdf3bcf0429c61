package linkdoctor.check.verdict;

import java.util.List;

import linkdoctor.check.Found;
import linkdoctor.check.Judged;

/**
 * A finding and what follows from it: "because … therefore …".
 *
 * @param by        the check that found it
 * @param therefore what follows from it, each told once, in the checklist's order
 */
public record Effect(Judged by, Found found, List<Effect> therefore) {
    public Effect {
        therefore = List.copyOf(therefore);
    }

    public String code() {
        return found.finding().code();
    }
}
