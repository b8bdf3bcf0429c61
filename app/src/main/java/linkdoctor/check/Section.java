package linkdoctor.check;

import java.util.List;

/**
 * A section of the checklist.
 *
 * @param number   0 to 9; 1 to 8 are those of Microsoft's private-link guide
 * @param question what it answers
 */
public record Section(int number, String title, String question, List<Check> checks) {
    public Section {
        checks = List.copyOf(checks);
    }
}
