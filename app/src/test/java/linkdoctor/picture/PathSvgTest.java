package linkdoctor.picture;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Row;
import linkdoctor.check.grid.ZoneRows;
import linkdoctor.picture.Hop.Kind;
import linkdoctor.picture.Hop.State;

import static org.assertj.core.api.Assertions.assertThat;

class PathSvgTest {

    @Test
    void isWellFormedAndTellsAllToWhoSeesNothing() throws Exception {
        Row broken = ZoneRows.rows().stream().filter(row -> row.code().equals("zone.not-linked")).findFirst().orElseThrow();
        RequestPath path = RequestPath.of(Diagnosis.of(broken.facts()));
        Element svg = parsed(PathSvg.of(path)).getDocumentElement();

        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("The request's path to fabrikam.vault.azure.net");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).startsWith("It breaks at the hop DNS.")
                .contains("Broken, the root cause.", "follows from DNS");
        assertThat(texts(svg)).contains("DNS", "Broken, root cause", "Broken, follows", "Fine");
        assertThat(PathSvg.of(path)).doesNotContain("<script", "href", "url(", "@import");
    }

    /** Icon and word differ where colours do. */
    @ParameterizedTest
    @EnumSource(State.class)
    void everyStateHasASignAndAWord(State state) throws Exception {
        RequestPath path = all(state, "10.1.1.5");
        assertThat(texts(parsed(PathSvg.of(path)).getDocumentElement())).contains(state.word());
        for (State other : State.values()) {
            assertThat(signs(PathSvg.of(path)).equals(signs(PathSvg.of(all(other, "10.1.1.5"))))).isEqualTo(state == other);
        }
    }

    @Test
    void textFromOutsideStaysText() throws Exception {
        String hostile = "</text><script>alert(1)</script>\"' & <img src=x onerror=y>";
        String svg = PathSvg.of(all(State.FINE, hostile));
        assertThat(svg).doesNotContain("<script", "<img");
        assertThat(parsed(svg).getElementsByTagName("title").item(1).getTextContent()).contains(hostile);
    }

    @Test
    void longValuesAreCutInTheMiddleAndStandOnTwoLines() {
        assertThat(Brief.lines("52.168.109.101 via 168.63.129.16")).containsExactly("52.168.109.101", "via 168.63.129.16");
        assertThat(Brief.lines("a-very-long-endpoint-name-of-someone Pending")).containsExactly("a-very-lon…f-someone", "Pending");
        assertThat(Brief.lines("Private only")).containsExactly("Private only");
        assertThat(Brief.lines("")).isEmpty();
    }

    private static RequestPath all(State state, String value) {
        return new RequestPath("fabrikam.vault.azure.net", IntStream.range(0, 6).mapToObj(i -> new Hop(Kind.values()[i], Kind.values()[i].title(), value, state,
                "Said.", 1, false, state == State.BROKEN && i > 0 ? Optional.of("Client") : Optional.empty())).toList());
    }

    private static List<String> signs(String svg) {
        return svg.lines().filter(line -> line.startsWith("<path")).map(line -> line.replaceAll("#\\w+|var\\([^)]*\\)", "")).distinct().toList();
    }

    private static List<String> texts(Element svg) {
        var nodes = svg.getElementsByTagName("text");
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> nodes.item(i).getTextContent()).toList();
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
