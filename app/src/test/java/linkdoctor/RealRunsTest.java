package linkdoctor;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import linkdoctor.cli.Cli;
import linkdoctor.cli.live.Terminal;
import linkdoctor.cli.text.Look;
import linkdoctor.lab.HealthyEstate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a user gets to read after a run on the lab, as text and as JSON. Times and ports differ from run to run, so the
 * session is saved, these are made equal in it, and it is replayed.
 */
class RealRunsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path GOLDEN = Path.of("src/test/resources/linkdoctor/runs");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "zone-not-linked", "connection-pending", "rights-denied-zone"})
    void reads(String scenario) throws Exception {
        Path session = directory.resolve("session.json");
        run("check", "fabrikam", "--lab", scenario, "--redact", "none", "--report", session.toString());
        Files.writeString(session, equalised(Files.readString(session)));
        Golden.matches(GOLDEN.resolve(scenario + ".txt"), run("replay", session.toString()));
        Golden.matches(GOLDEN.resolve(scenario + ".json"), brief(run("replay", session.toString(), "--output", "json")));
        Path page = directory.resolve("report.html");
        Path ticket = directory.resolve("report.md");
        run("replay", session.toString(), "--report", page.toString(), "--report", ticket.toString());
        String version = linkdoctor.engine.Version.NUMBER;
        Golden.matches(GOLDEN.resolve(scenario + ".md"), Files.readString(ticket).replace(version, "VERSION"));
        Golden.matches(GOLDEN.resolve(scenario + ".html"), briefPage(Files.readString(page).replace(version, "VERSION")));
        assertThat(Files.readString(page) + Files.readString(ticket)).as("a token begins so").doesNotContain("eyJ");
        comesBack(session);
    }

    /** What is redacted with a key is, with that key, the session that it was: the same checks, texts and identifiers. */
    private void comesBack(Path session) throws Exception {
        Path key = directory.resolve("case.key.json");
        String before = run("replay", session.toString(), "--output", "json");
        for (String level : List.of("ids", "all", "ids")) {
            Path redacted = directory.resolve(level + ".json");
            run("replay", session.toString(), "--redact", level, "--redact-key", key.toString(), "--report", redacted.toString());
            assertThat(Files.readString(redacted)).contains("subscription-1").doesNotContain(HealthyEstate.WORKLOAD, HealthyEstate.TENANT);
            assertThat(run("replay", redacted.toString(), "--key", key.toString(), "--output", "json")).as(level).isEqualToIgnoringCase(before);
        }
    }

    private static String equalised(String session) {
        String text = session.replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "2026-03-02T09:00:00Z")
                .replaceAll("\"(took|millis)\" ?: ?\\d+", "\"$1\": 84")
                .replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:50000")
                .replaceAll("[^\" ]*linkdoctor-lab\\d+", "/tmp/lab");
        assertThat(text).isNotEqualTo(session);
        return text;
    }

    /** Without the facts, which the checks' evidence shows, and without the evidence of what passed: a file that one can read. */
    private static String brief(String session) throws Exception {
        ObjectNode document = (ObjectNode) JSON.readTree(session);
        ((ObjectNode) document.get("tool")).put("version", "VERSION");
        assertThat(document.remove("facts")).isNotNull();
        for (JsonNode check : document.get("checks")) {
            if (check.get("status").asText().equals("pass")) {
                ((ObjectNode) check).remove("evidence");
            }
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document).replace("\r", "") + "\n";
    }

    /** Without the style sheet, the picture and what is folded under a check that passed, each of which has a test of its own. */
    private static String briefPage(String page) {
        return page.replaceAll("(?s)<style>.*?</style>", "<style></style>").replaceAll("(?s)<svg .*?</svg>", "<svg></svg>")
                .replaceAll("(?s)(<details class=\"check pass\">\n<summary>[^\n]*</summary>\n)<div class=\"inside\">.*?\n</div>\n(?=</details>\n(?:<(?:details|p) class=\"check|</section>))", "$1");
    }

    private static String run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new Cli(new Wiring(), new Terminal(stream(out), stream(err), new Look(false, true), false)).run(args);
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isNotEqualTo(2);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
