package linkdoctor.ui.model;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import linkdoctor.check.Change;
import linkdoctor.check.Checklist;
import linkdoctor.check.Diagnosis;
import linkdoctor.check.Section;
import linkdoctor.check.Status;
import linkdoctor.check.compare.Comparison;
import linkdoctor.elsewhere.Imported;
import linkdoctor.engine.Visit;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.host.Client;
import linkdoctor.facts.Target;
import linkdoctor.probe.Progress;

/** Looking at the vault: once, again, or until something changes. */
public final class RunModel {
    private final Work work;
    private final Duration pause;
    private final Consumer<Seen> keep;
    private final ReadOnlyObjectWrapper<Activity> activity = new ReadOnlyObjectWrapper<>(new Activity.Idle(""));
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> diagnosis = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<String, Change>> changes = new ReadOnlyObjectWrapper<>(Map.of());
    private Optional<Run> running = Optional.empty();

    /**
     * What is known at a moment of a run.
     *
     * @param open facts that may still change
     */
    public record Seen(Diagnosis diagnosis, Set<String> open) {
    }

    /**
     * @param pause between two looks when watching
     * @param keep  told what is known, on the run's own threads, as it grows
     */
    public RunModel(Work work, Duration pause, Consumer<Seen> keep) {
        this.work = work;
        this.pause = pause;
        this.keep = keep;
    }

    public ReadOnlyObjectProperty<Activity> activity() {
        return activity.getReadOnlyProperty();
    }

    /** What is known so far; empty before the first run. */
    public ReadOnlyObjectProperty<Optional<Diagnosis>> diagnosis() {
        return diagnosis.getReadOnlyProperty();
    }

    /** What the last look changed, by the check's id. */
    public ReadOnlyObjectProperty<Map<String, Change>> changes() {
        return changes.getReadOnlyProperty();
    }

    public boolean idle() {
        return activity.get() instanceof Activity.Idle;
    }

    /** Shows a diagnosis that was not looked for here, such as a saved session's. */
    public void show(Diagnosis saved) {
        clear();
        diagnosis.set(Optional.of(saved));
    }

    /** Judges other facts in the place of those that are known, unless something is being looked at. */
    public void replace(Diagnosis other) {
        if (idle()) {
            changes.set(changed(diagnosis.get(), other));
            diagnosis.set(Optional.of(other));
        }
    }

    /** What another machine sees is no change of what this one saw. */
    private static Map<String, Change> changed(Optional<Diagnosis> before, Diagnosis now) {
        return before.filter(then -> speaker(then).equals(speaker(now))).map(then -> Comparison.marks(then, now)).orElse(Map.of());
    }

    private static Optional<String> speaker(Diagnosis diagnosis) {
        return Imported.from(diagnosis.facts()).map(Client::hostname);
    }

    /** Forgets everything. */
    public void clear() {
        cancel();
        running = Optional.empty();
        activity.set(new Activity.Idle(""));
        changes.set(Map.of());
        diagnosis.set(Optional.empty());
    }

    /** Looks at everything. */
    public void all(Visit visit, Target target) {
        begin(Optional.empty(), progress -> visit.look(target, progress));
    }

    /** Looks again at what one section rests on. */
    public void again(Visit visit, Section section) {
        diagnosis.get().ifPresent(known ->
                begin(Optional.of(section), progress -> lookAgain(visit, known.facts(), section, progress)));
    }

    /** What another machine told stays: it can only be told there anew. */
    private static Snapshot lookAgain(Visit visit, Snapshot known, Section section, Progress progress) {
        return Imported.keep(known, visit.lookAgain(known, Imported.here(known, section.facts()), progress));
    }

    /** Asks the workspace that keeps the audit log what the service saw. */
    public void auditLog(Visit visit) {
        diagnosis.get().ifPresent(known -> begin(Optional.of(Checklist.SECTIONS.getLast()),
                progress -> visit.lookAgain(known.facts(), Set.of("auditLog"), progress)));
    }

    /** Looks at a section again and again until its status changes, then at everything. */
    public void watch(Visit visit, Section section) {
        if (!idle() || diagnosis.get().isEmpty()) {
            return;
        }
        Run run = new Run(Optional.of(section), diagnosis.get());
        activity.set(new Activity.Watching(section, 0, ""));
        run.start(() -> new Watch(visit, section, run).until(diagnosis.get().orElseThrow().facts()));
    }

    /** Ends what goes on; what is known by then stays. */
    public void cancel() {
        running.ifPresent(Run::cancel);
    }

