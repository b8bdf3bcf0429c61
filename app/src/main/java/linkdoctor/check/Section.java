package linkdoctor.check;

import java.util.List;
import java.util.Set;

/**
 * A section of the checklist.
 *
 * @param number   0 to 9; 1 to 8 are those of Microsoft's private-link guide
 * @param question what it answers
 * @param facts    names of the snapshot's components that its checks read: to look at the section again is to look at these
 */
public record Section(int number, String title, String question, Set<String> facts, List<Check> checks) {
    public Section {
        facts = Set.copyOf(facts);
        checks = List.copyOf(checks);
    }
}
