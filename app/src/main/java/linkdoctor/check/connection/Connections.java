package linkdoctor.check.connection;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import linkdoctor.check.seen.Reach;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Connection;
import linkdoctor.facts.azure.PrivateEndpoint;

/** The vault's connections as this client sees them. */
final class Connections {
    private Connections() {
    }

    /** Those that this client needs: of endpoints in its own networks or their peers, or all where there is none. */
    static List<Connection> needed(Snapshot facts, List<Connection> connections) {
        Reach reach = Reach.of(facts);
        List<Connection> near = connections.stream()
                .filter(one -> endpoint(facts, one).filter(at -> Reach.reachable(reach.client(), at.network())).isPresent()).toList();
        return near.isEmpty() ? connections : near;
    }

    /** The endpoint of a connection, where it could be read. */
    static Optional<PrivateEndpoint> endpoint(Snapshot facts, Connection connection) {
        return connection.endpoint().flatMap(id -> Optional.ofNullable(facts.endpoints().get(id))).flatMap(one -> one.known());
    }

    static String names(List<Connection> connections) {
        return sorted(connections).stream().map(one -> one.id().name()).collect(Collectors.joining(", "));
    }

    static List<Connection> sorted(List<Connection> connections) {
        return connections.stream().sorted(Comparator.comparing(one -> one.id().name())).toList();
    }

    /** What it is called and where it comes from. */
    static String described(Connection connection) {
        return connection.id().name() + connection.endpoint()
                .map(id -> " of endpoint " + id.name() + " (subscription " + id.subscription() + ")").orElse("");
    }
}
