package linkdoctor.cli.end;

import java.nio.file.Files;
import java.nio.file.Path;

import linkdoctor.cli.live.Terminal;
import linkdoctor.check.Diagnosis;
import linkdoctor.engine.ScriptFolder;
import linkdoctor.engine.Version;
import linkdoctor.facts.CommandLine;
import linkdoctor.script.Plan;
import linkdoctor.script.Scripts;

/** Writes the scripts of a diagnosis into a folder, and says so. */
public final class ScriptOutput {
    private ScriptOutput() {
    }

    /** Refuses a folder that cannot be one, before anything is looked at. */
    public static void validate(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new Refusal(folder + " is a file; name a folder for the scripts.");
        }
    }

    public static void write(Diagnosis diagnosis, Path folder, CommandLine again, Terminal terminal) {
        Plan plan = Plan.of(diagnosis);
        if (plan.repairs().isEmpty()) {
            terminal.err().println(diagnosis.failed() ? "No repair is known for what is broken, so no script was written."
                    : "Nothing is broken, so no script was written.");
            return;
        }
        if (plan.redacted()) {
            throw new Refusal("The identifiers of this session are replaced by aliases, so no script can be written from it; "
                    + "give the key that was kept with it by --key, or use a session that was saved with --redact none.");
        }
        switch (ScriptFolder.write(folder, Scripts.of(plan, plan.usual(), Version.TOOL.name() + " " + Version.TOOL.version(), again))) {
            case ScriptFolder.Refused(String said) -> throw new Refusal(said);
            case ScriptFolder.Done() -> terminal.err().println("The scripts were written to " + folder + ": fix.sh and rollback.sh for bash, "
                    + "fix.ps1 and rollback.ps1 for PowerShell. Read them, then begin with bash "
                    + CommandLine.quote(folder.resolve("fix.sh").toString()) + " --dry-run");
        }
    }
}
