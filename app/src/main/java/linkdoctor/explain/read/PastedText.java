package linkdoctor.explain.read;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A pasted text without what it was wrapped in. {@code lines} keeps its lines; {@code run} has no blanks at all, so
 * that nothing in it depends on where a terminal or a mail broke the line.
 *
 * @param lower {@code run} in lower case, for phrases
 * @param whole whether it does not look cut off: a value at the very end can then be trusted
 */
public record PastedText(String lines, String run, String lower, boolean whole) {
    /** Nobody pastes more; what comes after is not looked at. */
    public static final int LONGEST = 4_000_000;
    /** What logs put before each line. */
    private static final Pattern STAMP = Pattern.compile(
            "(?:\\[?\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?Z?]?:? )?(?:##\\[[a-z]{1,10}])?");

    public static PastedText of(String text) {
        String unescaped = Masked.of(Unescaped.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text));
        StringBuilder lines = new StringBuilder(unescaped.length());
        int from = 0;
        while (from < unescaped.length()) {
            int end = unescaped.indexOf('\n', from);
            end = end < 0 ? unescaped.length() : end;
            lines.append(unescaped, afterMargin(unescaped, from, end), end);
            if (end < unescaped.length()) {
                lines.append('\n');
            }
            from = end + 1;
        }
        String run = withoutBlanks(lines);
        return new PastedText(lines.toString(), run, run.toLowerCase(Locale.ROOT), text.length() <= LONGEST && whole(run));
    }

    /** Whether any of the phrases stands in it; they are in lower case and without blanks. */
    public boolean says(String... phrases) {
        for (String phrase : phrases) {
            if (lower.contains(phrase)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a value that ends here in {@code run} cannot have been cut off: more follows than what closes brackets. */
    public boolean sure(int end) {
        if (whole) {
            return true;
        }
        int last = run.length();
        while (last > end && "\"}])".indexOf(run.charAt(last - 1)) >= 0) {
            last--;
        }
        return end < last;
    }

    /** Past the frame of a box, the marks of a quotation, and the time of a log. */
    private static int afterMargin(String text, int from, int end) {
        int at = from;
        while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '>' || text.charAt(at) == '|'
                || text.charAt(at) >= '\u2500' && text.charAt(at) <= '\u259f')) {
            at++;
        }
        var stamp = STAMP.matcher(text).region(at, end);
        return stamp.lookingAt() ? stamp.end() : at;
    }

    private static String withoutBlanks(CharSequence text) {
        StringBuilder run = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\n') {
                run.append(c);
            }
        }
        return run.toString();
    }

    private static boolean whole(String run) {
        long open = run.chars().filter(c -> c == '{' || c == '(').count();
        long closed = run.chars().filter(c -> c == '}' || c == ')').count();
        return open <= closed && !run.endsWith("...") && !run.endsWith("\u2026");
    }
}
