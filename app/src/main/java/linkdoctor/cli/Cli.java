package linkdoctor.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import linkdoctor.cli.end.Exit;
import linkdoctor.cli.end.Refusal;
import linkdoctor.cli.live.Terminal;
import linkdoctor.engine.Engine;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

import linkdoctor.cli.text.Layout;
import linkdoctor.cli.text.Look;
import linkdoctor.cli.text.Style;

/** The command line as a whole: reads the arguments, runs one command, and turns every trouble into one sentence. */
public final class Cli {
    private static final Pattern CHOICE = Pattern.compile(
            "Invalid value for option '([^']+)'.*: expected one of \\[(.*)] \\(case-\\w+\\) but was '(.*)'");
    private static final Set<String> LATER = Set.of("fleet");
    private final Terminal terminal;
    private final CommandLine commands;
    private final RootCommand root;

    public Cli(Engine engine, Terminal terminal) {
        this(engine, terminal, System.in);
    }

    /** @param standardInput what a command reads that is given no file */
    public Cli(Engine engine, Terminal terminal, InputStream standardInput) {
        this.terminal = terminal;
        root = new RootCommand(engine, terminal);
        commands = new CommandLine(root)
                .addSubcommand(new CheckCommand(engine)).addSubcommand(new LabCommand(engine)).addSubcommand(new ReplayCommand())
                .addSubcommand(new ProbeCommand(engine)).addSubcommand(new ImportCommand(engine))
                .addSubcommand(new DiffCommand()).addSubcommand(new FixCommand())
                .addSubcommand(new ExplainCommand(standardInput)).addSubcommand(new KqlCommand(engine)).addSubcommand(new AllowCommand(engine))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(Layout.COLUMNS)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setOut(new java.io.PrintWriter(terminal.out(), true)).setErr(new java.io.PrintWriter(terminal.err(), true))
                .setExecutionStrategy(this::execute)
                .setParameterExceptionHandler(this::wrongUsage)
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e));
    }

    /** Runs the command that the arguments name and returns the exit code. */
    public int run(String... args) {
        return commands.execute(args);
    }

    private int execute(CommandLine.ParseResult parsed) {
        // Libraries log to standard error: they are heard only when asked for.
        LogManager.getLogManager().reset();
        if (root.verbose()) {
            Logger log = Logger.getLogger("");
            log.addHandler(new java.util.logging.ConsoleHandler());
            log.setLevel(Level.INFO);
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private int wrongUsage(ParameterException e, String[] args) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        if (args.length > 0 && LATER.contains(args[0])) {
            say("The command " + args[0] + " is not in this version of Link Doctor; " + command + " --help names those that are.");
        } else {
            say(sentence(e.getMessage()) + " See " + command + " --help.");
        }
        return Exit.WRONG_USAGE;
    }

    private int failed(Exception e) {
        if (e instanceof Refusal refusal) {
            say(refusal.getMessage());
            return Exit.WRONG_USAGE;
        }
        say("Something went wrong inside Link Doctor (" + e.getClass().getSimpleName() + "); run it again with --verbose to see where.");
        if (root.verbose()) {
            trace(e);
        }
        return Exit.COULD_NOT_LOOK;
    }

    /** The messages of exceptions may repeat what came from outside: they steer no terminal, and hold no token. */
    private void trace(Exception e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        Style style = new Style(new Look(false, terminal.outLook().signs()));
        trace.toString().lines().map(line -> line.replaceAll("eyJ[A-Za-z0-9_.-]{10,}+", "(token)"))
                .forEach(line -> terminal.err().println(line.startsWith("\t") ? "\t" + style.command(line.substring(1)) : style.command(line)));
    }

    private void say(String sentence) {
        terminal.err().println(new Style(new Look(false, terminal.outLook().signs())).plain(sentence));
    }

    /** The library tells of Java's types and constants; a person wants the words that can be given. */
    private static String plain(String message) {
        Matcher choice = CHOICE.matcher(message);
        return choice.matches() ? "\"" + choice.group(3) + "\" is no value of " + choice.group(1) + ", which takes "
                + Arrays.stream(choice.group(2).split(", ")).map(word -> word.toLowerCase(Locale.ROOT).replace('_', '-')).distinct()
                        .collect(Collectors.joining(", "))
                : message.replaceFirst("'([^']*)' is not an? (int|long)$", "\"$1\" is no whole number");
    }

    private static String sentence(String message) {
        String first = plain(Arrays.stream(message.split("\\R")).findFirst().orElse("").strip());
        return first.endsWith(".") ? first : first + ".";
    }
}
