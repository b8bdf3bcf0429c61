package linkdoctor.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import linkdoctor.Golden;
import linkdoctor.Practice;
import linkdoctor.check.Diagnosis;
import linkdoctor.check.Healthy;
import linkdoctor.cli.end.Exit;
import linkdoctor.cli.live.Terminal;
import linkdoctor.cli.text.Layout;
import linkdoctor.cli.text.Look;
import linkdoctor.engine.Version;
import linkdoctor.facts.Cloud;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.session.OldSessions;
import linkdoctor.session.PrivateFile;
import linkdoctor.session.SessionFile;
import linkdoctor.session.Tool;

import static org.assertj.core.api.Assertions.assertThat;

/** What changed since the session of a zone without its link: healed, hidden, and the other way round. */
class DiffCommandTest {
    private static final Instant LATER = Instant.parse("2026-11-23T09:00:00Z");
    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Path session(String name, Snapshot facts) throws Exception {
        Path file = folder.resolve(name);
        PrivateFile.write(file, SessionFile.write(Diagnosis.of(facts.with("started", LATER)), new Tool("linkdoctor", "0.2.0"), LATER.plusSeconds(2)));
        return file;
    }

    private Path healed() throws Exception {
        return session("healed.json", Healthy.snapshot());
    }

    private Path hidden() throws Exception {
        return session("hidden.json", Healthy.snapshot().with("zones", Healthy.failed(Failure.Kind.DENIED, "Reader on subscription hub")));
    }

    private int diff(Look look, Object... args) {
        out.reset();
        err.reset();
        String[] all = java.util.stream.Stream.concat(java.util.stream.Stream.of("diff"), java.util.Arrays.stream(args).map(Object::toString)).toArray(String[]::new);
        return new Cli(Practice.engine(), new Terminal(stream(out), stream(err), look, false)).run(all);
    }

    private int diff(Object... args) {
        return diff(new Look(false, true), args);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Path golden(String name) {
        return Path.of("src/test/resources/linkdoctor/cli", name);
    }

    @Test
    void healedHiddenAndBrokenAgain() throws Exception {
        assertThat(diff(OldSessions.FROZEN, healed())).isEqualTo(Exit.WELL);
        Golden.matches(golden("diff-healed.txt"), out());
        assertThat(diff(OldSessions.FROZEN, hidden())).isEqualTo(Exit.COULD_NOT_LOOK);
        Golden.matches(golden("diff-hidden.txt"), out());
        assertThat(diff(hidden(), OldSessions.FROZEN)).isEqualTo(Exit.FAILED);
        Golden.matches(golden("diff-broken.txt"), out());
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void theSameTwiceIsNoChange() {
        assertThat(diff(OldSessions.FROZEN, OldSessions.FROZEN)).isEqualTo(Exit.FAILED);
        assertThat(out()).contains("Changes    none: every check came to the same", "Still there").doesNotContain("Fixed", "What changed behind it");
    }

    @Test
    void theDocumentHoldsAllOfIt() throws Exception {
        diff(OldSessions.FROZEN, healed(), "--output", "json");
        Golden.matches(golden("diff-healed.json"), out().replace("\"" + Version.NUMBER + "\"", "\"VERSION\""));
    }

    @Test
    void aPlainTerminalGetsAsciiAndNoLineIsTooLong() throws Exception {
        diff(new Look(false, false), OldSessions.FROZEN, hidden());
        assertThat(out()).matches("(?s)[\\x0a\\x20-\\x7e]*").contains("52.168.109.101 -> 10.1.1.5");
        assertThat(out().lines()).allMatch(line -> line.length() <= Layout.COLUMNS);
        String plain = diffed(new Look(false, true));
        assertThat(diffed(new Look(true, true)).replaceAll("\u001b\\[\\d+m", "")).isEqualTo(plain);
    }

    private String diffed(Look look) throws Exception {
        diff(look, OldSessions.FROZEN, hidden());
        return out();
    }

    @Test
    void whatCannotBeComparedIsOneSentence() throws Exception {
        Path contoso = session("contoso.json", Healthy.snapshot().with("target",
                new Target("contoso", "contoso", Cloud.PUBLIC, Optional.empty(), Optional.empty(), Optional.empty())));
        refused("The two sessions are of different vaults, fabrikam.vault.azure.net and contoso.vault.azure.net: give two of the same vault.\n",
                OldSessions.FROZEN, contoso);
        Path none = folder.resolve("none.json");
        refused("There is no file " + none + ".\n", OldSessions.FROZEN, none);
        Path later = Files.writeString(folder.resolve("later.json"), "{\"format\":\"linkdoctor-session/2\"}");
        refused(later + " was written by another version of Link Doctor (linkdoctor-session/2), and this one reads linkdoctor-session/1: "
                + "open it with the version that wrote it.\n", later, OldSessions.FROZEN);
        refused("Missing required parameter: 'AFTER.json'. See linkdoctor diff --help.\n", OldSessions.FROZEN);
    }

    private void refused(String sentence, Object... args) {
        assertThat(diff(args)).isEqualTo(Exit.WRONG_USAGE);
        assertThat(out()).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo(sentence);
    }
}
