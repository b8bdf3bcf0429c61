package linkdoctor.probe;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;

/**
 * Where the facts of one run come in. Each is looked for on a thread of its own, which waits for the facts it needs
 * and for no others, and is put on the snapshot as soon as it is there.
 */
final class Board implements AutoCloseable {
    static final String PENDING = "It is still being looked at.";

    private final AtomicReference<Snapshot> snapshot;
    private final Progress progress;
    private final ExecutorService threads = Threads.executor("survey");
    private final List<Future<?>> tasks = new CopyOnWriteArrayList<>();
    private final AtomicLong pausedNanos = new AtomicLong();

    Board(Snapshot blank, Progress progress) {
        this.snapshot = new AtomicReference<>(blank);
        this.progress = progress;
    }

    /** Looks for the fact that is this component of the snapshot. */
    <T> Future<Probed<T>> fact(String component, Callable<Probed<T>> look) {
        return task(() -> {
            Probed<T> found = safely(look);
            change(so -> so.with(component, found));
            return found;
        });
    }

    /** Looks for something that reaches the snapshot by {@link #change}, or serves other facts alone. */
    <T> Future<T> task(Callable<T> work) {
        Future<T> future = threads.submit(work);
        tasks.add(future);
        return future;
    }

    /** Tells the user what is being looked at. */
    void looking(String at) {
        progress.looking(at);
    }

    /** Changes the snapshot; a task whose run is over changes nothing any more. */
    void change(UnaryOperator<Snapshot> by) {
        if (!threads.isShutdown()) {
            Snapshot now = snapshot.updateAndGet(by);
            progress.seen(now, now.waiting(PENDING));
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

    /** Waits until every task has ended, the time is up or the caller is interrupted, and closes what is still open. */
    Snapshot finish(Duration timeout) {
        long start = System.nanoTime();
        Failure open = Failure.of(Failure.Kind.TIMEOUT, "It did not finish within the " + timeout.toSeconds() + " s given to the whole run.");
        try {
            // Tasks start further ones before they end, so the list is complete when its last task is done.
            for (int i = 0; i < tasks.size() && left(start, timeout) > 0; i++) {
                while (!tasks.get(i).isDone() && left(start, timeout) > 0) {
                    join(tasks.get(i));
                }
            }
        } catch (InterruptedException e) {
            open = Failure.of(Failure.Kind.CANCELLED, "The run was cancelled before this was looked at.");
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
        return snapshot.get().closed(PENDING, open);
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
