package linkdoctor.check.callers;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import linkdoctor.check.callers.Cell.State;
import linkdoctor.check.firewall.Gates;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Connection;
import linkdoctor.facts.azure.Perimeter;

/** What the vault's settings let expect of a caller at each gate of its network; what could not be read is not known. */
final class Expected {
    private static final String PUBLICLY = "It comes over the public way, and not over a private endpoint.";
    private static final String LINKED = "A request over private link is not asked this.";
    private final Snapshot facts;
    private final Probed<Gates> gates;

    Expected(Snapshot facts) {
        this.facts = facts;
        gates = Gates.of(facts);
    }

    Map<Gate, Cell> of(Way way) {
        return switch (way) {
            case Way.Link(Optional<Connection> connection) -> linked(connection);
            case Way.Unseen(String why) -> unseen(why);
            case Way.Address address -> publicly(way);
            case Way.Elsewhere elsewhere -> publicly(way);
            case Way.Changing changing -> publicly(way);
            case Way.ServiceEndpoint endpoint -> publicly(way);
            case Way.Trusted trusted -> publicly(way);
        };
    }

    private static Map<Gate, Cell> unseen(String why) {
        Map<Gate, Cell> cells = new EnumMap<>(Gate.class);
        for (Gate gate : Gate.values()) {
            cells.put(gate, Cell.notKnown(why, "the way was not seen"));
        }
        return cells;
    }

    private Map<Gate, Cell> linked(Optional<Connection> connection) {
        Map<Gate, Cell> cells = new EnumMap<>(Gate.class);
        for (Gate gate : Gate.values()) {
            cells.put(gate, Cell.notNeeded(LINKED, "private link"));
        }
        cells.put(Gate.PRIVATE_LINK, connection.map(Expected::connected).orElseGet(() -> Cell.notKnown(
                facts.connections().trouble().map(Failure::said).orElse("Which connection it comes over was not read."), "the connections could not be read")));
        return cells;
    }

    private static Cell connected(Connection connection) {
        String state = connection.id().name() + " is " + connection.status() + (connection.approved() && !connection.succeeded()
                ? ", and its provisioning " + connection.provisioningState() : "");
        return connection.effective() ? Cell.passes("Connection " + state + ".", "status " + connection.status())
                : Cell.stops("Connection " + state + ", so nothing travels over it.", "status " + connection.status());
    }

    private Map<Gate, Cell> publicly(Way way) {
        Map<Gate, Cell> cells = new EnumMap<>(Gate.class);
        cells.put(Gate.PRIVATE_LINK, Cell.notNeeded(PUBLICLY, "the public way"));
        switch (gates) {
            case Probed.Failed<Gates>(Failure failure, var evidence) -> unread(cells, failure.said());
            case Probed.NotTried<Gates>(String why) -> unread(cells, why);
            case Probed.Seen<Gates>(Gates known, var evidence) -> {
                if (known.enforced()) {
                    overridden(cells, known);
                } else {
                    PublicGates own = new PublicGates(known, facts);
                    cells.put(Gate.PUBLIC_ACCESS, unlessOverridden(own.access(way)));
                    cells.put(Gate.NETWORK_RULES, unlessOverridden(own.rules(way)));
                    cells.put(Gate.BYPASS, unlessOverridden(own.bypass(way)));
                    cells.put(Gate.PERIMETER, perimeter());
                }
            }
        }
        return cells;
    }

    private static void unread(Map<Gate, Cell> cells, String why) {
        for (Gate gate : List.of(Gate.PUBLIC_ACCESS, Gate.NETWORK_RULES, Gate.BYPASS, Gate.PERIMETER)) {
            cells.put(gate, Cell.notKnown(why, "the vault's settings could not be read"));
        }
    }

    /** An enforced perimeter decides in place of the vault's own settings, the bypass among them. */
    private void overridden(Map<Gate, Cell> cells, Gates known) {
        String name = facts.perimeter().known().orElse(List.of()).stream().map(Expected::name).sorted().collect(Collectors.joining(", "));
        String rests = known.securedByPerimeter() ? "publicNetworkAccess SecuredByPerimeter" : "access mode Enforced";
        for (Gate gate : List.of(Gate.PUBLIC_ACCESS, Gate.NETWORK_RULES, Gate.BYPASS)) {
            cells.put(gate, Cell.notNeeded("An enforced network security perimeter decides in its place.", rests));
        }
        cells.put(Gate.PERIMETER, known.perimeterMissing(facts)
                ? Cell.stops("Public network access is SecuredByPerimeter and no perimeter is associated, so no public request gets in.", rests)
                : Cell.notKnown("The access rules of the perimeter" + (name.isEmpty() ? "" : " " + name) + " decide, and they are not read here.", rests));
    }

    private Cell perimeter() {
        return switch (facts.perimeter()) {
            case Probed.Failed<List<Perimeter>>(Failure failure, var evidence) -> Cell.notKnown(failure.said(), "perimeters could not be read");
            case Probed.NotTried<List<Perimeter>>(String why) -> Cell.notKnown(why, "perimeters were not read");
            case Probed.Seen<List<Perimeter>>(List<Perimeter> all, var evidence) -> all.isEmpty()
                    ? Cell.notNeeded("No network security perimeter is associated.", "no association")
                    : Cell.passes("The perimeter " + name(all.getFirst()) + " logs only what it would refuse.", "access mode " + all.getFirst().mode());
        };
    }

    private Cell unlessOverridden(Cell cell) {
        return facts.perimeter().known().isPresent() || !cell.is(State.STOPS) ? cell
                : Cell.notKnown(cell.said().replaceFirst("\\.$", "") + ", unless an enforced perimeter decides in its place, which could not be read.", cell.rests());
    }

    private static String name(Perimeter perimeter) {
        return perimeter.id().substring(perimeter.id().lastIndexOf('/') + 1);
    }
}
