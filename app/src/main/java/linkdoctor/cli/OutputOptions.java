package linkdoctor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import linkdoctor.cli.end.Again;
import linkdoctor.cli.end.Refusal;
import linkdoctor.engine.Keeper;
import linkdoctor.cli.live.Terminal;
import linkdoctor.engine.Version;
import linkdoctor.check.Diagnosis;
import linkdoctor.check.callers.Named;
import linkdoctor.check.callers.WhoGetsIn;
import linkdoctor.cli.text.CallersView;
import linkdoctor.cli.text.Look;
import linkdoctor.cli.text.TextView;
import linkdoctor.facts.CommandLine;
import linkdoctor.session.OpenedKey;
import linkdoctor.session.PrivateFile;
import linkdoctor.engine.ReportFormat;
import linkdoctor.session.Redaction;
import linkdoctor.session.RedactionKey;
import linkdoctor.session.SessionFile;
import picocli.CommandLine.Option;

/** What becomes of a diagnosis: the result on standard output, and reports in files. */
final class OutputOptions {
    @Option(names = "--output", paramLabel = "text|json", defaultValue = "text",
            description = "What standard output carries: the checklist as text, or the session document (default: text).")
    private Output output;

    @Option(names = "--report", paramLabel = "FILE",
            description = "Also write a report to this file: a page (.html), Markdown for a ticket (.md) or the session (.json). Repeatable.")
    private List<Path> reports = new ArrayList<>();

    @Option(names = "--redact", paramLabel = "none|ids|all",
            description = "Replace identifiers (ids), or names and public addresses too (all), by aliases such as subscription-1 (default: ids in reports, none on the screen).")
    private Redact redact;

    @Option(names = "--redact-key", paramLabel = "FILE",
            description = "Also write what each alias stands for to this file, which is yours alone. An existing key is read and extended, so that the sessions of one case have the same aliases.")
    private Path keyFile;

    @Option(names = "--explain-access", description = "Also say who gets in: callers against the vault's gates, now and after the proposed fix.")
    private boolean explainAccess;

    @Option(names = "--caller", paramLabel = "WHO", description = "With --explain-access, also this caller: an address, a service that Microsoft trusts, or a kind of caller such as app-service or azure-devops. Repeatable.")
    private List<String> callers = new ArrayList<>();

    /** What standard output carries. */
    enum Output {
        TEXT, JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How much is replaced by aliases. */
    enum Redact {
        NONE, IDS, ALL;

        Redaction redaction() {
            return switch (this) {
                case NONE -> Redaction.NONE;
                case IDS -> Redaction.IDS;
                case ALL -> Redaction.ALL;
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Refuses what cannot be done before anything is looked at. */
    void validate() {
        if (!callers.isEmpty() && !explainAccess) {
            throw new Refusal("--caller goes with --explain-access.");
        }
        if (!callers.isEmpty() && redact == Redact.ALL) {
            throw new Refusal("--caller and --redact all exclude each other: what you name stands in the result as you name it.");
        }
        named();
        for (Path report : reports) {
            if (ReportFormat.of(report).isEmpty()) {
                throw new Refusal("The ending of " + report + " names no format of report; give it the ending .html, .md or .json.");
            }
            Path folder = report.toAbsolutePath().getParent();
            if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(report)) {
                throw new Refusal("No report can be written to " + report + "; name a file in a folder that exists.");
            }
        }
        if (keyFile != null) {
            if (written() == Redaction.NONE) {
                throw new Refusal("There is nothing for --redact-key to keep: it takes --redact ids, --redact all or a report.");
            }
            if (reports.stream().anyMatch(report -> report.toAbsolutePath().normalize().equals(keyFile.toAbsolutePath().normalize()))) {
                throw new Refusal("The key and a report cannot be the same file " + keyFile + "; give them two names.");
            }
            key(RedactionKey.openOrNew(keyFile));
        }
    }

    private List<Named> named() {
        return callers.stream().map(name -> Named.of(name).orElseThrow(() -> new Refusal("No caller is known by the name " + name + ". " + Named.known()))).toList();
    }

    /** How much is replaced in what is handed on: in reports, and in all when it was asked for. */
    private Redaction written() {
        return redact != null ? redact.redaction() : reports.isEmpty() ? Redaction.NONE : Redaction.IDS;
    }

    /** The key, or the sentence that ends this command. */
    static RedactionKey key(OpenedKey opened) {
        return switch (opened) {
            case RedactionKey key -> key;
            case OpenedKey.NotAKey(String said) -> throw new Refusal(said);
        };
    }

    /** Writes the sessions among the reports as the run grows: whatever ends the program, they hold what was seen by then. */
    Keeper keeper() {
        List<Path> sessions = reports.stream().filter(report -> ReportFormat.of(report).equals(Optional.of(ReportFormat.SESSION))).toList();
        return new Keeper(facts -> {
            for (Path session : sessions) {
                Diagnosis seen = Diagnosis.of(written().apply(facts));
                PrivateFile.write(session, SessionFile.write(seen, Version.TOOL, Instant.now()));
            }
        }, unwritten -> {
            // The end of the run writes it anew, and says when it cannot.
        });
    }

    /**
     * Writes the reports, then the result.
     *
     * @param again the command that looks again as the user did; it may hold identifiers
     */
    void emit(Diagnosis diagnosis, Instant finished, Terminal terminal, Look look, CommandLine again) {
        Redaction redaction = written();
        Redaction.Redacted redacted = redaction.apply(diagnosis.facts(), keyFile == null ? RedactionKey.NEW : key(RedactionKey.openOrNew(keyFile)));
        Diagnosis written = redaction == Redaction.NONE ? diagnosis : Diagnosis.of(redacted.facts());
        Diagnosis shown = redact == null ? diagnosis : written;
        terminal.out().print(switch (output) {
            case TEXT -> TextView.of(shown, look, redact == null || redact == Redact.NONE ? again : Again.of(shown))
                    + (explainAccess ? CallersView.of(WhoGetsIn.of(shown, named()), shown, look) : "");
            case JSON -> explainAccess ? SessionFile.write(shown, Version.TOOL, finished, WhoGetsIn.of(shown, named()))
                    : SessionFile.write(shown, Version.TOOL, finished);
        });
        terminal.out().flush();
        if (keyFile != null) {
            write(keyFile, redacted.key().text(), "key", terminal);
            terminal.err().println("It tells what every alias stands for: keep it, and do not hand it on with the report.");
        }
        for (Path report : reports) {
            ReportFormat format = ReportFormat.of(report).orElseThrow();
            write(report, format.write(written, Version.TOOL, finished, redaction), format.thing(), terminal);
        }
    }

    private static void write(Path file, String text, String thing, Terminal terminal) {
        try {
            PrivateFile.write(file, text);
            terminal.err().println("The " + thing + " was written to " + file + ".");
        } catch (IOException e) {
            throw new Refusal("The " + thing + " " + file + " cannot be written (" + e.getClass().getSimpleName().replaceFirst("Exception$", "")
                    + "); name a file that you may write.");
        }
    }
}
