package linkdoctor.cli;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Row;
import linkdoctor.cli.end.Exit;
import linkdoctor.session.SessionFile;

import static org.assertj.core.api.Assertions.assertThat;

/** Reports of sessions whose every text was made to break out of a page or of a ticket. */
@Timeout(120)
class HostileReportTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=y></style></svg></details>{{{report}}}&amp;"
            + " | x |\n| a | b |\n\n# Heading\n```\n~~~\n- item `code` [link](https://evil.example) ![i](https://evil.example/i) <https://evil.example>"
            + " @everyone #1 https://evil.example www.evil.example *b* _i_ $x$ \u202e\u2066\u200b\u001b[31m";
    private static final Set<String> ELEMENTS = Set.of("html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section", "h1", "h2", "h3", "p",
            "span", "a", "code", "pre", "ul", "li", "dl", "div", "dt", "dd", "ol", "table", "caption", "thead", "tbody", "tr", "th", "td", "details", "summary", "strong", "figure", "svg", "desc", "g", "circle", "path", "text");
    private static final Set<String> ATTRIBUTES = Set.of("lang", "charset", "name", "content", "http-equiv", "class", "id", "aria-labelledby", "aria-hidden", "aria-label",
            "href", "title", "open", "scope", "xmlns", "role", "viewBox", "width", "height", "style", "font-family", "transform", "opacity", "r", "fill", "stroke", "stroke-width",
            "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "d", "x", "y", "font-size", "text-anchor", "font-weight");
    private static final Pattern CODE = Pattern.compile("(?<![\\\\`])(`+)[^`].*?(?<!`)\\1(?!`)");
    @TempDir
    Path directory;

    @Test
    void nothingFromOutsideBreaksOutOfAReport() throws Exception {
        List<Row> rows = HostileSessionTest.rows();
        int judged = 0;
        for (int i = 0; i < rows.size(); i += 4) {
            ObjectNode document = (ObjectNode) JSON.readTree(SessionFile.write(Diagnosis.of(rows.get(i).facts()), linkdoctor.engine.Version.TOOL, Instant.EPOCH));
            document.set("facts", HostileSessionTest.spoken("", document.path("facts"), HOSTILE));
            if (written(document)) {
                judged++;
                page(Files.readString(directory.resolve("r.html")));
                ticket(Files.readString(directory.resolve("r.md")));
            }
        }
        assertThat(judged).as("judged, not refused").isGreaterThan(10);
    }

    private boolean written(ObjectNode document) throws IOException {
        Path session = directory.resolve("s.json");
        JSON.writeValue(session.toFile(), document);
        return HostileSessionTest.run("replay", session.toString(), "--redact", "none", "--report", directory.resolve("r.html").toString(), "--report",
                directory.resolve("r.md").toString()).exit() != Exit.WRONG_USAGE;
    }

    private static void page(String page) throws Exception {
        assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\n]]");
        NodeList all = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page))).getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            assertThat(ELEMENTS).contains(element.getTagName());
            for (int j = 0; j < element.getAttributes().getLength(); j++) {
                assertThat(ATTRIBUTES).contains(element.getAttributes().item(j).getNodeName());
            }
            if (element.hasAttribute("href")) {
                assertThat(element.getAttribute("href")).matches("#next|https://learn\\.microsoft\\.com/.*");
            }
        }
    }

    /** What is left when the code is taken out: there nothing links, mentions, draws or opens a cell. */
    private static void ticket(String ticket) {
        assertThat(ticket).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\n]]");
        boolean fenced = false;
        for (String line : ticket.split("\n")) {
            if (line.matches("`{3,}\\w*")) {
                fenced = !fenced;
            } else if (!fenced) {
                String prose = CODE.matcher(line).replaceAll("").replaceAll("\\[Microsoft's page on it]\\(https://learn\\.microsoft\\.com/[^ )]*\\)", "");
                assertThat(prose).doesNotContainPattern("<|(?<!\\\\)[`\\[\\]_$~]|@\\w|://|www\\.|(?<![&\\\\])#\\d|^(#{1,2}(?!#| fabrikam)|```|~~~)");
                long cells = prose.replace("\\\\", "").replace("\\|", "").chars().filter(c -> c == '|').count();
                assertThat(cells).as(line).isIn(prose.startsWith("|") ? List.of(3L, 4L, 5L) : List.of(0L));
            }
        }
        assertThat(fenced).isFalse();
    }
}
