package linkdoctor.check.callers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import linkdoctor.check.callers.Cell.State;

/** How far a caller comes: a cell for each gate, in their order. */
public record Passage(List<Cell> cells) {
    public Passage {
        cells = List.copyOf(cells);
    }

    /** What is behind the gate that stops the caller is not judged. */
    static Passage of(Map<Gate, Cell> judged) {
        List<Cell> cells = new ArrayList<>();
        boolean stopped = false;
        for (Gate gate : Gate.values()) {
            cells.add(stopped ? Cell.BEHIND : judged.get(gate));
            stopped |= judged.get(gate).is(State.STOPS);
        }
        return new Passage(cells);
    }

    public Cell cell(Gate gate) {
        return cells.get(gate.ordinal());
    }

    /** The gate that stops the caller. */
    public Optional<Gate> stop() {
        return first(State.STOPS);
    }

    /** How certain it is that the caller gets in. */
    public enum End { STOPPED, NOT_KNOWN, IN }

    public End end() {
        return stop().isPresent() ? End.STOPPED : first(State.NOT_KNOWN).isPresent() ? End.NOT_KNOWN : End.IN;
    }

    /** The gate that decides: where it stops, or the first of which nothing is known; empty for who gets in. */
    public Optional<Gate> decides() {
        return stop().or(() -> first(State.NOT_KNOWN));
    }

    /** "Gets in", "Stops at network rules" and so on. */
    public String ends() {
        return switch (end()) {
            case STOPPED -> "Stops at " + name(stop().orElseThrow());
            case IN -> "Gets in";
            case NOT_KNOWN -> decides().orElseThrow().ofNetwork() ? "Not known: " + name(decides().orElseThrow()) : "Gets past the network";
        };
    }

    private static String name(Gate gate) {
        return gate.title().toLowerCase(java.util.Locale.ROOT);
    }

    private Optional<Gate> first(State state) {
        return java.util.Arrays.stream(Gate.values()).filter(gate -> cell(gate).is(state)).findFirst();
    }

    /** The sentence that decides; for who gets past the network, that of the gate that let it through first. */
    public String said() {
        Optional<String> through = cells.stream().limit(Gate.TOKEN.ordinal()).filter(one -> one.is(State.PASSES)).reduce((a, b) -> b).map(Cell::said);
        return switch (end()) {
            case STOPPED -> cell(stop().orElseThrow()).said();
            case NOT_KNOWN -> (decides().orElseThrow().ofNetwork() ? "" : through.map(one -> one + " ").orElse("")) + cell(decides().orElseThrow()).said();
            case IN -> through.orElseGet(() -> cells.getLast().said());
        };
    }
}
