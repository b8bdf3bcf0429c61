package linkdoctor.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import javafx.application.Platform;


/**
 * Watches whether the JavaFX thread is held up: by work of its own, or by waiting for something. That other programs
 * take the processor away does not count, so that a busy machine fails no test.
 */
final class Heartbeat implements AutoCloseable {
    private static final long PAUSE_MILLIS = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private final Thread drawing;
    private volatile boolean over;
    private volatile long worstMillis;
    private volatile String worst = "";
    private final Thread watch;

    private Heartbeat(Thread drawing) {
        this.drawing = drawing;
        watch = Thread.ofPlatform().daemon().name("heartbeat").start(this::watch);
    }

    static Heartbeat start() throws Exception {
        CompletableFuture<Thread> drawing = new CompletableFuture<>();
        Platform.runLater(() -> drawing.complete(Thread.currentThread()));
        return new Heartbeat(drawing.get(10, TimeUnit.SECONDS));
    }

    private void watch() {
        try {
            while (!over) {
                beat();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException | ExecutionException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() throws InterruptedException, ExecutionException {
        CompletableFuture<Boolean> reached = new CompletableFuture<>();
        long worked = THREADS.getThreadCpuTime(drawing.threadId());
        Platform.runLater(() -> reached.complete(true));
        long waited = 0;
        StackTraceElement[] where = {};
        while (!reached.isDone()) {
            try {
                reached.get(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                where = drawing.getStackTrace();
                waited += drawing.getState() == Thread.State.RUNNABLE || idle(where) ? 0 : PAUSE_MILLIS;
            }
        }
        long held = waited + TimeUnit.NANOSECONDS.toMillis(THREADS.getThreadCpuTime(drawing.threadId()) - worked);
        if (held > worstMillis) {
            worstMillis = held;
            worst = Arrays.stream(where).limit(40).map(Object::toString).collect(Collectors.joining("\n    at "));
        }
    }

    /** The thread waits for events, not for work: its queue is just being filled. */
    private static boolean idle(StackTraceElement[] where) {
        return Arrays.stream(where).limit(6).anyMatch(frame -> frame.getClassName().startsWith("com.sun.glass.ui"));
    }

    /** The longest time in milliseconds that one thing held the thread up, so far. */
    long worstMillis() {
        return worstMillis;
    }

    /** Where that was. */
    String where() {
        return worst;
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        watch.join();
    }
}