    private void begin(Optional<Section> only, Function<Progress, Snapshot> look) {
        if (!idle()) {
            return;
        }
        Run run = new Run(only, diagnosis.get());
        activity.set(new Activity.Looking("", Set.of(), 0, only));
        run.start(() -> look.apply(run));
    }

    /** The worst status of a section's checks. */
    public static Status status(Diagnosis diagnosis, Section section) {
        return diagnosis.checks().stream().filter(one -> one.section().equals(section)).map(one -> one.outcome().status())
                .max(RunModel::worse).orElse(Status.SKIPPED);
    }

    private static int worse(Status a, Status b) {
        return Integer.compare(weight(a), weight(b));
    }

    /** What could not be looked at weighs more than a note, for a failure may hide there. */
    private static int weight(Status status) {
        return switch (status) {
            case SKIPPED -> 0;
            case PASS -> 1;
            case NOTE -> 2;
            case UNKNOWN -> 3;
            case WARN -> 4;
            case FAIL -> 5;
        };
    }

    /** One look that goes on, and what it tells. A run that another replaced says nothing any more. */
    private final class Run implements Progress {
        private final Optional<Section> only;
        private final Optional<Diagnosis> before;
        private final Consumer<Seen> show = work.newest(this::seen);
        private final Consumer<String> showAt = work.newest(this::at);
        private volatile int all;
        private volatile boolean cancelled;
        private Work.Job job;

        private Run(Optional<Section> only, Optional<Diagnosis> before) {
            this.only = only;
            this.before = before;
        }

        private void start(java.util.concurrent.Callable<Snapshot> look) {
            running = Optional.of(this);
            job = work.start("run", () -> {
                Seen end = new Seen(Diagnosis.of(look.call()), Set.of());
                keep.accept(end);
                return end;
            }, this::ended);
        }

        private boolean mine() {
            return running.filter(this::equals).isPresent();
        }

        private void cancel() {
            cancelled = true;
            job.interrupt();
        }

        @Override
        public void looking(String at) {
            showAt.accept(at);
        }

        @Override
        public void seen(Snapshot soFar, Set<String> open) {
            all = Math.max(all, open.size());
            Seen now = new Seen(Diagnosis.of(soFar), open);
            keep.accept(now);
            show.accept(now);
        }

        private void at(String at) {
            if (mine()) {
                switch (activity.get()) {
                    case Activity.Looking(var old, var open, int of, var section) -> activity.set(new Activity.Looking(at, open, of, section));
                    case Activity.Watching(var section, int times, var old) -> activity.set(new Activity.Watching(section, times, at));
                    case Activity.Idle over -> { }
                }
            }
        }

        private void seen(Seen now) {
            if (mine()) {
                if (activity.get() instanceof Activity.Looking looking) {
                    activity.set(new Activity.Looking(looking.at(), now.open(), all, only));
                }
                diagnosis.set(Optional.of(now.diagnosis()));
            }
        }

        private void ended(Seen end) {
            if (mine()) {
                running = Optional.empty();
                changes.set(changed(before, end.diagnosis()));
                diagnosis.set(Optional.of(end.diagnosis()));
                activity.set(new Activity.Idle(cancelled ? "Cancelled: what was seen by then is kept." : ""));
            }
        }
    }

    /** Watching, on the run's own thread. */
    private final class Watch {
        private final Visit visit;
        private final Section section;
        private final Run run;

        private Watch(Visit visit, Section section, Run run) {
            this.visit = visit;
            this.section = section;
            this.run = run;
        }

        private Snapshot until(Snapshot facts) {
            Status before = status(Diagnosis.of(facts), section);
            Snapshot now = facts;
            for (int times = 1; !run.cancelled; times++) {
                int so = times;
                work.draw(() -> watched(so));
                now = lookAgain(visit, now, section, Progress.SILENT);
                run.show.accept(new Seen(Diagnosis.of(now), Set.of()));
                if (status(Diagnosis.of(now), section) != before) {
                    return Imported.keep(now, visit.look(now.target(), Progress.SILENT));
                }
                if (!rested()) {
                    break;
                }
            }
            return now;
        }

        private void watched(int times) {
            if (run.mine() && activity.get() instanceof Activity.Watching) {
                activity.set(new Activity.Watching(section, times, ""));
            }
        }

        /** Whether the pause was had in full; a cancelled watch ends at once. */
        private boolean rested() {
            try {
                Thread.sleep(pause);
                return true;
            } catch (InterruptedException cancelled) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
