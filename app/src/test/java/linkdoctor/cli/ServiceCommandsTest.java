package linkdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.Practice;
import linkdoctor.check.Diagnosis;
import linkdoctor.check.Healthy;
import linkdoctor.cli.live.Terminal;
import linkdoctor.cli.text.Look;
import linkdoctor.engine.Version;
import linkdoctor.facts.ResourceId;
import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.Lab;
import linkdoctor.lab.Scenarios;
import linkdoctor.lab.http.Json;
import linkdoctor.session.SessionFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands on what the service saw and on service tags: {@code kql} and {@code allow}. */
@Timeout(120)
class ServiceCommandsTest {
    @TempDir
    private Path folder;

    private record Ran(int exit, String out, String err) {
    }

    @Test
    void ofASessionTheQueryIsOfItsCallerAndItsTime() throws IOException {
        Path session = Files.writeString(folder.resolve("s.json"), SessionFile.write(Diagnosis.of(Healthy.snapshot()), Version.TOOL, Healthy.STARTED));

        Ran ran = run("kql", session.toString());

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("datetime(2026-03-02T08:00:00Z)", "10.1.0.4");
        assertThat(run("kql", session.toString(), "--caller", "anybody", "--last", "7d").out()).contains("ago(168h)").doesNotContain("10.1.0.4");
    }

    @Test
    void whatIsNoTimeOrCallerIsRefusedInASentence() {
        assertThat(run("kql", "contoso", "--last", "soon")).satisfies(ran -> {
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.err()).contains("no length of time");
        });
        assertThat(run("kql", "contoso", "--caller", "me").err()).contains("neither an address nor an id");
        assertThat(run("kql", folder.resolve("none.json").toString()).err()).contains("There is no file");
        assertThat(run("check", "contoso", "--workspace", "law").err()).contains("is no workspace");
    }

    @Test
    void aTagBecomesScriptsThatCanBeWrittenAgainUntilTheyAreRun() throws IOException {
        try (Lab lab = lab()) {
            Ran first = allow(lab);

            assertThat(first.exit()).as(first.err()).isZero();
            assertThat(first.out()).contains("add 3 ranges", "agents that Microsoft hosts are not in it");
            Path one = folder.resolve("tags/fabrikam-azuredevops-1");
            assertThat(Files.readString(one.resolve("fix.sh"))).contains("network-rule add", "13.107.6.0/24", "20.37.158.0/23", "20.37.194.0/24").doesNotContain("2603");
            assertThat(Files.readAllLines(one.resolve("added.txt"))).containsExactly("13.107.6.0/24", "20.37.158.0/23", "20.37.194.0/24");

            allow(lab);
            assertThat(folder.resolve("tags/fabrikam-azuredevops-2")).doesNotExist();
            Files.createDirectory(one.resolve("before-12345678"));
            allow(lab);
            assertThat(folder.resolve("tags/fabrikam-azuredevops-2")).isDirectory();
        }
    }

    @Test
    void withPruneWhatAnEarlierRunBroughtAndTheTagLostGoesAway() throws IOException {
        try (Lab lab = lab()) {
            rules(lab, List.of("20.37.158.0/23", "5.6.7.0/24", "9.9.9.9/32"));
            Path one = Files.createDirectories(folder.resolve("tags/fabrikam-azuredevops-1/before-12345678")).getParent();
            Files.writeString(one.resolve("added.txt"), "5.6.7.0/24\n20.37.158.0/23\n");

            assertThat(allow(lab).out()).contains("remove no range");
            assertThat(allow(lab, "--prune").out()).contains("remove 1 range");
            assertThat(Files.readString(folder.resolve("tags/fabrikam-azuredevops-2/fix.sh"))).contains("network-rule remove", "5.6.7.0/24").doesNotContain("9.9.9.9");
        }
    }

    @Test
    void aFullFirewallAndAnUnknownTagAreRefused() throws IOException {
        try (Lab lab = lab()) {
            assertThat(run(lab, "allow", "fabrikam", "--tag", "DevOps", "--dir", folder.toString()).err()).contains("no service tag \"DevOps\"", "AzureDevOps");
            rules(lab, IntStream.range(0, 999).mapToObj(i -> "30." + i / 250 + "." + i % 250 + ".1/32").toList());

            Ran full = allow(lab);
            assertThat(full.exit()).isEqualTo(2);
            assertThat(full.err()).contains("999 rules", "takes 1000");
            assertThat(folder.resolve("tags")).doesNotExist();
        }
    }

    private Ran allow(Lab lab, String... more) {
        return run(lab, java.util.stream.Stream.concat(java.util.stream.Stream.of("allow", "fabrikam", "--tag", "azuredevops", "--dir", folder.resolve("tags").toString()),
                java.util.stream.Stream.of(more)).toArray(String[]::new));
    }

    private static Lab lab() throws IOException {
        return Lab.start(Scenarios.named("access-firewall-denied").orElseThrow());
    }

    private static void rules(Lab lab, List<String> values) {
        ObjectNode vault = lab.estate().get(HealthyEstate.VAULT).orElseThrow();
        ArrayNode rules = vault.withObjectProperty("properties").withObjectProperty("networkAcls").putArray("ipRules");
        values.forEach(value -> rules.add(Json.object().put("value", value)));
        lab.estate().put(ResourceId.of(HealthyEstate.VAULT.text()), vault);
    }

    private static Ran run(String... args) {
        return run(new ByteArrayOutputStream(), new ByteArrayOutputStream(), Practice.engine(), args);
    }

    private static Ran run(Lab lab, String... args) {
        return run(new ByteArrayOutputStream(), new ByteArrayOutputStream(), Practice.engine(lab), args);
    }

    private static Ran run(ByteArrayOutputStream out, ByteArrayOutputStream err, linkdoctor.engine.Engine engine, String... args) {
        int exit = new Cli(engine, new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
                new Look(false, true), false)).run(args);
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
