package linkdoctor.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.check.Check;
import linkdoctor.check.Diagnosis;
import linkdoctor.check.Finding;
import linkdoctor.check.Found;
import linkdoctor.check.Judged;
import linkdoctor.check.Outcome;
import linkdoctor.check.Section;
import linkdoctor.facts.Cloud;
import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.remedy.PowerShell;
import linkdoctor.remedy.Remedy;
import linkdoctor.remedy.Step;

import static org.assertj.core.api.Assertions.assertThat;

class SessionFileTest {
    private static final Instant FINISHED = Instant.parse("2026-11-20T10:12:00Z");
    private static final Tool TOOL = new Tool("linkdoctor", "0.1.0");
    private static final ObjectMapper JSON = new ObjectMapper();
    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(Sample.State.class)
    void everyFactComesBackEqual(Sample.State state) throws IOException {
        Snapshot facts = new Sample(state).of(Snapshot.class);
        Path file = directory.resolve("a session.json");
        PrivateFile.write(file, SessionFile.write(diagnosis(facts), TOOL, FINISHED));

        assertThat(SessionFile.open(file)).isEqualTo(new SessionFile.Session(facts, FINISHED, TOOL));
    }

    @Test
    void theDocumentIsTheContracts() throws IOException {
        Target target = new Target("fabrikam", "fabrikam", Cloud.PUBLIC, Optional.empty(), Optional.empty(), Optional.empty());
        Snapshot facts = Snapshot.blank(target, Instant.parse("2026-11-20T10:11:12Z"), "Nothing was tried.");
        JsonNode document = JSON.readTree(SessionFile.write(diagnosis(facts), TOOL, FINISHED));

        assertThat(document.fieldNames()).toIterable().containsExactly("format", "tool", "started", "finished", "target",
                "rootCause", "checks", "facts");
        assertThat(document.path("started").asText()).isEqualTo("2026-11-20T10:11:12Z");
        assertThat(document.path("target").toString()).isEqualTo("{\"vault\":\"fabrikam\",\"hostname\":\"fabrikam.vault.azure.net\","
                + "\"cloud\":\"public\",\"subscription\":null,\"resourceId\":null}");
        assertThat(document.path("rootCause").toString())
                .isEqualTo("{\"code\":\"zone.not-linked\",\"title\":\"No link\",\"check\":\"zone.linked\"}");
        JsonNode check = document.path("checks").get(0);
        assertThat(check.path("status").asText()).isEqualTo("fail");
        JsonNode finding = check.path("findings").get(0);
        assertThat(finding.path("severity").asText()).isEqualTo("fail");
        assertThat(finding.path("followsFrom").isNull()).isTrue();
        assertThat(finding.path("remedies").get(0).path("bash").get(0).asText()).isEqualTo("az network x --name 'it'\\''s'");
        assertThat(finding.path("remedies").get(0).path("powershell").get(0).asText()).isEqualTo("New-AzX -Name 'it''s'");
        assertThat(check.path("evidence").get(0).path("millis").asLong()).isEqualTo(84);
        assertThat(document.path("facts").path("vault").toString()).isEqualTo("{\"state\":\"not-tried\",\"why\":\"Nothing was tried.\"}");
        assertThat(JSON.readTree(SessionFile.write(healthy(facts), TOOL, FINISHED)).path("rootCause").isNull()).isTrue();
    }

    @Test
    void unknownMembersAreLeftAsideAndMissingFactsWereNotTried() throws IOException {
        Snapshot facts = new Sample(Sample.State.SEEN).of(Snapshot.class);
        ObjectNode document = (ObjectNode) JSON.readTree(SessionFile.write(diagnosis(facts), TOOL, FINISHED));
        document.put("comment", "by hand");
        ((ObjectNode) document.path("facts")).put("later", 1).remove(List.of("perimeter", "lookups"));
        SessionFile.Session session = (SessionFile.Session) SessionFile.read(document.toString().getBytes(StandardCharsets.UTF_8), "it");
        assertThat(session.facts().perimeter()).isInstanceOf(linkdoctor.facts.Probed.NotTried.class);
        assertThat(session.facts().lookups()).isEmpty();
        assertThat(session.facts().client()).isEqualTo(facts.client());
    }

    @Test
    void whatIsNoSessionSaysSoInOneSentence() throws IOException {
        String good = SessionFile.write(diagnosis(new Sample(Sample.State.SEEN).of(Snapshot.class)), TOOL, FINISHED);
        assertSaid("", "it is not a session of Link Doctor.");
        assertSaid("{}", "it is not a session of Link Doctor.");
        assertSaid("[1,2]", "it is not a session of Link Doctor.");
        assertSaid("{\"format\":\"linkdoctor-session/2\"}", "it was written by another version of Link Doctor (linkdoctor-session/2), and this one reads linkdoctor-session/1: open it with the version that wrote it.");
        assertSaid("{\"format\":\"linkdoctor-session/1\"}", "it is a session without facts, so it cannot be judged again.");
        assertThat(said("{\"format\":")).isEqualTo("it is damaged: its JSON is broken (line 1).");
        assertThat(said(good.substring(0, good.length() / 2))).matches("it is damaged: its JSON is broken \\(line \\d+\\)\\.");
        assertThat(said("[".repeat(5000))).isEqualTo("it is damaged: its JSON is broken.");
        assertThat(said(good.replace("\"state\": \"seen\"", "\"state\": \"odd\""))).isEqualTo("it is damaged: a fact has the state \"odd\".");
        assertThat(said(good.replace("fd00::", "x:"))).matches("it is damaged: \"x:[0-9a-f:]+\" is no Ip\\.");
        assertThat(SessionFile.open(directory)).isInstanceOf(SessionFile.NotASession.class);
        assertThat(SessionFile.open(directory.resolve("none.json"))).isInstanceOfSatisfying(SessionFile.NotASession.class,
                none -> assertThat(none.said()).startsWith("There is no file ").endsWith("none.json."));
    }

