package linkdoctor.check.callers;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import linkdoctor.check.access.Heard;
import linkdoctor.check.access.Standing;
import linkdoctor.check.callers.Cell.State;
import linkdoctor.check.firewall.Gates;
import linkdoctor.check.seen.Presence;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Vault;
import linkdoctor.facts.https.NetworkInfo;

/** Judges callers at every gate: by the vault's settings, and this client by what the vault answered it. */
final class Judging {
    private final Snapshot facts;
    private final Expected expected;
    private final Standing token;
    private final Standing permission;

    Judging(Snapshot facts) {
        this.facts = facts;
        expected = new Expected(facts);
        token = Standing.token(facts);
        permission = Standing.permission(facts);
    }

    /** By the settings alone; gates behind the one that stops the caller are judged too. */
    Map<Gate, Cell> bySettings(Caller caller) {
        Map<Gate, Cell> cells = new EnumMap<>(expected.of(caller.way()));
        cells.put(Gate.TOKEN, caller.ownIdentity() ? ownToken() : cell(caller, token));
        cells.put(Gate.PERMISSION, caller.ownIdentity() ? ownRight() : cell(caller, permission));
        return cells;
    }

    /** As it is now. */
    Map<Gate, Cell> now(Caller caller) {
        return caller.role() == Caller.Role.THIS_CLIENT ? asSeen(caller, bySettings(caller)) : bySettings(caller);
    }

    private Cell cell(Caller caller, Standing standing) {
        // Where nobody is signed in, that says nothing of those who would call from elsewhere.
        boolean here = caller.role() == Caller.Role.THIS_CLIENT || facts.identity().known().isPresent();
        return switch (standing.known()) {
            case HELD -> Cell.passes(standing.said(), standing.rests());
            case NOT_HELD -> here ? Cell.stops(standing.said(), standing.rests()) : Cell.notKnown(standing.said(), standing.rests());
            case UNKNOWN -> Cell.notKnown(standing.said(), standing.rests());
        };
    }

    private Cell ownToken() {
        return Cell.notKnown("It signs in with an identity of its own; the vault takes tokens of "
                + vault().map(one -> "tenant " + one.tenant()).orElse("its own tenant") + " alone.", "the vault's tenant");
    }

    private Cell ownRight() {
        return Cell.notKnown("It needs " + vault().map(one -> one.rbac() ? "a role with data actions" : "an access policy").orElse("a role or an access policy")
                + " for an identity of its own.", "the vault's permission model");
    }

    private Optional<Vault> vault() {
        return Presence.vault(facts).known();
    }

    private Map<Gate, Cell> asSeen(Caller client, Map<Gate, Cell> cells) {
        Optional<NetworkInfo> header = new Roll(facts).header();
        if (client.way() instanceof Way.Link && header.isPresent()) {
            cells.put(Gate.PRIVATE_LINK, Cell.passes("Key Vault saw it come over private link" + header.get().privateEndpoint()
                    .map(id -> ", over " + id.name()).orElse("") + ".", header.get().told()));
        }
        Heard.of(facts).ifPresent(heard -> {
            switch (heard.answer()) {
                case LET_IN, BY_ROLE, BY_POLICY -> past(cells, heard);
                case BY_CONNECTION -> refused(cells, Gate.PUBLIC_ACCESS, heard);
                case BY_FIREWALL -> refused(cells, enforced() ? Gate.PERIMETER : Gate.NETWORK_RULES, heard);
                case OTHER_TENANT, BAD_TOKEN, THROTTLED, OTHER -> { }
            }
        });
        return cells;
    }

    private boolean enforced() {
        return Gates.of(facts).known().filter(Gates::enforced).isPresent();
    }

    /** Rights are looked at behind the network, so whoever hears of them has passed it. */
    private static void past(Map<Gate, Cell> cells, Heard heard) {
        for (Gate gate : Gate.values()) {
            Cell before = cells.get(gate);
            if (gate.ofNetwork() && (before.is(State.STOPS) || before.is(State.NOT_KNOWN))) {
                cells.put(gate, gate == Gate.PRIVATE_LINK ? Cell.notNeeded("Whichever way it came, it got past the network.", heard.said())
                        : Cell.passes("It got past the network: " + before(heard), heard.said()));
            }
        }
    }

    private static String before(Heard heard) {
        return heard.said().replaceFirst("^The", "the");
    }

    private static void refused(Map<Gate, Cell> cells, Gate at, Heard heard) {
        for (Gate gate : Gate.values()) {
            if (gate.ordinal() < at.ordinal() && (cells.get(gate).is(State.STOPS) || cells.get(gate).is(State.NOT_KNOWN)
                    || gate == Gate.PRIVATE_LINK)) {
                cells.put(gate, Cell.notNeeded("It is refused at a later gate: " + before(heard), heard.said()));
            }
        }
        cells.put(at, Cell.stops(heard.said().replaceFirst("\\.$", "") + ", so it is refused here.", heard.said()));
    }
}
