package linkdoctor.probe;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that look. They are the system's own, not virtual ones: loading and first running the Azure SDK keeps a
 * processor busy for a second, and on a machine with two of them nothing would be left to hear a DNS server answer.
 */
public final class Threads {
    /** More than the questions that are put at once, for each may block one. */
    private static final int MOST_SCHEDULED = 64;
    private static final long SECONDS_IDLE = 2;

    private Threads() {
    }

    /** Starts a thread that does not keep the program alive. */
    public static void start(String name, Runnable work) {
        Thread.ofPlatform().daemon().name(name).start(work);
    }

    /** A thread for each task; none keeps the program alive. */
    public static ExecutorService executor(String name) {
        return Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().name(name + "-", 0).factory());
    }

    /** Threads for a library that wants a clock with them; none keeps the program alive, and idle ones end. */
    public static ScheduledExecutorService scheduled(String name) {
        ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(MOST_SCHEDULED,
                Thread.ofPlatform().daemon().name(name + "-", 0).factory());
        threads.setKeepAliveTime(SECONDS_IDLE, TimeUnit.SECONDS);
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
