package linkdoctor.probe.azure;

import java.util.List;
import java.util.Optional;

import linkdoctor.facts.Cloud;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Target;
import linkdoctor.facts.azure.AccessRights;
import linkdoctor.facts.azure.Connection;
import linkdoctor.facts.azure.DiagnosticSetting;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.azure.Perimeter;
import linkdoctor.facts.azure.PolicyAssignment;
import linkdoctor.facts.azure.Principal;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.PrivateZone;
import linkdoctor.facts.azure.ServiceTag;
import linkdoctor.facts.azure.Subscription;
import linkdoctor.facts.azure.Vault;
import linkdoctor.facts.azure.VaultSearch;
import linkdoctor.facts.azure.VirtualNetwork;
import linkdoctor.facts.host.Imds;
import linkdoctor.facts.https.DataPlaneRead;
import linkdoctor.facts.monitor.AuditTrail;
import linkdoctor.facts.monitor.Workspaces;
import linkdoctor.kql.AuditQuery;
import linkdoctor.probe.Arm;
import linkdoctor.probe.azure.plain.AuditFacts;
import linkdoctor.probe.azure.plain.GraphFacts;
import linkdoctor.probe.azure.plain.TagFacts;
import linkdoctor.probe.azure.plain.WorkspaceFacts;
import linkdoctor.probe.azure.signin.Session;
import linkdoctor.probe.azure.signin.SignIn;
import linkdoctor.probe.azure.wire.Asking;
import linkdoctor.probe.azure.wire.AzureAccess;
import linkdoctor.probe.azure.wire.Limit;
import linkdoctor.probe.azure.wire.Question;
import linkdoctor.probe.azure.wire.Wire;

/** Azure through its SDK, as the signed-in identity sees it. */
public final class AzureArm implements Arm {
    private final AzureAccess access;
    private final Wire wire;
    private final Asking asking = new Asking();
    private final Session session;
    private final ArmClients clients;
    private final VaultFacts vaults;
    private final EndpointFacts endpoints;
    private final NetworkFacts networks;
    private final ZoneFacts zones;
    private final RightsFacts rights;
    private final SettingFacts settings;
    private final PolicyFacts policies;
    private final VaultRead reading;
    private final WorkspaceFacts workspaces;
    private final AuditFacts audit;
    private final TagFacts tags;

    /** @param signIn the way to sign in; empty chooses: browser, or device code where no browser can open */
    public AzureArm(AzureAccess access, Optional<SignIn> signIn) {
        this.access = access;
        wire = new Wire(access);
        SignIn way = signIn.orElseGet(() -> SignIn.usual(access.environment(), System.getProperty("os.name", "")));
        session = new Session(access, way, wire.login(), access.tell());
        clients = new ArmClients(access.cloud(), wire.arm(session));
        clients.warm();
        vaults = new VaultFacts(asking, clients);
        endpoints = new EndpointFacts(asking, clients);
        networks = new NetworkFacts(asking, clients);
        zones = new ZoneFacts(asking, clients);
        GraphFacts graph = new GraphFacts(asking, wire.graph(session.quiet(), access.cloud().graph().orElse(Cloud.PUBLIC.graph().orElseThrow())),
                access.cloud().graph());
        rights = new RightsFacts(asking, clients, graph);
        settings = new SettingFacts(asking, clients, access.cloud());
        policies = new PolicyFacts(asking, clients);
        reading = new VaultRead(asking, wire, session);
        workspaces = new WorkspaceFacts(asking, clients.pipeline(), access.cloud());
        audit = new AuditFacts(asking, workspaces, access.cloud().logs().map(logs -> wire.logs(logs, session)), access.cloud());
        tags = new TagFacts(asking, clients.pipeline(), access.cloud());
    }

    @Override
    public Probed<Identity> signIn(Optional<String> tenantHint) {
        return session.open(tenantHint);
    }

