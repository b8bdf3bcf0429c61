package linkdoctor.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Healthy;
import linkdoctor.cli.HostileSessionTest.Ran;
import linkdoctor.session.SessionFile;

import static org.assertj.core.api.Assertions.assertThat;

/** The key that maps aliases back, on the command line. */
class RedactionKeyTest {
    private static final String FABRIKAM = "{\"format\":\"linkdoctor-redaction-key/1\",\"vaults\":[\"fabrikam\"],\"aliases\":";
    @TempDir
    Path directory;
    private Path session;
    private Path key;
    private String tenant;

    @BeforeEach
    void aSession() throws Exception {
        session = Files.writeString(directory.resolve("s.json"), SessionFile.write(Diagnosis.of(Healthy.snapshot()), linkdoctor.engine.Version.TOOL, Instant.EPOCH));
        key = directory.resolve("k.key.json");
        tenant = Healthy.snapshot().identity().known().orElseThrow().tenant();
    }

    @Test
    void oneRunsDocumentsHaveTheSameAliasesAndTheKeyHoldsThem() throws Exception {
        Path page = directory.resolve("r.html");
        Path ticket = directory.resolve("r.md");
        Path other = directory.resolve("r.json");
        Ran run = HostileSessionTest.run("replay", session.toString(), "--redact-key", key.toString(), "--report", page.toString(), "--report", ticket.toString(), "--report", other.toString());

        assertThat(run.err()).startsWith("The key was written to " + key + ".\nIt tells what every alias stands for: keep it, and do not hand it on with the report.\n");
        JsonNode document = new ObjectMapper().readTree(key.toFile());
        assertThat(document.path("format").asText()).isEqualTo("linkdoctor-redaction-key/1");
        assertThat(document.path("vaults").toString()).isEqualTo("[\"fabrikam\"]");
        assertThat(document.path("aliases").path("tenant-1").asText()).isEqualTo(tenant);
        for (Path report : new Path[] {page, ticket, other}) {
            assertThat(Files.readString(report)).contains("tenant-1", "user-1").doesNotContain(tenant);
        }
        if (Files.getFileAttributeView(key, PosixFileAttributeView.class) != null) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key))).isEqualTo("rw-------");
        }
    }

    @Test
    void anotherRunWithTheKeyExtendsItAndWithItTheSessionComesBack() throws Exception {
        String text = HostileSessionTest.run("replay", session.toString()).out();
        HostileSessionTest.run("replay", session.toString(), "--redact", "ids", "--redact-key", key.toString(), "--report", directory.resolve("ids.json").toString());
        String before = Files.readString(key);
        HostileSessionTest.run("replay", session.toString(), "--redact", "all", "--redact-key", key.toString(), "--report", directory.resolve("all.json").toString());

        assertThat(Files.readString(key)).hasSizeGreaterThan(before.length()).contains("\"vault-1\": \"fabrikam\"", "\"tenant-1\": \"" + tenant);
        for (String level : new String[] {"ids", "all"}) {
            assertThat(HostileSessionTest.run("replay", directory.resolve(level + ".json").toString(), "--key", key.toString())).isEqualTo(new Ran(0, text, ""));
        }
        // Redacted with the key again, it is what it was.
        HostileSessionTest.run("replay", directory.resolve("all.json").toString(), "--key", key.toString(), "--redact", "all", "--redact-key", key.toString(), "--report",
                directory.resolve("again.json").toString());
        assertThat(directory.resolve("again.json")).hasSameTextualContentAs(directory.resolve("all.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--redact none --redact-key KEY", "--redact-key KEY", "--redact ids --redact-key DIR", "--redact ids --redact-key SESSION",
            "--redact-key r.json --report r.json", "--key nowhere.json", "--key DIR", "--key SESSION"})
    void whatCannotBeDoneIsOneSentence(String options) throws Exception {
        String before = Files.readString(session);
        Ran run = HostileSessionTest.run(("replay " + session + " " + options.replace("KEY", key.toString()).replace("DIR", directory.toString()).replace("SESSION", session.toString())).split(" "));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().toList()).singleElement().asString().endsWith(".").doesNotContain("Exception");
        assertThat(key).doesNotExist();
        assertThat(session).hasContent(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "`` | k is not a key of Link Doctor.",
            "{\"format\": | k is not a key of Link Doctor: it is no whole JSON document.",
            "{\"format\":\"linkdoctor-redaction-key/2\"} | k was written by another version of Link Doctor (linkdoctor-redaction-key/2); this one reads linkdoctor-redaction-key/1.",
            FABRIKAM + "{\"seen\":\"failed\"}} | k is damaged: \"seen\" is no alias, or stands for nothing.",
            FABRIKAM + "{\"tenant-1\":7}} | k is damaged: \"tenant-1\" is no alias, or stands for nothing.",
            FABRIKAM + "{\"203.0.113.1\":\"nothing\"}} | k is damaged: \"203.0.113.1\" is no alias, or stands for nothing.",
            FABRIKAM + "{\"2001:db8::1\":\"52.1.2.3\"}} | k is damaged: \"2001:db8::1\" is no alias, or stands for nothing.",
            "{\"format\":\"linkdoctor-redaction-key/1\",\"vaults\":[\"contoso\"],\"aliases\":{}} | The key k is of contoso, and s is of another vault; give the key that was written with it."})
    void aBadKeyIsOneSentence(String text, String said) throws Exception {
        Files.writeString(key, text);
        assertThat(HostileSessionTest.run("replay", session.toString(), "--key", key.toString())).isEqualTo(
                new Ran(2, "", said.replaceFirst("\\bk\\b", key.toString()).replaceFirst("\\bs\\b(?= is of another)", session.toString()) + "\n"));
        assertThat(key).hasContent(text);
    }
}
