package linkdoctor.check.connection;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Found;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.LinkProof;
import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Connection;
import linkdoctor.remedy.Api;
import linkdoctor.remedy.Done;
import linkdoctor.remedy.Field;
import linkdoctor.remedy.PowerShell;
import linkdoctor.remedy.Reading;
import linkdoctor.remedy.Remedy;
import linkdoctor.remedy.Step;
import linkdoctor.remedy.Undo;

/** Guide section 2: without an approved connection nothing travels over the endpoint, and the name gets no alias. */
public final class ConnectionApproved implements Check {
    private static final Finding PENDING = Finding.fail("connection.pending",
            "The connection waits for approval",
            "Until someone with rights on the vault approves it, the service takes no request over the endpoint and "
                    + "the public DNS gives the name no private link alias. It happens when the endpoint's creator has "
                    + "no approval right on the vault, or asked for manual approval.", Links.DIAGNOSTICS);
    private static final Finding REJECTED = Finding.fail("connection.rejected",
            "The connection was rejected",
            "A rejected connection carries nothing, whatever its endpoint shows. Someone with rights on the vault "
                    + "turned it down, or a script did.", Links.DIAGNOSTICS);
    private static final Finding DISCONNECTED = Finding.fail("connection.disconnected",
            "The endpoint behind the connection is gone",
            "A disconnected connection only remembers an endpoint that was deleted; a new endpoint is needed. Its new "
                    + "address also makes older DNS records wrong.", Links.DIAGNOSTICS);
    private static final Finding NOT_SUCCEEDED = Finding.fail("connection.not-succeeded",
            "The connection was not set up to the end",
            "A connection works once it is both approved and provisioned. Azure is still at it, or the deployment failed "
                    + "half-way, often because of a lock, a policy or a second change at the same time.", Links.DIAGNOSTICS);
    /** What is easiest to repair is named first. */
    private static final List<Finding> ORDER = List.of(PENDING, NOT_SUCCEEDED, REJECTED, DISCONNECTED);

    @Override
    public String id() {
        return "connection.approved";
    }

    @Override
    public String title() {
        return "The private endpoint connection is approved and provisioned";
    }

    @Override
    public List<Finding> findings() {
        return List.of(PENDING, REJECTED, DISCONNECTED, NOT_SUCCEEDED);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Given.the(facts.connections(), connections -> {
            if (connections.isEmpty()) {
                return Outcome.skipped("There is no connection to approve.");
            }
            List<Connection> needed = Connections.sorted(Connections.needed(facts, connections));
            List<Evidence> endpoints = needed.stream().flatMap(one -> one.endpoint().stream())
                    .flatMap(id -> java.util.stream.Stream.ofNullable(facts.endpoints().get(id)))
                    .flatMap(one -> one.evidence().stream()).toList();
            return judge(facts, connections, needed).because(endpoints);
        });
    }

    private static Outcome judge(Snapshot facts, List<Connection> connections, List<Connection> needed) {
        List<Connection> good = needed.stream().filter(Connection::effective).toList();
        if (!good.isEmpty()) {
            return Outcome.pass(Connections.names(good) + (good.size() == 1 ? " is" : " are") + " approved and provisioned.");
        }
        Optional<LinkProof> proof = LinkProof.of(facts);
        if (proof.isPresent() && connections.stream().anyMatch(Connection::effective)) {
            return Outcome.pass("Another connection is in force: " + proof.get().said() + ".").because(proof.get().evidence());
        }
        List<Found> found = needed.stream().map(one -> found(facts, one, proof))
                .sorted(Comparator.comparingInt(one -> ORDER.stream().map(Finding::code).toList().indexOf(one.finding().code()))).toList();
        return Outcome.problems(found, "").because(proof.map(LinkProof::evidence).orElse(List.of()));
    }

    private static Found found(Snapshot facts, Connection connection, Optional<LinkProof> proof) {
        String what = "Connection " + Connections.described(connection);
        String yet = proof.map(one -> "; yet " + one.said()).orElse("");
        if (connection.approved()) {
            return new Found(NOT_SUCCEEDED, what + " is approved, and its provisioning state is " + connection.provisioningState()
                    + yet + ".",
                    List.of(proof.isPresent() ? wait(connection) : unfinished(facts, connection)));
        }
        return switch (connection.status().toLowerCase(Locale.ROOT)) {
            case "pending" -> new Found(PENDING, what + " waits for approval" + yet + ".", List.of(approve(connection)));
            case "disconnected" -> new Found(DISCONNECTED, what + " is disconnected" + yet + ".", List.of(Removal.andAnew(facts, connection)));
            case "rejected" -> new Found(REJECTED, what + " is rejected" + reason(connection) + yet + ".",
                    List.of(Removal.andAnew(facts, connection), afterAll(connection)));
            default -> new Found(NOT_SUCCEEDED, what + " has the state " + (connection.status().isBlank() ? "(none)" : connection.status())
                    + ", in which it carries nothing" + yet + ".", List.of(Removal.andAnew(facts, connection)));
        };
    }

    private static String reason(Connection connection) {
        return connection.description().isBlank() ? "" : " with the words \"" + connection.description().strip().replaceAll("\\s+", " ") + "\"";
    }

    private static Remedy unfinished(Snapshot facts, Connection connection) {
        return connection.provisioningState().toLowerCase(Locale.ROOT).matches("updating|creating|inprogress|accepted")
                ? wait(connection) : Removal.andAnew(facts, connection);
    }

    private static Remedy wait(Connection connection) {
        return Remedy.byHand("Wait until Azure is done with " + connection.id().name(),
                "Run the checklist again in a few minutes; when the state stays " + connection.provisioningState()
                        + ", plan a time at which the endpoint can be replaced.");
    }

    /** Azure has been seen to take it, and does not promise to. */
    private static Remedy afterAll(Connection connection) {
        Remedy approve = approve(connection);
        return new Remedy("Try to approve " + connection.id().name() + " after all, where the rejection was a mistake", approve.risk(),
                approve.needs(), approve.steps(), approve.portal());
    }

    private static Undo reject(ResourceId connection) {
        String why = "The approval by a script of Link Doctor was taken back";
        return Undo.by(Undo.step(Undo.When.ALWAYS, Step.in(connection.subscription(),
                CommandLine.of("az", "network", "private-endpoint-connection", "reject", "--id", connection.text(), "--description", why),
                PowerShell.run("Deny-AzPrivateEndpointConnection").with("ResourceId", connection.text()).with("Description", why))))
                .but("Azure knows no way back to Pending: the connection is rejected instead, and lets nobody in either.");
    }

    private static Remedy approve(Connection connection) {
        String id = connection.id().text();
        String why = "Approved after Link Doctor found it pending";
        return new Remedy("Approve connection " + connection.id().name(),
                "It opens the vault to the endpoint's network: look at who owns the endpoint first.",
                "Microsoft.KeyVault/vaults/privateEndpointConnectionsApproval/action and Microsoft.KeyVault/vaults/privateEndpointConnections/write",
                List.of(Step.in(connection.id().subscription(),
                        CommandLine.of("az", "network", "private-endpoint-connection", "approve", "--id", id, "--description", why),
                        PowerShell.run("Approve-AzPrivateEndpointConnection").with("ResourceId", id).with("Description", why))
                        .that("Approve connection " + connection.id().name(), Reading.of(connection.id(), Api.KEY_VAULT,
                                Field.at("properties.privateLinkServiceConnectionState.status")), Done.is("Approved"), reject(connection.id()))),
                List.of("Open the vault, Networking, Private endpoint connections; select " + connection.id().name() + " and Approve."));
    }
}
