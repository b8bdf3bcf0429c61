package linkdoctor.session;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import linkdoctor.facts.Snapshot;
import linkdoctor.session.alias.Kind;
import linkdoctor.session.alias.Names;

/**
 * What a document tells about an estate, counted by kind.
 *
 * @param replaced what has aliases in it, such as "3 subscriptions"
 * @param stays    what stands in it as it is
 */
public record Disclosure(List<String> replaced, List<String> stays) {
    public Disclosure {
        replaced = List.copyOf(replaced);
        stays = List.copyOf(stays);
    }

    /** What a document of these facts tells at this level. */
    public static Disclosure of(Snapshot facts, Redaction level) {
        JsonNode document = SessionFile.json(facts);
        Map<Kind, Integer> all = counted(Redaction.ALL.apply(facts, RedactionKey.NEW).key());
        Map<Kind, Integer> gone = counted(level.apply(facts, RedactionKey.NEW).key());
        Map<Kind, Integer> left = new EnumMap<>(all);
        left.keySet().removeAll(gone.keySet());
        int kept = Names.keptAddresses(document).size();
        Stream<String> addresses = kept == 0 ? Stream.empty() : Stream.of(kept + (kept == 1 ? " private address" : " private addresses"));
        return new Disclosure(told(gone).toList(), Stream.concat(told(left), addresses).toList());
    }

    private static Stream<String> told(Map<Kind, Integer> counts) {
        return counts.entrySet().stream().map(one -> one.getKey().counted(one.getValue()));
    }

    private static Map<Kind, Integer> counted(RedactionKey key) {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        key.aliases().keySet().forEach(alias -> counts.merge(Kind.of(alias).orElse(Kind.ID), 1, Integer::sum));
        return counts;
    }
}
