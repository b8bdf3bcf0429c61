package linkdoctor.check.verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import linkdoctor.facts.Evidence;
import linkdoctor.facts.Words;

/** A question and its answer, however often it was put: one line of evidence, as a person reads it. */
public record Answered(List<Evidence> same) {
    /** An address, a resource's name, or a word of a protocol, rather than one of the language. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+(?:[-._][A-Za-z0-9]+)+|[A-Z][a-z]+(?:[A-Z][a-z]+)+");

    public Answered {
        same = List.copyOf(same);
    }

    /**
     * The same question with the same answer is one; a time to live that counts down makes no other answer.
     *
     * @param said the verdict; the evidence that has the same names and values comes first
     */
    public static List<Answered> of(List<Evidence> evidence, String said) {
        Set<String> names = names(said);
        Map<String, List<Evidence>> folded = new LinkedHashMap<>();
        evidence.forEach(one -> folded.computeIfAbsent(one.asked() + " " + one.answered().replaceAll("TTL \\d+", "TTL"),
                same -> new ArrayList<>()).add(one));
        return folded.values().stream().map(Answered::new)
                .sorted(Comparator.comparing(one -> -names(one.same().getFirst().asked() + " " + one.same().getFirst().answered()).stream()
                        .filter(names::contains).count())).toList();
    }

    public String asked() {
        return same.getFirst().asked();
    }

    /** What came back, without its last stop. */
    public String answered() {
        String answered = same.getFirst().answered();
        return answered.isBlank() ? "no answer" : answered.strip().replaceAll("(?<![.;,])[.;,]++$", "");
    }

    /** "×3, 14 to 166 ms"; empty where nothing was measured. */
    public String measure() {
        Duration least = same.stream().map(Evidence::took).min(Duration::compareTo).orElseThrow();
        Duration most = same.stream().map(Evidence::took).max(Duration::compareTo).orElseThrow();
        String times = most.toMillis() == 0 ? ""
                : least.toMillis() == most.toMillis() ? Words.took(most) : between(least, most);
        return String.join(", ", Stream.of(same.size() == 1 ? "" : "×" + same.size(), times).filter(one -> !one.isEmpty()).toList());
    }

    private static String between(Duration least, Duration most) {
        String from = Words.took(least);
        String to = Words.took(most);
        String unit = to.substring(to.indexOf(' '));
        return (from.endsWith(unit) ? from.substring(0, from.length() - unit.length()) : from) + " to " + to;
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
