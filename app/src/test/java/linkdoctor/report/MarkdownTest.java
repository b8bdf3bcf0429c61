package linkdoctor.report;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownTest {

    @ParameterizedTest
    @CsvSource(delimiter = '^', value = {
            "10.1.0.4 answers 10.1.1.5. ^ 10.1.0.4 answers 10.1.1.5.",
            "a|b ^ a\\|b",
            "<b>&amp; ^ &lt;b&gt;&amp;amp;",
            "rg_my_group [x](y) ^ rg\\_my\\_group \\[x\\](y)",
            "asked by engineer@fabrikam.example, twice ^ asked by `engineer@fabrikam.example`, twice",
            "(see https://evil.example/a|b`c) ^ (see `https://evil.example/a¦b'c`)",
            "1. first ^ 1\\. first",
            "- item ^ \\- item",
            "168.63.129.16 ^ 168.63.129.16",
            "fixes #12 ^ fixes `#12`"})
    void showsItselfAndDoesNothing(String text, String markdown) {
        assertThat(Markdown.escaped(text)).isEqualTo(markdown);
    }

    @Test
    void aFenceIsLongerThanAnyInIt() {
        assertThat(Markdown.block("bash", List.of("echo '````'", "x"))).isEqualTo("`````bash\necho '````'\nx\n`````");
        assertThat(Markdown.block("bash", List.of())).isEmpty();
    }
}
