package linkdoctor.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import linkdoctor.facts.Cloud;
import linkdoctor.probe.SignInPrompt;

/** All that the command line and the wizard ask of the program behind them. */
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
     * @param group   the section of the guide that it is about, or what else it is of
     */
    record Scenario(String name, String title, String teaches, String vault, String group) {
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
     * Begins a visit to this cloud, or to the lab when a scenario is asked for. Nobody is signed in by that, and
     * nothing is asked over the network; the lab starts its servers, so call it where it may take a second.
     *
     * @param tell told what a person must do to sign in, from any thread
     */
    Reply<Visit> visit(Asked asked, Cloud cloud, Consumer<SignInPrompt> tell);

    /** The lab's scenarios in the order to show them. */
    List<Scenario> scenarios();

    /**
     * Opens the wizard and comes back when its window is closed.
     *
     * @param first the scenario of the lab to begin with; empty begins with the welcome page
     * @return the window was there; refused where none can be shown
     */
    Reply<Closed> window(Optional<Scenario> first);

    /** The wizard's window was opened, used and closed. */
    record Closed() {
    }

    /** Starts the lab with one of its scenarios. */
    Reply<Served> serve(String scenario);
}
