package linkdoctor.report;

import java.util.ArrayList;
import java.util.List;

import com.samskivert.mustache.Mustache;
import linkdoctor.check.Status;
import linkdoctor.report.Report.Line;
import linkdoctor.report.Report.Part;

/** The report to paste into a ticket, in GitHub-flavoured Markdown: the verdict first, and of the checks only what is not fine. */
public final class MarkdownReport {
    /** More evidence for one check nobody reads in a ticket. */
    private static final int MOST = 3;

    private MarkdownReport() {
    }

    public static String of(Report report) {
        return Template.MARKDOWN.fill(new Page(report)).replaceAll("\n{3,}", "\n\n").stripTrailing() + "\n";
    }

    /** A row of the table of sections. */
    private record Row(int number, String title, String marks) {
    }

    /** A check that is worth telling. */
    private record Told(int section, Line line, List<Report.Proof> evidence) {
    }

    /** What the template names. */
    private record Page(Report report) {
        List<Row> rows() {
            return report.sections().stream().map(part -> new Row(part.number(), part.title(), marks(part))).toList();
        }

        /** "✖ 1 Broken, ✓ 4 Fine". */
        private static String marks(Part part) {
            if (part.skipped().isPresent()) {
                return mark(Status.SKIPPED);
            }
            List<String> marks = new ArrayList<>();
            for (Status status : List.of(Status.FAIL, Status.WARN, Status.UNKNOWN, Status.NOTE, Status.PASS)) {
                long count = part.lines().stream().filter(line -> line.status() == status).count();
                if (count > 0) {
                    marks.add(status.sign() + " " + count + " " + status.label());
                }
            }
            return marks.isEmpty() ? mark(Status.SKIPPED) : String.join(", ", marks);
        }

        List<Told> findings() {
            return report.sections().stream().flatMap(part -> part.lines().stream().filter(line -> !line.causes().isEmpty())
                    .map(line -> new Told(part.number(), line, line.evidence().stream().limit(MOST).toList()))).toList();
        }

        /** Two blanks for each step behind the first make a list within the list. */
        Mustache.Lambda indent() {
            return (fragment, out) -> out.write("  ".repeat(Math.min(6, ((Report.Step) fragment.context()).depth() - 1)));
        }

        Mustache.Lambda bashBlock() {
            return (fragment, out) -> out.write(Markdown.block("bash", ((Report.Repair) fragment.context()).bash()));
        }

        Mustache.Lambda stageBlock() {
            return (fragment, out) -> out.write(Markdown.block("bash", ((Report.Stage) fragment.context()).bash()));
        }

        Mustache.Lambda powershellBlock() {
            return (fragment, out) -> out.write(Markdown.block("powershell", ((Report.Repair) fragment.context()).powershell()));
        }

        Mustache.Lambda kqlBlock() {
            return (fragment, out) -> out.write(Markdown.block("kusto", List.of(((Report.Log) fragment.context()).query())));
        }

        private static String mark(Status status) {
            return status.sign() + " " + status.label();
        }
    }
}
