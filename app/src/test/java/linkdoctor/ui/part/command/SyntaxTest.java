package linkdoctor.ui.part.command;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.grid.ConnectionRows;
import linkdoctor.check.grid.ZoneRows;
import linkdoctor.ui.part.command.Syntax.Kind;
import linkdoctor.ui.part.command.Syntax.Token;

import static org.assertj.core.api.Assertions.assertThat;

/** Commands keep their text whatever their colours. */
class SyntaxTest {

    private static List<String> words(String commands, Kind kind) {
        return Syntax.tokens(commands).stream().filter(token -> token.kind() == kind).map(Token::text).toList();
    }

    private static String text(String commands) {
        return Syntax.tokens(commands).stream().map(Token::text).collect(Collectors.joining());
    }

    @Test
    void aBashLineHasItsCommandItsOptionsAndItsQuotedText() {
        String line = "# Link the zone\naz network private-dns link vnet create -g rg-dns --name 'it'\\''s mine' | grep \"a b\"";
        assertThat(words(line, Kind.COMMENT)).containsExactly("# Link the zone");
        assertThat(words(line, Kind.COMMAND)).containsExactly("az", "grep");
        assertThat(words(line, Kind.OPTION)).containsExactly("-g", "--name");
        assertThat(words(line, Kind.STRING)).containsExactly("'it'", "'s mine'", "\"a b\"");
    }

    @Test
    void aPowerShellLineHasItsVariablesAndTheCommandAfterThem() {
        String line = "$record = Get-AzPrivateDnsRecordSet -Name 'it''s' -Ttl 300\nSet-AzContext -Subscription 'hub'";
        assertThat(words(line, Kind.VARIABLE)).containsExactly("$record");
        assertThat(words(line, Kind.COMMAND)).containsExactly("Get-AzPrivateDnsRecordSet", "Set-AzContext");
        assertThat(words(line, Kind.OPTION)).containsExactly("-Name", "-Ttl", "-Subscription");
        assertThat(words(line, Kind.STRING)).containsExactly("'it''s'", "'hub'");
    }

    @Test
    void aHyphenOrANumberSignWithinAWordIsNothingOfItsOwn() {
        assertThat(Syntax.tokens("az -g=-odd a#b x-y")).extracting(Token::kind).doesNotContain(Kind.COMMENT);
        assertThat(words("az show rg-dns", Kind.OPTION)).isEmpty();
    }

    static List<String> commands() {
        return Stream.concat(ZoneRows.rows().stream(), ConnectionRows.rows().stream())
                .flatMap(row -> Diagnosis.of(row.facts()).found().stream()).flatMap(found -> found.remedies().stream())
                .flatMap(remedy -> Stream.of(String.join("\n", remedy.bash()), String.join("\n", remedy.powershell())))
                .filter(text -> !text.isEmpty()).distinct().toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyRepairReadsAsItIsWritten(String commands) {
        assertThat(text(commands)).isEqualTo(commands);
        assertThat(words(commands, Kind.COMMAND)).isNotEmpty();
    }

    @Test
    void aValueIsNoCommand() {
        assertThat(words("export HTTPS_PROXY=http://127.0.0.1:1 NO=2", Kind.COMMAND)).containsExactly("export");
    }

    @Test
    void lineByLineItIsTheSameText() {
        String script = "# it's\n\naz show 'a\nb' |\n  grep \"c\n";
        assertThat(Syntax.lines(script).stream().map(line -> line.stream().map(Token::text).collect(Collectors.joining())).collect(Collectors.joining("\n")))
                .isEqualTo(script);
        assertThat(Syntax.lines(script).get(2).getLast()).isEqualTo(new Token(Kind.STRING, "'a"));
        assertThat(Syntax.lines(script).get(3).getFirst()).as("a text goes on in the next line").isEqualTo(new Token(Kind.STRING, "b'"));
    }

    @Test
    void aQuotationMarkThatNobodyClosesCostsNoMoreThanItself() {
        String open = "say \"" + "it's \\\" a ".repeat(20_000);
        assertThat(text(open)).isEqualTo(open);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'", "\"", "$", "'a\nb", "--", "# only", "a;b|c&&d", "\u2028", "${x"})
    void oddTextStaysWhatItIs(String odd) {
        assertThat(text(odd)).isEqualTo(odd);
    }
}
