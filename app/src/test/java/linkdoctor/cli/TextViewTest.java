package linkdoctor.cli;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import linkdoctor.Golden;

import static org.assertj.core.api.Assertions.assertThat;

class TextViewTest {
    private static final Terminal.Look SIGNS = new Terminal.Look(false, true);

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
        String text = text(Written.broken(), new Terminal.Look(false, false));
        assertThat(text).matches("(?s)[\\x0a\\x20-\\x7e]*").contains("x Broken: The private DNS zone").contains("-> therefore:");
    }

    @Test
    void proseIsShortWhereTheSessionIsWhole() {
        Prose prose = new Prose(new Style(SIGNS), Written.facts());
        String vault = "/subscriptions/aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa/resourceGroups/rg-a/providers/Microsoft.KeyVault/vaults/fabrikam";
        assertThat(prose.of("GET https://management.azure.com" + vault + "?api-version=2026-02-01")).isEqualTo("GET …/rg-a/vaults/fabrikam");
        assertThat(prose.of("GET https://m/subscriptions/aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa/providers/Microsoft.KeyVault/vaults?x=a()"))
                .isEqualTo("GET /subscriptions/aaaaaaaa…aaaa/…/vaults");
        assertThat(prose.of("no right on " + vault + "/providers/Microsoft.Insights/diagnosticSettings/a.")).isEqualTo("no right on …/rg-a/vaults/fabrikam/…/diagnosticSettings/a.");
        assertThat(prose.of("on /subscriptions/aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa.")).isEqualTo("on /subscriptions/aaaaaaaa…aaaa.");
        assertThat(prose.of("At 2026-11-20T10:11:12.5Z, or 2026-11-19T00:00:00Z")).isEqualTo("At 10:11:12\u00a0UTC, or 2026-11-19 00:00:00\u00a0UTC");
    }

    @Test
    void coloursAreOfferedAndNothingFromOutsideSteersTheTerminal() {
        String coloured = text(Written.broken(), new Terminal.Look(true, true));
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

    private static String text(linkdoctor.check.Diagnosis diagnosis, Terminal.Look look) {
        return TextView.of(diagnosis, look, Again.of(diagnosis));
    }

    private static Path golden(String name) {
        return Path.of("src/test/resources/linkdoctor/cli", name);
    }
}
