package linkdoctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** That the parser takes PowerShell for PowerShell and nothing else: what the tests of scripts rely on. */
@EnabledIf(value = "linkdoctor.PowerShellParse#isThere", disabledReason = "no grammar of PowerShell for this machine among the test resources")
class PowerShellParseTest {
    private static final Path SAMPLES = Path.of("src/test/resources/linkdoctor/powershell");
    private static final Path RUNS = Path.of("src/test/resources/linkdoctor/runs");

    @Test
    void takesWhatScriptsAreMadeOf() throws IOException {
        String good = Files.readString(SAMPLES.resolve("good.ps1"));
        assertThat(PowerShellParse.faults(good)).isEmpty();
        assertThat(PowerShellParse.faults(good.replace("\n", "\r\n"))).as("with Windows' line ends").isEmpty();
        assertThat(PowerShellParse.faults("\uFEFF" + good)).as("with a byte order mark").isEmpty();
        assertThat(PowerShellCmdlets.faults(good)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# nothing to do\n", "<# nothing\nto do #>\n"})
    void takesAScriptThatDoesNothing(String script) {
        assertThat(PowerShellParse.faults(script)).isEmpty();
    }

    /** Of each the fault is on the line given; a bar stands for a line's end. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', value = {
        "1; function Invoke-It {|  Get-X||Get-Y", "3; if ($a) {|  Get-X|}}|Get-Y", "2; Get-A|Get-X (1))|Get-Y", "2; Get-A|Get-X (1|Get-Y",
        "2; Get-A|Get-X -Name 'it|Get-Y", "2; Get-A|Get-X -Name \"it|Get-Y", "2; Get-A|\"a $(Get-X b\"|Get-Y",
        "2; Get-A|Get-X '\u2019'|Get-Y", "2; Get-A|Get-X -Name 'it\u2019s'|Get-Y", "2; Get-A|Get-X -Name \"so\u201dcalled\"|Get-Y", "2; Get-A|Get-X it\u2019s|Get-Y",
        "2; Get-A|$x = ¦ Get-Y", "2; Get-A|Get-X ¦|¦ Get-Y", "2; Get-A|Get-X ¦",
        "2; Get-A|$x = @'|abc|Get-Y", "2; Get-A|$x = @'|abc '@|Get-Y", "2; Get-A|$x = @\"abc|\"@",
        "2; Get-A|$x =|", "2; Get-A|if $a { 1 }", "2; Get-A|$x = @{ a = }", "2; Get-A|$x = @{ a 1 }", "2; Get-A|try { Get-X }|Get-Y",
        "2; Get-A|\"$name: x\"", "2; Get-A|function F { param($a $b) }", "1; Get-X -A 'a',", "2; Get-X ` |  -Name a", "1; foreach ($a of $b) { 1 }"})
    void refusesWhatIsBroken(int line, String script) {
        String broken = script.replace("|", "\n").replace('¦', '|') + "\n";
        // A brace that is never closed is missed at the end.
        int at = line == 1 && script.startsWith("function") ? 4 : line;
        assertThat(PowerShellParse.faults(broken)).as(broken).isNotEmpty().anySatisfy(one -> assertThat(one).startsWith(at + ":"));
    }

    @Test
    void tellsThePlaceInCharacters() {
        assertThat(PowerShellParse.faults("Get-A\n'äöü€' + )\n")).first().asString().startsWith("2:");
        assertThat(PowerShellParse.faults("Get-A -B 'äöü', 'it\u2019s'\n")).singleElement().asString().startsWith("1:17 ");
    }

    @Test
    void knowsWhatWindowsPowerShellLacks() {
        assertThat(PowerShellParse.faultsIn51("Get-X\nGet-X && Get-Y\n")).singleElement().asString().startsWith("2:7 ").contains("5.1");
        assertThat(PowerShellParse.faultsIn51("Get-X 'ä'\n")).hasSize(1);
        assertThat(PowerShellParse.faultsIn51("\uFEFFGet-X 'ä'\n")).isEmpty();
        assertThat(PowerShellParse.faultsIn51("Get-X 'a'\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"New-AzPrivateDnsZon -ResourceGroupName 'g' -Name 'z'", "New-AzPrivateDnsZone -ResourceGroup 'g' -Name 'z'",
        "New-AzPrivateDnsZone -ResourceGroupName 'g'", "Get-AzPrivateDnsRecordSet -ResourceGroupName 'g' -ZoneName 'z' -Name 'n'",
        "Remove-AzKeyVaultNetworkRule -VaultName 'v' -ResourceId 'i'", "Approve-AzPrivateEndpointConnection -ResourceId 'i' -Confirm:$false",
        "$x = @(Get-AzContexts)", "if ($true) { Out-Nul }"})
    void refusesWhatNoModuleHas(String line) {
        assertThat(PowerShellParse.faults(line)).isEmpty();
        assertThat(PowerShellCmdlets.faults(line)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"New-AzPrivateDnsZone -ResourceGroupName 'g' -Name 'z' -ErrorAction Stop", "set-azcontext -subscriptionid 's'",
        "$r | Set-AzPrivateDnsRecordSet -Overwrite -Confirm:$false", "New-AzPrivateDnsZone @zone", "function Get-Own { 1 }\nGet-Own -Any", "& az login --tenant 't'",
        "Add-AzPrivateDnsRecordConfig -RecordSet $record -Ipv4Address '10.1.1.5'"})
    void takesWhatModulesHave(String line) {
        assertThat(PowerShellParse.faults(line)).isEmpty();
        assertThat(PowerShellCmdlets.faults(line)).isEmpty();
    }

    static Stream<Path> runs() throws IOException {
        try (Stream<Path> files = Files.list(RUNS)) {
            return files.filter(one -> one.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void takesWhatReportsOffer(Path run) throws IOException {
        for (var lines : new ObjectMapper().readTree(run.toFile()).findValues("powershell")) {
            String script = String.join("\n", new ObjectMapper().convertValue(lines, String[].class));
            assertThat(PowerShellParse.faults(script)).as(script).isEmpty();
            assertThat(PowerShellCmdlets.faults(script)).as(script).isEmpty();
        }
    }
}
