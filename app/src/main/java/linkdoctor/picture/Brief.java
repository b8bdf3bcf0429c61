package linkdoctor.picture;

import java.util.List;

/** Names cut short in the middle, where their ends tell them apart. */
public final class Brief {
    /** Characters for which a drawing has room on one line. */
    static final int NAME = 28;

    private static final int LINE = 20;

    private Brief() {
    }

    /** The text on at most two lines of a drawing's column, broken between words. */
    public static List<String> lines(String text) {
        if (text.length() <= LINE) {
            return text.isEmpty() ? List.of() : List.of(text);
        }
        int through = Math.max(text.lastIndexOf(" via "), text.lastIndexOf(" from "));
        int at = through > 0 ? through : text.lastIndexOf(' ', LINE) > 0 ? text.lastIndexOf(' ', LINE) : text.indexOf(' ');
        return at < 0 ? List.of(middle(text, LINE)) : List.of(middle(text.substring(0, at), LINE), middle(text.substring(at + 1), LINE));
    }

    /** @param longest the most characters of the result, at least 3 */
    public static String middle(String text, int longest) {
        int[] points = text.codePoints().toArray();
        if (points.length <= longest) {
            return text;
        }
        int head = longest / 2;
        int tail = longest - 1 - head;
        return new String(points, 0, head) + "…" + new String(points, points.length - tail, tail);
    }
}
