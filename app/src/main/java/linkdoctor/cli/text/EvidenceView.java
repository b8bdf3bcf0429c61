package linkdoctor.cli.text;

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

/** The evidence under a verdict: a line for each different answer, and the command that asks for the first again. */
final class EvidenceView {
    private static final int MOST = 4;
    /** An address, a resource's name, or a word of a protocol, rather than one of the language. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+(?:[-._][A-Za-z0-9]+)+|[A-Z][a-z]+(?:[A-Z][a-z]+)+");

    private EvidenceView() {
    }

    /** @param said the verdict; the evidence that has the same names and values comes first */
    static void add(Sheet sheet, List<Evidence> evidence, String said) {
        Set<String> names = NAME.matcher(said).results().map(MatchResult::group).collect(Collectors.toSet());
        List<List<Evidence>> folded = folded(evidence).stream()
                .sorted(Comparator.comparing(same -> -shared(names, same.getFirst()))).toList();
        List<List<Evidence>> shown = folded.subList(0, Math.min(MOST, folded.size()));
        shown.forEach(same -> sheet.text().wrapped(5, sheet.style().dim("- "), 2, line(sheet, same), sheet.style()::dim));
        int left = evidence.size() - shown.stream().mapToInt(List::size).sum();
        if (left > 0) {
            sheet.text().line(7, sheet.style().dim("and " + left + " more, which --output json shows"));
        }
        shown.stream().flatMap(List::stream).map(Evidence::tryYourself).filter(command -> !command.isBlank()).findFirst()
                .ifPresent(command -> sheet.text().line(5, "Ask it yourself: " + sheet.style().command(command)));
    }

    private static long shared(Set<String> names, Evidence one) {
        Set<String> told = NAME.matcher(one.asked() + " " + one.answered()).results().map(MatchResult::group).collect(Collectors.toSet());
        return names.stream().filter(told::contains).count();
    }

    /** The same question with the same answer is one; a time to live that counts down makes no other answer. */
    private static List<List<Evidence>> folded(List<Evidence> evidence) {
        Map<String, List<Evidence>> folded = new LinkedHashMap<>();
        evidence.forEach(one -> folded.computeIfAbsent(one.asked() + " " + one.answered().replaceAll("TTL \\d+", "TTL"),
                same -> new ArrayList<>()).add(one));
        return List.copyOf(folded.values());
    }

    private static String line(Sheet sheet, List<Evidence> same) {
        Evidence first = same.getFirst();
        String answered = first.answered().isBlank() ? "no answer" : first.answered().strip().replaceAll("(?<![.;,])[.;,]++$", "");
        return sheet.prose().of(first.asked()) + " " + sheet.style().arrow() + Layout.GLUE + sheet.prose().of(answered + measure(same));
    }

    /** "14 to 166 ms". */
    private static String between(Duration least, Duration most) {
        String from = Sheet.took(least);
        String to = Sheet.took(most);
        String unit = to.substring(to.indexOf(' '));
        return (from.endsWith(unit) ? from.substring(0, from.length() - unit.length()) : from) + " to " + to;
    }

    private static String measure(List<Evidence> same) {
        Duration least = same.stream().map(Evidence::took).min(Duration::compareTo).orElseThrow();
        Duration most = same.stream().map(Evidence::took).max(Duration::compareTo).orElseThrow();
        String times = most.toMillis() == 0 ? ""
                : least.toMillis() == most.toMillis() ? Sheet.took(most) : between(least, most);
        String count = same.size() == 1 ? "" : "×" + same.size();
        String both = String.join(", ", Stream.of(count, times).filter(one -> !one.isEmpty()).toList());
        return both.isEmpty() ? "" : " (" + both + ")";
    }
}
