package linkdoctor.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import linkdoctor.Golden;
import linkdoctor.Practice;
import linkdoctor.check.Diagnosis;
import linkdoctor.check.Healthy;
import linkdoctor.check.callers.Named;
import linkdoctor.check.callers.WhoGetsIn;
import linkdoctor.cli.live.Terminal;
import linkdoctor.cli.text.CallersView;
import linkdoctor.cli.text.Look;
import linkdoctor.facts.azure.Vault;
import linkdoctor.session.OldSessions;

import static org.assertj.core.api.Assertions.assertThat;

class CallersViewTest {
    private static final int COLUMNS = 80;

    @Test
    void theTable() {
        Golden.matches(Path.of("src/test/resources/linkdoctor/cli/callers.txt"), text(new Look(false, true)));
    }

    @Test
    void fitsEightyColumnsButForLinks() {
        assertThat(text(new Look(false, true)).lines().filter(line -> !line.contains("https://"))).allMatch(line -> line.length() <= COLUMNS);
    }

    @Test
    void aTerminalWithoutSignsGetsAscii() {
        assertThat(text(new Look(false, false))).matches("(?s)[\\x0a\\x20-\\x7e]*").contains("x stops here");
    }

    @Test
    void coloursChangeNothingElse() {
        assertThat(text(new Look(true, true)).replaceAll("\u001b\\[\\d+m", "")).isEqualTo(text(new Look(false, true)));
    }

    @Test
    void standsBehindTheChecklistAndInTheDocument() throws Exception {
        assertThat(run("replay", OldSessions.FROZEN.toString(), "--explain-access", "--caller", "azure-devops")).contains("\nWho gets in\n", "Azure DevOps agent");
        assertThat(run("replay", OldSessions.FROZEN.toString())).doesNotContain("Who gets in");
        JsonNode document = new ObjectMapper().readTree(run("replay", OldSessions.FROZEN.toString(), "--explain-access", "--output", "json"));
        assertThat(document.path("callers").path("rows").get(0).path("role").asText()).isEqualTo("this-client");
        assertThat(document.path("callers").path("rows").get(0).path("now").path("gates")).hasSize(7);
        assertThat(run("replay", OldSessions.FROZEN.toString(), "--output", "json")).doesNotContain("\"callers\"");
    }

    @Test
    void whoCannotBeNamedIsRefused() {
        assertThat(refused("--explain-access", "--caller", "my laptop")).contains("No caller is known by the name my laptop.", "app-service");
        assertThat(refused("--caller", "203.0.113.7")).contains("--explain-access");
        assertThat(refused("--explain-access", "--caller", "203.0.113.7", "--redact", "all")).contains("--redact all");
    }

    private static String text(Look look) {
        Vault.NetworkRules rules = new Vault.NetworkRules("Deny", "AzureServices", List.of("20.62.10.0/24"), List.of());
        Diagnosis diagnosis = Diagnosis.of(Healthy.snapshot().with("vault", Healthy.known(Healthy.search(Healthy.vault(Optional.of("Enabled"), Optional.of(rules))))));
        List<Named> named = List.of(Named.of("data-factory").orElseThrow(), Named.of("203.0.113.7").orElseThrow());
        return CallersView.of(WhoGetsIn.of(diagnosis, named), diagnosis, look);
    }

    private static String run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new Cli(Practice.engine(), new Terminal(stream(out), stream(err), new Look(false, true), false)).run(args);
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isNotEqualTo(2);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String refused(String... options) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> args = new java.util.ArrayList<>(List.of("replay", OldSessions.FROZEN.toString()));
        args.addAll(List.of(options));
        assertThat(new Cli(Practice.engine(), new Terminal(stream(new ByteArrayOutputStream()), stream(err), new Look(false, true), false))
                .run(args.toArray(String[]::new))).isEqualTo(2);
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
