package linkdoctor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.repair.TagRules;
import linkdoctor.check.seen.Presence;
import linkdoctor.cli.end.Exit;
import linkdoctor.cli.end.Refusal;
import linkdoctor.cli.live.LiveLine;
import linkdoctor.cli.option.SignInOptions;
import linkdoctor.cli.text.Layout;
import linkdoctor.engine.Asked;
import linkdoctor.engine.Engine;
import linkdoctor.engine.ScriptFolder;
import linkdoctor.engine.TagFolder;
import linkdoctor.engine.Version;
import linkdoctor.engine.Visit;
import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Prefix;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.facts.Words;
import linkdoctor.facts.azure.ServiceTag;
import linkdoctor.facts.azure.Vault;
import linkdoctor.probe.Progress;
import linkdoctor.script.Plan;
import linkdoctor.script.Scripts;
import linkdoctor.script.TagPlan;
import linkdoctor.session.SessionFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code linkdoctor allow VAULT|SESSION.json --tag TAG --dir D}: scripts that let a service through the firewall by its addresses. */
@Command(name = "allow", description = "Writes the scripts that let a service such as Azure DevOps through a vault's firewall by the addresses of its service tag. "
        + "Run it again when Azure's list has changed.", sortOptions = false, abbreviateSynopsis = true,
        footer = {"", "Example:", "  linkdoctor allow contoso --tag AzureDevOps --dir contoso-tags"})
final class AllowCommand implements Callable<Integer> {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private final Engine engine;

    @ParentCommand
    private RootCommand root;
    @Mixin
    private WhereOptions where;
    @Mixin
    private SignInOptions signIn;
    @Mixin
    private KeyOption key;
    @Option(names = "--tag", paramLabel = "TAG", required = true, description = "Service tag, such as AzureDevOps, or of one region, such as AzureDevOps.WestEurope.")
    private String tag;
    @Option(names = "--location", paramLabel = "REGION", description = "Region whose list is read (default: the vault's).")
    private String location;
    @Option(names = "--dir", paramLabel = "DIR", required = true, description = "Where to write the scripts, in a folder for each time; give the same one again.")
    private Path folder;
    @Option(names = "--prune", description = "Also remove ranges that an earlier run from DIR added and the tag no longer holds.")
    private boolean prune;
    @Parameters(paramLabel = "VAULT|SESSION.json", description = "Name, host name, URI or resource id of the vault, or a saved session that names it.")
    private String what;

    AllowCommand(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Integer call() {
        Target target = KqlCommand.isSession(what) ? ofSession(Path.of(what)) : where.target(what, engine);
        signIn.scenario().ifPresent(scenario -> RootCommand.knownScenario(engine, scenario));
        Asked asked = new Asked(signIn.way(), signIn.tenant(), signIn.caFile(), List.of(), 1, TIMEOUT, List.of(), signIn.scenario());
        try (LiveLine line = new LiveLine(root.terminal(), (seen, open) -> { });
             Visit visit = RootCommand.value(engine.visit(asked, target.cloud(), line::signIn))) {
            Snapshot facts = visit.lookAgain(Snapshot.blank(target, java.time.Instant.now(), Progress.PENDING), Set.of("vault", "rights"), line);
            Vault vault = value(Presence.vault(facts), "The vault " + target.vault());
            ServiceTag found = tag(value(visit.serviceTags(vault.id().subscription(), region(vault)), "The list of service tags"));
            write(facts, vault, found);
            return Exit.WELL;
        }
    }

    private Target ofSession(Path session) {
        return switch (SessionFile.open(session)) {
            case SessionFile.NotASession(String said) -> throw new Refusal(said);
            case SessionFile.Session(var facts, var finished, var tool) -> key.restored(session, facts).target();
        };
    }

    private String region(Vault vault) {
        return Optional.ofNullable(location).orElse(vault.location()).replace(" ", "").toLowerCase(Locale.ROOT);
    }

    /** What was seen, or the sentence that ends this command. */
    private static <T> T value(Probed<T> fact, String thing) {
        return switch (fact) {
            case Probed.Seen<T>(T value, var evidence) -> value;
            case Probed.Failed<T>(Failure failure, var evidence) -> throw new Refusal(thing + " cannot be read: " + failure.said());
            case Probed.NotTried<T>(String why) -> throw new Refusal(thing + " cannot be read: " + why);
        };
    }

    private ServiceTag tag(List<ServiceTag> all) {
        return all.stream().filter(one -> one.name().equalsIgnoreCase(tag)).findFirst().orElseThrow(() -> {
            List<String> like = all.stream().map(ServiceTag::name).filter(name -> name.toLowerCase(Locale.ROOT).contains(tag.toLowerCase(Locale.ROOT))).limit(5).toList();
            return new Refusal("There is no service tag \"" + tag + "\" in this region" + (like.isEmpty() ? "" : "; like it are " + Words.list(like)) + ".");
        });
    }

    private void write(Snapshot facts, Vault vault, ServiceTag found) {
        TagFolder kept = new TagFolder(folder, vault.name(), found.name());
        try {
            List<Prefix> earlier = prune ? kept.added() : List.of();
            switch (TagRules.of(vault, found, earlier)) {
                case TagRules.TooMany(String said) -> throw new Refusal(said);
                case TagRules.Fits rules -> write(TagPlan.of(Diagnosis.of(facts), vault, found, rules), rules, vault, found, kept);
            }
        } catch (IOException e) {
            throw new Refusal("The folder " + folder + " cannot be read; name one that you may read and write.");
        }
    }

    private void write(Plan plan, TagRules.Fits rules, Vault vault, ServiceTag found, TagFolder kept) throws IOException {
        Layout said = new Layout();
        if (plan.repairs().isEmpty()) {
            said.wrapped(0, "The firewall of " + vault.name() + " lets all " + Words.count(rules.wanted().size(), "IPv4 range") + " of " + found.name()
                    + " in already, so no script was written.");
        } else {
            Path next = kept.next();
            Scripts scripts = Scripts.of(plan, plan.usual(), Version.TOOL.name() + " " + Version.TOOL.version(), CommandLine.of("linkdoctor", "check", vault.name()));
            if (kept.write(next, scripts, rules.add()) instanceof ScriptFolder.Refused(String refusal)) {
                throw new Refusal(refusal);
            }
            said.wrapped(0, found.name() + " has " + Words.count(rules.wanted().size(), "IPv4 range") + " by its change " + found.changeNumber() + ". The scripts add "
                    + Words.count(rules.add().size(), "range") + " and remove " + Words.count(rules.remove().size(), "range") + "; they were written to " + next + ".")
                    .wrapped(0, "Read them, then begin with").line(3, "bash " + CommandLine.quote(next.resolve("fix.sh").toString()) + " --dry-run");
        }
        said.wrapped(0, TagPlan.WARNING);
        unheard(vault).ifPresent(why -> said.wrapped(0, why));
        root.terminal().out().print(said);
        root.terminal().out().flush();
    }

    /** Why rules would change nothing now. */
    private static Optional<String> unheard(Vault vault) {
        return vault.publicNetworkAccess().filter(access -> !access.equalsIgnoreCase("Enabled")).map(access -> "Public access of " + vault.name() + " is " + access
                        + ", and rules are not asked while it is: they change nothing until it is Enabled.")
                .or(() -> vault.rules().filter(rules -> rules.defaultAction().equalsIgnoreCase("Deny")).isPresent() ? Optional.empty()
                        : Optional.of("The firewall of " + vault.name() + " lets everybody in, so rules change nothing until its default action is Deny."));
    }
}
