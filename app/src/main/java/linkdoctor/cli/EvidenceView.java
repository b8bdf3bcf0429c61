package linkdoctor.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import linkdoctor.facts.Evidence;

/** The evidence under a verdict: a line for each different answer, and the command that asks for the first again. */
final class EvidenceView {
    private static final int MOST = 4;

    private EvidenceView() {
    }

    static void add(Sheet sheet, List<Evidence> evidence) {
        List<List<Evidence>> folded = folded(sheet, evidence);
        List<List<Evidence>> shown = folded.subList(0, Math.min(MOST, folded.size()));
        shown.forEach(same -> sheet.text().wrapped(5, sheet.style().dim("- "), 2, line(sheet, same)));
        int left = evidence.size() - shown.stream().mapToInt(List::size).sum();
        if (left > 0) {
            sheet.text().line(7, sheet.style().dim("and " + left + " more, which --output json shows"));
        }
        shown.stream().flatMap(List::stream).map(Evidence::tryYourself).filter(command -> !command.isBlank()).findFirst()
                .ifPresent(command -> sheet.text().line(5, "Ask it yourself: " + sheet.style().command(command)));
    }

    /** The same question with the same answer is one; a time to live that counts down makes no other answer. */
    private static List<List<Evidence>> folded(Sheet sheet, List<Evidence> evidence) {
        Map<String, List<Evidence>> folded = new LinkedHashMap<>();
        evidence.forEach(one -> folded.computeIfAbsent(sheet.prose().of(one.asked() + " " + one.answered().replaceAll("TTL \\d+", "TTL")),
                same -> new ArrayList<>()).add(one));
        return List.copyOf(folded.values());
    }

    private static String line(Sheet sheet, List<Evidence> same) {
        Evidence first = same.getFirst();
        String answered = first.answered().isBlank() ? "no answer" : first.answered().strip().replaceAll("(?<![.;,])[.;,]++$", "");
        return sheet.prose().of(first.asked()) + " " + sheet.style().arrow() + Layout.GLUE + sheet.prose().of(answered + measure(same));
    }

    private static String measure(List<Evidence> same) {
        Duration least = same.stream().map(Evidence::took).min(Duration::compareTo).orElseThrow();
        Duration most = same.stream().map(Evidence::took).max(Duration::compareTo).orElseThrow();
        String times = most.toMillis() == 0 ? ""
                : least.toMillis() == most.toMillis() ? Sheet.took(most) : Sheet.took(least) + " to " + Sheet.took(most);
        String count = same.size() == 1 ? "" : "×" + same.size();
        String both = String.join(", ", java.util.stream.Stream.of(count, times).filter(one -> !one.isEmpty()).toList());
        return both.isEmpty() ? "" : " (" + both + ")";
    }
}
