package linkdoctor.check.callers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.access.Rights;
import linkdoctor.check.callers.Cell.State;
import linkdoctor.check.outside.OutsideCaller;
import linkdoctor.check.seen.Reach;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Connection;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.VirtualNetwork;

/**
 * The table of who gets in.
 *
 * @param identity whose token and rights the last two gates are judged by, in a sentence
 * @param changes  what the proposed fix changes at the gates; empty when it changes nothing there
 */
public record WhoGetsIn(List<Entry> entries, String identity, List<String> changes) {
    public WhoGetsIn {
        entries = List.copyOf(entries);
        changes = List.copyOf(changes);
    }

    /**
     * A line of it.
     *
     * @param after how far the caller comes after the fix; empty where that is as now
     */
    public record Entry(Caller caller, Passage now, Optional<Passage> after) {

        /** The kind of caller whose advice helps it; empty for who gets in anyhow. */
        public Optional<OutsideCaller> advised() {
            return caller.kind().filter(kind -> now.end() != Passage.End.IN);
        }
    }

    /** Whether the fix lets anybody come further, or less far. */
    public boolean changed() {
        return entries.stream().anyMatch(one -> one.after().isPresent());
    }

    /** What the fix changes, in a sentence. */
    public String fix() {
        return changes.isEmpty() ? "The proposed fix changes nothing at these gates."
                : "The proposed fix: " + changes.stream().map(one -> Character.toLowerCase(one.charAt(0)) + one.substring(1)).collect(Collectors.joining("; ")) + (changed() ? "." : ". It lets nobody come further, and nobody less far.");
    }

    public static WhoGetsIn of(Diagnosis diagnosis) {
        return of(diagnosis, List.of());
    }

    /** @param named further callers, which the user asked for */
    public static WhoGetsIn of(Diagnosis diagnosis, List<Named> named) {
        Snapshot facts = diagnosis.facts();
        Proposed fix = Proposed.of(diagnosis);
        After after = After.of(facts, fix.steps());
        Judging now = new Judging(facts);
        Judging then = new Judging(after.facts());
        List<Caller> callers = new ArrayList<>(new Roll(facts).all());
        named.forEach(one -> callers.add(one.caller(facts)));
        List<Entry> entries = new ArrayList<>();
        for (Caller caller : callers) {
            Passage passage = Passage.of(now.now(caller));
            Caller changed = caller.by(way(caller, after, fix));
            Passage next = Passage.of(merged(now.now(caller), now.bySettings(caller), granted(changed, then.bySettings(changed), after)));
            entries.add(new Entry(caller, passage, states(next).equals(states(passage)) ? Optional.empty() : Optional.of(next)));
        }
        entries.addAll(fresh(facts, after, then));
        List<String> changes = new ArrayList<>(after.made());
        if (!way(callers.getFirst(), after, fix).getClass().equals(callers.getFirst().way().getClass())) {
            changes.add("Bring this client's requests onto the private link");
        }
        return new WhoGetsIn(entries, identity(facts), changes);
    }

    /** Networks that get an endpoint by the fix: now nothing of theirs comes over private link. */
    private static List<Entry> fresh(Snapshot facts, After after, Judging then) {
        List<Entry> fresh = new ArrayList<>();
        List<Connection> before = facts.connections().known().orElse(List.of());
        for (Connection one : after.facts().connections().known().orElse(List.of())) {
            if (before.stream().noneMatch(old -> old.id().equals(one.id()))) {
                Caller caller = new Roll(after.facts()).all().stream().filter(other -> other.role() == Caller.Role.ENDPOINT
                        && other.way().equals(new Way.Link(Optional.of(one)))).findFirst().orElseThrow();
                Map<Gate, Cell> now = new EnumMap<>(Gate.class);
                for (Gate gate : Gate.values()) {
                    now.put(gate, Cell.stops("The private endpoint is not there yet.", "no connection"));
                }
                fresh.add(new Entry(caller, Passage.of(now), Optional.of(Passage.of(granted(caller, then.bySettings(caller), after)))));
            }
        }
        return fresh;
    }

    /** Where a setting stays as it was, so does what was seen of it; a gate's cell is of other settings where it changes. */
    private static Map<Gate, Cell> merged(Map<Gate, Cell> now, Map<Gate, Cell> before, Map<Gate, Cell> then) {
        Map<Gate, Cell> merged = new EnumMap<>(Gate.class);
        for (Gate gate : Gate.values()) {
            merged.put(gate, before.get(gate).equals(then.get(gate)) ? now.get(gate) : then.get(gate));
        }
        return merged;
    }

    private static Map<Gate, Cell> granted(Caller caller, Map<Gate, Cell> cells, After after) {
        after.granted().filter(step -> !caller.ownIdentity()).ifPresent(step ->
                cells.put(Gate.PERMISSION, Cell.passes("The fix gives the right: " + step + ".", "a step of the fix")));
        return cells;
    }

    private static List<State> states(Passage passage) {
        return passage.cells().stream().map(Cell::state).toList();
    }

    /** Once its path is repaired, a client on an endpoint's network comes over private link; a connection has the state that the fix gives it. */
    private static Way way(Caller caller, After after, Proposed fix) {
        List<Connection> then = after.facts().connections().known().orElse(List.of());
        if (caller.way() instanceof Way.Link(Optional<Connection> connection) && connection.isPresent()) {
            Connection mine = connection.get();
            return new Way.Link(Optional.of(then.stream().filter(one -> one.id().equals(mine.id())).findFirst()
                    .orElseGet(() -> new Connection(mine.id(), mine.endpoint(), "Removed", mine.provisioningState(), ""))));
        }
        return caller.role() == Caller.Role.THIS_CLIENT && fix.path()
                ? near(after.facts(), then).<Way>map(one -> new Way.Link(Optional.of(one))).orElse(caller.way()) : caller.way();
    }

    private static Optional<Connection> near(Snapshot facts, List<Connection> connections) {
        Probed<List<VirtualNetwork>> client = Reach.of(facts).client();
        return connections.stream().filter(Connection::effective).filter(one -> one.endpoint().flatMap(id -> Optional.ofNullable(facts.endpoints().get(id)))
                .flatMap(Probed::known).map(PrivateEndpoint::network).filter(network -> Reach.reachable(client, network)).isPresent()).findFirst();
    }

    private static String identity(Snapshot facts) {
        return facts.identity().known().map(who -> "Token and permission are those of " + who.called() + ", who is signed in here, wherever the call comes from; "
                + "services have identities of their own.").orElse("Nobody is signed in, so of tokens and permissions nothing is known.");
    }
}
