package linkdoctor.session.alias;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts some words in the place of others, whatever their case, wherever they stand apart from letters and digits. */
final class Swap implements UnaryOperator<String> {
    private final Map<String, String> by = new TreeMap<>();
    private final Pattern words;

    /** Longer words first, so that none is taken for a part of another; a word also counts within one that nobody knows. */
    Swap(Map<String, String> by) {
        by.forEach((word, other) -> this.by.put(word.toLowerCase(Locale.ROOT), other));
        words = Pattern.compile(this.by.keySet().stream().sorted(Comparator.comparing(String::length).reversed()).map(Pattern::quote)
                .collect(Collectors.joining("|", "(?i)(?<![A-Za-z0-9])(?:", ")(?![A-Za-z0-9])")));
    }

    @Override
    public String apply(String text) {
        return by.isEmpty() ? text : words.matcher(text).replaceAll(word -> Matcher.quoteReplacement(by.get(word.group().toLowerCase(Locale.ROOT))));
    }

    boolean finds(String text) {
        return !by.isEmpty() && words.matcher(text).find();
    }
}
