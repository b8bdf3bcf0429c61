package linkdoctor.ui.model.fix;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.seen.Voice;
import linkdoctor.engine.Engine;
import linkdoctor.engine.ScriptFolder;
import linkdoctor.facts.CommandLine;
import linkdoctor.script.Plan;
import linkdoctor.script.Repair;
import linkdoctor.ui.model.Shell;
import linkdoctor.ui.model.Work;

/** The repairs of what was diagnosed, which of them are ticked, and the scripts that make those. */
public final class FixModel {
    private final Work work;
    private final ObjectProperty<Shell> shell;
    private final Map<String, BooleanProperty> ticks = new HashMap<>();
    private final ReadOnlyObjectWrapper<Optional<Plan>> plan = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Draft>> draft = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Saved> saved = new ReadOnlyObjectWrapper<>(Saved.NOT_YET);
    private final ObjectProperty<Side> side;
    private CommandLine again = CommandLine.of();

    /**
     * What became of saving the scripts.
     *
     * @param said   one sentence; empty before
     * @param folder where they are
     */
    public record Saved(String said, Optional<Path> folder) {
        static final Saved NOT_YET = new Saved("", Optional.empty());
    }

    /** @param shell the shell that commands are shown for, on all pages alike */
    public FixModel(Work work, ObjectProperty<Shell> shell) {
        this.work = work;
        this.shell = shell;
        side = new SimpleObjectProperty<>(side(shell.get()));
        shell.addListener((property, old, now) -> {
            if (side.get() == side(old)) {
                side.set(side(now));
            }
        });
        side.addListener((property, old, now) -> {
            if (now == Side.BASH || now == Side.POWERSHELL) {
                shell.set(now == Side.BASH ? Shell.BASH : Shell.POWERSHELL);
            }
        });
    }

    private static Side side(Shell shell) {
        return switch (shell) {
            case BASH -> Side.BASH;
            case POWERSHELL -> Side.POWERSHELL;
        };
    }

    /** The repairs, once something was diagnosed. */
    public ReadOnlyObjectProperty<Optional<Plan>> plan() {
        return plan.getReadOnlyProperty();
    }

    /** The scripts of what is ticked; empty while they are written. */
    public ReadOnlyObjectProperty<Optional<Draft>> draft() {
        return draft.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Saved> saved() {
        return saved.getReadOnlyProperty();
    }

    /** What is to be shown of the scripts. */
    public ObjectProperty<Side> side() {
        return side;
    }

    public Shell shell() {
        return shell.get();
    }

    /**
     * Takes on what was diagnosed; a repair that was there before keeps its tick.
     *
     * @param practised the lab's scenario that was looked at
     */
    public void show(Optional<Diagnosis> diagnosis, Optional<Engine.Scenario> practised) {
        Optional<Plan> now = diagnosis.map(Plan::of);
        if (!now.equals(plan.get())) {
            again = diagnosis.map(one -> again(one, practised)).orElse(CommandLine.of());
            plan.set(now);
            write();
        }
    }

    /** The host name tells the cloud as well. */
    private static CommandLine again(Diagnosis diagnosis, Optional<Engine.Scenario> practised) {
        return new CommandLine(Stream.concat(Stream.of("linkdoctor", "check", diagnosis.facts().target().hostname()),
                practised.stream().flatMap(one -> Stream.of("--lab", one.name()))).toList());
    }

    /** Whether a repair is to be made. */
    public BooleanProperty tick(Repair repair) {
        return ticks.computeIfAbsent(repair.key(), key -> {
            BooleanProperty tick = new SimpleBooleanProperty(repair.suggested());
            tick.addListener(changed -> write());
            return tick;
        });
    }

    private Set<Repair> ticked(Plan of) {
        return of.commanded().stream().filter(repair -> tick(repair).get()).collect(Collectors.toSet());
    }

    private void write() {
        draft.set(Optional.empty());
        saved.set(Saved.NOT_YET);
        plan.get().filter(now -> !now.redacted()).ifPresent(now -> {
            Set<Repair> chosen = ticked(now);
            CommandLine then = again;
            work.start("scripts", () -> Draft.of(now, chosen, then), made -> {
                if (plan.get().equals(Optional.of(now)) && chosen.equals(ticked(now))) {
                    draft.set(Optional.of(made));
                }
            });
        });
    }

    /** The side chosen, or another where there is nothing to show of it. */
    public Side showing() {
        return draft.get().map(Draft::sides).filter(sides -> !sides.isEmpty() && !sides.contains(side.get())).map(List::getFirst).orElse(side.get());
    }

    /** What is shown now; empty while it is written, and where there is nothing to say. */
    public String text() {
        return draft.get().map(made -> made.text(showing(), shell.get())).orElse("");
    }

    /** Writes all files of the scripts into this folder. */
    public void save(Path folder) {
        draft.get().ifPresent(made -> work.start("save", () -> ScriptFolder.write(folder, made.scripts()), written -> {
            if (draft.get().equals(Optional.of(made))) {
                saved.set(switch (written) {
                    case ScriptFolder.Refused(String said) -> new Saved(said, Optional.empty());
                    case ScriptFolder.Done() -> new Saved("Saved in " + folder + ": " + Voice.listed(made.names()) + ".", Optional.of(folder));
                });
            }
        }));
    }

    /** How to run what is shown from where it was saved, without changing anything yet. */
    public Optional<String> command() {
        return saved.get().folder().flatMap(folder -> draft.get().flatMap(made -> made.command(folder, showing(), shell.get())));
    }
}
