package linkdoctor.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import linkdoctor.cli.end.Exit;
import linkdoctor.cli.live.Terminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import linkdoctor.Practice;
import linkdoctor.check.Diagnosis;
import linkdoctor.check.Healthy;
import linkdoctor.cli.text.Look;
import linkdoctor.elsewhere.Kept;
import linkdoctor.session.SessionFile;
import linkdoctor.session.Tool;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code probe} and {@code import}: a script written, and what it printed judged. */
class ElsewhereCommandsTest {
    @TempDir
    Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path session;

    @BeforeEach
    void save() throws Exception {
        session = Files.writeString(folder.resolve("a session.json"),
                SessionFile.write(Diagnosis.of(Healthy.snapshot()), new Tool("linkdoctor", "test"), Healthy.STARTED));
    }

    @Test
    void bothScriptsAreWrittenAndHowToRunThem() throws Exception {
        Path to = folder.resolve("deep").resolve("probe");
        assertThat(run("probe", "--session", session.toString(), "--dir", to.toString())).isEqualTo(0);
        assertThat(Files.readString(to.resolve("probe.sh"))).startsWith("#!/usr/bin/env bash\n").contains("NAME=fabrikam.vault.azure.net\n", "    10.1.1.5\n");
        assertThat(Files.readString(to.resolve("probe.ps1"))).contains("$Name = 'fabrikam.vault.azure.net'\r\n", "    '10.1.1.5'\r\n");
        assertThat(out()).contains("bash probe.sh > output.txt", "-File probe.ps1 > output.txt",
                "az vm run-command invoke -g RESOURCE-GROUP -n MACHINE --command-id RunShellScript --scripts @probe.sh -o json > output.txt",
                "--command-id RunPowerShellScript --scripts @probe.ps1", "linkdoctor import '" + session + "' output.txt");
        assertThat(run("probe", "https://contoso.vault.azure.cn/", "--dir", to.toString())).isEqualTo(0);
        assertThat(Files.readString(to.resolve("probe.sh"))).contains("NAME=contoso.vault.azure.cn\n");
        assertThat(err()).isEmpty();
    }

    @Test
    void anOutputIsJudgedWithTheSession() throws Exception {
        assertThat(run("import", session.toString(), output("not-linked"))).isEqualTo(Exit.FAILED);
        assertThat(out()).contains("this machine is app-01, as its probe script told it at", "dns.public-with-alias", "seen on app-01");
        assertThat(err()).isEmpty();
        out.reset();
        Path report = folder.resolve("report.json");
        assertThat(run("import", session.toString(), output("healthy"), "--output", "json", "--report", report.toString())).isNotEqualTo(Exit.WRONG_USAGE);
        assertThat(out()).contains("\"linkdoctor-session/1\"", "\"hostname\": \"app-01\"");
        assertThat(SessionFile.open(report)).isInstanceOfSatisfying(SessionFile.Session.class, opened ->
                assertThat(opened.facts().client().known().orElseThrow().told()).isPresent());
        out.reset();
        run("replay", report.toString());
        assertThat(out()).contains("this machine is app-01");
    }

    @Test
    void aSessionOfAnEarlierVersionSpeaksOfItsOwnMachine() throws Exception {
        String text = Files.readString(session);
        assertThat(text).containsPattern(",\\s*\"told\": null");
        Files.writeString(session, text.replaceFirst(",\\s*\"told\": null", ""));
        assertThat(run("replay", session.toString())).isEqualTo(Exit.of(Diagnosis.of(Healthy.snapshot())));
        assertThat(out()).contains(", from jumpbox").doesNotContain("this machine is");
    }

    @Test
    void withoutASessionOnlyWhatNeedsNoRightsIsJudged() throws Exception {
        assertThat(run("import", "--vault", "fabrikam", output("healthy"))).isEqualTo(Exit.COULD_NOT_LOOK);
        assertThat(run("import", "--vault", "fabrikam", output("not-linked"))).isEqualTo(Exit.FAILED);
        assertThat(out()).contains("Nobody is signed in");
    }

