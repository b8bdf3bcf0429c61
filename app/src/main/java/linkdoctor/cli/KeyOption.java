package linkdoctor.cli;

import java.nio.file.Path;
import java.util.List;

import linkdoctor.cli.end.Refusal;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Words;
import linkdoctor.session.RedactionKey;
import picocli.CommandLine.Option;

/** A key that maps the aliases of a session back. */
final class KeyOption {
    @Option(names = "--key", paramLabel = "FILE", description = "A key that --redact-key or the report page wrote: puts back what a session's aliases stand for.")
    private Path file;

    /** The facts with what their aliases stand for, where a key was given. */
    Snapshot restored(Path session, Snapshot facts) {
        if (file == null) {
            return facts;
        }
        RedactionKey key = OutputOptions.key(RedactionKey.open(file));
        if (!key.fits(facts)) {
            throw new Refusal("The key " + file + " is of " + Words.list(List.copyOf(key.vaults())) + ", and " + session
                    + " is of another vault; give the key that was written with it.");
        }
        return key.restored(facts);
    }
}
