package linkdoctor.picture;

import java.util.List;
import java.util.Locale;

import linkdoctor.picture.Hop.State;

/**
 * The picture as an SVG that stands by itself, in a page or in a file: for light and dark, for seven hundred to eleven
 * hundred pixels, and for readers who see no colours or nothing at all.
 */
public final class PathSvg {
    private static final int COLUMN = 140;
    private static final int HEIGHT = 150;
    private static final int Y = 34;
    private static final int RADIUS = 17;
    private static final int RING = 24;
    private static final int GAP = 6;
    /** Each value is also written at its element, for programs that draw SVG and know no style sheets. */
    private static final String STYLE = """
            .linkdoctor-path{--ink:#1f2328;--muted:#59636e;--paper:#ffffff;--fine:#1a7f37;--note:#0969da;--warning:#9a6700;--broken:#cf222e;\
            font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
            @media (prefers-color-scheme:dark){.linkdoctor-path{--ink:#e6edf3;--muted:#9198a1;--paper:#0d1117;--fine:#3fb950;--note:#4493f8;\
            --warning:#d29922;--broken:#f85149}}
            @media print{.linkdoctor-path{--ink:#1f2328;--muted:#59636e;--paper:#ffffff;--fine:#1a7f37;--note:#0969da;--warning:#9a6700;--broken:#cf222e}}
            """;

    private PathSvg() {
    }

