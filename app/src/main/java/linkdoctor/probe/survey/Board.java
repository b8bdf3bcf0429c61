package linkdoctor.probe.survey;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.probe.Progress;
import linkdoctor.probe.Threads;

/**
 * Where the facts of one run come in. Each is looked for on a thread of its own, which waits for the facts it needs
 * and for no others, and is put on the snapshot as soon as it is there. Facts that nobody asked for are known already:
 * they stay as they were before.
 */
final class Board implements AutoCloseable {

    private final Snapshot before;
    private final Set<String> asked;
    private final Progress progress;
    private final ExecutorService threads = Threads.executor("survey");
    private final List<Future<?>> tasks = new CopyOnWriteArrayList<>();
    private final AtomicLong pausedNanos = new AtomicLong();
    /** For each component that is collected piece by piece, how many feed it: tasks, and the run until it has started them. */
    private final Map<String, Integer> feeding = new HashMap<>();
    private Snapshot now;
    private boolean over;

    /**
     * @param before what is known already
     * @param asked  names of the components to look at
     * @param started when the run began
     */
    Board(Snapshot before, Set<String> asked, Instant started, Progress progress) {
        this.before = before;
        this.asked = Set.copyOf(asked);
        this.progress = progress;
        Snapshot start = before.with("started", started);
        for (String component : asked) {
            Object nothing = nothing(before.value(component));
            start = start.with(component, nothing);
            if (!(nothing instanceof Probed)) {
                feeding.put(component, 1);
            }
        }
        now = start;
    }

    private static Object nothing(Object of) {
        return of instanceof Map ? Map.of() : of instanceof List ? List.of() : Probed.notTried(Progress.PENDING);
    }

    /** Whether one of these components is to be looked at. */
    boolean asks(String... components) {
        return List.of(components).stream().anyMatch(asked::contains);
    }

    /** The snapshot so far. */
    synchronized Snapshot soFar() {
        return now;
    }

    /** Looks for the fact that is this component of the snapshot; one that was not asked for is known. */
    <T> Future<Probed<T>> fact(String component, Callable<Probed<T>> look) {
        if (!asks(component)) {
            @SuppressWarnings("unchecked") Probed<T> known = (Probed<T>) before.value(component);
            return CompletableFuture.completedFuture(known);
        }
        return task(() -> {
            Probed<T> found = safely(look);
            change(so -> so.with(component, found));
            return found;
        });
    }

    /** Looks for something that serves other facts alone. */
    <T> Future<T> task(Callable<T> work) {
        return task(Set.of(), work);
    }

    /**
     * Looks for something that reaches the snapshot by {@link #change}.
     *
     * @param feeds the collected components that it, or a task it starts, may change
     */
    <T> Future<T> task(Set<String> feeds, Callable<T> work) {
        synchronized (this) {
            feeds.forEach(component -> feeding.computeIfPresent(component, (name, feeders) -> feeders + 1));
        }
        Future<T> future = threads.submit(() -> {
            try {
                return work.call();
            } finally {
                release(feeds);
            }
        });
        tasks.add(future);
        return future;
    }

    private synchronized void release(Set<String> components) {
        Set<String> open = open();
        components.forEach(component -> feeding.computeIfPresent(component, (name, feeders) -> feeders - 1));
        if (!open.equals(open())) {
            tell();
        }
    }

    /** What may still change: a fact that has not been found, and a collection that somebody feeds. */
    private Set<String> open() {
        Set<String> open = new TreeSet<>(now.waiting(Progress.PENDING));
        feeding.forEach((component, feeders) -> {
            if (feeders > 0) {
                open.add(component);
            }
        });
        return open;
    }

    private void tell() {
        if (!over) {
            progress.seen(now, open());
        }
    }

    /** Tells the user what is being looked at. */
    synchronized void looking(String at) {
        if (!over) {
            progress.looking(at);
        }
    }

    /** Changes the snapshot; a task whose run is over changes nothing any more. */
    synchronized void change(UnaryOperator<Snapshot> by) {
        if (!over) {
            now = by.apply(now);
            tell();
        }
    }

    /** Lets a person take time that does not count as time of the run, up to this much. */
    <T> T patiently(Duration patience, Callable<T> work) throws Exception {
        pausedNanos.addAndGet(patience.toNanos());
        long start = System.nanoTime();
        try {
            return work.call();
        } finally {
            pausedNanos.addAndGet(-Math.max(0, patience.toNanos() - (System.nanoTime() - start)));
        }
    }

    /** What is looked at once the fact it needs is known. */
    @FunctionalInterface
    interface Next<A, T> {
        Probed<T> look(A known) throws Exception;
    }

    /** A fact that needs another: where that one is missing, this one is missing for the same reason. */
    static <A, T> Probed<T> after(Future<Probed<A>> needed, Next<A, T> look) throws Exception {
        return switch (needed.get()) {
            case Probed.Seen<A>(A value, var evidence) -> look.look(value);
            case Probed.Failed<A>(Failure failure, var evidence) -> new Probed.Failed<>(failure, evidence);
            case Probed.NotTried<A>(String why) -> Probed.notTried(why);
        };
    }

    /**
     * Waits until every task has ended, the time is up or the caller is interrupted, and closes what is still open: the
     * time's end is a failure, and a cancelled look leaves what was known before.
     */
    Snapshot finish(Duration timeout) {
        release(asked);
        long start = System.nanoTime();
        boolean cancelled = false;
        try {
            // Tasks start further ones before they end, so the list is complete when its last task is done.
            for (int i = 0; i < tasks.size() && left(start, timeout) > 0; i++) {
                while (!tasks.get(i).isDone() && left(start, timeout) > 0) {
                    join(tasks.get(i));
                }
            }
        } catch (InterruptedException e) {
            cancelled = true;
            Thread.currentThread().interrupt();
        }
        Snapshot last = end(cancelled
                ? Failure.of(Failure.Kind.CANCELLED, "The run was cancelled before this was looked at.")
                : Failure.of(Failure.Kind.TIMEOUT, "It did not finish within the " + timeout.toSeconds() + " s given to the whole run."));
        threads.shutdownNow();
        return last;
    }

    /** From here on nothing changes. */
    private synchronized Snapshot end(Failure why) {
        Set<String> open = open();
        over = true;
        for (String component : open) {
            Object known = before.value(component);
            if (why.kind() == Failure.Kind.CANCELLED && !known.equals(nothing(known))) {
                now = now.with(component, known);
            } else if (now.value(component) instanceof Probed) {
                now = now.with(component, Probed.failed(why));
            }
        }
        progress.seen(now, Set.of());
        return now;
    }

    private long left(long start, Duration timeout) {
        return timeout.toNanos() + pausedNanos.get() - (System.nanoTime() - start);
    }

    private static void join(Future<?> task) throws InterruptedException {
        try {
            task.get(50, TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
            // The time left is looked at anew, for a sign-in may have lengthened it.
        } catch (ExecutionException e) {
            // Its fact stays open and is closed with a reason at the end.
        }
    }

    private static <T> Probed<T> safely(Callable<Probed<T>> look) throws InterruptedException {
        try {
            return look.call();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | StackOverflowError e) {
            // A probe never throws; should one all the same, its fact alone is lost and says so.
            return Probed.failed(Failure.of(Failure.Kind.GARBAGE, "Looking failed unexpectedly: " + e.getClass().getSimpleName() + "."));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
