package linkdoctor.ui;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import linkdoctor.ui.model.Work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** A drawing thread without a toolkit, for models. */
public final class Desk implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private final ExecutorService drawing = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("drawing").factory());
    private final List<Throwable> unexpected = new CopyOnWriteArrayList<>();
    private final Background background = new Background(drawing, unexpected::add);

    public Work work() {
        return background;
    }

    /** Runs it on the drawing thread and waits for it. */
    public <T> T on(Callable<T> call) throws Exception {
        return drawing.submit(call).get();
    }

    public void run(Runnable action) throws Exception {
        drawing.submit(action).get();
    }

    /** Waits until the drawing thread sees that it is so. */
    public void until(String what, Callable<Boolean> so) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!on(so)) {
            assertThat(unexpected).isEmpty();
            if (System.nanoTime() > end) {
                fail("never came: " + what);
            }
            Thread.sleep(10);
        }
    }

    /** What no code foresaw. */
    public List<Throwable> unexpected() {
        return unexpected;
    }

    @Override
    public void close() {
        background.close();
        drawing.shutdownNow();
    }
}
