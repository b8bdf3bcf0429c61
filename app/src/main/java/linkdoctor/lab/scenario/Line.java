package linkdoctor.lab.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * One instruction of a scenario file. A line that begins with a blank continues the one above; {@code #} begins a
 * comment at the start of a line.
 *
 * @param number where it begins, from 1
 */
public record Line(String file, int number, String text) {

    public static List<Line> of(String file, String text) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String raw : text.split("\\R", -1)) {
            number++;
            if (raw.isBlank() || raw.startsWith("#")) {
                continue;
            }
            if (Character.isWhitespace(raw.charAt(0)) && !lines.isEmpty()) {
                Line above = lines.removeLast();
                lines.add(new Line(file, above.number(), above.text() + " " + raw.strip()));
            } else {
                lines.add(new Line(file, number, raw.strip()));
            }
        }
        return List.copyOf(lines);
    }

    /** The first word, which says what the line does. */
    public String verb() {
        return text.split("\\s+", 2)[0];
    }

    /** What follows the first word. */
    public String rest() {
        String[] parts = text.split("\\s+", 2);
        return parts.length > 1 ? parts[1] : "";
    }

    /** What follows the first word, cut into so many parts that the last one holds the remainder. */
    public String[] parts(int count, String form) {
        String[] parts = rest().split("\\s+", count);
        if (rest().isEmpty() || parts.length < count) {
            throw new BadLine(this, "\"" + verb() + "\" is written \"" + verb() + " " + form + "\".");
        }
        return parts;
    }
}
