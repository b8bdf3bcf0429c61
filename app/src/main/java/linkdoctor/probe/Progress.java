package linkdoctor.probe;

import java.util.Set;

import linkdoctor.facts.Snapshot;

/** Told as a survey goes on, from any thread. */
public interface Progress {

    /** What is being looked at now, for example {@code asking 168.63.129.16}. */
    void looking(String at);

    /**
     * A fact has come in, or will not change any more. Told in order, one call at a time; the last one of a run has its
     * result, with nothing open.
     *
     * @param open names of the snapshot's components that may still change in this run; one that is not among them never
     *             is again
     */
    void seen(Snapshot soFar, Set<String> open);

    /** Why a fact that is still open was not tried yet. */
    String PENDING = "It is still being looked at.";

    Progress SILENT = new Progress() {
        @Override
        public void looking(String at) {
        }

        @Override
        public void seen(Snapshot soFar, Set<String> open) {
        }
    };
}
