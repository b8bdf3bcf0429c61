package linkdoctor.facts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/** What is quoted for bash arrives in a real bash as it was. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "bash is not usual there")
class CommandLineTest {
    private static final List<String> HOSTILE = List.of("", " ", "two words", "it's", "''", "'", "\"", "\\", "a\\'b", "$HOME", "$(echo no)",
            "`echo no`", "${IFS}", "a\nb", "\n", "ends\n", "\t", "-n", "--", "--all=yes", "~", "~root", "*", "?", "[a-z]", "{a,b}", "!!", "!history",
            "#no-comment", "a;b", "a&&b", "a|b", "<in", ">out", "(sub)", "x=y", "%s", "\\n", "\u00fcml\u00e4ut", "\u2019", "\u202etxt.exe",
            "rg-with.(brackets)_and-dashes", "[{\"categoryGroup\":\"audit\",\"enabled\":true}]");

    @Test
    void everyArgumentArrivesUnchanged() throws IOException, InterruptedException {
        List<String> args = Stream.concat(Stream.of("printf", "%s\\0"), HOSTILE.stream()).toList();

        assertThat(bash(new CommandLine(args).bash())).isEqualTo(String.join("\0", HOSTILE) + "\0");
    }

    @Test
    void eachAloneIsOneWord() throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder("count() { printf '%s ' \"$#\"; }\n");
        HOSTILE.forEach(one -> script.append("count ").append(CommandLine.quote(one)).append('\n'));

        assertThat(bash(script.toString())).isEqualTo("1 ".repeat(HOSTILE.size()));
    }

    @Test
    void whatNeedsNoQuotesHasNone() {
        assertThat(CommandLine.of("az", "network", "private-endpoint", "show", "--ids", "/subscriptions/a-b/x_y.z").bash())
                .isEqualTo("az network private-endpoint show --ids /subscriptions/a-b/x_y.z");
    }

    @Test
    void aResourceGroupThatBeginsWithAHyphenIsNoOption() {
        assertThat(CommandLine.of("az", "network", "vnet", "list", "-g", "-rg (old)", "-o", "tsv").bash())
                .isEqualTo("az network vnet list '-g=-rg (old)' -o tsv");
        assertThat(CommandLine.of("curl", "-g", "-s").bash()).isEqualTo("curl -g -s");
    }

    private static String bash(String script) throws IOException, InterruptedException {
        Process bash = new ProcessBuilder("bash", "--norc", "--noprofile", "-s").redirectErrorStream(true).start();
        try (var in = bash.getOutputStream()) {
            in.write(script.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        return said;
    }
}
