package linkdoctor;

import linkdoctor.cli.Cli;
import linkdoctor.cli.live.Terminal;

/** The entry. */
public final class Main {
    private Main() {
    }

    public static void main(String[] args) {
        System.exit(new Cli(new Wiring(), Terminal.ofThisProcess()).run(args));
    }
}
