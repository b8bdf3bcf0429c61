package linkdoctor.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

import linkdoctor.cli.end.ScriptOutput;
import linkdoctor.cli.end.Again;
import linkdoctor.cli.end.Exit;
import linkdoctor.cli.end.Refusal;
import linkdoctor.engine.Asked;
import linkdoctor.engine.Visit;
import linkdoctor.engine.Engine;
import linkdoctor.engine.Keeper;
import linkdoctor.check.Diagnosis;
import linkdoctor.cli.live.Interrupt;
import linkdoctor.cli.option.SignInOptions;
import linkdoctor.cli.live.LiveLine;
import linkdoctor.cli.text.Look;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.facts.monitor.AuditWish;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code linkdoctor check VAULT}: the whole checklist. */
@Command(name = "check", description = "Finds out why this machine cannot reach a vault privately, and says what to do.", sortOptions = false,
        abbreviateSynopsis = true, footer = {"", "Examples:",
                "  linkdoctor check contoso",
                "  linkdoctor check contoso --auth device-code --report contoso.html --report contoso.json",
                "  linkdoctor check contoso --no-sign-in --endpoint-ip 10.1.1.5",
                "  linkdoctor check fabrikam --lab zone-not-linked",
                "", RootCommand.EXIT_CODES, RootCommand.MORE_EXIT_CODES})
final class CheckCommand implements Callable<Integer> {
    private static final Pattern OBJECT_ID = Pattern.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
    private final Engine engine;

    @Spec
    private CommandSpec spec;
    @ParentCommand
    private RootCommand root;
    @Mixin
    private OutputOptions output;
    @Mixin
    private WhereOptions where;

    @Parameters(paramLabel = "VAULT", description = "Name, host name, URI or resource id of the vault.")
    private String vault;

    @Mixin
    private SignInOptions signIn;
    @Option(names = "--no-sign-in", description = "Look only at what needs no rights: DNS, TLS and what the vault says to strangers.")
    private boolean noSignIn;
    @Option(names = "--dns-server", paramLabel = "IP[:PORT]", description = "Also ask this DNS server. Repeatable.")
    private List<String> dnsServers = new ArrayList<>();
    @Option(names = "--repeats", paramLabel = "N", defaultValue = "3", description = "How often to ask each DNS server (default: 3).")
    private int repeats;
    @Option(names = "--principal", paramLabel = "OBJECT-ID", description = "Also say what this user, group or application may do in the vault. Repeatable.")
    private List<String> principals = new ArrayList<>();
    @Option(names = "--audit-log", description = "Also ask the workspace that keeps the vault's audit log what the service saw of this caller, and show the rows.")
    private boolean auditLog;
    @Option(names = "--workspace", paramLabel = "ID", description = "Resource id of the Log Analytics workspace that keeps the audit log, or is to keep it.")
    private String workspace;
    @Option(names = "--fix", paramLabel = "DIR", description = "Write the scripts that repair it into this folder: fix.sh and rollback.sh, fix.ps1 and rollback.ps1.")
    private Path fix;
    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "60", description = "How long the whole may take (default: 60).")
    private int timeout;

    CheckCommand(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Integer call() {
        output.validate();
        if (fix != null) {
            ScriptOutput.validate(fix);
        }
        Asked asked = asked();
        Target target = where.target(vault, engine);
        try (Interrupt interrupt = Interrupt.watch()) {
            Snapshot facts = look(asked, target);
            boolean interrupted = interrupt.happened();
            if (interrupted) {
                root.terminal().err().println("Interrupted: this is what was known by then.");
            }
            Diagnosis diagnosis = Diagnosis.of(facts);
            output.emit(diagnosis, Instant.now(), root.terminal(), root.look(), Again.of(vault, spec));
            if (fix != null) {
                ScriptOutput.write(diagnosis, fix, Again.of(vault, spec), root.terminal());
            }
            return interrupted ? Exit.INTERRUPTED : Exit.of(diagnosis);
        }
    }

    private Snapshot look(Asked asked, Target target) {
        Keeper keeper = output.keeper();
        try (LiveLine line = new LiveLine(root.terminal(), keeper::keep);
             Visit visit = RootCommand.value(engine.visit(asked, target.cloud(), line::signIn))) {
            return visit.look(target, line);
        } finally {
            // What it writes must not come after the end of the run.
            keeper.finish();
        }
    }

    private Asked asked() {
        if (noSignIn && signIn.named()) {
            throw new Refusal("--auth and --no-sign-in exclude each other; give one of them.");
        }
        Optional<Path> caFile = signIn.caFile();
        if (repeats < 1 || repeats > 100) {
            throw new Refusal("--repeats takes a number from 1 to 100.");
        }
        if (timeout < 1 || timeout > 3600) {
            throw new Refusal("--timeout takes a number of seconds from 1 to 3600.");
        }
        signIn.scenario().ifPresent(scenario -> RootCommand.knownScenario(engine, scenario));
        return new Asked(noSignIn ? Asked.SignIn.NONE : signIn.way(), signIn.tenant(), caFile,
                dnsServers.stream().map(WhereOptions::dnsServer).toList(), repeats, Duration.ofSeconds(timeout), principals(), signIn.scenario(), audit());
    }

    private List<String> principals() {
        for (String one : principals) {
            if (!OBJECT_ID.matcher(one).matches()) {
                throw new Refusal("--principal takes an object id such as 11111111-2222-3333-4444-555555555555, and " + one
                        + " is none; az ad user show, az ad sp show or az ad group show prints it.");
            }
        }
        return principals.stream().distinct().toList();
    }

    private AuditWish audit() {
        if (noSignIn && auditLog) {
            throw new Refusal("--audit-log takes a sign-in, and --no-sign-in does without; give one of them.");
        }
        Optional<ResourceId> named = Optional.ofNullable(workspace).map(text -> ResourceId.parse(text).filter(id -> id.after("workspaces").isPresent())
                .orElseThrow(() -> new Refusal("\"" + text + "\" is no workspace; --workspace takes a resource id such as "
                        + "/subscriptions/…/resourceGroups/…/providers/Microsoft.OperationalInsights/workspaces/NAME.")));
        AuditWish wish = new AuditWish(named, AuditWish.Reading.LEFT_OUT);
        return auditLog ? wish.wanted() : wish;
    }
}
