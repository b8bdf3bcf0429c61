package linkdoctor.ui.part.path;

import linkdoctor.check.callers.Gate;

/**
 * Where the columns of lanes stand in a width: names, gates, and how it ends, side by side; where that is too narrow the gates
 * have the whole width below the other two.
 *
 * @param em the size of the text
 */
record LaneColumns(double width, double em) {
    private static final double WIDE = 46;
    private static final double NAME = 0.24;
    private static final double END = 0.16;

    boolean wide() {
        return width >= WIDE * em;
    }

    double name() {
        return width * (wide() ? NAME : 0.55);
    }

    double end() {
        return width * (wide() ? END : 0.42);
    }

    double endX() {
        return width - end();
    }

    /** Where the gates begin. */
    double gates() {
        return wide() ? name() + em : em;
    }

    double gate() {
        return ((wide() ? endX() : width) - gates()) / Gate.values().length;
    }

    double middle(Gate gate) {
        return gates() + gate() * (gate.ordinal() + 0.5);
    }
}
