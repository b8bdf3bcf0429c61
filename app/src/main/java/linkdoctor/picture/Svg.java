package linkdoctor.picture;

import java.util.Locale;

import linkdoctor.picture.Hop.State;

/** What pictures are drawn with: strokes, circles, words and signs in the colours of a style sheet for light, dark and paper. */
final class Svg {
    /** Each value is also written at its element, for programs that draw SVG and know no style sheets. */
    private static final String STYLE = """
            .linkdoctor-path{--ink:#1f2328;--muted:#59636e;--paper:#ffffff;--fine:#1a7f37;--note:#0969da;--warning:#9a6700;--broken:#cf222e;--edge:#d1d9e0;\
            font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
            @media (prefers-color-scheme:dark){.linkdoctor-path{--ink:#e6edf3;--muted:#9198a1;--paper:#0d1117;--fine:#3fb950;--note:#4493f8;\
            --warning:#d29922;--broken:#f85149;--edge:#3d444d}}
            @media print{.linkdoctor-path{--ink:#1f2328;--muted:#59636e;--paper:#ffffff;--fine:#1a7f37;--note:#0969da;--warning:#9a6700;--broken:#cf222e;--edge:#d1d9e0}}
            """;
    static final int RADIUS = 17;
    private final StringBuilder text = new StringBuilder();

    /**
     * Begins a picture that fills the width it gets.
     *
     * @param id          what its title and description are called, other than those of any other picture on the page
     * @param title       what it is of
     * @param described   all of it in words
     */
    static Svg begin(String id, int width, int height, String title, String described) {
        Svg svg = new Svg();
        svg.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"linkdoctor-path\" role=\"img\" aria-labelledby=\"" + id + "-title " + id + "-desc\" viewBox=\"0 0 "
                + width + " " + height + "\" width=\"" + width + "\" height=\"" + height + "\" style=\"max-width:100%;height:auto\" font-family=\"sans-serif\">\n");
        svg.raw("<title id=\"" + id + "-title\">" + escaped(title) + "</title>\n");
        svg.raw("<desc id=\"" + id + "-desc\">" + escaped(described) + "</desc>\n");
        return svg.raw("<style>\n" + STYLE + "</style>\n");
    }

    String end() {
        return raw("</svg>\n").text.toString();
    }

    /** What is no text from outside. */
    Svg raw(String markup) {
        text.append(markup);
        return this;
    }

    Svg group(String spoken) {
        return raw("<g><title>" + escaped(spoken) + "</title>\n");
    }

    Svg ungroup() {
        return raw("</g>\n");
    }

    /** A status as a circle with its sign, around the point that everything is drawn from. */
    void mark(State state, boolean filled) {
        Paint paint = Paint.of(state);
        String dash = state == State.COULD_NOT_LOOK ? " stroke-dasharray=\"5 4\"" : state == State.WAITING ? " stroke-dasharray=\"0.1 5\"" : "";
        circle(RADIUS, filled ? paint : Paint.PAPER, paint, "2.5", dash);
        stroke(sign(state), filled ? Paint.PAPER : paint, "2.8", "");
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

    void circle(int radius, Paint inside, Paint outline, String width, String more) {
        text.append("<circle r=\"").append(radius).append("\"").append(inside.as("fill")).append(" stroke-width=\"").append(width)
                .append("\" stroke-linecap=\"round\"").append(more).append(outline.as("stroke")).append(style("fill", inside, "stroke", outline)).append("/>\n");
    }

    void stroke(String path, Paint paint, String width, String more) {
        text.append("<path d=\"").append(path).append("\" fill=\"none\" stroke-width=\"").append(width)
                .append("\" stroke-linecap=\"round\" stroke-linejoin=\"round\"").append(more).append(paint.as("stroke"))
                .append(" style=\"stroke:").append(paint.variable()).append("\"/>\n");
    }

    void text(int x, int y, int size, String words, Paint paint, String more) {
        text.append("<text x=\"").append(x).append("\" y=\"").append(y).append("\" font-size=\"").append(size).append("\" text-anchor=\"middle\"")
                .append(more).append(paint.as("fill")).append(" style=\"fill:").append(paint.variable()).append("\">").append(escaped(words)).append("</text>\n");
    }

    /** Text that begins at a point, where other text stands around one. */
    void label(int x, int y, int size, String words, Paint paint, String more) {
        raw("<text x=\"" + x + "\" y=\"" + y + "\" font-size=\"" + size + "\"" + more + paint.as("fill") + " style=\"fill:" + paint.variable() + "\">"
                + escaped(words) + "</text>\n");
    }

    private static String style(String first, Paint one, String second, Paint two) {
        return " style=\"" + first + ":" + one.variable() + ";" + second + ":" + two.variable() + "\"";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    /** The colours, each as a variable of the style sheet and as it is in daylight. */
    enum Paint {
        INK("#1f2328"), MUTED("#59636e"), PAPER("#ffffff"), FINE("#1a7f37"), NOTE("#0969da"), WARNING("#9a6700"), BROKEN("#cf222e"), EDGE("#d1d9e0");

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
