package linkdoctor.check.connection;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Found;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Connection;
import linkdoctor.remedy.Remedy;

/** Guide section 2: connections that carry nothing, beside one that does, only confuse. */
public final class ConnectionTidy implements Check {
    private static final Finding LEFTOVER = Finding.warn("connection.leftover",
            "Connections that carry nothing stand beside a good one",
            "They do no harm to requests, but mislead whoever looks for a fault next, and a pending one waits to be approved "
                    + "by mistake. They stay behind when endpoints are deleted, rejected or made twice.", Links.DIAGNOSTICS);

    @Override
    public String id() {
        return "connection.tidy";
    }

    @Override
    public String title() {
        return "Every connection of the vault is in use";
    }

    @Override
    public List<Finding> findings() {
        return List.of(LEFTOVER);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Given.the(facts.connections(), connections -> {
            List<Connection> needed = Connections.needed(facts, connections);
            // Where nothing that this client needs is in force, these connections are the fault itself, told elsewhere.
            boolean fault = needed.stream().noneMatch(Connection::effective);
            List<Connection> idle = Connections.sorted(connections).stream()
                    .filter(one -> !one.effective() && !(fault && needed.contains(one))).toList();
            if (connections.stream().noneMatch(Connection::effective)) {
                return Outcome.skipped("No connection is in force, so none is left over.");
            }
            if (idle.isEmpty()) {
                return Outcome.pass("No connection is left over.");
            }
            String said = idle.stream().map(one -> Connections.described(one) + " (" + state(one) + ")").collect(Collectors.joining(", "));
            return Outcome.problems(List.of(new Found(LEFTOVER, "Not in use: " + said + ".",
                    idle.stream().map(ConnectionTidy::remedy).toList())), "");
        });
    }

    private static String state(Connection connection) {
        return connection.status() + (connection.succeeded() ? "" : ", " + connection.provisioningState());
    }

    /** A pending connection may be wanted: whoever owns its endpoint has to say. */
    private static Remedy remedy(Connection connection) {
        return connection.status().toLowerCase(Locale.ROOT).equals("pending") || connection.approved()
                ? Remedy.byHand("Decide on connection " + connection.id().name(),
                        "Ask the owner of " + Connections.described(connection) + " whether it is still wanted.",
                        "Then open the vault, Networking, Private endpoint connections, and approve or remove it.")
                : Removal.of(connection);
    }
}
