package linkdoctor.check;

import java.util.List;
import java.util.stream.Stream;

import linkdoctor.check.connection.ConnectionApproved;

/** The product's table of contents: every section and check, in the guide's order. A new check is one line here. */
public final class Checklist {
    public static final List<Section> SECTIONS = List.of(
            new Section(0, "The vault", "Does the vault exist?", List.of()),
            new Section(1, "The client", "Is this machine on the endpoint's network?", List.of()),
            new Section(2, "The connection", "Is the private endpoint's connection in force?", List.of(
                    new ConnectionApproved())),
            new Section(3, "The firewall", "Is the public way closed as it should be?", List.of()),
            new Section(4, "The private address", "Which private address does the vault have?", List.of()),
            new Section(5, "DNS resolution", "Does the vault's name resolve to that address?", List.of()),
            new Section(6, "The private DNS zone", "Does the private zone give the right answer?", List.of()),
            new Section(7, "The live request", "Does a request travel over the private link?", List.of()),
            new Section(8, "Surroundings", "Does anything around this machine interfere?", List.of()),
            new Section(9, "Access", "Does the vault let the caller in?", List.of()));

    private Checklist() {
    }

    public static Stream<Check> checks() {
        return SECTIONS.stream().flatMap(section -> section.checks().stream());
    }
}
