package linkdoctor.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

import linkdoctor.check.Diagnosis;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Words;
import linkdoctor.session.RedactionKey;
import linkdoctor.session.SessionFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code linkdoctor replay SESSION.json}: judges a saved session again, offline. */
@Command(name = "replay", description = "Judges a saved session again, offline.", sortOptions = false, abbreviateSynopsis = true)
final class ReplayCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;
    @Mixin
    private OutputOptions output;
    @Parameters(paramLabel = "SESSION.json", description = "A session that --report or --output json wrote.")
    private Path session;

    @Option(names = "--key", paramLabel = "FILE", description = "A key that --redact-key or the report page wrote: puts back what the session's aliases stand for.")
    private Path keyFile;

    @Override
    public Integer call() {
        output.validate();
        return switch (SessionFile.open(session)) {
            case SessionFile.NotASession(String said) -> throw new Refusal(said);
            case SessionFile.Session(Snapshot facts, Instant finished) -> {
                Diagnosis diagnosis = Diagnosis.of(restored(facts));
                output.emit(diagnosis, finished, root.terminal(), root.look(), Again.of(diagnosis));
                yield Exit.of(diagnosis);
            }
        };
    }

    private Snapshot restored(Snapshot facts) {
        if (keyFile == null) {
            return facts;
        }
        RedactionKey key = OutputOptions.key(RedactionKey.open(keyFile));
        if (!key.fits(facts)) {
            throw new Refusal("The key " + keyFile + " is of " + Words.list(List.copyOf(key.vaults())) + ", and " + session + " is of another vault; give the key that was written with it.");
        }
        return key.restored(facts);
    }
}
