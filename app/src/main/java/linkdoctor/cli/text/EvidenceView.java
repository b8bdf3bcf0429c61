package linkdoctor.cli.text;

import java.util.List;

import linkdoctor.check.verdict.Answered;
import linkdoctor.facts.Evidence;

/** The evidence under a verdict: a line for each different answer, and the command that asks for the first again. */
final class EvidenceView {
    private static final int MOST = 4;

    private EvidenceView() {
    }

    /** @param said the verdict; the evidence that has the same names and values comes first */
    static void add(Sheet sheet, List<Evidence> evidence, String said) {
        List<Answered> folded = Answered.of(evidence, said);
        List<Answered> shown = folded.subList(0, Math.min(MOST, folded.size()));
        shown.forEach(one -> sheet.text().wrapped(5, sheet.style().dim("- "), 2, line(sheet, one), sheet.style()::dim));
        int left = evidence.size() - shown.stream().mapToInt(one -> one.same().size()).sum();
        if (left > 0) {
            sheet.text().line(7, sheet.style().dim("and " + left + " more, which --output json shows"));
        }
        shown.stream().flatMap(one -> one.same().stream()).map(Evidence::tryYourself).filter(command -> !command.isBlank()).findFirst()
                .ifPresent(command -> sheet.text().line(5, "Ask it yourself: " + sheet.style().command(command)));
    }

    private static String line(Sheet sheet, Answered one) {
        String measure = one.measure().isEmpty() ? "" : " (" + one.measure() + ")";
        return sheet.prose().of(one.asked()) + " " + sheet.style().arrow() + Layout.GLUE + sheet.prose().of(one.answered() + measure);
    }
}
