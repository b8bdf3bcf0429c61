package linkdoctor.session.alias;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Aliases and what they stand for. One thing keeps its alias, whichever document names it, and no alias is a text that
 * the document holds of itself: so each can be put back.
 */
public final class Aliases {
    private final SortedMap<String, String> real = new TreeMap<>();
    private final Map<String, String> alias = new HashMap<>();
    private final Map<Kind, Integer> given = new EnumMap<>(Kind.class);
    private final String own;

    /**
     * @param known    what was given out before: what each alias stands for
     * @param document in which the aliases are to stand
     */
    public Aliases(Map<String, String> known, JsonNode document) {
        known.forEach(this::give);
        own = document.toString().toLowerCase(Locale.ROOT);
    }

    /** All that were given out so far, and what each stands for. */
    public SortedMap<String, String> all() {
        return new TreeMap<>(real);
    }

    /** The alias of a thing, which gets one when it has none. */
    String of(String what, Kind kind) {
        String known = alias.get(what.toLowerCase(Locale.ROOT));
        return known != null ? known : next(what, kind);
    }

    /** The same, this alias when it is free. */
    String of(String what, Kind kind, String wanted) {
        return !alias.containsKey(what.toLowerCase(Locale.ROOT)) && free(wanted) ? give(wanted, what) : of(what, kind);
    }

    private String next(String what, Kind kind) {
        String next;
        do {
            int number = given.merge(kind, 1, Integer::sum);
            next = kind == Kind.ADDRESS ? Addresses.alias(number, what) : kind.word() + "-" + number;
        } while (!free(next));
        return give(next, what);
    }

    private boolean free(String candidate) {
        return !real.containsKey(candidate) && !own.contains(candidate);
    }

    private String give(String one, String what) {
        real.put(one, what);
        alias.putIfAbsent(what.toLowerCase(Locale.ROOT), one);
        return one;
    }

    /**
     * Makes way for the aliases: a text of the document's own that is one already would be taken for what that stands
     * for, so it gets an alias itself.
     */
    UnaryOperator<String> makingWay() {
        Map<String, String> words = new TreeMap<>();
        all().keySet().stream().filter(one -> !Addresses.isAlias(one) && new Swap(Map.of(one, one)).finds(own))
                .forEach(one -> words.put(one, of(one, Kind.TEXT)));
        return new Swap(words);
    }

    /** Puts back what every alias stands for. */
    public UnaryOperator<String> restoring() {
        Map<String, String> words = new TreeMap<>(real);
        words.keySet().removeIf(Addresses::isAlias);
        Swap swap = new Swap(words);
        return text -> swap.apply(Addresses.each(text, (written, ip) -> real.getOrDefault(written, written)));
    }
}
