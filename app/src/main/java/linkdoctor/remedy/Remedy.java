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
 * @param caution what a script waits for before it makes this repair
 */
public record Remedy(String summary, String risk, String needs, List<Step> steps, List<String> portal, Caution caution) {
    public Remedy {
        steps = List.copyOf(steps);
        portal = List.copyOf(portal);
    }

    /** What a script waits for before it makes a repair. */
    public enum Caution {
        /** Nothing. */
        NONE,
        /** It can lock clients out: the user's word that it may, and that the private path has answered. */
        LOCKS_OUT,
        /** It costs money, or undoes what somebody may have decided: that the user asks for it. */
        ON_REQUEST
    }

    public Remedy(String summary, String risk, String needs, List<Step> steps, List<String> portal) {
        this(summary, risk, needs, steps, portal, Caution.NONE);
    }

    /** A repair that no command can make. */
    public static Remedy byHand(String summary, String... portal) {
        return new Remedy(summary, "", "", List.of(), List.of(portal));
    }

    public Remedy with(Caution more) {
        return new Remedy(summary, risk, needs, steps, portal, more);
    }

    public List<String> bash() {
        return steps.stream().map(step -> step.az().bash()).toList();
    }

    public List<String> powershell() {
        return steps.stream().flatMap(step -> step.powershell().stream()).map(PowerShell::render).toList();
    }
}
