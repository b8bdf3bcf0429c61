package linkdoctor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import linkdoctor.cli.end.Exit;
import linkdoctor.cli.end.Refusal;
import linkdoctor.cli.text.Layout;
import linkdoctor.elsewhere.ProbeScript;
import linkdoctor.elsewhere.RunCommand;
import linkdoctor.engine.Engine;
import linkdoctor.facts.CommandLine;
import linkdoctor.session.PrivateFile;
import linkdoctor.session.SessionFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code linkdoctor probe}: writes the scripts that look from another machine. */
@Command(name = "probe", description = "Writes a small script that only looks, to run on the real client; linkdoctor import judges what it prints.",
        sortOptions = false, abbreviateSynopsis = true, footer = {"", "Examples:",
                "  linkdoctor probe contoso --dir probe",
                "  linkdoctor probe --session contoso.json --dir probe",
                "  linkdoctor import contoso.json output.txt"})
final class ProbeCommand implements Callable<Integer> {
    private final Engine engine;

    @ParentCommand
    private RootCommand root;
    @Mixin
    private WhereOptions where;
    @Parameters(arity = "0..1", paramLabel = "VAULT", description = "Name, host name, URI or resource id of the vault.")
    private String vault;
    @Option(names = "--session", paramLabel = "SESSION.json", description = "A saved session in place of VAULT: it knows the endpoint's addresses and the networks' DNS servers.")
    private Path session;
    @Option(names = "--dir", paramLabel = "DIR", required = true, description = "Where to write probe.sh and probe.ps1.")
    private Path folder;

    ProbeCommand(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Integer call() {
        if ((vault == null) == (session == null)) {
            throw new Refusal("Say which vault the script is to look at: either VAULT or --session SESSION.json.");
        }
        ProbeScript script = switch (session == null ? ProbeScript.of(where.target(vault, engine)) : ofSession()) {
            case ProbeScript.Refused(String said) -> throw new Refusal(said);
            case ProbeScript.Written(ProbeScript written) -> written;
        };
        try {
            Files.createDirectories(folder);
            for (RunCommand each : RunCommand.values()) {
                PrivateFile.write(folder.resolve(each.file()), each.text(script));
            }
        } catch (IOException e) {
            throw new Refusal("The scripts cannot be written to " + folder + "; name a folder that you may write to.");
        }
        root.terminal().out().print(told());
        root.terminal().out().flush();
        return Exit.WELL;
    }

    private ProbeScript.Made ofSession() {
        return switch (SessionFile.open(session)) {
            case SessionFile.NotASession(String said) -> throw new Refusal(said);
            case SessionFile.Session(var facts, var finished, var tool) -> ProbeScript.of(facts);
        };
    }

    private Layout told() {
        String with = session == null ? "--vault " + CommandLine.quote(vault) : CommandLine.quote(session.toString());
        return new Layout().wrapped(0, "The scripts probe.sh and probe.ps1 were written to " + folder + ". They only read, send no credentials and need no rights.").line(0, "")
                .line(0, "On a Linux client").line(3, RunCommand.BASH.byHand()).line(0, "On a Windows client").line(3, RunCommand.POWERSHELL.byHand())
                .line(0, "Or from anywhere, when the client is a virtual machine in Azure")
                .line(3, RunCommand.BASH.through()).line(3, RunCommand.POWERSHELL.through())
                .line(0, "Then").line(3, "linkdoctor import " + with + " output.txt");
    }
}
