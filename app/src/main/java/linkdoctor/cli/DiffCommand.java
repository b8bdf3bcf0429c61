package linkdoctor.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.compare.Comparison;
import linkdoctor.check.compare.Side;
import linkdoctor.cli.end.Exit;
import linkdoctor.cli.end.Refusal;
import linkdoctor.cli.text.ComparisonView;
import linkdoctor.engine.Version;
import linkdoctor.facts.Snapshot;
import linkdoctor.session.ComparisonFile;
import linkdoctor.session.SessionFile;
import linkdoctor.session.Tool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code linkdoctor diff BEFORE.json AFTER.json}: what changed between two sessions, offline. */
@Command(name = "diff", description = "Says what changed between two sessions of one vault: what is fixed, new, still there, and not known any more.",
        sortOptions = false, abbreviateSynopsis = true, footer = {"", "Examples:",
                "  linkdoctor diff monday.json tuesday.json",
                "  linkdoctor diff colleague.json mine.json --output json",
                "", "Exit code, of AFTER: 0 no check failed, 1 at least one failed, 2 wrong usage,",
                "3 none failed but something could not be looked at."})
final class DiffCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;
    @Mixin
    private KeyOption key;
    @Parameters(index = "0", paramLabel = "BEFORE.json", description = "The earlier session, as --report or --output json wrote it.")
    private Path before;
    @Parameters(index = "1", paramLabel = "AFTER.json", description = "The later session.")
    private Path after;
    @Option(names = "--output", paramLabel = "text|json", defaultValue = "text",
            description = "What standard output carries: the changes as text, or their document (default: text).")
    private OutputOptions.Output output;

    @Override
    public Integer call() {
        return switch (Comparison.of(side(before), side(after))) {
            case Comparison.Incomparable(String said) -> throw new Refusal(said);
            case Comparison.Compared(Comparison comparison) -> {
                root.terminal().out().print(switch (output) {
                    case TEXT -> ComparisonView.of(comparison, root.look());
                    case JSON -> ComparisonFile.write(comparison, Version.TOOL);
                });
                root.terminal().out().flush();
                yield Exit.of(comparison.after().diagnosis());
            }
        };
    }

    private Side side(Path session) {
        return switch (SessionFile.open(session)) {
            case SessionFile.NotASession(String said) -> throw new Refusal(said);
            case SessionFile.Session(Snapshot facts, Instant finished, Tool tool) -> new Side(Diagnosis.of(key.restored(session, facts)), finished, tool.version());
        };
    }
}
