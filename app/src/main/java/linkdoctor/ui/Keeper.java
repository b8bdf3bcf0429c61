package linkdoctor.ui;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import linkdoctor.check.Diagnosis;
import linkdoctor.engine.Version;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.session.Shelf;
import linkdoctor.session.Tool;
import linkdoctor.ui.model.RunModel;

/** Puts a run on the shelf as it grows, on a thread of its own, so that neither the run nor the window waits for a disk. */
final class Keeper implements AutoCloseable {
    /** What a session says of facts that were still looked at when the program ended. */
    private static final Failure BROKEN_OFF = Failure.of(Failure.Kind.CANCELLED, "The run was broken off before this was looked at.");
    private final Shelf shelf;
    private final Consumer<String> unkept;
    private final AtomicReference<RunModel.Seen> newest = new AtomicReference<>();
    private final Thread writer;
    private volatile boolean closed;
    private boolean told;

    /** @param unkept told why, when a session could not be kept; once, for the next is likely to meet the same */
    Keeper(Shelf shelf, Consumer<String> unkept) {
        this.shelf = shelf;
        this.unkept = unkept;
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
            shelf.save(seen.open().isEmpty() ? seen.diagnosis() : brokenOff(seen), new Tool("linkdoctor", Version.NUMBER), Instant.now());
        } catch (IOException e) {
            if (!told) {
                told = true;
                unkept.accept("What is seen cannot be kept in " + shelf.folder() + ", so it ends with this window: save a report to keep it.");
            }
        }
    }

    /** Waits until all is written; only after it was closed. */
    void join() throws InterruptedException {
        writer.join();
    }

    /** As the session must be read when the program ends before the run does. */
    private static Diagnosis brokenOff(RunModel.Seen seen) {
        Snapshot facts = seen.diagnosis().facts();
        for (String open : seen.open()) {
            if (facts.value(open) instanceof Probed) {
                facts = facts.with(open, Probed.failed(BROKEN_OFF));
            }
        }
        return Diagnosis.of(facts);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(writer);
    }
}
