package linkdoctor.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import linkdoctor.Practice;
import linkdoctor.check.Diagnosis;
import linkdoctor.facts.CommandLine;
import linkdoctor.lab.Lab;
import linkdoctor.lab.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a script does around its commands, in a real bash. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "bash is not usual there")
class ScriptRunTest {
    @TempDir
    private Path folder;

    private static Plan plan(String scenario) throws IOException {
        try (Lab lab = Lab.start(Scenarios.named(scenario).orElseThrow())) {
            return Plan.of(Practice.look(lab, Scenarios.named(scenario).orElseThrow().target()));
        }
    }

    private FakeAz az(Plan plan) throws IOException {
        return az(plan, plan.usual());
    }

    private FakeAz az(Plan plan, Set<Repair> chosen) throws IOException {
        String all = String.join("\n", plan.steps(chosen).stream().map(step -> step.step().az().args()).map(args -> args.get(args.indexOf("--subscription") + 1)).distinct().toList());
        return new FakeAz(folder).writes(Scripts.of(plan, chosen, "linkdoctor", CommandLine.of("linkdoctor", "check", "fabrikam"))).says("subscriptions", all + "\n");
    }

    private static List<List<String>> commands(Plan plan) {
        return plan.steps(plan.usual()).stream().map(step -> Stream.concat(step.step().az().args().stream().skip(1), Stream.of("--output", "none")).toList()).toList();
    }

    @Test
    void makesItsStepsInOrderAndThenProves() throws IOException, InterruptedException {
        Plan plan = plan("zone-missing");
        FakeAz az = az(plan).says("network-info", "conn_type=PrivateLink;addr=10.1.0.4;");

        FakeAz.Ran ran = az.run("fix.sh");

        assertThat(ran.exit()).as(ran.said()).isZero();
        assertThat(az.changes()).isEqualTo(commands(plan));
        assertThat(ran.said()).contains("Step 1 of 3", "The private path works.", "linkdoctor check fabrikam");
    }

    @Test
    void aDryRunShowsAndChangesNothing() throws IOException, InterruptedException {
        FakeAz az = az(plan("zone-missing"));

        FakeAz.Ran ran = az.run("fix.sh", "--dry-run");

        assertThat(ran.exit()).as(ran.said()).isZero();
        assertThat(az.changes()).isEmpty();
        assertThat(ran.said()).contains("Now: not there; then: there.", "az network private-dns zone create", "Nothing was changed");
        assertThat(az.scripts()).isDirectoryNotContaining(file -> file.getFileName().toString().startsWith(Scripts.RECORD));
    }

    @Test
    void aDryRunNeedsNobodySignedIn() throws IOException, InterruptedException {
        FakeAz az = az(plan("zone-missing")).says("subscriptions", "");

        FakeAz.Ran ran = az.run("fix.sh", "--dry-run");

        assertThat(ran.exit()).as(ran.said()).isZero();
        assertThat(ran.said()).contains("az is not signed in", "Now: not known", "az network private-dns zone create");
    }

