package linkdoctor.cli.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import linkdoctor.check.Change;
import linkdoctor.check.Found;
import linkdoctor.check.Status;
import linkdoctor.check.compare.Comparison;
import linkdoctor.check.compare.Difference;
import linkdoctor.check.compare.FactChange;
import linkdoctor.check.compare.Side;
import linkdoctor.check.verdict.Run;
import linkdoctor.check.verdict.Verdict;
import linkdoctor.facts.Words;

/** What changed between two sessions as text for a terminal: the root cause first, then each finding, then the facts behind them. */
public final class ComparisonView {
    private static final int MOST_NAMED = 8;
    private static final int LEAD = 11;
    private final Sheet sheet;
    private final Comparison comparison;

    private ComparisonView(Sheet sheet, Comparison comparison) {
        this.sheet = sheet;
        this.comparison = comparison;
    }

    public static String of(Comparison comparison, Look look) {
        ComparisonView view = new ComparisonView(Sheet.of(look, comparison.after().facts()), comparison);
        view.header();
        view.rootCause();
        for (Change change : List.of(Change.FIXED, Change.NEW, Change.STILL_THERE, Change.DIFFERENT)) {
            view.found(change);
        }
        view.quiet();
        view.nowKnown();
        view.noLongerKnown();
        view.facts();
        return view.sheet.text().toString();
    }

    private void header() {
        row("Vault", Run.of(comparison.after().facts()).vault());
        row("Before", comparison.before().taken());
        row("After", comparison.after().taken());
        row("Changes", comparison.same() ? "none: every check came to the same" : tally());
        if (!comparison.cautions().isEmpty()) {
            sheet.heading("Bear in mind");
            comparison.cautions().forEach(caution -> sheet.entry(Status.WARN, caution));
        }
    }

    private void row(String name, String value) {
        sheet.led(0, (name + " ".repeat(LEAD)).substring(0, LEAD), value);
    }

    private String tally() {
        String tally = comparison.tally().entrySet().stream().map(one -> one.getValue() + " " + one.getKey().label().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(", "));
        return tally.isEmpty() ? "no finding came or went" : tally;
    }

    private void rootCause() {
        sheet.heading("Root cause");
        end("Before", comparison.before());
        end("After", comparison.after());
    }

    private void end(String when, Side side) {
        Verdict verdict = Verdict.of(side.diagnosis());
        Status status = verdict.root().isPresent() ? Status.FAIL : verdict.proof().isPresent() && verdict.hidden().isEmpty() ? Status.PASS : Status.UNKNOWN;
        String lead = (when + "       ").substring(0, 8);
        sheet.text().wrapped(3, sheet.style().bold(lead) + sheet.style().icon(status) + " ", lead.length() + 2, sheet.prose().of(verdict.headline()
                + verdict.root().map(root -> " [" + root.code() + "]").orElse("")));
    }

    private void found(Change change) {
        List<Difference> all = comparison.all(change).stream().filter(one -> one.found().isPresent()).toList();
        if (!all.isEmpty()) {
            sheet.heading(change.label());
            all.forEach(this::finding);
        }
    }

    /** Checks that found nothing either time, and looked one time only. */
    private void quiet() {
        long others = comparison.all(Change.DIFFERENT).stream().filter(one -> one.found().isEmpty()).count();
        if (others > 0) {
            sheet.text().blank().wrapped(0, sheet.prose().of(Words.count((int) others, "check") + (others == 1 ? " was" : " were")
                    + " needed one time and not the other, and found nothing; --output json names " + (others == 1 ? "it." : "them.")));
        }
    }

    private void finding(Difference one) {
        sheet.entry(one.statusAfter(), (one.is().isPresent() ? one.statusAfter().label() + ": " : "") + titled(one));
        switch (one.change()) {
            case FIXED -> {
                sheet.led(5, "Before: ", one.saidBefore());
                sheet.led(5, "Now:    ", one.saidAfter());
            }
            case DIFFERENT -> {
                sheet.led(5, "Before: ", one.statusBefore().label() + ", " + one.saidBefore());
                sheet.led(5, "Now:    ", one.statusAfter().label() + ", " + one.saidAfter());
            }
            case NEW, STILL_THERE, NOW_KNOWN, NO_LONGER_KNOWN -> sheet.detail(one.saidAfter());
        }
    }

    private static String titled(Difference one) {
        return one.title() + one.found().map(Found::finding).map(finding -> " [" + finding.code() + "]").orElse("");
    }

    private void nowKnown() {
        List<Difference> all = comparison.all(Change.NOW_KNOWN);
        if (all.isEmpty()) {
            return;
        }
        sheet.heading(Change.NOW_KNOWN.label());
        all.stream().filter(one -> one.found().isPresent()).forEach(this::finding);
        List<Difference> well = all.stream().filter(one -> one.found().isEmpty()).toList();
        if (!well.isEmpty()) {
            sheet.entry(Status.PASS, Words.count(well.size(), "check") + " could not be looked at before, and found nothing:");
            named(well);
        }
    }

    /** One reason often hides many things: it stands once. */
    private void noLongerKnown() {
        List<Difference> all = comparison.all(Change.NO_LONGER_KNOWN);
        if (all.isEmpty()) {
            return;
        }
        sheet.heading(Change.NO_LONGER_KNOWN.label());
        Map<String, List<Difference>> reasons = all.stream().collect(Collectors.groupingBy(Difference::reason, LinkedHashMap::new, Collectors.toList()));
        reasons.forEach((reason, hidden) -> {
            sheet.entry(Status.UNKNOWN, reason + " Not known for that reason:");
            named(hidden);
        });
    }

    private void named(List<Difference> all) {
        List<Difference> foundFirst = all.stream().sorted(java.util.Comparator.comparing(one -> one.found().isEmpty())).toList();
        foundFirst.stream().limit(MOST_NAMED).forEach(one -> sheet.text().wrapped(5, "- ", 2, sheet.prose().of(titled(one))));
        if (all.size() > MOST_NAMED) {
            sheet.text().line(7, "and " + (all.size() - MOST_NAMED) + " more, which --output json names");
        }
    }

    private void facts() {
        if (!comparison.facts().isEmpty()) {
            sheet.heading("What changed behind it");
            comparison.facts().forEach(this::fact);
        }
    }

    private void fact(FactChange one) {
        sheet.text().wrapped(3, "- ", 2, sheet.prose().of(one.what() + ": " + one.before() + " → " + one.after()));
    }
}
