package linkdoctor.remedy;

import java.util.List;

/**
 * A repair as data. A script, a report or a page renders it; only the user runs it.
 *
 * @param summary an imperative sentence with the actual names
 * @param risk    what may break, or an empty text when nothing can
 * @param needs   the right it takes, for example {@code Microsoft.Network/privateDnsZones/write}
 * @param steps   commands, in order; empty when no command can repair it
 * @param portal  what a person does instead, or in the portal, with the values filled in
 */
public record Remedy(String summary, String risk, String needs, List<Step> steps, List<String> portal) {
    public Remedy {
        steps = List.copyOf(steps);
        portal = List.copyOf(portal);
    }

    /** A repair that no command can make. */
    public static Remedy byHand(String summary, String... portal) {
        return new Remedy(summary, "", "", List.of(), List.of(portal));
    }

    public List<String> bash() {
        return steps.stream().map(step -> step.az().bash()).toList();
    }

    public List<String> powershell() {
        return steps.stream().flatMap(step -> step.powershell().stream()).map(PowerShell::render).toList();
    }
}
