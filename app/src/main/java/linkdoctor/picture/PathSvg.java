package linkdoctor.picture;

import java.util.List;

import linkdoctor.picture.Svg.Paint;

/**
 * The picture as an SVG that stands by itself, in a page or in a file: for light and dark, for seven hundred to eleven
 * hundred pixels, and for readers who see no colours or nothing at all.
 */
public final class PathSvg {
    private static final int COLUMN = 140;
    private static final int HEIGHT = 150;
    private static final int Y = 34;
    private static final int RING = 24;
    private static final int GAP = 6;

    private PathSvg() {
    }

    public static String of(RequestPath path) {
        Svg svg = Svg.begin("path", COLUMN * path.hops().size(), HEIGHT, path.title(), path.described());
        List<Line> lines = path.lines();
        for (int i = 0; i < lines.size(); i++) {
            line(svg, lines.get(i), edge(path.hops().get(i), x(i), 1), edge(path.hops().get(i + 1), x(i + 1), -1));
        }
        for (int i = 0; i < path.hops().size(); i++) {
            hop(svg, path.hops().get(i), x(i));
        }
        return svg.end();
    }

    private static int x(int column) {
        return COLUMN * column + COLUMN / 2;
    }

    private static int edge(Hop hop, int x, int side) {
        return x + side * ((hop.root() ? RING : Svg.RADIUS) + GAP);
    }

    private static void line(Svg svg, Line line, int from, int to) {
        int middle = (from + to) / 2;
        switch (line) {
            case WHOLE -> svg.stroke("M" + from + " " + Y + "H" + to, Paint.FINE, "2.5", "");
            case UNREACHED -> svg.stroke("M" + from + " " + Y + "H" + to, Paint.MUTED, "2.5", " stroke-dasharray=\"0.1 7\"");
            case CUT -> {
                svg.stroke("M" + from + " " + Y + "H" + (middle - 9) + "M" + (middle + 9) + " " + Y + "H" + to, Paint.BROKEN, "2.5", "");
                svg.stroke("M" + (middle - 7) + " " + (Y + 9) + "l6 -18M" + (middle + 1) + " " + (Y + 9) + "l6 -18", Paint.BROKEN, "2.5", "");
            }
        }
    }

    private static void hop(Svg svg, Hop hop, int x) {
        svg.group(hop.spoken());
        boolean follows = hop.followsFrom().isPresent();
        svg.raw("<g transform=\"translate(" + x + " " + Y + ")\"" + (follows ? " opacity=\"0.55\"" : "") + ">");
        mark(svg, hop);
        svg.ungroup();
        svg.text(x, 81, 14, hop.title(), follows ? Paint.MUTED : Paint.INK, hop.root() ? " font-weight=\"700\"" : " font-weight=\"600\"");
        svg.text(x, 99, 12, hop.word(), follows ? Paint.MUTED : Paint.of(hop.state()), " font-weight=\"700\"");
        List<String> value = Brief.lines(hop.value());
        for (int i = 0; i < value.size(); i++) {
            svg.text(x, 119 + 16 * i, 12, value.get(i), follows ? Paint.MUTED : Paint.INK, "");
        }
        svg.ungroup();
    }

    private static void mark(Svg svg, Hop hop) {
        if (hop.root()) {
            svg.circle(RING, Paint.PAPER, Paint.of(hop.state()), "3.5", "");
        }
        svg.mark(hop.state(), hop.breaks());
    }
}
