package linkdoctor.elsewhere;


import linkdoctor.facts.CommandLine;

/** How a script is run on a client: there by hand, or from anywhere through the run command of its virtual machine. */
public enum RunCommand {
    BASH("probe.sh", "RunShellScript", "bash probe.sh > output.txt"),
    POWERSHELL("probe.ps1", "RunPowerShellScript", "powershell -NoProfile -ExecutionPolicy Bypass -File probe.ps1 > output.txt");

    private final String file;
    private final String command;
    private final String byHand;

    RunCommand(String file, String command, String byHand) {
        this.file = file;
        this.command = command;
        this.byHand = byHand;
    }

    /** The script's file. */
    public String file() {
        return file;
    }

    /** The line to type on the client. */
    public String byHand() {
        return byHand;
    }

    /** The text of the script. */
    public String text(ProbeScript script) {
        return switch (this) {
            case BASH -> script.bash();
            case POWERSHELL -> script.powershell();
        };
    }

    /** The line for a virtual machine in Azure; its name and resource group are for the reader to fill in. */
    public String through() {
        return new CommandLine(java.util.List.of("az", "vm", "run-command", "invoke", "-g", "RESOURCE-GROUP", "-n", "MACHINE", "--command-id", command,
                "--scripts", "@" + file, "-o", "json")).bash() + " > output.txt";
    }
}
