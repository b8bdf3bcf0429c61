package linkdoctor.ui.model;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Where slow things are done, so that the drawing thread only draws. */
public interface Work extends AutoCloseable {

    /** Work that goes on. */
    interface Job {

        /** Asks it to end soon; what it came to by then is still delivered. */
        void interrupt();
    }

    /** Does the work on a thread of its own and hands what came of it to {@code done} on the drawing thread. */
    <T> Job start(String name, Callable<T> work, Consumer<T> done);

    /** Runs a change of what is shown on the drawing thread, after those asked for before. */
    void draw(Runnable change);

    /** A consumer for news from any thread of which only the newest matters: the drawing thread gets each once at most. */
    default <T> Consumer<T> newest(Consumer<T> show) {
        AtomicReference<T> waiting = new AtomicReference<>();
        return news -> {
            if (waiting.getAndSet(news) == null) {
                draw(() -> show.accept(waiting.getAndSet(null)));
            }
        };
    }

    @Override
    void close();
}
