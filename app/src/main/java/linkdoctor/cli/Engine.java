package linkdoctor.cli;

import java.nio.file.Path;
import java.util.List;

import linkdoctor.facts.Cloud;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.probe.Progress;

/** All that the command line asks of the program behind it. */
public interface Engine {

    /** Either what was asked for, or why it was not even begun. */
    sealed interface Reply<T> {
    }

    /** It was done. */
    record Done<T>(T value) implements Reply<T> {
    }

    /** It cannot be begun as asked (a file is missing, say); {@code said} is one sentence on what to do. */
    record Refused<T>(String said) implements Reply<T> {
    }

    /**
     * A scenario of the lab.
     *
     * @param teaches what one learns from it
     * @param vault   the vault to look at in it
     */
    record Scenario(String name, String title, String teaches, String vault) {
    }

    /** A running lab; closing it stops its servers. */
    interface Served extends AutoCloseable {

        /** Addresses, CA file and how to point clients at them, line by line. */
        List<String> lines();

        @Override
        void close();
    }

    /** Reads a cloud from the JSON of ARM's {@code /metadata/endpoints}. */
    Reply<Cloud> cloud(Path metadata);

    /**
     * Looks at the vault. Ends within the time asked for, or soon after the calling thread is interrupted, with what
     * is known by then.
     */
    Reply<Snapshot> look(Target target, Asked asked, Progress progress);

    /** The lab's scenarios in the order to show them. */
    List<Scenario> scenarios();

    /** Starts the lab with one of its scenarios. */
    Reply<Served> serve(String scenario);
}
