package linkdoctor.remedy;

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
}
