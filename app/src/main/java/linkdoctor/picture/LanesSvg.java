package linkdoctor.picture;

import java.util.List;

import linkdoctor.check.callers.Cell;
import linkdoctor.check.callers.Gate;
import linkdoctor.picture.Svg.Paint;

/** Where each caller stops, as an SVG that stands by itself like that of the path: rows of callers, columns of gates. */
public final class LanesSvg {
    private static final int NAME = 214;
    private static final int COLUMN = 72;
    private static final int END = 122;
    private static final int HEAD = 44;
    private static final int ROW = 44;
    private static final int GAP = 12;
    private static final double SMALL = 0.6;

    private LanesSvg() {
    }

    public static String of(Lanes picture) {
        int width = NAME + COLUMN * Gate.values().length + END;
        Svg svg = Svg.begin("callers", width, HEAD + ROW * picture.lanes().size() + 6, picture.title(), picture.described());
        for (Gate gate : Gate.values()) {
            head(svg, gate);
        }
        for (int i = 0; i < picture.lanes().size(); i++) {
            lane(svg, picture.lanes().get(i), HEAD + ROW * i + ROW / 2);
        }
        return svg.end();
    }

    private static int x(Gate gate) {
        return NAME + COLUMN * gate.ordinal() + COLUMN / 2;
    }

    private static void head(Svg svg, Gate gate) {
        List<String> words = List.of(gate.title().split(" ", 2));
        svg.group(gate.title() + ": " + gate.asks());
        for (int i = 0; i < words.size(); i++) {
            svg.text(x(gate), (words.size() == 1 ? 26 : 18) + 15 * i, 12, words.get(i), Paint.INK, " font-weight=\"600\"");
        }
        svg.ungroup();
    }

    private static void lane(Svg svg, Lane lane, int y) {
        boolean now = lane.when() == Lane.When.NOW;
        svg.group(lane.spoken());
        if (now) {
            svg.stroke("M0 " + (y - ROW / 2) + "H" + (NAME + COLUMN * Gate.values().length + END), Paint.EDGE, "1", "");
        }
        boolean two = now && !lane.more().isEmpty();
        svg.label(0, two ? y - 2 : y + 4, 13, Brief.middle(lane.title(), 28), now ? Paint.INK : Paint.MUTED, now ? " font-weight=\"600\"" : "");
        if (two) {
            svg.label(0, y + 14, 11, Brief.middle(lane.more(), 33), Paint.MUTED, "");
        }
        for (Lane.Stop stop : lane.stops()) {
            stop(svg, stop, y);
        }
        int end = NAME + COLUMN * Gate.values().length;
        List<String> words = Brief.lines(lane.ends());
        for (int i = 0; i < words.size(); i++) {
            svg.label(end + 2, y + (words.size() == 1 ? 4 : -3 + 15 * i), 12, words.get(i), Paint.of(lane.outcome()), " font-weight=\"700\"");
        }
        svg.ungroup();
    }

    private static void stop(Svg svg, Lane.Stop stop, int y) {
        int from = x(stop.gate()) - COLUMN + GAP;
        int to = x(stop.gate()) - GAP;
        if (stop.gate().ordinal() == 0) {
            from = NAME - 10;
        }
        switch (stop.line()) {
            case WHOLE -> svg.stroke("M" + from + " " + y + "H" + to, Paint.FINE, "2", "");
            case UNREACHED -> svg.stroke("M" + from + " " + y + "H" + to, Paint.MUTED, "2", " stroke-dasharray=\"0.1 7\"");
            case CUT -> svg.stroke("M" + from + " " + y + "H" + (to - 12) + "M" + (to - 10) + " " + (y + 7) + "l4 -14M" + (to - 5) + " " + (y + 7) + "l4 -14",
                    Paint.BROKEN, "2", "");
        }
        if (stop.state() != Cell.State.NOT_REACHED) {
            svg.raw("<g transform=\"translate(" + x(stop.gate()) + " " + y + ") scale(" + SMALL + ")\">").group(stop.spoken());
            svg.mark(stop.looks(), stop.state() == Cell.State.STOPS);
            svg.ungroup().ungroup();
        }
    }
}
