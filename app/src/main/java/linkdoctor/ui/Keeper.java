package linkdoctor.ui;

import java.io.IOException;
import java.lang.System.Logger;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import linkdoctor.engine.Version;
import linkdoctor.session.Shelf;
import linkdoctor.session.Tool;
import linkdoctor.ui.model.RunModel;

/** Puts a run on the shelf as it grows, on a thread of its own, so that neither the run nor the window waits for a disk. */
final class Keeper implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Keeper.class.getName());
    private final Shelf shelf;
    private final AtomicReference<RunModel.Seen> newest = new AtomicReference<>();
    private final Thread writer;
    private volatile boolean closed;

    Keeper(Shelf shelf) {
        this.shelf = shelf;
        this.writer = Thread.ofPlatform().name("keeper").unstarted(this::write);
        // Not a daemon: what is known when the window closes is still written.
        writer.start();
    }

    /** Keeps what is known now; what was to be kept and is not yet written is replaced by it. */
    void keep(RunModel.Seen seen) {
        newest.set(seen);
        LockSupport.unpark(writer);
    }

    private void write() {
        while (true) {
            RunModel.Seen seen = newest.getAndSet(null);
            if (seen != null) {
                save(seen);
            } else if (closed) {
                return;
            } else {
                LockSupport.park(this);
            }
        }
    }

    private void save(RunModel.Seen seen) {
        try {
            shelf.save(seen.diagnosis(), new Tool("linkdoctor", Version.NUMBER), Instant.now());
        } catch (IOException e) {
            LOG.log(Logger.Level.WARNING, "The session could not be kept in {0}.", shelf.folder());
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(writer);
    }
}
