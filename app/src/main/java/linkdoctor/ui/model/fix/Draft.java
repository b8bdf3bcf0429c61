package linkdoctor.ui.model.fix;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import linkdoctor.engine.Version;
import linkdoctor.facts.CommandLine;
import linkdoctor.remedy.PowerShell;
import linkdoctor.remedy.Remedy;
import linkdoctor.remedy.Step;
import linkdoctor.script.Numbered;
import linkdoctor.script.Plan;
import linkdoctor.script.Repair;
import linkdoctor.script.Scripts;
import linkdoctor.ui.model.Shell;

/**
 * The scripts of what is ticked, before they are saved.
 *
 * @param steps   what they do, in order; nothing when no repair is ticked
 * @param locking whether a step of them can lock clients out
 */
public record Draft(List<Numbered> steps, boolean locking, Scripts scripts) {
    private static final String TOOL = "linkdoctor " + Version.NUMBER;
    private static final String REQUEST = "request.md";

    public Draft {
        steps = List.copyOf(steps);
    }

    /**
     * Slow: all files are written.
     *
     * @param ticked the repairs that the user picked
     * @param again  how to run the checklist again
     */
    static Draft of(Plan plan, Set<Repair> ticked, CommandLine again) {
        List<Numbered> steps = plan.steps(ticked);
        boolean locking = steps.stream().anyMatch(step -> step.repair().remedy().caution() == Remedy.Caution.LOCKS_OUT);
        return new Draft(steps, locking, Scripts.picked(plan, ticked, TOOL, again));
    }

    /** The text of one side; of the request empty where nobody need be asked. */
    public String text(Side side, Shell shell) {
        return switch (side) {
            case BASH -> file("fix." + Shell.BASH.ending());
            case POWERSHELL -> file("fix." + Shell.POWERSHELL.ending());
            case ROLL_BACK -> file("rollback." + shell.ending());
            case DRY_RUN -> scripts.dryRun().getOrDefault(shell.ending(), "");
            case REQUEST -> file(REQUEST);
        };
    }

    private String file(String name) {
        return scripts.files().getOrDefault(name, "");
    }

    /** What there is to show: without a step to make only the request, where somebody is to be asked. */
    public List<Side> sides() {
        return !steps.isEmpty() ? List.of(Side.values()) : file(REQUEST).isEmpty() ? List.of() : List.of(Side.REQUEST);
    }

    /** The number under which the scripts make a step; empty where they do not. */
    public OptionalInt number(Step step) {
        return steps.stream().filter(one -> one.step().az().equals(step.az())).mapToInt(Numbered::number).findFirst();
    }

    /** The names of the files, as they are told. */
    public List<String> names() {
        return scripts.files().keySet().stream().sorted().toList();
    }

    /** How the steps are run, or taken back, from where they were saved: first to see what they would do. */
    Optional<String> command(Path folder, Side side, Shell shell) {
        String file = folder.resolve((side == Side.ROLL_BACK ? "rollback." : "fix.") + shell.ending()).toString();
        return steps.isEmpty() ? Optional.empty() : Optional.of(switch (shell) {
            case BASH -> CommandLine.of("bash", file, "--dry-run").bash();
            case POWERSHELL -> "& " + PowerShell.quote(file) + " -DryRun";
        });
    }
}
