package linkdoctor.picture;

import java.util.List;
import java.util.stream.Collectors;

import linkdoctor.check.callers.Caller;
import linkdoctor.check.callers.Cell;
import linkdoctor.check.callers.Gate;
import linkdoctor.check.callers.Passage;
import linkdoctor.check.verdict.Readable;
import linkdoctor.facts.Words;

/**
 * The way of one caller through the gates, as it is now or after the fix.
 *
 * @param caller  what to call it
 * @param more    what else tells it from others; may be empty
 * @param ends    how it ends, in a few words
 * @param outcome how that looks
 */
public record Lane(When when, String caller, String more, List<Stop> stops, String ends, Hop.State outcome) {
    public Lane {
        stops = List.copyOf(stops);
    }

    /** Which of the two it is. */
    public enum When { NOW, AFTER_THE_FIX }

    /**
     * One gate of it.
     *
     * @param said one sentence, and the fact that it rests on
     */
    public record Stop(Gate gate, Cell.State state, String said) {

        /** How the gate looks to this caller. */
        public Hop.State looks() {
            return switch (state) {
                case PASSES -> Hop.State.FINE;
                case STOPS -> Hop.State.BROKEN;
                case NOT_NEEDED -> Hop.State.NOT_NEEDED;
                case NOT_KNOWN -> Hop.State.COULD_NOT_LOOK;
                case NOT_REACHED -> Hop.State.WAITING;
            };
        }

        /** The line that leads to it. */
        public Line line() {
            return switch (state) {
                case PASSES, NOT_NEEDED, NOT_KNOWN -> Line.WHOLE;
                case STOPS -> Line.CUT;
                case NOT_REACHED -> Line.UNREACHED;
            };
        }

        String spoken() {
            return gate.title() + ": " + state.word() + ". " + said;
        }
    }

    static Lane of(When when, Caller caller, Passage passage, Readable readable) {
        return new Lane(when, Words.line(readable.of(caller.name())), Words.line(readable.of(caller.more())), java.util.Arrays.stream(Gate.values())
                .map(gate -> new Stop(gate, passage.cell(gate).state(), said(passage.cell(gate), readable))).toList(), passage.ends(),
                switch (passage.end()) {
                    case IN -> Hop.State.FINE;
                    case STOPPED -> Hop.State.BROKEN;
                    case NOT_KNOWN -> Hop.State.COULD_NOT_LOOK;
                });
    }

    private static String said(Cell cell, Readable readable) {
        return Words.line(readable.of(cell.said() + (cell.rests().isEmpty() ? "" : " (" + cell.rests().replaceFirst("\\.$", "") + ")")));
    }

    /** The words at its beginning. */
    public String title() {
        return switch (when) {
            case NOW -> caller;
            case AFTER_THE_FIX -> "after the fix";
        };
    }

    /** All of it in words. */
    public String spoken() {
        return caller + (when == When.NOW ? "" : " after the fix") + ": " + ends + ". "
                + stops.stream().filter(one -> one.state() != Cell.State.NOT_REACHED).map(Stop::spoken).collect(Collectors.joining(" "));
    }
}
