package linkdoctor.picture;

/** Names cut short in the middle, where their ends tell them apart. */
public final class Brief {
    /** Characters for which a drawing has room on one line. */
    static final int NAME = 28;

    private Brief() {
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
