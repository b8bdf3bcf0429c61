package linkdoctor.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import linkdoctor.cli.end.Exit;
import linkdoctor.cli.end.Refusal;
import linkdoctor.engine.Engine;
import linkdoctor.kql.AuditQuery;
import linkdoctor.kql.Caller;
import linkdoctor.kql.Span;
import linkdoctor.session.SessionFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code linkdoctor kql VAULT|SESSION.json}: the query that tells what the service saw, to paste into a workspace. */
@Command(name = "kql", description = "Prints the query for Log Analytics that tells what the service saw of requests to a vault; asks nobody.", sortOptions = false,
        abbreviateSynopsis = true, footer = {"", "Examples:",
                "  linkdoctor kql contoso.json                              the caller and the hour of a saved session",
                "  linkdoctor kql contoso --last 24h --caller 20.62.10.10   one address, the last day"})
final class KqlCommand implements Callable<Integer> {
    private static final Pattern TIME = Pattern.compile("(\\d{1,4})(m|h|d)");
    private final Engine engine;

    @ParentCommand
    private RootCommand root;
    @Mixin
    private WhereOptions where;
    @Mixin
    private KeyOption key;
    @Option(names = "--last", paramLabel = "TIME", description = "How far back, such as 30m, 24h or 7d (default: an hour before the session, 24h for a vault).")
    private String last;
    @Option(names = "--caller", paramLabel = "ID|IP", description = "Whose requests: an object id, an application's id or an address, or anybody (default: the session's caller, anybody for a vault).")
    private String caller;
    @Parameters(paramLabel = "VAULT|SESSION.json", description = "Name, host name, URI or resource id of the vault, or a saved session.")
    private String what;

    KqlCommand(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Integer call() {
        AuditQuery query = isSession(what) ? ofSession(Path.of(what)) : AuditQuery.of(where.target(what, engine));
        AuditQuery spanned = Optional.ofNullable(last).map(text -> query.in(new Span.Last(time(text)))).orElse(query);
        root.terminal().out().println(Optional.ofNullable(caller).map(text -> spanned.by(caller(text))).orElse(spanned).text());
        root.terminal().out().flush();
        return Exit.WELL;
    }

    /** No vault's name ends so. */
    static boolean isSession(String text) {
        return text.toLowerCase(Locale.ROOT).endsWith(".json");
    }

    private AuditQuery ofSession(Path session) {
        return switch (SessionFile.open(session)) {
            case SessionFile.NotASession(String said) -> throw new Refusal(said);
            case SessionFile.Session(var facts, var finished, var tool) -> AuditQuery.of(key.restored(session, facts));
        };
    }

    private static Duration time(String text) {
        Matcher time = TIME.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!time.matches() || Integer.parseInt(time.group(1)) == 0) {
            throw new Refusal("\"" + text + "\" is no length of time; --last takes one such as 30m, 24h or 7d.");
        }
        long number = Long.parseLong(time.group(1));
        return switch (time.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static Caller caller(String text) {
        return text.equalsIgnoreCase("anybody") ? Caller.ANYBODY : Caller.typed(text)
                .orElseThrow(() -> new Refusal("\"" + text + "\" is neither an address nor an id; --caller takes one such as 20.62.10.10, an object id, or anybody."));
    }
}