    @Test
    void aFileIsItsOwnersAlone() throws IOException {
        Path file = directory.resolve("s.json");
        PrivateFile.write(file, "one");
        PrivateFile.write(file, "two");
        assertThat(file).hasContent("two");
        try (var left = Files.list(directory)) {
            assertThat(left).containsExactly(file);
        }
        if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        }
    }

    @Test
    void redactionReplacesIdentifiersEverywhereAlike() throws IOException {
        JsonNode document = JSON.readTree("""
                {"tenant":"11111111-1111-4111-8111-111111111111","objectId":"22222222-2222-4222-8222-222222222222",
                 "said":"engineer@fabrikam.example (22222222-2222-4222-8222-222222222222) at 10.1.1.5",
                 "map":{"/subscriptions/AAAAAAAA-aaaa-4aaa-8aaa-aaaaaaaaaaaa/x":["/subscriptions/aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"]},
                 "other":"99999999-2222-4222-8222-222222222222","millis":84,"none":null}""");
        assertThat(Redaction.NONE.apply(document)).isEqualTo(document);
        assertThat(Redaction.IDS.apply(document).toString()).isEqualTo("{\"tenant\":\"tenant-1\",\"objectId\":\"principal-1\","
                + "\"said\":\"user-1 (principal-1) at 10.1.1.5\",\"map\":{\"/subscriptions/subscription-1/x\":[\"/subscriptions/subscription-1\"]},"
                + "\"other\":\"id-1\",\"millis\":84,\"none\":null}");
    }

    @Test
    void redactedFactsAreFactsAgain() {
        Target target = new Target("fabrikam", "fabrikam", Cloud.PUBLIC, Optional.of("AAAAAAAA-aaaa-4aaa-8aaa-aaaaaaaaaaaa"),
                Optional.empty(), Optional.empty());
        Snapshot facts = Snapshot.blank(target, FINISHED, "/subscriptions/aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa/providers"
                + "/Microsoft.Authorization/roleDefinitions/4633458b-17de-408a-b874-0445c86b69e6 was not tried.");
        Snapshot redacted = Redaction.IDS.apply(facts);
        assertThat(redacted.target().subscription()).contains("subscription-1");
        assertThat(redacted.vault()).isEqualTo(linkdoctor.facts.Probed.notTried("/subscriptions/subscription-1/providers"
                + "/Microsoft.Authorization/roleDefinitions/4633458b-17de-408a-b874-0445c86b69e6 was not tried."));
        assertThat(Redaction.NONE.apply(facts)).isSameAs(facts);
    }

    private static void assertSaid(String document, String sentence) {
        assertThat(said(document)).isEqualTo(sentence);
    }

    private static String said(String document) {
        return ((SessionFile.NotASession) SessionFile.read(document.getBytes(StandardCharsets.UTF_8), "it")).said();
    }

    private static Diagnosis healthy(Snapshot facts) {
        return new Diagnosis(facts, List.of(), Optional.empty(), List.of());
    }

    private static Diagnosis diagnosis(Snapshot facts) {
        Finding finding = Finding.fail("zone.not-linked", "No link", "It matters.", "https://learn.microsoft.com/x");
        Remedy remedy = new Remedy("Link the zone", "", "", List.of(Step.of(CommandLine.of("az", "network", "x", "--name", "it's"),
                PowerShell.run("New-AzX").with("Name", "it's"))), List.of("Open the zone."));
        Found found = new Found(finding, "The zone is not linked to vnet-app.", List.of(remedy));
        Evidence evidence = new Evidence("GET zone", "200", FINISHED, java.time.Duration.ofMillis(84), "az network x");
        Outcome outcome = new Outcome.Problem(List.of(found), List.of(evidence));
        Judged judged = new Judged(new Section(6, "The private DNS zone", "?", Set.of(), List.of()), new OneCheck(finding), outcome, Map.of());
        return new Diagnosis(facts, List.of(judged), Optional.of(new Diagnosis.Root(judged, found)), List.of());
    }

    private record OneCheck(Finding finding) implements Check {
        @Override
        public String id() {
            return "zone.linked";
        }

        @Override
        public String title() {
            return "The zone is linked";
        }

        @Override
        public List<Finding> findings() {
            return List.of(finding);
        }

        @Override
        public Outcome judge(Snapshot facts) {
            throw new UnsupportedOperationException("judged before");
        }
    }
}
