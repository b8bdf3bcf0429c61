package linkdoctor.ui.model.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import linkdoctor.check.Diagnosis;
import linkdoctor.engine.ReportFormat;
import linkdoctor.session.OpenedKey;
import linkdoctor.session.PrivateFile;
import linkdoctor.session.Redaction;
import linkdoctor.session.RedactionKey;

/**
 * What saving a report came to.
 *
 * @param said one or two sentences
 * @param file where it is; empty when it could not be saved
 */
public record SavedReport(String said, Optional<Path> file) {

    /** Slow: writes the report. */
    public static SavedReport of(Diagnosis diagnosis, ReportFormat format, Redaction redaction, Path file) {
        return write(file, ReportDraft.text(diagnosis, redaction.apply(diagnosis), format, redaction), "Saved as " + file + ".");
    }

    /** Slow: writes the report, and beside it the key of its aliases; one that is there is extended, so that reports of one name have the same aliases. */
    public static SavedReport withKey(Diagnosis diagnosis, ReportFormat format, Redaction redaction, Path file) {
        Path key = keyOf(file);
        return switch (RedactionKey.openOrNew(key)) {
            case OpenedKey.NotAKey(String said) -> new SavedReport(said + " Nothing was saved: choose another name for the report.", Optional.empty());
            case RedactionKey known -> {
                Redaction.Redacted redacted = redaction.apply(diagnosis.facts(), known);
                SavedReport kept = write(key, redacted.key().text(), "");
                yield kept.file().isEmpty() ? kept : write(file, ReportDraft.text(diagnosis, Diagnosis.of(redacted.facts()), format, redaction),
                        "Saved as " + file + ". What its aliases stand for is in " + key.getFileName() + " beside it: keep that file, and do not send it along.");
            }
        };
    }

    /** NAME.key.json for NAME.html and its like. */
    private static Path keyOf(Path report) {
        return report.resolveSibling(report.getFileName().toString().replaceFirst("\\.[^.]*$", "") + ".key.json");
    }

    private static SavedReport write(Path file, String text, String done) {
        try {
            PrivateFile.write(file, text);
            return new SavedReport(done, Optional.of(file));
        } catch (IOException e) {
            return new SavedReport(file + " could not be written. Choose another folder.", Optional.empty());
        }
    }
}