    @Test
    void nothingIsBegunWithoutASignInOrInAnotherCloud() throws IOException, InterruptedException {
        FakeAz az = az(plan("zone-missing")).says("subscriptions", "");

        assertThat(az.run("fix.sh")).satisfies(ran -> {
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.said()).contains("az login");
        });
        az.says("arm", "https://management.usgovcloudapi.net/\n");
        assertThat(az.run("fix.sh")).satisfies(ran -> {
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.said()).contains("az cloud set");
        });
        assertThat(az.changes()).isEmpty();
    }

    @Test
    void aStateThatCannotBeReadIsNotTakenForMissing() throws IOException, InterruptedException {
        FakeAz az = az(plan("zone-missing")).says("refusal", "ERROR: Forbidden({\"error\":{\"code\":\"AuthorizationFailed\",\"message\":\"no\"}})\n");

        FakeAz.Ran ran = az.run("fix.sh");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.said()).contains("AuthorizationFailed", "could not be read");
        assertThat(az.changes()).isEmpty();
    }

    @Test
    void whatIsMissingMayBeMissing() throws IOException, InterruptedException {
        Plan plan = plan("zone-missing");
        FakeAz az = az(plan).says("network-info", "conn_type=PrivateLink;").says("refusal", "ERROR: Error loading command module 'monitor': ord()\n"
                + "ERROR: Not Found({\"error\":{\"code\":\"ParentResourceNotFound\",\"message\":\"no zone\"}})\n");

        assertThat(az.run("fix.sh").exit()).isZero();
        assertThat(az.changes()).isEqualTo(commands(plan));
    }

    @Test
    void aRefusedCommandEndsTheScriptWithItsReason() throws IOException, InterruptedException {
        FakeAz az = az(plan("zone-missing")).says("broken", "");

        FakeAz.Ran ran = az.run("fix.sh");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.said()).contains("AuthorizationFailed", "Step 1 did not come to an end");
        assertThat(az.changes()).hasSize(1);
    }

    @Test
    void whatCanLockClientsOutWaitsForTheUsersWordAndThePrivatePath() throws IOException, InterruptedException {
        FakeAz az = az(plan("firewall-public-open")).says("state", "Enabled\n");

        assertThat(az.run("fix.sh").said()).contains("Left out: it can lock clients out", "Steps left out: 1.");
        assertThat(az.changes()).isEmpty();
        FakeAz.Ran unproven = az.run("fix.sh", "--allow-lockout");
        assertThat(unproven.exit()).isEqualTo(1);
        assertThat(unproven.said()).contains("Not made: the private path has not answered");
        assertThat(az.says("network-info", "conn_type=Ipv4;addr=20.62.10.10;").run("fix.sh", "--allow-lockout").exit()).isEqualTo(1);
        assertThat(az.changes()).isEmpty();
        assertThat(az.says("network-info", "conn_type=PrivateLink;addr=10.1.0.4;").run("fix.sh", "--allow-lockout").exit()).isZero();
        assertThat(az.changes()).hasSize(1);
    }

    @Test
    void theHeadersOldFormProvesByTheEndpointsAddress() throws IOException, InterruptedException {
        FakeAz az = az(plan("firewall-public-open")).says("state", "Enabled\n").says("network-info", "addr=10.1.0.4;act_addr_fam=InterNetworkV6;");

        assertThat(az.run("fix.sh", "--allow-lockout").exit()).isZero();
        assertThat(az.changes()).hasSize(1);
    }

    @Test
    void whatSomebodyMayHaveDecidedWaitsUntilItIsAskedFor() throws IOException, InterruptedException {
        Plan plan = plan("environment-subnet-policy");
        FakeAz az = az(plan).says("state", "Enabled\n");

        assertThat(az.run("fix.sh").said()).contains("Left out: it costs money or undoes what somebody may have decided", "--with 1");
        assertThat(az.changes()).isEmpty();
        az.run("fix.sh", "--with", "1");
        assertThat(az.changes()).isEqualTo(commands(plan));
    }

    @Test
    void aStepThatIsDoneIsLeftAlone() throws IOException, InterruptedException {
        FakeAz az = az(plan("zone-missing"));

        assertThat(az.says("state", "/some/thing\n").run("fix.sh", "--only", "1,2").said()).contains("Nothing to do: it is so already.");
        assertThat(az.changes()).isEmpty();
    }

    @Test
    void rollbackTakesBackWhatWasRecordedOnceInReverse() throws IOException, InterruptedException {
        FakeAz az = az(plan("zone-missing"));
        az.run("fix.sh");
        az.changes();

        az.says("state", "/some/thing\n").run("rollback.sh");
        assertThat(az.changes()).extracting(args -> args.subList(0, 4).toString()).containsExactly("[network, private-endpoint, dns-zone-group, delete]",
                "[network, private-dns, link, vnet]", "[network, private-dns, zone, delete]");
        assertThat(az.run("rollback.sh").said()).contains("There was nothing to take back");
        assertThat(az.changes()).isEmpty();
    }

    @Test
    void rollbackGivesBackTheValueThatWasThere() throws IOException, InterruptedException {
        FakeAz az = az(plan("zone-ttl-out-of-range")).says("state", "3600\n");
        az.run("fix.sh");
        az.says("state", "300\n").run("fix.sh");
        az.changes();

        az.run("rollback.sh");
        assertThat(az.changes()).singleElement().asList().contains("ttl=3600");
    }

    @Test
    void wrongUsageIsOneSentence() throws IOException, InterruptedException {
        FakeAz az = az(plan("zone-missing"));

        for (List<String> args : List.of(List.of("--nonsense"), List.of("--only"), List.of("--only", "x"), List.of("extra"))) {
            FakeAz.Ran ran = az.run("fix.sh", args.toArray(String[]::new));
            assertThat(ran.exit()).as("%s", args).isEqualTo(2);
            assertThat(ran.said().strip()).doesNotContain("\n").endsWith(".");
        }
        assertThat(az.run("fix.sh", "--help").exit()).isZero();
        assertThat(az.changes()).isEmpty();
    }

    @Test
    void hostileNamesArriveAsTheyAreAndRunNothing() throws IOException, InterruptedException {
        for (String scenario : List.of("zone-missing", "connection-pending")) {
            Diagnosis diagnosis = plan(scenario).diagnosis();
            for (String hostile : List.of("it's $(touch HACKED) `touch HACKED` $HOME", "a\"; touch HACKED; \"' ; touch HACKED ; '", "line\nend; touch HACKED\n",
                    "--help", "\u2019; touch HACKED {{number}} {{/steps}} %s\\n")) {
                Plan plan = Hostile.renamed(diagnosis, hostile);
                FakeAz az = az(plan).says("network-info", "conn_type=PrivateLink;");
                FakeAz.Ran ran = az.run("fix.sh");
                assertThat(ran.exit()).as("%s %s %s", scenario, hostile, ran.said()).isZero();
                assertThat(az.changes()).as("%s %s", scenario, hostile).isEqualTo(commands(plan)).isNotEmpty();
                assertThat(az.run("rollback.sh").exit()).isZero();
                try (Stream<Path> all = Files.walk(folder)) {
                    assertThat(all.map(Path::getFileName).map(Path::toString)).doesNotContain("HACKED");
                }
                try (Stream<Path> all = Files.walk(folder)) {
                    for (Path one : new ArrayList<>(all.filter(file -> !file.equals(folder)).toList()).reversed()) {
                        Files.delete(one);
                    }
                }
            }
        }
    }
}
