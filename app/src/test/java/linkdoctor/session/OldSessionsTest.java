package linkdoctor.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.Golden;
import linkdoctor.Practice;
import linkdoctor.check.Diagnosis;
import linkdoctor.engine.Version;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.lab.Lab;
import linkdoctor.lab.Scenarios;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions of the format linkdoctor-session/1 that lie in files: every later version must open them and come to the
 * same. {@code -Dgolden.update=true} looks at the lab and writes them anew, all but the frozen one.
 */
class OldSessionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STEP = 997;
    /** Facts that the first version did not know. */
    private static final Set<String> LATER = Set.of("auditLog", "machineIdentity", "principals", "workspaces");

    /** A session for each kind of trouble, from the lab. */
    enum Kind {
        HEALTHY("healthy", Redaction.NONE),
        NO_SIGN_IN("zone-not-linked", Redaction.NONE),
        DENIED("rights-denied-zone", Redaction.NONE),
        REDACTED_IDS("environment-proxy", Redaction.IDS),
        REDACTED_ALL("connection-pending", Redaction.ALL);

        private final String scenario;
        private final Redaction redaction;

        Kind(String scenario, Redaction redaction) {
            this.scenario = scenario;
            this.redaction = redaction;
        }

        private String file() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        private String written() throws IOException {
            try (Lab lab = Lab.start(Scenarios.named(scenario).orElseThrow())) {
                Diagnosis seen = this == NO_SIGN_IN ? Practice.lookWithoutSignIn(lab) : Practice.look(lab);
                return SessionFile.write(redaction.apply(seen), Version.TOOL, seen.facts().started().plusSeconds(1))
                        .replaceAll("[^\" ]*linkdoctor-lab\\d+", "/lab");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void oneOfEachKindOpensAndComesToTheSame(Kind kind) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(OldSessions.file(kind.file()), kind.written());
        }
        Golden.matches(OldSessions.verdict(kind.file()), OldSessions.told(OldSessions.diagnosis(OldSessions.file(kind.file()))));
    }

    /** Nothing of it may be lost or renamed on the way through this version, or the next reads less. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatIsWrittenTodayHasTheSameMembers(Kind kind) throws IOException {
        SessionFile.Session session = (SessionFile.Session) SessionFile.open(OldSessions.file(kind.file()));
        JsonNode then = JSON.readTree(OldSessions.file(kind.file()).toFile());
        JsonNode today = JSON.readTree(SessionFile.write(Diagnosis.of(session.facts()), session.tool(), session.finished()));
        assertThat(today.fieldNames()).toIterable().containsExactlyElementsOf(then::fieldNames);
        for (String member : List.of("format", "tool", "started", "finished", "target", "facts")) {
            assertThat(lost(then.path(member), today.path(member), member)).isEmpty();
        }
        assertThat(today.path("checks").get(0).fieldNames()).toIterable().containsExactlyElementsOf(then.path("checks").get(0)::fieldNames);
    }

    /** What the one document says and the other does not, or says otherwise; members that were added since are no loss. */
    private static List<String> lost(JsonNode then, JsonNode today, String where) {
        if (then.isObject() && today.isObject()) {
            return then.properties().stream().flatMap(one -> lost(one.getValue(), today.path(one.getKey()), where + "." + one.getKey()).stream()).toList();
        }
        if (then.isArray() && today.isArray() && then.size() == today.size()) {
            return IntStream.range(0, then.size()).boxed().flatMap(place -> lost(then.get(place), today.get(place), where + "[" + place + "]").stream()).toList();
        }
        return then.equals(today) ? List.of() : List.of(where);
    }

    @Test
    void theFirstVersionsSessionComesToTheSameForEver() throws IOException {
        assertThat(OldSessions.told(OldSessions.diagnosis(OldSessions.FROZEN))).isEqualTo(Files.readString(OldSessions.verdict("frozen")));
    }


    static Iterable<String> facts() {
        return Snapshot.names();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void aFactThatAnOlderVersionDidNotKnowWasNotTried(String fact) throws IOException {
        ObjectNode document = (ObjectNode) JSON.readTree(OldSessions.frozen());
        boolean held = ((ObjectNode) document.path("facts")).remove(fact) != null;
        assertThat(held).as("the first version knew it").isEqualTo(!LATER.contains(fact));
        Snapshot facts = ((SessionFile.Session) read(document)).facts();
        switch (facts.value(fact)) {
            case Probed<?> probed -> assertThat(probed).isEqualTo(Probed.notTried("The session does not hold it."));
            case Map<?, ?> map -> assertThat(map).isEmpty();
            case List<?> list -> assertThat(list).isEmpty();
            default -> throw new AssertionError(fact);
        }
        assertThat(Diagnosis.of(facts).checks()).allSatisfy(check -> assertThat(check.outcome().said()).isNotBlank());
    }

    /** In objects with members of their own, that is: in those four the members are names that were seen. */
    @Test
    void whatALaterVersionAddsIsLeftAside() throws IOException {
        JsonNode document = JSON.readTree(OldSessions.frozen());
        objects(document).forEach((path, object) -> {
            if (!path.matches(".*/(endpoints|byAddress|metadata|fields)")) {
                object.put("later", "x").putObject("evenLater").put("y", 1);
            }
        });
        assertThat(read(document)).isEqualTo(SessionFile.open(OldSessions.FROZEN));
    }

    /** Whatever is missing, it opens or it is told in a sentence. */
    @Test
    void withoutAnyOneMemberItOpensOrSaysWhyNot() throws IOException {
        Map<String, String> places = new TreeMap<>();
        objects(JSON.readTree(OldSessions.frozen())).forEach((path, object) -> object.fieldNames().forEachRemaining(name ->
                places.putIfAbsent(path.replaceAll("/\\d+", "/n").replaceAll("(endpoints|byAddress)/[^/]+(/[^/]+){0,8}", "$1/x$2") + "/" + name, path + "\t" + name)));
        assertThat(places).hasSizeGreaterThan(100);
        for (String place : places.values()) {
            String path = place.substring(0, place.indexOf('\t'));
            JsonNode document = JSON.readTree(OldSessions.frozen());
            ((ObjectNode) document.at(path)).remove(place.substring(place.indexOf('\t') + 1));
            switch (read(document)) {
                case SessionFile.Session(Snapshot facts, var finished, var tool) -> assertThat(Diagnosis.of(facts).checks()).isNotEmpty();
                case SessionFile.NotASession(String said) -> assertSentence(said);
            }
        }
    }

    @Test
    void aSessionOfAFormatToComeIsToldInASentence() {
        String later = OldSessions.frozen().replaceFirst("linkdoctor-session/1", "linkdoctor-session/2");
        assertThat(SessionFile.read(later.getBytes(StandardCharsets.UTF_8), "it")).isEqualTo(new SessionFile.NotASession("it was written by another version of "
                + "Link Doctor (linkdoctor-session/2), and this one reads linkdoctor-session/1: open it with the version that wrote it."));
    }

    @Test
    void cutOffAnywhereItIsToldInASentence() {
        byte[] whole = OldSessions.frozen().getBytes(StandardCharsets.UTF_8);
        List<String> said = new ArrayList<>();
        for (int cut = 0; cut < whole.length - 2; cut += STEP) {
            SessionFile.Opened opened = SessionFile.read(java.util.Arrays.copyOf(whole, cut), "it");
            assertThat(opened).as("cut at " + cut).isInstanceOf(SessionFile.NotASession.class);
            said.add(((SessionFile.NotASession) opened).said());
        }
        assertThat(said).hasSizeGreaterThan(50).allSatisfy(OldSessionsTest::assertSentence);
    }

    private static void assertSentence(String said) {
        assertThat(said).startsWith("it ").endsWith(".").doesNotContain("\n", "Exception", "com.fasterxml", "`");
    }

    private static SessionFile.Opened read(JsonNode document) {
        return SessionFile.read(document.toString().getBytes(StandardCharsets.UTF_8), "it");
    }

    /** Every object of the document by its JSON pointer. */
    private static Map<String, ObjectNode> objects(JsonNode document) {
        Map<String, ObjectNode> objects = new TreeMap<>();
        collect("", document, objects);
        return objects;
    }

    private static void collect(String path, JsonNode node, Map<String, ObjectNode> into) {
        if (node instanceof ObjectNode object) {
            into.put(path, object);
            object.properties().forEach(member -> collect(path + "/" + member.getKey().replace("~", "~0").replace("/", "~1"), member.getValue(), into));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "/" + i, node.get(i), into);
            }
        }
    }
}
