package linkdoctor.check.connection;

import java.util.ArrayList;
import java.util.List;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Found;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Connection;
import linkdoctor.remedy.PowerShell;
import linkdoctor.remedy.Remedy;
import linkdoctor.remedy.Step;

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

    @Override
    public String id() {
        return "connection.approved";
    }

    @Override
    public String title() {
        return "The private endpoint connection is approved";
    }

    @Override
    public List<Finding> findings() {
        return List.of(PENDING, REJECTED, DISCONNECTED);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Given.the(facts.connections(), connections -> {
            List<Connection> approved = connections.stream().filter(Connection::approved).toList();
            if (connections.isEmpty()) {
                return Outcome.skipped("There is no connection to approve.");
            }
            if (!approved.isEmpty()) {
                return Outcome.pass(approved.getFirst().id().name() + " is approved.");
            }
            List<Found> found = new ArrayList<>();
            connections.forEach(one -> found.add(found(one)));
            return Outcome.problems(found, "");
        });
    }

    private static Found found(Connection connection) {
        String name = connection.id().name();
        String from = connection.endpoint().map(id -> " from endpoint " + id.name() + " in subscription " + id.subscription()).orElse("");
        return switch (connection.status().toLowerCase(java.util.Locale.ROOT)) {
            case "pending" -> new Found(PENDING, name + from + " waits for approval.", List.of(approve(connection)));
            case "disconnected" -> new Found(DISCONNECTED, name + from + " is disconnected.", List.of());
            default -> new Found(REJECTED, name + from + " has state " + connection.status() + ".", List.of());
        };
    }

    private static Remedy approve(Connection connection) {
        String id = connection.id().text();
        String why = "Approved after Link Doctor found it pending";
        return new Remedy("Approve connection " + connection.id().name(),
                "It opens the vault to the endpoint's network: look at who owns the endpoint first.",
                "Microsoft.KeyVault/vaults/privateEndpointConnectionsApproval/action",
                List.of(Step.of(CommandLine.of("az", "network", "private-endpoint-connection", "approve", "--id", id, "--description", why),
                        PowerShell.run("Approve-AzPrivateEndpointConnection").with("ResourceId", id).with("Description", why))),
                List.of("Open the vault, Networking, Private endpoint connections; select " + connection.id().name() + " and Approve."));
    }
}
