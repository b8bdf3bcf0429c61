package linkdoctor.probe;

import linkdoctor.facts.Snapshot;

/** Told as the survey goes on, from any thread. */
public interface Progress {

    /** What is being looked at now, for example {@code asking 168.63.129.16}. */
    void looking(String at);

    /** A fact has come in. */
    void seen(Snapshot soFar);

    /** The device code to enter, or where the browser was sent: what the user must do to sign in. */
    void signIn(String instruction);

    Progress SILENT = new Progress() {
        @Override
        public void looking(String at) {
        }

        @Override
        public void seen(Snapshot soFar) {
        }

        @Override
        public void signIn(String instruction) {
        }
    };
}