    @Test
    void theLastOfSeveralOutputsIsTakenUnlessAMachineIsNamed() throws Exception {
        Path two = Files.writeString(folder.resolve("two.txt"), Kept.text("untrusted") + Kept.text("healthy"));
        run("import", session.toString(), two.toString());
        assertThat(out()).contains("this machine is app-01");
        assertThat(err()).isEqualTo(two + " holds 2 outputs, of app-02 and app-01: the last one, of app-01, is taken; --machine takes another.\n");
        out.reset();
        run("import", session.toString(), two.toString(), "--machine", "APP-02");
        assertThat(out()).contains("this machine is app-02", "healthstatus.untrusted-tls");
        assertThat(run("import", session.toString(), two.toString(), "--machine", "web")).isEqualTo(Exit.WRONG_USAGE);
        assertThat(err()).endsWith(two + " holds no output of web, but of app-02 and app-01.\n");
    }

    @Test
    void aCutOutputIsJudgedAndToldSo() throws Exception {
        String text = Kept.text("healthy");
        Path cut = Files.writeString(folder.resolve("cut.txt"), text.substring(text.indexOf("ld 8 ")));
        run("import", session.toString(), cut.toString());
        assertThat(err()).isEqualTo("The output of app-01 is cut off before the request name: what is there counts, the rest was not seen.\n");
        assertThat(out()).contains("this machine").doesNotContain("Something went wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"import", "import|S", "import|S|O|O", "import|--vault|fabrikam", "import|--vault|fabrikam|S|O", "import|/nowhere/s.json|O", "import|S|/nowhere/o.txt",
        "import|S|S", "import|O|O", "import|--vault|contoso|O", "import|S|O|--output|xml", "import|S|O|--report|x.pdf", "import|S|.", "probe", "probe|fabrikam", "probe|--dir|D",
        "probe|fabrikam|--session|S|--dir|D", "probe|--session|O|--dir|D", "probe|-f|--dir|D", "probe|a b|--dir|D", "probe|$(id)|--dir|D", "probe|fabrikam|--dir|S"})
    void wrongUsageIsOneSentenceOnStandardError(String line) throws Exception {
        String words = line.replaceAll("(?<=\\|)S(?=\\||$)", session.toString()).replaceAll("(?<=\\|)O(?=\\||$)", output("healthy")).replaceAll("(?<=\\|)D(?=\\||$)", folder.resolve("d").toString());
        assertThat(run(words.split("\\|"))).isEqualTo(Exit.WRONG_USAGE);
        assertThat(out()).isEmpty();
        assertThat(err().lines().toList()).singleElement().asString().endsWith(".").doesNotContain("Exception");
    }

    /** Whoever writes the session decides what stands in it. */
    @Test
    void aSessionWithAHostileNameMakesNoScript() throws Exception {
        for (String hostile : new String[] {"vault.azure.net'; touch pwned; '", "vault.azure.net$(touch pwned)", "vault.azure.net\\ntouch pwned\\n"}) {
            Files.writeString(session, Files.readString(session).replaceFirst("\"vaultSuffix\": \"[^\"]*\"", java.util.regex.Matcher.quoteReplacement("\"vaultSuffix\": \"" + hostile + "\"")));
            assertThat(run("probe", "--session", session.toString(), "--dir", folder.resolve("p").toString())).isEqualTo(Exit.WRONG_USAGE);
            assertThat(err()).contains("no host can have that name");
            assertThat(folder.resolve("p")).doesNotExist();
            assertThat(run("import", session.toString(), output("healthy"))).isEqualTo(Exit.WRONG_USAGE);
            save();
            err.reset();
        }
    }

    private String output(String name) throws Exception {
        return Files.writeString(folder.resolve(name + ".txt"), Kept.text(name)).toString();
    }

    private int run(String... args) {
        return new Cli(Practice.engine(), new Terminal(stream(out), stream(err), new Look(false, true), false)).run(args);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
