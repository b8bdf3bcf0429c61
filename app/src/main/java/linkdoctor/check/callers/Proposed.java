package linkdoctor.check.callers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Found;
import linkdoctor.check.verdict.Effect;
import linkdoctor.check.verdict.Verdict;
import linkdoctor.remedy.Remedy;
import linkdoctor.remedy.Step;

/**
 * The fix that is proposed: for each finding that stands by itself the first repair that commands can make, as the scripts
 * make it; not what they make on request alone.
 *
 * @param path whether all that is broken on this client's private path is repaired by it
 */
record Proposed(List<Step> steps, boolean path) {
    /** The sections whose failures keep a request from the private path. */
    private static final Set<String> OF_THE_PATH = Set.of("connection", "private-ip", "dns", "zone", "environment", "healthstatus", "client");

    static Proposed of(Diagnosis diagnosis) {
        Verdict verdict = Verdict.of(diagnosis);
        List<Found> broken = Stream.concat(verdict.root().stream(), verdict.apart().stream()).map(Effect::found).toList();
        List<Step> steps = new ArrayList<>();
        Set<List<String>> made = new HashSet<>();
        Stream.concat(broken.stream(), verdict.warnings().stream()).flatMap(one -> first(one).stream()).flatMap(one -> one.steps().stream())
                .filter(step -> made.add(step.az().args())).forEach(steps::add);
        List<Found> onPath = broken.stream().filter(one -> OF_THE_PATH.contains(one.finding().code().replaceFirst("\\..*", ""))).toList();
        return new Proposed(List.copyOf(steps), !onPath.isEmpty() && onPath.stream().allMatch(one -> first(one).isPresent()));
    }

    private static Optional<Remedy> first(Found found) {
        return found.remedies().stream().filter(one -> !one.steps().isEmpty()).findFirst()
                .filter(one -> one.caution() != Remedy.Caution.ON_REQUEST);
    }
}
