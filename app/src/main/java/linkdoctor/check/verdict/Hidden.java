package linkdoctor.check.verdict;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Judged;
import linkdoctor.check.Outcome;

/**
 * What could not be looked at for one reason: a missing right often hides many things.
 *
 * @param why             one sentence
 * @param needs           the right or the circumstance that would change it; may be empty
 * @param checks          all that it hides
 * @param mayBeBehindRoot whether the cause of the root may be among them
 */
public record Hidden(String why, String needs, List<Judged> checks, boolean mayBeBehindRoot) {
    public Hidden {
        checks = List.copyOf(checks);
    }

    static List<Hidden> of(Diagnosis diagnosis) {
        return diagnosis.unread().stream().collect(Collectors.groupingBy(one -> List.of(one.why(), one.needs()), LinkedHashMap::new, Collectors.toList()))
                .values().stream().map(same -> new Hidden(same.getFirst().why(), same.getFirst().needs(),
                        same.stream().map(Diagnosis.Unread::check).toList(), same.stream().anyMatch(Diagnosis.Unread::mayBeBehindRoot))).toList();
    }

    /** The reason in full: why, what would change it, and whether it matters for the root cause. */
    public String reason() {
        return (why + " " + Outcome.takes(needs)).strip() + (mayBeBehindRoot ? " What is behind the root cause may be here." : "");
    }
}
