package linkdoctor.remedy;

import java.util.ArrayList;
import java.util.List;

import linkdoctor.facts.CommandLine;

/** One command of a repair: for the Azure CLI, and its twin for the Az PowerShell modules. */
public record Step(CommandLine az, List<PowerShell> powershell) {
    public Step {
        powershell = List.copyOf(powershell);
    }

    public static Step of(CommandLine az, PowerShell... twin) {
        return new Step(az, List.of(twin));
    }

    /** A command in this subscription: an option for the Azure CLI, the context for PowerShell. */
    public static Step in(String subscription, CommandLine az, PowerShell... twin) {
        List<String> args = new ArrayList<>(az.args());
        args.addAll(List.of("--subscription", subscription));
        List<PowerShell> statements = new ArrayList<>();
        statements.add(PowerShell.run("Set-AzContext").with("Subscription", subscription));
        statements.addAll(List.of(twin));
        return new Step(new CommandLine(args), statements);
    }
}
