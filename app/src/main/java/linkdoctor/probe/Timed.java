package linkdoctor.probe;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Bounds a blocking call that may not bound itself: it is interrupted when its time is up. */
public final class Timed {
    private Timed() {
    }

    /**
     * @throws TimeoutException     when the call did not end within the deadline
     * @throws InterruptedException when the caller was cancelled; the call is then interrupted too
     * @throws Exception            what the call itself throws
     */
    public static <T> T within(Duration deadline, Callable<T> call) throws Exception {
        // A cancelled caller starts nothing: a call that is quick enough would end before anybody waits for it.
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        FutureTask<T> task = new FutureTask<>(call);
        Threads.start("probe", task);
        try {
            return task.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            task.cancel(true);
        }
    }
}
