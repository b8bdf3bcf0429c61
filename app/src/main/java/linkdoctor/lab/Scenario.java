package linkdoctor.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import linkdoctor.lab.scenario.BadLine;
import linkdoctor.lab.scenario.Line;
import linkdoctor.lab.scenario.Play;

/**
 * A practice case: what is wrong in the practice Azure, and what the checklist must make of it.
 *
 * @param name    as one calls it: {@code zone-not-linked}
 * @param title   what is wrong, in one line
 * @param teaches what one learns from it, in a sentence or two
 * @param target  what the user checks; the estate's vault unless the case is about the name itself
 * @param expects the code that the checklist must name as the root; empty when nothing fails
 * @param also    further codes that it must find
 * @param lines   what it changes in the healthy practice Azure
 */
public record Scenario(String name, String title, String teaches, String target, Optional<String> expects,
                       List<String> also, List<Line> lines) {
    private static final List<String> HEADS = List.of("title", "teaches", "expects", "also", "target");

    public Scenario {
        also = List.copyOf(also);
        lines = List.copyOf(lines);
    }

    /** @throws BadLine when the text is no scenario */
    public static Scenario of(String name, String text) {
        Map<String, String> heads = new TreeMap<>();
        List<Line> changes = new ArrayList<>();
        List<Line> lines = Line.of(name + ".scenario", text);
        for (Line line : lines) {
            String head = line.verb().replaceAll(":$", "").toLowerCase(Locale.ROOT);
            if (line.verb().endsWith(":")) {
                if (!HEADS.contains(head) || heads.put(head, line.rest()) != null) {
                    throw new BadLine(line, "\"" + line.verb() + "\" stands twice or is none of "
                            + String.join(", ", HEADS) + ".");
                }
            } else {
                changes.add(line);
            }
        }
        for (String needed : HEADS.subList(0, 3)) {
            if (heads.getOrDefault(needed, "").isBlank()) {
                throw new BadLine(new Line(name + ".scenario", 1, ""), "a scenario needs \"" + needed + ":\".");
            }
        }
        String root = heads.get("expects");
        return new Scenario(name, heads.get("title"), heads.get("teaches"), heads.getOrDefault("target", "fabrikam"),
                root.equals("none") ? Optional.empty() : Optional.of(root),
                Stream.of(heads.getOrDefault("also", "").split("[,\\s]+")).filter(code -> !code.isEmpty()).toList(),
                changes);
    }

    /** The practice Azure in this case, fresh each time. */
    public Play play() {
        return Play.of(lines);
    }
}
