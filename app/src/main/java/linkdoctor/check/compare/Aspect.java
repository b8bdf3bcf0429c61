package linkdoctor.check.compare;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

import linkdoctor.check.Checklist;
import linkdoctor.facts.Snapshot;

/**
 * A kind of fact that explains verdicts, with how it is told.
 *
 * @param section of the checklist whose verdict rests on it
 * @param read    what is known of it, each thing by its name; empty where nothing is known
 * @param absent  how it is told that a thing is not there; empty where that tells nothing
 */
record Aspect(int section, Function<Snapshot, Optional<Map<String, String>>> read, String absent) {

    /** A single thing of that name. */
    static Aspect one(int section, String what, Function<Snapshot, Optional<String>> read) {
        return new Aspect(section, facts -> read.apply(facts).map(value -> Map.of(what, value)), "");
    }

    /** @param aliased whether names may differ though the things are the same */
    Stream<FactChange> changes(Snapshot before, Snapshot after, boolean aliased) {
        Optional<Map<String, String>> then = read.apply(before);
        Optional<Map<String, String>> now = read.apply(after);
        if (then.isEmpty() || now.isEmpty()) {
            return Stream.empty();
        }
        if (aliased && then.get().size() == 1 && now.get().size() == 1) {
            return change(now.get().keySet().iterator().next(), then.get().values().iterator().next(), now.get().values().iterator().next());
        }
        Set<String> names = new TreeSet<>(then.get().keySet());
        names.addAll(now.get().keySet());
        return names.stream().flatMap(name -> change(name, then.get().getOrDefault(name, absent), now.get().getOrDefault(name, absent)));
    }

    private Stream<FactChange> change(String what, String before, String after) {
        return before.isEmpty() || after.isEmpty() || before.equals(after) ? Stream.empty()
                : Stream.of(new FactChange(Checklist.SECTIONS.get(section), what, before, after));
    }
}
