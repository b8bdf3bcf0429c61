package linkdoctor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import linkdoctor.cli.end.Exit;
import linkdoctor.cli.end.Refusal;
import linkdoctor.cli.text.ExplanationView;
import linkdoctor.explain.Explainer;
import linkdoctor.explain.Explanation;
import linkdoctor.explain.Layer;
import linkdoctor.explain.PastedBytes;
import linkdoctor.session.ExplanationFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code linkdoctor explain [FILE]}: what a pasted Key Vault error means; needs no sign-in. */
@Command(name = "explain", description = "Explains a pasted Key Vault error, from a file or standard input; needs no sign-in.", sortOptions = false,
        abbreviateSynopsis = true, footer = {"", "Examples:",
                "  linkdoctor explain error.txt",
                "  az keyvault secret list --vault-name contoso 2>&1 | linkdoctor explain",
                "", "Exit code: 0 explained, 2 wrong usage, 3 the text does not tell what failed."})
final class ExplainCommand implements Callable<Integer> {
    private static final int LARGEST = 4 << 20;
    private final InputStream standardInput;

    @ParentCommand
    private RootCommand root;
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A file with the text; without it, or with -, standard input is read.")
    private Path file;
    @Option(names = "--output", paramLabel = "text|json", defaultValue = "text",
            description = "What standard output carries: the explanation as text, or its document (default: text).")
    private OutputOptions.Output output;

    ExplainCommand(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    @Override
    public Integer call() {
        Explanation explanation = Explainer.explain(PastedBytes.text(read()));
        root.terminal().out().print(switch (output) {
            case TEXT -> ExplanationView.of(explanation, root.look(), System.getProperty("os.name", ""));
            case JSON -> ExplanationFile.write(explanation);
        });
        root.terminal().out().flush();
        return explanation.layer() == Layer.UNKNOWN ? Exit.COULD_NOT_LOOK : Exit.WELL;
    }

    private byte[] read() {
        boolean piped = file == null || file.toString().equals("-");
        String what = piped ? "standard input" : file.toString();
        if (piped && standardInput == System.in && System.console() != null && System.console().isTerminal()) {
            root.terminal().err().println("Paste the error, then end it with Ctrl+D on a line of its own (Ctrl+Z and Enter on Windows).");
        }
        try (InputStream in = piped ? standardInput : Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Refusal("The text of " + what + " is longer than 4 MiB; give the part with the error.");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new Refusal("There is no file " + what + "; name one that holds the error, or pipe the error in.");
        } catch (IOException e) {
            throw new Refusal("The file " + what + " cannot be read; name one that you may read, or pipe the error in.");
        }
    }
}
