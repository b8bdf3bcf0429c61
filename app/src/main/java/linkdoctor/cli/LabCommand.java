package linkdoctor.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import linkdoctor.cli.end.Exit;
import linkdoctor.cli.end.Refusal;
import linkdoctor.engine.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import linkdoctor.cli.live.Interrupt;
import linkdoctor.cli.text.Layout;
import linkdoctor.cli.text.Look;
import linkdoctor.cli.text.Style;

/** {@code linkdoctor lab}: the practice Azure. */
@Command(name = "lab", description = "The wizard on the built-in practice Azure: learn, demonstrate and test without an account.", sortOptions = false, abbreviateSynopsis = true)
final class LabCommand implements Callable<Integer> {
    /** The vault that most scenarios are about. */
    private static final String USUAL = "fabrikam";
    private final Engine engine;

    @ParentCommand
    private RootCommand root;
    @Parameters(arity = "0..1", paramLabel = "SCENARIO", defaultValue = "healthy", description = "What is wrong in it (default: healthy).")
    private String scenario;
    @Option(names = "--list", description = "Name the scenarios and what each teaches.")
    private boolean list;
    @Option(names = "--serve", description = "Run it for any other client until Ctrl+C, and print its addresses and CA file.")
    private boolean serve;

    LabCommand(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Integer call() {
        if (list && serve) {
            throw new Refusal("--list and --serve exclude each other; give one of them.");
        }
        return list ? list() : serve ? serve() : practise();
    }

    private int practise() {
        RootCommand.value(engine.window(Optional.of(RootCommand.knownScenario(engine, scenario))));
        return Exit.WELL;
    }

    private int list() {
        List<Engine.Scenario> scenarios = engine.scenarios();
        Style style = new Style(root.look());
        Layout text = new Layout();
        for (Engine.Scenario one : scenarios) {
            text.line(0, style.bold(style.plain(one.name()))).wrapped(3, style.plain(one.title() + "."));
            text.wrapped(3, style.plain(one.teaches()));
            if (!one.vault().equals(USUAL)) {
                text.line(3, "Look at it with: linkdoctor check " + one.vault() + " --lab " + one.name());
            }
        }
        root.terminal().out().print(text);
        root.terminal().out().flush();
        root.terminal().err().println("Look at one with: linkdoctor check " + USUAL + " --lab SCENARIO");
        return Exit.WELL;
    }

    private int serve() {
        RootCommand.knownScenario(engine, scenario);
        try (Interrupt interrupt = Interrupt.watch(); Engine.Served served = RootCommand.value(engine.serve(scenario))) {
            served.lines().forEach(root.terminal().out()::println);
            root.terminal().out().flush();
            root.terminal().err().println("The lab runs until Ctrl+C.");
            new CountDownLatch(1).await();
            return interrupt.happened() ? Exit.INTERRUPTED : Exit.WELL;
        } catch (InterruptedException stopped) {
            return Exit.INTERRUPTED;
        }
    }
}
