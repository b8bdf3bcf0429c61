package linkdoctor.ui;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import javafx.application.Platform;

import linkdoctor.probe.Threads;
import linkdoctor.ui.model.Work;

/** Does work off the drawing thread and brings what came of it back there. The one place that knows how to get there. */
public final class Background implements Work {
    private final Executor drawing;
    private final Consumer<Throwable> unexpected;
    private final Set<Job> jobs = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param unexpected told on the drawing thread what no code foresaw */
    public Background(Consumer<Throwable> unexpected) {
        this(Platform::runLater, unexpected);
    }

    /** @param drawing runs what changes the picture, in order */
    Background(Executor drawing, Consumer<Throwable> unexpected) {
        this.drawing = drawing;
        this.unexpected = unexpected;
    }

    @Override
    public <T> Job start(String name, Callable<T> work, Consumer<T> done) {
        Running job = new Running();
        jobs.add(job);
        Threads.start(name, () -> {
            job.thread.set(Thread.currentThread());
            try {
                T value = job.interrupted ? interruptedCall(work) : work.call();
                draw(() -> done.accept(value));
            } catch (Throwable thrown) {
                draw(() -> unexpected.accept(thrown));
            } finally {
                job.thread.set(null);
                jobs.remove(job);
            }
        });
        return job;
    }

    /** Cancelled before it began: the work still says what is known, which is why it is not left out. */
    private static <T> T interruptedCall(Callable<T> work) throws Exception {
        Thread.currentThread().interrupt();
        return work.call();
    }

    @Override
    public void draw(Runnable change) {
        if (!closed) {
            try {
                drawing.execute(() -> {
                    if (!closed) {
                        guarded(change);
                    }
                });
            } catch (RejectedExecutionException | IllegalStateException toolkitGone) {
                // The window is closed: there is nothing left to draw on.
            }
        }
    }

    private void guarded(Runnable change) {
        try {
            change.run();
        } catch (RuntimeException | Error thrown) {
            unexpected.accept(thrown);
        }
    }

    /** Interrupts all that still runs; nothing is drawn any more. */
    @Override
    public void close() {
        closed = true;
        jobs.forEach(Job::interrupt);
    }

    /** A job with its thread. */
    private static final class Running implements Job {
        private final AtomicReference<Thread> thread = new AtomicReference<>();
        private volatile boolean interrupted;

        @Override
        public void interrupt() {
            interrupted = true;
            Thread at = thread.get();
            if (at != null) {
                at.interrupt();
            }
        }
    }
}
