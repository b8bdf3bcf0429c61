package linkdoctor.remedy;

import java.util.List;
import java.util.stream.Stream;

import linkdoctor.facts.CommandLine;

/** One command of a repair: for the Azure CLI, and its twin for the Az PowerShell modules. */
public record Step(CommandLine az, List<PowerShell> powershell) {
    public Step {
        powershell = List.copyOf(powershell);
    }

    public static Step of(CommandLine az, PowerShell... twin) {
        return new Step(az, List.of(twin));
    }

    /** A step in one subscription: the CLI is told with each command, PowerShell before them. */
    public static Step in(String subscription, CommandLine az, PowerShell... twin) {
        return new Step(
                new CommandLine(Stream.concat(az.args().stream(), Stream.of("--subscription", subscription)).toList()),
                Stream.concat(Stream.of(PowerShell.run("Set-AzContext").with("Subscription", subscription)), Stream.of(twin)).toList());
    }
}
