package linkdoctor.elsewhere;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import linkdoctor.explain.PastedBytes;

import static org.assertj.core.api.Assertions.assertThat;

class ProbeOutputTest {
    private static final int RUN_COMMAND = 4096;

    static List<String> kept() {
        return Kept.names();
    }

    @ParameterizedTest
    @MethodSource("kept")
    void everyKeptOutputIsReadWhole(String name) {
        ProbeOutput output = Kept.only(Kept.text(name));
        assertThat(output.host()).matches("app-0\\d");
        assertThat(output.name()).hasValue("fabrikam.vault.azure.net");
        assertThat(output.cut()).isEmpty();
        assertThat(output.lines()).hasSize((int) Kept.text(name).lines().count() - 2);
        assertThat(Kept.text(name).length()).as("a run command returns no more than its last %d bytes", RUN_COMMAND).isLessThan(3500);
    }

    @ParameterizedTest
    @MethodSource("kept")
    void inWhateverItArrivesItSaysTheSame(String name) {
        String text = Kept.text(name);
        ProbeOutput plain = Kept.only(text);
        assertThat(Kept.only(text.replace("\n", "\r\n"))).isEqualTo(plain);
        assertThat(Kept.only("user@app-01:~$ bash probe.sh\n" + text + "user@app-01:~$ \nThanks.\n")).isEqualTo(plain);
        assertThat(Kept.only(text.lines().map(line -> "> " + line).reduce("", (a, b) -> a + b + "\n"))).isEqualTo(plain);
        assertThat(Kept.only(linuxRunCommand(text))).isEqualTo(plain);
        assertThat(Kept.only(windowsRunCommand(text))).isEqualTo(plain);
        assertThat(Kept.only(PastedBytes.text(("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE)))).isEqualTo(plain);
        assertThat(Kept.only(PastedBytes.text(("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE)))).isEqualTo(plain);
        assertThat(Kept.only(PastedBytes.text(("\ufeff" + text).getBytes(StandardCharsets.UTF_8)))).isEqualTo(plain);
        assertThat(Kept.only(wrapped(text, 79))).isEqualTo(plain);
    }

    private static String linuxRunCommand(String text) {
        return "{\n  \"value\": [\n    {\n      \"code\": \"ProvisioningState/succeeded\",\n      \"displayStatus\": \"Provisioning succeeded\",\n"
                + "      \"level\": \"Info\",\n      \"message\": \"Enable succeeded: \\n[stdout]\\n" + text.replace("\n", "\\n") + "\\n[stderr]\\n\",\n      \"time\": null\n    }\n  ]\n}\n";
    }

    private static String windowsRunCommand(String text) {
        return "{\"value\":[{\"code\":\"ComponentStatus/StdOut/succeeded\",\"message\":\"" + text.replace("\n", "\\r\\n")
                + "\"},{\"code\":\"ComponentStatus/StdErr/succeeded\",\"message\":\"\"}]}";
    }

    /** A console as wide as this breaks lines in two. */
    private static String wrapped(String text, int width) {
        StringBuilder all = new StringBuilder();
        text.lines().forEach(line -> {
            for (int at = 0; at < line.length(); at += width) {
                all.append(line, at, Math.min(line.length(), at + width)).append('\n');
            }
        });
        return all.toString();
    }

    @Test
    void cutOffAnywhereItSaysSoAndTheRestCounts() {
        String text = Kept.text("healthy");
        ProbeOutput whole = Kept.only(text);
        for (int end = text.indexOf("ld 1 "); end < text.lastIndexOf(" ."); end++) {
            ProbeOutput head = Kept.only(text.substring(0, end));
            assertThat(head.lines()).isEqualTo(whole.lines().subList(0, head.lines().size()));
            assertThat(head.cut()).hasValueSatisfying(said -> assertThat(said).startsWith("The output of app-01 is cut off a").endsWith("the rest was not seen."));
        }
        for (int start = 1; start < text.lastIndexOf("linkdoctor-probe"); start++) {
            ProbeOutput tail = Kept.only(text.substring(start));
            int lost = whole.lines().size() - tail.lines().size();
            assertThat(tail.lines()).isEqualTo(whole.lines().subList(lost, whole.lines().size()));
            assertThat(tail.host()).isEqualTo("app-01");
            if (lost > 0) {
                assertThat(tail.cut()).hasValueSatisfying(said -> assertThat(said).contains(tail.lines().isEmpty() ? "lacks" : "cut off before"));
            }
        }
    }

    @Test
    void itSaysAfterWhat() {
        String text = Kept.text("healthy");
        assertThat(Kept.only(text.substring(0, text.indexOf("ld 14 "))).cut())
                .hasValue("The output of app-01 is cut off after the answers of DNS server 168.63.129.16: what is there counts, the rest was not seen.");
        assertThat(Kept.only(text.replaceFirst("(?m)^ld 7 .*\n", "")).cut())
                .hasValue("The output of app-01 lacks 1 of its 19 lines: what is there counts, the rest was not seen.");
    }

    @Test
    void severalMachinesInOneFileAreToldApart() {
        String two = Kept.text("healthy") + Kept.text("untrusted");
        assertThat(Kept.all(two)).extracting(ProbeOutput::host).containsExactly("app-01", "app-02");
        assertThat(Kept.all(two)).allSatisfy(one -> assertThat(one.cut()).isEmpty());
        String headless = Kept.text("healthy") + Kept.text("untrusted").replaceFirst(".*\n", "");
        assertThat(Kept.all(headless)).extracting(ProbeOutput::host).containsExactly("app-01", "app-02");
        assertThat(Kept.all(headless).getLast().cut()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "ld", "ld 1", "{\"value\":[]}", "linkdoctor-probe/1", "linkdoctor-probe/1 begin", "\u0000\u0001ld x y z ."})
    void otherTextsHoldNone(String text) {
        assertThat(ProbeOutput.read(text, "output.txt", Kept.NOW)).isEqualTo(new ProbeOutput.NoOutput(
                "output.txt holds no output of the probe script: give what probe.sh or probe.ps1 printed."));
    }

    @Test
    void theScriptItselfIsNoOutput() {
        ProbeScript script = new ProbeScript("fabrikam.vault.azure.net", "fabrikam.privatelink.vaultcore.azure.net", List.of(), List.of());
        for (String text : List.of(script.bash(), script.powershell())) {
            assertThat(ProbeOutput.read(text, "probe.sh", Kept.NOW)).isEqualTo(new ProbeOutput.NoOutput(
                    "probe.sh holds the probe script itself: run it on the client, and import what it prints."));
        }
        assertThat(ProbeOutput.read("linkdoctor-probe/2 begin a b c .", "output.txt", Kept.NOW)).isEqualTo(new ProbeOutput.NoOutput(
                "output.txt was written by a probe script of another version of Link Doctor; write the script anew and run that."));
    }

    @Test
    void aNameThatSteersATerminalDoesNotWhereItIsTold() {
        ProbeOutput output = Kept.only(Kept.text("healthy").replace("begin app-01", "begin %1B[2Jweb%0A%E2%80%AE1").replaceFirst("(?m)^ld 19 .*\n", ""));
        assertThat(output.host() + output.cut().orElseThrow()).doesNotContain("\u001b", "\n", "\u202e").contains("web");
    }

    @Test
    void aValueKeepsItsBytes() {
        assertThat(Line.of(1, "x", " %C3%BC%20%22%24(id)%22 - %2D a%25b %0A%00 100%").values()).isEqualTo(List.of("\u00fc \"$(id)\"", "", "-", "a%b", "\n\u0000", "100%"));
        List<String> values = new ArrayList<>();
        for (int i = 0; i < 256; i++) {
            values.add("%" + String.format("%02X", i));
        }
        assertThat(Line.of(1, "x", " " + String.join(" ", values.subList(0, 128))).values()).hasSize(128).doesNotHaveDuplicates();
    }
}
