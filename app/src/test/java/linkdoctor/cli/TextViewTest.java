package linkdoctor.cli;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import linkdoctor.cli.end.Again;
import linkdoctor.Golden;
import linkdoctor.cli.end.Exit;
import linkdoctor.cli.text.Layout;
import linkdoctor.cli.text.Look;
import linkdoctor.cli.text.TextView;

import static org.assertj.core.api.Assertions.assertThat;

class TextViewTest {
    private static final Look SIGNS = new Look(false, true);

    @Test
    void aBrokenPath() {
        Golden.matches(golden("broken.txt"), text(Written.broken(), SIGNS));
    }

    @Test
    void allIsWell() {
        Golden.matches(golden("well.txt"), text(Written.well(), SIGNS));
    }

    @Test
    void somethingCouldNotBeLookedAt() {
        Golden.matches(golden("unsure.txt"), text(Written.unsure(), SIGNS));
    }

    @Test
    void aTerminalWithoutSignsGetsAscii() {
        String text = text(Written.broken(), new Look(false, false));
        assertThat(text).matches("(?s)[\\x0a\\x20-\\x7e]*").contains("x Broken: The private DNS zone").contains("-> therefore:");
    }

    @Test
    void coloursAreOfferedAndNothingFromOutsideSteersTheTerminal() {
        String coloured = text(Written.broken(), new Look(true, true));
        assertThat(coloured).contains("\u001b[31m✖\u001b[0m Broken").doesNotContain("NOERROR\u001b");
        assertThat(coloured.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(text(Written.broken(), SIGNS));
        assertThat(text(Written.broken(), SIGNS).lines().filter(line -> !line.contains("az ")))
                .allMatch(line -> line.length() <= Layout.COLUMNS);
    }

    @Test
    void exitCodes() {
        assertThat(Exit.of(Written.well())).isEqualTo(0);
        assertThat(Exit.of(Written.broken())).isEqualTo(1);
        assertThat(Exit.of(Written.unsure())).isEqualTo(3);
    }

    private static String text(linkdoctor.check.Diagnosis diagnosis, Look look) {
        return TextView.of(diagnosis, look, Again.of(diagnosis));
    }

    private static Path golden(String name) {
        return Path.of("src/test/resources/linkdoctor/cli", name);
    }
}