    public static String of(RequestPath path) {
        StringBuilder svg = new StringBuilder();
        int width = COLUMN * path.hops().size();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"linkdoctor-path\" role=\"img\" aria-labelledby=\"path-title path-desc\" viewBox=\"0 0 ")
                .append(width).append(' ').append(HEIGHT).append("\" width=\"").append(width).append("\" height=\"").append(HEIGHT)
                .append("\" style=\"max-width:100%;height:auto\" font-family=\"sans-serif\">\n");
        svg.append("<title id=\"path-title\">").append(escaped(path.title())).append("</title>\n");
        svg.append("<desc id=\"path-desc\">").append(escaped(path.described())).append("</desc>\n");
        svg.append("<style>\n").append(STYLE).append("</style>\n");
        List<Line> lines = path.lines();
        for (int i = 0; i < lines.size(); i++) {
            line(svg, lines.get(i), edge(path.hops().get(i), x(i), 1), edge(path.hops().get(i + 1), x(i + 1), -1));
        }
        for (int i = 0; i < path.hops().size(); i++) {
            hop(svg, path.hops().get(i), x(i));
        }
        return svg.append("</svg>\n").toString();
    }

    private static int x(int column) {
        return COLUMN * column + COLUMN / 2;
    }

    private static int edge(Hop hop, int x, int side) {
        return x + side * ((hop.root() ? RING : RADIUS) + GAP);
    }

    private static void line(StringBuilder svg, Line line, int from, int to) {
        int middle = (from + to) / 2;
        switch (line) {
            case WHOLE -> stroke(svg, "M" + from + " " + Y + "H" + to, Paint.FINE, "2.5", "");
            case UNREACHED -> stroke(svg, "M" + from + " " + Y + "H" + to, Paint.MUTED, "2.5", " stroke-dasharray=\"0.1 7\"");
            case CUT -> {
                stroke(svg, "M" + from + " " + Y + "H" + (middle - 9) + "M" + (middle + 9) + " " + Y + "H" + to, Paint.BROKEN, "2.5", "");
                stroke(svg, "M" + (middle - 7) + " " + (Y + 9) + "l6 -18M" + (middle + 1) + " " + (Y + 9) + "l6 -18", Paint.BROKEN, "2.5", "");
            }
        }
    }

    private static void hop(StringBuilder svg, Hop hop, int x) {
        svg.append("<g><title>").append(escaped(hop.spoken())).append("</title>\n");
        boolean follows = hop.followsFrom().isPresent();
        svg.append("<g transform=\"translate(").append(x).append(' ').append(Y).append(")\"").append(follows ? " opacity=\"0.55\"" : "").append(">");
        mark(svg, hop);
        svg.append("</g>\n");
        text(svg, x, 81, 14, hop.title(), follows ? Paint.MUTED : Paint.INK, hop.root() ? " font-weight=\"700\"" : " font-weight=\"600\"");
        text(svg, x, 99, 12, hop.word(), follows ? Paint.MUTED : Paint.of(hop.state()), " font-weight=\"700\"");
        List<String> value = Brief.lines(hop.value());
        for (int i = 0; i < value.size(); i++) {
            text(svg, x, 119 + 16 * i, 12, value.get(i), follows ? Paint.MUTED : Paint.INK, "");
        }
        svg.append("</g>\n");
    }

    private static void mark(StringBuilder svg, Hop hop) {
        Paint paint = Paint.of(hop.state());
        if (hop.root()) {
            circle(svg, RING, Paint.PAPER, paint, "3.5", "");
        }
        Paint inside = hop.breaks() ? paint : Paint.PAPER;
        String dash = hop.state() == State.COULD_NOT_LOOK ? " stroke-dasharray=\"5 4\"" : hop.state() == State.WAITING ? " stroke-dasharray=\"0.1 5\"" : "";
        circle(svg, RADIUS, inside, paint, "2.5", dash);
        stroke(svg, sign(hop.state()), hop.breaks() ? Paint.PAPER : paint, "2.8", "");
    }

    /** A tick, a cross and so on, around the middle of the mark. */
    private static String sign(State state) {
        return switch (state) {
            case FINE -> "M-7 0.5L-2 5.5L7.5 -5";
            case NOTE -> "M0 -1V7.5M0 -7.5V-7.4";
            case WARNING -> "M0 -8V1.5M0 7.3V7.4";
            case BROKEN -> "M-6 -6L6 6M6 -6L-6 6";
            case COULD_NOT_LOOK -> "M-4.5 -4C-4.5 -10.5 5 -10.5 5 -4C5 -0.5 0 -0.5 0 3.2M0 8V8.1";
            case NOT_NEEDED -> "M-6 0H6";
            case WAITING -> "M-6.5 0H-6.4M0 0H0.1M6.5 0H6.6";
        };
    }

    private static void circle(StringBuilder svg, int radius, Paint inside, Paint outline, String width, String more) {
        svg.append("<circle r=\"").append(radius).append("\"").append(inside.as("fill")).append(" stroke-width=\"").append(width)
                .append("\" stroke-linecap=\"round\"").append(more).append(outline.as("stroke")).append(style("fill", inside, "stroke", outline)).append("/>\n");
    }

    private static void stroke(StringBuilder svg, String path, Paint paint, String width, String more) {
        svg.append("<path d=\"").append(path).append("\" fill=\"none\" stroke-width=\"").append(width)
                .append("\" stroke-linecap=\"round\" stroke-linejoin=\"round\"").append(more).append(paint.as("stroke"))
                .append(" style=\"stroke:").append(paint.variable()).append("\"/>\n");
    }

    private static void text(StringBuilder svg, int x, int y, int size, String text, Paint paint, String more) {
        svg.append("<text x=\"").append(x).append("\" y=\"").append(y).append("\" font-size=\"").append(size).append("\" text-anchor=\"middle\"")
                .append(more).append(paint.as("fill")).append(" style=\"fill:").append(paint.variable()).append("\">").append(escaped(text)).append("</text>\n");
    }

    private static String style(String first, Paint one, String second, Paint two) {
        return " style=\"" + first + ":" + one.variable() + ";" + second + ":" + two.variable() + "\"";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    /** The colours, each as a variable of the style sheet and as it is in daylight. */
    private enum Paint {
        INK("#1f2328"), MUTED("#59636e"), PAPER("#ffffff"), FINE("#1a7f37"), NOTE("#0969da"), WARNING("#9a6700"), BROKEN("#cf222e");

        private final String light;

        Paint(String light) {
            this.light = light;
        }

        String as(String attribute) {
            return " " + attribute + "=\"" + light + "\"";
        }

        String variable() {
            return "var(--" + name().toLowerCase(Locale.ROOT) + ")";
        }

        static Paint of(State state) {
            return switch (state) {
                case FINE -> FINE;
                case NOTE -> NOTE;
                case WARNING -> WARNING;
                case BROKEN -> BROKEN;
                case COULD_NOT_LOOK, NOT_NEEDED, WAITING -> MUTED;
            };
        }
    }
}
