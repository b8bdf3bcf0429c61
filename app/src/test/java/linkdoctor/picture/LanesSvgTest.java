package linkdoctor.picture;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Healthy;
import linkdoctor.check.callers.Cell;
import linkdoctor.check.callers.Gate;
import linkdoctor.check.callers.WhoGetsIn;
import linkdoctor.facts.Snapshot;

import static linkdoctor.check.Healthy.connection;
import static linkdoctor.check.Healthy.known;
import static linkdoctor.check.Healthy.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

class LanesSvgTest {
    private static final Snapshot PENDING = snapshot().with("connections", known(List.of(connection("Pending"))));

    @Test
    void hasALaneForEachCallerAndAnotherForAfterTheFix() {
        Lanes lanes = lanes(PENDING);
        assertThat(lanes.lanes()).extracting(Lane::title).containsSubsequence("This client", "Network vnet-app", "after the fix", "A trusted service",
                "Another public address");
        Lane network = lanes.lanes().stream().filter(one -> one.caller().equals("Network vnet-app") && one.when() == Lane.When.NOW).findFirst().orElseThrow();
        assertThat(network.stops()).extracting(Lane.Stop::gate).containsExactly(Gate.values());
        assertThat(network.stops().getFirst().line()).isEqualTo(Line.CUT);
        assertThat(network.stops()).last().extracting(Lane.Stop::line).isEqualTo(Line.UNREACHED);
        assertThat(network.outcome()).isEqualTo(Hop.State.BROKEN);
    }

    @Test
    void isWellFormedAndTellsAllToWhoSeesNothing() throws Exception {
        String svg = LanesSvg.of(lanes(PENDING));
        Element picture = parsed(svg);
        assertThat(picture.getAttribute("role")).isEqualTo("img");
        assertThat(picture.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Who gets in to fabrikam.vault.azure.net");
        assertThat(picture.getElementsByTagName("desc").item(0).getTextContent()).contains("Network vnet-app: Stops at private link.",
                "Network vnet-app after the fix: Gets in.", "Public access: Stops here.");
        assertThat(texts(picture)).contains("Permission", "Stops at private", "Gets in", "over pe-fabrikam");
        assertThat(svg).doesNotContain("<script", "href", "url(", "@import");
    }

    /** Both pictures stand on one page. */
    @Test
    void itsNamesAreOtherThanThoseOfThePath() {
        assertThat(LanesSvg.of(lanes(PENDING))).contains("id=\"callers-title\"").doesNotContain("id=\"path-title\"");
    }

    @Test
    void textFromOutsideStaysText() throws Exception {
        String hostile = "</text><script>alert(1)</script>\"' & <img src=x onerror=y>";
        Lane lane = new Lane(Lane.When.NOW, hostile, hostile, IntStream.range(0, Gate.values().length).mapToObj(i -> new Lane.Stop(Gate.values()[i],
                Cell.State.values()[i % Cell.State.values().length], hostile)).toList(), hostile, Hop.State.FINE);
        String svg = LanesSvg.of(new Lanes(hostile, List.of(lane)));
        assertThat(svg).doesNotContain("<script", "<img");
        assertThat(parsed(svg).getElementsByTagName("title").item(0).getTextContent()).contains(hostile);
    }

    private static Lanes lanes(Snapshot facts) {
        Diagnosis diagnosis = Diagnosis.of(facts);
        assertThat(diagnosis.facts().target()).isEqualTo(Healthy.target());
        return Lanes.of(WhoGetsIn.of(diagnosis), diagnosis);
    }

    private static List<String> texts(Element svg) {
        var nodes = svg.getElementsByTagName("text");
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> nodes.item(i).getTextContent()).toList();
    }

    private static Element parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg))).getDocumentElement();
    }
}
