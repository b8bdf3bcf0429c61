package linkdoctor.cli.live;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl+C: interrupts the thread that looks, and keeps the process until it has printed what is known. */
public final class Interrupt implements AutoCloseable {
    private static final int SECONDS_TO_PRINT = 8;
    private final Thread worker = Thread.currentThread();
    private final CountDownLatch printed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "interrupt");
    private boolean happened;
    private boolean looked;

    private Interrupt() {
    }

    public static Interrupt watch() {
        Interrupt interrupt = new Interrupt();
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
    }

    /** Whether it happened; from now on nothing interrupts the thread, so that printing and writing are not disturbed. */
    public synchronized boolean happened() {
        looked = true;
        return Thread.interrupted() || happened;
    }

    private synchronized void interrupt() {
        if (!looked) {
            happened = true;
            worker.interrupt();
        }
    }

    private void stop() {
        interrupt();
        try {
            printed.await(SECONDS_TO_PRINT, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        printed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook is running: it was waiting for the count above.
        }
    }
}
