package linkdoctor.script;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import linkdoctor.Golden;
import linkdoctor.lab.Lab;
import linkdoctor.lab.Scenario;
import linkdoctor.lab.Scenarios;
import linkdoctor.PowerShellCmdlets;
import linkdoctor.PowerShellParse;
import linkdoctor.Practice;
import linkdoctor.facts.CommandLine;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The scripts of some scenarios of the lab: how they read, and that their shells can read them. */
class ScriptsTest {
    private static final List<String> SCENARIOS = List.of("zone-missing", "zone-competing", "access-policy-missing", "firewall-public-open");
    private static final Map<String, Plan> PLANS = new ConcurrentHashMap<>();
    private static final List<String> HOSTILE = List.of("it's", "\u2019\u201c $(x) `y` \"z\"", "line\nend #>", "{{steps}}", "'@\n\"@");

    private static Plan plan(String name) {
        return PLANS.computeIfAbsent(name, unseen -> {
            Scenario scenario = Scenarios.named(name).orElseThrow();
            try (Lab lab = Lab.start(scenario)) {
                return Plan.of(Practice.look(lab, scenario.target()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Scripts scripts(Plan plan) {
        return Scripts.of(plan, plan.usual(), "linkdoctor test", CommandLine.of("linkdoctor", "check", "fabrikam"));
    }

    @Test
    void isWrittenAsItIsKept() {
        for (Map.Entry<String, String> file : scripts(plan("zone-competing")).files().entrySet()) {
            Golden.matches(Path.of("src/test/resources/linkdoctor/script/written", file.getKey()), file.getValue().replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC", "2026-03-02 09:00:00 UTC"));
        }
    }

    @Test
    void isPowerShellWhateverThingsAreCalled() throws IOException {
        Assumptions.assumeTrue(PowerShellParse.isThere(), "no grammar of PowerShell for this machine");
        for (String hostile : HOSTILE) {
            Plan plan = Hostile.renamed(plan(SCENARIOS.getFirst()).diagnosis(), hostile);
            for (String name : List.of("fix.ps1", "rollback.ps1")) {
                String text = scripts(plan).files().get(name);
                assertThat(PowerShellParse.faults(text)).as(name + text).isEmpty();
                assertThat(PowerShellCmdlets.faults(text)).as(name).isEmpty();
            }
        }
    }

    @Test
    void shellcheckFindsNothingWhereItIsOnThePath(@TempDir Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(one -> Files.isExecutable(Path.of(one, "shellcheck"))), "no shellcheck on the path");
        shellcheck(folder, SCENARIOS.stream().map(ScriptsTest::plan).toList());
        // Names with a dollar or a typographic quote are meant as they stand, which is what these two remarks doubt.
        shellcheck(folder, List.of(Hostile.renamed(plan("zone-missing").diagnosis(), HOSTILE.get(1)), Hostile.renamed(plan("zone-missing").diagnosis(), HOSTILE.get(2))),
                "-e", "SC2016,SC1112");
    }

    private static void shellcheck(Path folder, List<Plan> plans, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("shellcheck", "-s", "bash"));
        command.addAll(List.of(options));
        for (Plan plan : plans) {
            for (String name : List.of("fix.sh", "rollback.sh")) {
                Path file = folder.resolve(command.size() + name);
                Files.writeString(file, scripts(plan).files().get(name));
                command.add(file.toString());
            }
        }
        Process shellcheck = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(shellcheck.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shellcheck.waitFor()).as(said).isZero();
    }

    @Test
    void whatCanLockOutComesLast() {
        Plan plan = plan("not-linked-and-role-missing");
        List<Boolean> locking = plan.steps(Set.copyOf(plan.commanded())).stream()
                .map(step -> step.repair().remedy().caution() == linkdoctor.remedy.Remedy.Caution.LOCKS_OUT).toList();
        assertThat(locking).isSorted().contains(true, false);
        assertThat(plan.steps(plan.usual())).extracting(Numbered::number).containsExactly(1, 2, 3);
    }
}
