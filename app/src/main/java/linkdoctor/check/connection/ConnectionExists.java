package linkdoctor.check.connection;

import java.util.List;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.facts.Snapshot;

/** Guide section 2: without a connection there is no private link to travel over. */
public final class ConnectionExists implements Check {
    private static final Finding NONE = Finding.fail("connection.none",
            "The vault has no private endpoint connection",
            "Without one the vault can be reached over its public address alone, and its name has no private link alias. The "
                    + "endpoint was never made, was made for another vault, or was deleted together with its connection.",
            Links.PRIVATE_LINK);

    @Override
    public String id() {
        return "connection.exists";
    }

    @Override
    public String title() {
        return "The vault has a private endpoint connection";
    }

    @Override
    public List<Finding> findings() {
        return List.of(NONE);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Given.the(facts.connections(), connections -> connections.isEmpty()
                ? Outcome.problem(NONE, facts.target().vault() + " has no private endpoint connection.", NewEndpoint.forClient(facts))
                : Outcome.pass(facts.target().vault() + " has " + connections.size()
                        + (connections.size() == 1 ? " connection: " : " connections: ") + Connections.names(connections) + "."));
    }
}
