package linkdoctor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import linkdoctor.check.Diagnosis;
import linkdoctor.cli.end.Exit;
import linkdoctor.cli.end.Refusal;
import linkdoctor.elsewhere.Imported;
import linkdoctor.elsewhere.ProbeOutput;
import linkdoctor.engine.Engine;
import linkdoctor.explain.PastedBytes;
import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Words;
import linkdoctor.session.SessionFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code linkdoctor import}: judges a vault as another machine saw it. */
@Command(name = "import", description = "Judges with what a probe script printed on the real client in the place of this machine.", sortOptions = false,
        abbreviateSynopsis = true, footer = {"", "Examples:",
                "  linkdoctor import contoso.json output.txt",
                "  linkdoctor import --vault contoso output.txt --report contoso-app-01.html",
                "", RootCommand.EXIT_CODES, RootCommand.MORE_EXIT_CODES})
final class ImportCommand implements Callable<Integer> {
    private static final int LARGEST = 4 << 20;
    private final Engine engine;

    @ParentCommand
    private RootCommand root;
    @Mixin
    private OutputOptions output;
    @Mixin
    private WhereOptions where;
    @Option(names = "--vault", paramLabel = "VAULT", description = "In place of a session: judge only what needs no rights in Azure.")
    private String vault;
    @Option(names = "--machine", paramLabel = "NAME", description = "Whose output to take, when the file holds those of several machines (default: the last).")
    private String machine;
    @Parameters(arity = "1..2", paramLabel = "[SESSION.json] OUTPUT.txt", hideParamSyntax = true,
            description = "A saved session, and what probe.sh or probe.ps1 printed: as it is, in the JSON of the run command, or pasted with other text around it.")
    private List<Path> files;

    ImportCommand(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Integer call() {
        output.validate();
        if (files.size() != (vault == null ? 2 : 1)) {
            throw new Refusal(vault == null ? "Say which session the output goes with: linkdoctor import SESSION.json OUTPUT.txt, or --vault VAULT when there is none."
                    : "With --vault there is no session: say linkdoctor import --vault VAULT OUTPUT.txt.");
        }
        ProbeOutput told = chosen(files.getLast());
        Snapshot facts = facts(told);
        Diagnosis diagnosis = Diagnosis.of(facts);
        told.cut().ifPresent(root.terminal().err()::println);
        output.emit(diagnosis, Instant.now(), root.terminal(), root.look(), again());
        return Exit.of(diagnosis);
    }

    /** After the script has run anew. */
    private CommandLine again() {
        List<String> args = new ArrayList<>(List.of("linkdoctor", "import"));
        args.addAll(vault == null ? List.of() : List.of("--vault", vault));
        args.addAll(machine == null ? List.of() : List.of("--machine", machine));
        files.forEach(file -> args.add(file.toString()));
        return new CommandLine(args);
    }

    private Snapshot facts(ProbeOutput told) {
        Imported.Result result = vault != null ? Imported.alone(where.target(vault, engine), told) : switch (SessionFile.open(files.getFirst())) {
            case SessionFile.NotASession(String said) -> throw new Refusal(said);
            case SessionFile.Session(var facts, var finished, var tool) -> Imported.into(facts, told);
        };
        return switch (result) {
            case Imported.Refused(String said) -> throw new Refusal(said);
            case Imported.Facts(Snapshot facts) -> facts;
        };
    }

    /** One machine speaks: the one that was named, else the last. */
    private ProbeOutput chosen(Path file) {
        List<ProbeOutput> all = switch (ProbeOutput.read(PastedBytes.text(bytes(file)), file.toString(), Instant.now())) {
            case ProbeOutput.NoOutput(String said) -> throw new Refusal(said);
            case ProbeOutput.Outputs(List<ProbeOutput> each) -> each;
        };
        List<String> hosts = all.stream().map(ProbeOutput::host).distinct().toList();
        if (machine != null) {
            return all.reversed().stream().filter(one -> one.host().equalsIgnoreCase(machine)).findFirst()
                    .orElseThrow(() -> new Refusal(file + " holds no output of " + machine + ", but of " + Words.list(hosts) + "."));
        }
        if (all.size() > 1) {
            root.terminal().err().println(file + " holds " + all.size() + " outputs, of " + Words.list(hosts) + ": the last one, of " + all.getLast().host()
                    + ", is taken" + (hosts.size() > 1 ? "; --machine takes another." : "."));
        }
        return all.getLast();
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Refusal(file + " is longer than 4 MiB; give the part that the probe script printed.");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new Refusal("There is no file " + file + "; name the one that holds what the probe script printed.");
        } catch (IOException e) {
            throw new Refusal(file + " cannot be read; name a file that you may read.");
        }
    }
}
