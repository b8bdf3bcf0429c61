package linkdoctor.cli;

import java.util.Optional;
import java.util.concurrent.Callable;

import linkdoctor.cli.end.Exit;
import linkdoctor.cli.end.Refusal;
import linkdoctor.cli.live.Terminal;
import linkdoctor.engine.Engine;
import linkdoctor.engine.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

import linkdoctor.cli.text.Look;

/** {@code linkdoctor} itself, and what all its commands share. */
@Command(name = "linkdoctor", description = "Finds out why a client cannot reach an Azure Key Vault over its private endpoint.",
        mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, sortOptions = false, versionProvider = RootCommand.Versions.class,
        footer = {"", "Examples:",
                "  linkdoctor                                        open the wizard",
                "  linkdoctor check contoso                          look at the vault contoso",
                "  linkdoctor check fabrikam --lab zone-not-linked   look at a practice case",
                "  linkdoctor lab --list                             name the practice cases",
                "  linkdoctor explain error.txt                      say what an error of Key Vault means",
                "", RootCommand.EXIT_CODES, RootCommand.MORE_EXIT_CODES})
final class RootCommand implements Callable<Integer> {
    static final String EXIT_CODES = "Exit code: 0 no check failed, 1 at least one failed, 2 wrong usage,";
    static final String MORE_EXIT_CODES = "3 none failed but something could not be looked at, 130 interrupted.";
    private final Engine engine;
    private final Terminal terminal;

    @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "No colour, as NO_COLOR in the environment does.")
    private boolean noColour;
    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show logs and stack traces on standard error.")
    private boolean verbose;

    RootCommand(Engine engine, Terminal terminal) {
        this.engine = engine;
        this.terminal = terminal;
    }

    /** Says which version this is. */
    static final class Versions implements picocli.CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[]{"linkdoctor " + Version.NUMBER};
        }
    }

    @Override
    public Integer call() {
        value(engine.window(Optional.empty()));
        return Exit.WELL;
    }

    Terminal terminal() {
        return terminal;
    }

    Look look() {
        return new Look(terminal.outLook().colour() && !noColour, terminal.outLook().signs());
    }

    boolean verbose() {
        return verbose;
    }

    /** What the engine did, or its refusal as the sentence that ends this command. */
    static <T> T value(Engine.Reply<T> reply) {
        return switch (reply) {
            case Engine.Done<T>(T value) -> value;
            case Engine.Refused<T>(String said) -> throw new Refusal(said);
        };
    }

    static Engine.Scenario knownScenario(Engine engine, String name) {
        return engine.scenarios().stream().filter(one -> one.name().equals(name)).findFirst()
                .orElseThrow(() -> new Refusal("The lab has no scenario \"" + name + "\"; linkdoctor lab --list names them."));
    }
}
