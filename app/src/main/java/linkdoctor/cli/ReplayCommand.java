package linkdoctor.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;

import linkdoctor.cli.end.Again;
import linkdoctor.check.Diagnosis;
import linkdoctor.cli.end.Exit;
import linkdoctor.cli.end.Refusal;
import linkdoctor.facts.Snapshot;
import linkdoctor.session.SessionFile;
import linkdoctor.session.Tool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code linkdoctor replay SESSION.json}: judges a saved session again, offline. */
@Command(name = "replay", description = "Judges a saved session again, offline.", sortOptions = false, abbreviateSynopsis = true)
final class ReplayCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;
    @Mixin
    private OutputOptions output;
    @Mixin
    private KeyOption key;
    @Parameters(paramLabel = "SESSION.json", description = "A session that --report or --output json wrote.")
    private Path session;

    @Override
    public Integer call() {
        output.validate();
        return switch (SessionFile.open(session)) {
            case SessionFile.NotASession(String said) -> throw new Refusal(said);
            case SessionFile.Session(Snapshot facts, Instant finished, Tool tool) -> {
                Diagnosis diagnosis = Diagnosis.of(key.restored(session, facts));
                output.emit(diagnosis, finished, root.terminal(), root.look(), Again.of(diagnosis));
                yield Exit.of(diagnosis);
            }
        };
    }
}
