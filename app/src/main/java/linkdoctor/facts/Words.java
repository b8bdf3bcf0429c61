package linkdoctor.facts;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers and lists as a sentence has them, and text from outside made harmless. */
public final class Words {
    /** Ends a line, somewhere. */
    private static final Pattern BLANKS = Pattern.compile("[\\s\\x{85}\\x{2028}\\x{2029}]+");
    /** Steers a terminal, or the way in which a text is read. */
    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    private Words() {
    }

    /** "84 ms", "3 s", "1.2 s". */
    public static String took(Duration took) {
        long millis = took.toMillis();
        return millis < 1000 ? millis + " ms"
                : millis % 1000 < 50 || millis >= 10_000 ? Math.round(millis / 1000.0) + " s"
                : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    /** Text from outside on one line, with nothing in it that steers a terminal or turns the direction of reading. */
    public static String line(String text) {
        return harmless(BLANKS.matcher(text).replaceAll(" ")).strip();
    }

    /** The same with its blanks as they are; lines end nowhere. */
    public static String harmless(String text) {
        return STEERING.matcher(text).replaceAll("\ufffd");
    }

    /** "no vault", "1 vault", "3 vaults"; for things whose plural takes an s. */
    public static String count(int number, String thing) {
        return (number == 0 ? "no" : String.valueOf(number)) + " " + thing + (number < 2 ? "" : "s");
    }

    /** "a", "a and b", "a, b and c". */
    public static String list(List<?> things) {
        List<String> texts = things.stream().map(Object::toString).toList();
        return texts.size() < 2 ? String.join("", texts)
                : String.join(", ", texts.subList(0, texts.size() - 1)) + " and " + texts.getLast();
    }
}
