package linkdoctor.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;

import linkdoctor.cli.end.ScriptOutput;
import linkdoctor.cli.end.Again;
import linkdoctor.check.Diagnosis;
import linkdoctor.cli.end.Exit;
import linkdoctor.cli.end.Refusal;
import linkdoctor.facts.Snapshot;
import linkdoctor.session.SessionFile;
import linkdoctor.session.Tool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code linkdoctor fix SESSION.json --dir D}: the scripts that repair what a saved session found. */
@Command(name = "fix", description = "Writes the scripts that repair what a saved session found.", sortOptions = false, abbreviateSynopsis = true)
final class FixCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;
    @Mixin
    private KeyOption key;
    @Option(names = "--dir", paramLabel = "DIR", required = true, description = "Folder for fix.sh, rollback.sh, fix.ps1 and rollback.ps1; made where it is missing.")
    private Path folder;
    @Parameters(paramLabel = "SESSION.json", description = "A session that --report or --output json wrote, with --redact none, or any with its --key.")
    private Path session;

    @Override
    public Integer call() {
        ScriptOutput.validate(folder);
        return switch (SessionFile.open(session)) {
            case SessionFile.NotASession(String said) -> throw new Refusal(said);
            case SessionFile.Session(Snapshot facts, Instant finished, Tool tool) -> {
                Diagnosis diagnosis = Diagnosis.of(key.restored(session, facts));
                ScriptOutput.write(diagnosis, folder, Again.of(diagnosis), root.terminal());
                yield Exit.WELL;
            }
        };
    }
}