    @Override
    public Probed<List<Subscription>> subscriptions() {
        return fact(limit -> asking.whole(Question.arm("Microsoft.Resources/subscriptions/read", "/subscriptions",
                        "account", "list", "--refresh"), limit,
                context -> clients.subscriptions().getSubscriptions().list(context),
                found -> found.size() + " subscriptions")
                .map(found -> found.stream().map(s -> new Subscription(Scopes.text(s.subscriptionId()),
                        Scopes.text(s.displayName()), Scopes.text(s.tenantId()))).toList()));
    }

    @Override
    public Probed<VaultSearch> vault(Target target, List<Subscription> in) {
        return fact(limit -> vaults.find(target, in, limit));
    }

    @Override
    public Probed<List<Vault>> vaults(Subscription in) {
        return fact(limit -> vaults.all(in, limit));
    }

    @Override
    public Probed<List<Connection>> connections(ResourceId vault) {
        Optional<Probed<List<Connection>>> embedded = vaults.takeEmbedded(vault);
        return embedded.isPresent() ? embedded.get() : connectionsAnew(vault);
    }

    @Override
    public Probed<List<Connection>> connectionsAnew(ResourceId vault) {
        return fact(limit -> endpoints.connections(vault, limit));
    }

    @Override
    public Probed<List<String>> requiredZones(ResourceId vault) {
        return fact(limit -> endpoints.requiredZones(vault, limit));
    }

    @Override
    public Probed<PrivateEndpoint> endpoint(ResourceId endpoint) {
        return fact(limit -> endpoints.endpoint(endpoint, limit));
    }

    @Override
    public Probed<Listing<VirtualNetwork>> networks(List<Subscription> in) {
        return fact(limit -> networks.networks(in, limit));
    }

    @Override
    public Probed<ResourceId> clientSubnet(Imds imds) {
        return fact(limit -> networks.clientSubnet(imds, limit));
    }

    @Override
    public Probed<Listing<PrivateZone>> zones(Target target, List<Subscription> in) {
        return fact(limit -> zones.zones(target, in, limit));
    }

    @Override
    public Probed<AccessRights> rights(ResourceId vault, Identity caller) {
        return fact(limit -> rights.rights(vault, caller, limit));
    }

    @Override
    public Probed<List<Principal>> principals(ResourceId vault, List<String> objectIds) {
        return fact(limit -> rights.principals(vault, objectIds, limit));
    }

    @Override
    public Probed<List<DiagnosticSetting>> diagnostics(ResourceId vault) {
        return fact(limit -> settings.diagnostics(vault, limit));
    }

    @Override
    public Probed<Workspaces> workspaces(ResourceId vault, Optional<ResourceId> chosen) {
        return fact(limit -> workspaces.near(vault, chosen, limit));
    }

    @Override
    public Probed<AuditTrail> auditTrail(ResourceId workspace, AuditQuery query) {
        return fact(limit -> audit.trail(workspace, query.text(), limit));
    }

    @Override
    public Probed<List<ServiceTag>> serviceTags(String subscription, String location) {
        return fact(limit -> tags.tags(subscription, location, limit));
    }

    @Override
    public Probed<List<PolicyAssignment>> policies(ResourceId vault) {
        return fact(limit -> policies.policies(vault, limit));
    }

    @Override
    public Probed<List<Perimeter>> perimeter(ResourceId vault) {
        return fact(limit -> settings.perimeter(vault, limit));
    }

    @Override
    public Probed<DataPlaneRead> read(Target target) {
        return fact(limit -> reading.read(target, access.deadline()));
    }

    @Override
    public void close() {
        session.forget();
        wire.close();
    }

    /** A fact that is found by one or more questions within one deadline. */
    @FunctionalInterface
    private interface Look<T> {
        Probed<T> at(Limit limit) throws InterruptedException;
    }

    private <T> Probed<T> fact(Look<T> look) {
        try {
            return look.at(Limit.in(access.deadline()));
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return Probed.failed(Failure.of(Failure.Kind.CANCELLED, "The question was given up."));
        } catch (RuntimeException strange) {
            // Answers are shaped after their question has ended; one that Azure never gives must not end the run.
            return Probed.failed(Failure.of(Failure.Kind.GARBAGE, "Azure Resource Manager gave an answer that cannot be understood ("
                    + strange.getClass().getSimpleName() + ")."));
        }
    }
}
