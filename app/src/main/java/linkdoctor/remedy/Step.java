package linkdoctor.remedy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import linkdoctor.facts.CommandLine;

/**
 * One command of a repair: for the Azure CLI, and its twin for the Az PowerShell modules.
 *
 * @param change what makes a step of a script of it; empty where too little is known for one
 */
public record Step(CommandLine az, List<PowerShell> powershell, Optional<Change> change) {
    public Step {
        powershell = List.copyOf(powershell);
    }

    public static Step of(CommandLine az, PowerShell... twin) {
        return new Step(az, List.of(twin), Optional.empty());
    }

    /** A step in one subscription: the CLI is told with each command, PowerShell before them. */
    public static Step in(String subscription, CommandLine az, PowerShell... twin) {
        return of(new CommandLine(Stream.concat(az.args().stream(), Stream.of("--subscription", subscription)).toList()),
                Stream.concat(Stream.of(PowerShell.run("Set-AzContext").with("Subscription", subscription)), Stream.of(twin)).toArray(PowerShell[]::new));
    }

    /** The same step where it takes the place of something that cannot be brought back: it stays. */
    public Step kept() {
        return new Step(az, powershell, change.map(one -> new Change(one.title(), one.reading(), one.done(),
                new Undo.Never("What it takes the place of cannot be brought back, so it stays."))));
    }

    /** The same step, fit for a script. */
    public Step that(String title, Reading reading, Done done, Undo undo) {
        return new Step(az, powershell, Optional.of(new Change(title, reading, done, undo)));
    }
}
