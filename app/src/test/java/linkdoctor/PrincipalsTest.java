package linkdoctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.permission.PermissionTable;
import linkdoctor.check.permission.Permissions;
import linkdoctor.check.permission.Verdict;
import linkdoctor.engine.Asked;
import linkdoctor.engine.Version;
import linkdoctor.facts.Snapshot;
import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.Lab;
import linkdoctor.lab.Scenarios;
import linkdoctor.probe.Progress;
import linkdoctor.session.Redaction;
import linkdoctor.session.SessionFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what, from the lab's role assignments, groups and directory to the table, and back out of a session. */
@Timeout(60)
class PrincipalsTest {
    private static final String NOBODY = "0abcdef0-1111-4111-8111-0123456789ab";

    @TempDir
    Path directory;

    @Test
    void groupsAreNamedForTheCallerAndForOthers() throws Exception {
        List<PermissionTable> tables = Permissions.of(look("access-through-group", HealthyEstate.ENGINEER.objectId(), NOBODY));

        assertThat(tables).extracting(PermissionTable::who).containsExactly(HealthyEstate.APP.objectId(), "engineer@fabrikam.example", NOBODY);
        assertThat(tables.subList(0, 2)).allSatisfy(table -> assertThat(get(table).because())
                .isEqualTo("by Key Vault Secrets User on the vault, through group group-kv-readers"));
        assertThat(get(tables.getLast())).isInstanceOf(Verdict.NotGiven.class);
        assertThat(tables.getLast().about()).contains("404");
    }

    @Test
    void aShutDirectoryIsSaidAndNothingIsClaimed() throws Exception {
        List<PermissionTable> tables = Permissions.of(look("access-policy-through-group", HealthyEstate.ENGINEER.objectId()));

        assertThat(get(tables.getLast())).isInstanceOf(Verdict.Unknown.class);
        assertThat(get(tables.getLast()).because()).contains("Microsoft Graph answered 403");
    }

    @Test
    void theRightsOfOthersAreJudgedAgainFromASession() throws Exception {
        Snapshot facts = look("access-deny-assignment", HealthyEstate.ADMIN.objectId());
        for (Redaction redaction : Redaction.values()) {
            Path file = directory.resolve(redaction + ".json");
            Files.writeString(file, SessionFile.write(Diagnosis.of(redaction.apply(facts)), Version.TOOL, facts.started()));
            Snapshot opened = ((SessionFile.Session) SessionFile.open(file)).facts();

            assertThat(Permissions.of(opened)).as(redaction.name()).extracting(table -> get(table).getClass().getSimpleName())
                    .containsExactly("Denied", "Allowed");
        }
        assertThat(Permissions.of(facts).getLast().remarks()).anySatisfy(remark -> assertThat(remark).contains("Owner").contains("give itself any right"));
    }

    private static Verdict get(PermissionTable table) {
        return table.rows().stream().filter(row -> row.action().dataAction().endsWith("/getSecret/action")).findFirst().orElseThrow().verdict();
    }

    private static Snapshot look(String scenario, String... principals) throws Exception {
        Asked asked = new Asked(Asked.SignIn.USUAL, Optional.empty(), Optional.empty(), List.of(), 1, Duration.ofSeconds(60), List.of(principals), Optional.empty());
        try (Lab lab = Lab.start(Scenarios.named(scenario).orElseThrow())) {
            return Wiring.visit(lab, asked, Practice.target("fabrikam").cloud(), prompt -> { }).look(Practice.target("fabrikam"), Progress.SILENT);
        }
    }
}
