package linkdoctor.engine;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;

/** Puts a run on disk as it grows, on a thread of its own, so that neither the run nor the window waits for a disk. */
public final class Keeper implements AutoCloseable {
    /** What a session says of facts that were still looked at when the program ended. */
    private static final Failure BROKEN_OFF = Failure.of(Failure.Kind.CANCELLED, "The run was broken off before this was looked at.");
    private final Place place;
    private final Consumer<IOException> unkept;
    private final AtomicReference<Seen> newest = new AtomicReference<>();
    private final Thread writer;
    private volatile boolean closed;
    private boolean told;

    /** Where a run is kept: each call replaces what was kept of the run before. */
    @FunctionalInterface
    public interface Place {
        void save(Snapshot facts) throws IOException;
    }

    private record Seen(Snapshot facts, Set<String> open) {
    }

    /** @param unkept told why, when a session could not be kept; once, for the next is likely to meet the same */
    public Keeper(Place place, Consumer<IOException> unkept) {
        this.place = place;
        this.unkept = unkept;
        this.writer = Thread.ofPlatform().name("keeper").unstarted(this::write);
        // Not a daemon: what is known when the window closes is still written.
        writer.start();
    }

    /**
     * Keeps what is known now; what was to be kept and is not yet written is replaced by it.
     *
     * @param open facts that may still change
     */
    public void keep(Snapshot facts, Set<String> open) {
        newest.set(new Seen(facts, Set.copyOf(open)));
        LockSupport.unpark(writer);
    }

    private void write() {
        while (true) {
            Seen seen = newest.getAndSet(null);
            if (seen != null) {
                save(seen);
            } else if (closed) {
                return;
            } else {
                LockSupport.park(this);
            }
        }
    }

    private void save(Seen seen) {
        try {
            place.save(brokenOff(seen));
        } catch (IOException e) {
            if (!told) {
                told = true;
                unkept.accept(e);
            }
        }
    }

    /** Closes it and waits until all is written. */
    public void finish() {
        close();
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** As the session must be read when the program ends before the run does. */
    private static Snapshot brokenOff(Seen seen) {
        Snapshot facts = seen.facts();
        for (String open : seen.open()) {
            if (facts.value(open) instanceof Probed) {
                facts = facts.with(open, Probed.failed(BROKEN_OFF));
            }
        }
        return facts;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(writer);
    }
}
