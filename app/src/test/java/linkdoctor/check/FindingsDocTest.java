package linkdoctor.check;

import java.nio.file.Path;
import java.util.stream.Collectors;

import linkdoctor.Golden;
import org.junit.jupiter.api.Test;

/** Keeps docs/findings.md, the catalogue of all that can be found, equal to the checks. */
class FindingsDocTest {

    @Test
    void theCatalogueIsWrittenFromTheChecks() {
        String text = """
                # What Link Doctor can find

                Written from the checks by `FindingsDocTest`; change the check, not this page. Severity: fail, warn, note.
                """ + Checklist.SECTIONS.stream().map(FindingsDocTest::section).collect(Collectors.joining());
        Golden.matches(Path.of("docs/findings.md"), text);
    }

    private static String section(Section section) {
        return "\n## " + section.number() + " · " + section.title() + "\n\n" + section.question() + "\n"
                + section.checks().stream().map(FindingsDocTest::check).collect(Collectors.joining());
    }

    private static String check(Check check) {
        return "\n### " + check.title() + "\n\n`" + check.id() + "`\n"
                + check.findings().stream().map(FindingsDocTest::finding).collect(Collectors.joining());
    }

    private static String finding(Finding finding) {
        return "\n- **`" + finding.code() + "`** (" + finding.severity().name().toLowerCase(java.util.Locale.ROOT) + ") "
                + finding.title() + ". " + finding.explanation() + " [Microsoft](" + finding.link() + ")\n";
    }
}
