package linkdoctor;

import java.nio.file.Path;
import java.util.List;

import linkdoctor.cli.Cli;
import linkdoctor.cli.Engine;
import linkdoctor.cli.Asked;
import linkdoctor.cli.Terminal;
import linkdoctor.facts.Cloud;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.probe.Progress;

/** The entry. */
public final class Main {
    private Main() {
    }

    public static void main(String[] args) {
        System.exit(new Cli(new Unwired(), Terminal.ofThisProcess()).run(args));
    }

    /** Stands in until the parts are put together. */
    private static final class Unwired implements Engine {
        private static final String SAID = "The parts of Link Doctor are not put together in this build.";

        @Override
        public Reply<Cloud> cloud(Path metadata) {
            return new Refused<>(SAID);
        }

        @Override
        public Reply<Snapshot> look(Target target, Asked asked, Progress progress) {
            return new Refused<>(SAID);
        }

        @Override
        public List<Scenario> scenarios() {
            return List.of();
        }

        @Override
        public Reply<Served> serve(String scenario) {
            return new Refused<>(SAID);
        }
    }
}
