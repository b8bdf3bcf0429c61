package linkdoctor.check.callers;

/**
 * What a gate does with a caller.
 *
 * @param said  one sentence
 * @param rests the fact that it rests on, in a few words
 */
public record Cell(State state, String said, String rests) {

    /** What becomes of a caller at a gate. */
    public enum State {
        PASSES("Passes", "✓"), STOPS("Stops here", "✖"), NOT_NEEDED("Not needed", "–"), NOT_KNOWN("Not known", "?"),
        /** A gate before it stops the caller, so it is not judged. */
        NOT_REACHED("Not reached", "·");

        private final String word;
        private final String sign;

        State(String word, String sign) {
            this.word = word;
            this.sign = sign;
        }

        public String word() {
            return word;
        }

        public String sign() {
            return sign;
        }
    }

    static final Cell BEHIND = new Cell(State.NOT_REACHED, "The caller does not come this far.", "");

    static Cell passes(String said, String rests) {
        return new Cell(State.PASSES, said, rests);
    }

    static Cell stops(String said, String rests) {
        return new Cell(State.STOPS, said, rests);
    }

    static Cell notNeeded(String said, String rests) {
        return new Cell(State.NOT_NEEDED, said, rests);
    }

    static Cell notKnown(String said, String rests) {
        return new Cell(State.NOT_KNOWN, said, rests);
    }

    boolean is(State one) {
        return state == one;
    }
}
