package linkdoctor.engine;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import linkdoctor.check.Diagnosis;
import linkdoctor.report.HtmlReport;
import linkdoctor.report.MarkdownReport;
import linkdoctor.report.Report;
import linkdoctor.session.Redaction;
import linkdoctor.session.SessionFile;
import linkdoctor.session.Tool;

/** What a report can be, as the ending of its file's name tells. */
public enum ReportFormat {
    HTML(".html", ".htm"), MARKDOWN(".md"), SESSION(".json");

    private final List<String> endings;

    ReportFormat(String... endings) {
        this.endings = List.of(endings);
    }

    public static Optional<ReportFormat> of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(format -> format.endings.stream().anyMatch(name::endsWith)).findFirst();
    }

    /** What the name of such a file ends with. */
    public String ending() {
        return endings.getFirst();
    }

    /** What to call it when it is written. */
    public String thing() {
        return this == SESSION ? "session" : "report";
    }

    /** @param redacted what was replaced in the diagnosis's facts already */
    public String write(Diagnosis diagnosis, Tool tool, Instant finished, Redaction redacted) {
        return switch (this) {
            case HTML -> HtmlReport.of(report(diagnosis, tool, finished, redacted));
            case MARKDOWN -> MarkdownReport.of(report(diagnosis, tool, finished, redacted));
            case SESSION -> SessionFile.write(diagnosis, tool, finished);
        };
    }

    private static Report report(Diagnosis diagnosis, Tool tool, Instant finished, Redaction redacted) {
        return Report.of(diagnosis, tool.name() + " " + tool.version(), finished, redacted.said());
    }
}
