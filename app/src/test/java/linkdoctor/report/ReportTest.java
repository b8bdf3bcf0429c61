package linkdoctor.report;

import java.io.StringReader;
import java.time.Instant;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import linkdoctor.check.Checklist;
import linkdoctor.check.Diagnosis;
import linkdoctor.check.Healthy;
import linkdoctor.check.grid.Combinations;
import linkdoctor.check.verdict.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTest {
    private static final String PRIVACY = "Identifiers stand here as they are.";

    static List<Combinations.Combination> combinations() {
        return Combinations.all();
    }

    /** Several faults at once fill every part of a report: the page parses, and each format tells all that is broken. */
    @ParameterizedTest
    @MethodSource("combinations")
    void tellsAllThatIsBroken(Combinations.Combination combination) throws Exception {
        Diagnosis diagnosis = Diagnosis.of(combination.facts());
        Report report = Report.of(diagnosis, "linkdoctor 1", Instant.EPOCH, PRIVACY);
        Document page = parsed(HtmlReport.of(report));
        String ticket = MarkdownReport.of(report);

        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(text(page, "h3")).hasSameSizeAs(Checklist.SECTIONS);
        assertThat(text(page, "h2").getFirst()).endsWith(Verdict.of(diagnosis).title());
        combination.fails().keySet().forEach(code -> {
            assertThat(text(page, "code")).contains(code);
            assertThat(ticket).contains("`" + code + "`");
        });
        assertThat(page.getDocumentElement().getTextContent() + ticket).doesNotContain("Optional[", "{{", "null,");
        assertThat(ids(page)).doesNotHaveDuplicates();
    }

    @Test
    void theVerdictStandsFirstInBoth() throws Exception {
        Report report = Report.of(Diagnosis.of(Healthy.snapshot()), "linkdoctor 1", Instant.EPOCH, PRIVACY);

        assertThat(MarkdownReport.of(report)).startsWith("## fabrikam.vault.azure.net: All is well\n\n**✓ A request to fabrikam.vault.azure.net at 10.1.1.5");
        Document page = parsed(HtmlReport.of(report));
        assertThat(text(page, "title").getFirst()).isEqualTo("fabrikam.vault.azure.net: All is well - Link Doctor");
        assertThat(HtmlReport.of(report)).doesNotContain("src=", "url(", "@import", "<link", "<script").contains("default-src 'none'");
    }

    private static List<String> text(Document page, String element) {
        NodeList all = page.getElementsByTagName(element);
        return java.util.stream.IntStream.range(0, all.getLength()).mapToObj(i -> all.item(i).getTextContent()).toList();
    }

    private static List<String> ids(Document page) {
        NodeList all = page.getElementsByTagName("*");
        return java.util.stream.IntStream.range(0, all.getLength()).mapToObj(i -> ((Element) all.item(i)).getAttribute("id")).filter(id -> !id.isEmpty()).toList();
    }

    private static Document parsed(String page) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }
}
