package linkdoctor.remedy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is quoted for PowerShell is, by PowerShell's grammar of verbatim strings, one literal that holds the text as it was. */
class PowerShellTest {
    /** The grammar's single-quote characters: each opens, closes and doubles like any other. */
    private static final String QUOTES = "'\u2018\u2019\u201a\u201b";

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "it's", "''", "'", "\"", "`n", "$HOME", "$(Get-Date)", "@{a=1}", "a\nb", "-Force", "--", "#no",
            "a;b", "a|b", "{x}", "\u2018", "\u2019a\u2019", "\u201a\u201b", "'\u2019", "\u2018'\u2018'", "\u201cdouble\u201d", "\u2013dash", "%", "~", "*"})
    void everyTextArrivesUnchanged(String text) {
        assertThat(literals(PowerShell.quote(text))).containsExactly(text);
    }

    @Test
    void aStatementWithHostileNamesKeepsItsShape() {
        String line = PowerShell.run("New-AzThing").into("thing").with("Name", "o'brien; Remove-AzVault -Force")
                .with("Names", new PowerShell.Texts(List.of("a,b", "\u2019; exit"))).with("Ttl", new PowerShell.Number(300)).on("Force").render();

        assertThat(literals(line)).containsExactly("o'brien; Remove-AzVault -Force", "a,b", "\u2019; exit");
        assertThat(withoutLiterals(line)).isEqualTo("$thing = New-AzThing -Name \u0000 -Names \u0000,\u0000 -Ttl 300 -Force");
    }

    @Test
    void propertiesTakeEveryKindOfValue() {
        assertThat(PowerShell.set("record", "Ttl", new PowerShell.Number(300)).render()).isEqualTo("$record.Ttl = 300");
        assertThat(PowerShell.set("peering", "Open", new PowerShell.Variable("true")).render()).isEqualTo("$peering.Open = $true");
        assertThat(PowerShell.set("network", "Servers", new PowerShell.Texts(List.of())).render()).isEqualTo("$network.Servers = @()");
        assertThat(PowerShell.set("subnet", "Policy", new PowerShell.Text("it's off")).render()).isEqualTo("$subnet.Policy = 'it''s off'");
    }

    private static List<String> literals(String line) {
        List<String> found = new ArrayList<>();
        read(line, found);
        return found;
    }

    private static String withoutLiterals(String line) {
        return read(line, new ArrayList<>());
    }

    /** Reads verbatim strings as the language does; gives back the line with each of them as one zero character. */
    private static String read(String line, List<String> literals) {
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            if (!quote(line, i)) {
                rest.append(line.charAt(i));
                continue;
            }
            StringBuilder literal = new StringBuilder();
            for (i++; !quote(line, i) || quote(line, i + 1); i++) {
                // Two quotes in a row stand for the first of them.
                literal.append(line.charAt(i));
                i += quote(line, i) ? 1 : 0;
            }
            literals.add(literal.toString());
            rest.append('\0');
        }
        return rest.toString();
    }

    private static boolean quote(String line, int at) {
        return at < line.length() && QUOTES.indexOf(line.charAt(at)) >= 0;
    }
}
