package linkdoctor.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import linkdoctor.cli.end.Exit;
import linkdoctor.cli.live.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import linkdoctor.engine.Asked;
import linkdoctor.engine.Engine;
import linkdoctor.check.Diagnosis;
import linkdoctor.check.Row;
import linkdoctor.check.grid.AccessRows;
import linkdoctor.check.grid.ConnectionRows;
import linkdoctor.check.grid.DnsRows;
import linkdoctor.check.grid.EnvironmentRows;
import linkdoctor.check.grid.HealthStatusRows;
import linkdoctor.check.grid.ZoneRows;
import linkdoctor.cli.text.Look;
import linkdoctor.session.OldSessions;
import linkdoctor.session.SessionFile;

import static org.assertj.core.api.Assertions.assertThat;

/** Sessions that somebody made to do harm: opened, judged and shown, or refused in one sentence. */
@Timeout(60)
class HostileSessionTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Steers a terminal by escape sequences of 7 and of 8 bits, breaks lines in five ways, turns the direction of reading. */
    private static final String HOSTILE = "\u001b[2J\u001b]0;x\u0007\u009b31m\r\n\u0085\u2028\u2029\u202e\u2066\u200b\ufeff\b\u0000\u007f ✓ Forged";
    private static final Set<String> FREE = Set.of("asked", "answered", "tryYourself", "said", "needs", "description", "name", "raw", "message", "code",
            "innerCode", "subject", "issuer", "names", "reason", "hostname", "displayName", "location", "why", "server", "serviceVersion", "region",
            "operatingSystem", "from", "to", "rcode", "source", "path", "tenant", "objectId", "actions", "appId");
    @TempDir
    Path directory;

    static List<Row> rows() {
        return Stream.of(ConnectionRows.rows(), DnsRows.rows(), ZoneRows.rows(), HealthStatusRows.rows(), EnvironmentRows.rows(), AccessRows.rows())
                .flatMap(List::stream).toList();
    }

    @Test
    void textFromOutsideSteersNoTerminal() throws IOException {
        int judged = 0;
        String refused = "";
        List<Row> rows = rows();
        for (int i = 0; i < rows.size(); i += 3) {
            ObjectNode document = (ObjectNode) JSON.readTree(SessionFile.write(Diagnosis.of(rows.get(i).facts()), linkdoctor.engine.Version.TOOL, Instant.EPOCH));
            document.set("facts", spoken("", document.path("facts"), HOSTILE));
            Ran text = replay(document, "--output", "text");
            Ran json = replay(document, "--output", "json");
            Ran changed = compared("text");
            Ran changes = compared("json");
            judged += text.exit == Exit.WRONG_USAGE ? 0 : 1;
            refused = text.exit == Exit.WRONG_USAGE ? text.err : refused;
            assertThat(text.out + text.err + json.out + json.err + changed.out + changed.err + changes.out + changes.err).as(rows.get(i).name()).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n]]");
            assertThat(text.out + changed.out).doesNotContain("\n   ✓ Forged");
        }
        assertThat(judged).as("judged, not refused: " + refused).isGreaterThan(rows.size() / 4);
    }

    @Test
    void anythingInAnyPlaceIsJudgedOrRefusedInOneSentence() throws IOException {
        Random random = new Random(2026);
        List<Row> rows = rows();
        for (int i = 0; i < 100; i++) {
            Row row = rows.get(random.nextInt(rows.size()));
            JsonNode document = JSON.readTree(SessionFile.write(Diagnosis.of(row.facts()), linkdoctor.engine.Version.TOOL, Instant.EPOCH));
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                spoil((ObjectNode) document.path("facts"), random);
            }
            Ran ran = replay(document, "--output", random.nextBoolean() ? "text" : "json", "--redact", List.of("none", "ids", "all").get(random.nextInt(3)));
            assertThat(ran.err + compared("text").err + compared("json").err).as(row.name() + " " + i).doesNotContain("Something went wrong");
            assertThat(ran.exit).isIn(Exit.WELL, Exit.FAILED, Exit.WRONG_USAGE, Exit.COULD_NOT_LOOK);
            if (ran.exit == Exit.WRONG_USAGE) {
                assertThat(ran.err.lines()).hasSize(1);
            }
        }
    }

    @Test
    void documentsThatAreNoSessionsAreRefusedInOneSentence() throws IOException {
        for (String text : List.of("", "null", "[]", "1e999999999", "9".repeat(100_000), "[".repeat(1_000_000), "{\"a\":".repeat(200_000), "\"" + "x".repeat(25_000_000) + "\"",
                "{\"format\":\"linkdoctor-session/1\",\"finished\":\"+999999999-12-31T23:59:59Z\",\"facts\":{}}", "\u0000\u0001\u0002", "{\"format\":{\"a\":1}}",
                "{\"format\":\"linkdoctor-session/" + HOSTILE.replaceAll("\\p{Cc}", "\\\\u001b") + "\"}")) {
            Path file = Files.writeString(directory.resolve("odd.json"), text);
            Ran ran = run("replay", file.toString());
            assertThat(ran.exit).isEqualTo(Exit.WRONG_USAGE);
            assertThat(ran.err.lines()).hasSize(1);
            assertThat(ran.err).doesNotContain("Something went wrong").doesNotContainPattern("[\\p{Cc}&&[^\\n]]").hasSizeLessThan(1_000);
        }
    }

    /** What an exception repeats from outside stays harmless in its trace too. */
    @Test
    void aTraceSteersNoTerminalAndHoldsNoToken() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new PrintStream(new ByteArrayOutputStream()), new PrintStream(err, true, StandardCharsets.UTF_8),
                new Look(false, true), false);
        int exit = new Cli(new NoEngine(), terminal).run("check", "fabrikam", "--verbose");
        assertThat(exit).isEqualTo(Exit.COULD_NOT_LOOK);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("at linkdoctor.").contains("(token)").doesNotContain("eyJ")
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n\\t]]");
    }

    private static void spoil(ObjectNode facts, Random random) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(facts, objects);
        ObjectNode at = objects.get(random.nextInt(objects.size()));
        List<String> names = new ArrayList<>();
        at.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty()) {
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        JsonNodeFactory make = JsonNodeFactory.instance;
        switch (random.nextInt(10)) {
            case 0 -> at.remove(name);
            case 1 -> at.putNull(name);
            case 2 -> at.put(name, Long.MAX_VALUE);
            case 3 -> at.put(name, Long.MIN_VALUE);
            case 4 -> at.put(name, -1);
            case 5 -> at.put(name, "");
            case 6 -> at.put(name, ".".repeat(100_000) + "x");
            case 7 -> at.set(name, make.arrayNode().addNull().add(1).add("x"));
            case 8 -> at.set(name, make.objectNode().put("x", 1));
            default -> at.put(name, "+999999999-12-31T23:59:59Z");
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> into) {
        if (node instanceof ObjectNode object) {
            into.add(object);
        }
        node.forEach(child -> collect(child, into));
    }

    /** The same with hostile text behind every text that may hold anything. */
    static JsonNode spoken(String name, JsonNode node, String hostile) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(member -> copy.set(member.getKey(), spoken(member.getKey(), member.getValue(), hostile)));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(child -> copy.add(spoken(name, child, hostile)));
                yield copy;
            }
            case TextNode text when FREE.contains(name) || text.asText().startsWith("/subscriptions/") -> TextNode.valueOf(text.asText() + hostile);
            default -> node;
        };
    }

    private Ran replay(JsonNode document, String... options) throws IOException {
        Path file = directory.resolve("s.json");
        JSON.writeValue(file.toFile(), document);
        return run(Stream.concat(Stream.of("replay", file.toString()), Stream.of(options)).toArray(String[]::new));
    }

    /** What changed since a session of former days, in the one that was replayed last. */
    private Ran compared(String output) {
        return run("diff", OldSessions.FROZEN.toString(), directory.resolve("s.json").toString(), "--output", output);
    }

    record Ran(int exit, String out, String err) {
    }

    static Ran run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
                new Look(false, true), false);
        int exit = new Cli(new NoEngine(), terminal).run(args);
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Replaying asks nothing of the world. */
    private static final class NoEngine implements Engine {
        @Override
        public Reply<linkdoctor.facts.Cloud> cloud(Path metadata) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Reply<linkdoctor.engine.Visit> visit(Asked asked, linkdoctor.facts.Cloud cloud,
                java.util.function.Consumer<linkdoctor.probe.SignInPrompt> tell) {
            throw new IllegalStateException("it said " + HOSTILE + " eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.c2ln");
        }

        @Override
        public Reply<Closed> window(java.util.Optional<Scenario> first) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Scenario> scenarios() {
            return List.of();
        }

        @Override
        public Reply<Served> serve(String scenario) {
            throw new UnsupportedOperationException();
        }
    }
}
