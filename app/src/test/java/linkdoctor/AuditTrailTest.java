package linkdoctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.verdict.ServiceLog;
import linkdoctor.engine.Asked;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.monitor.AuditRow;
import linkdoctor.facts.monitor.AuditTrail;
import linkdoctor.facts.monitor.AuditWish;
import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.Lab;
import linkdoctor.lab.Scenario;
import linkdoctor.lab.Scenarios;
import linkdoctor.probe.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the workspace says that the service saw, over real sockets: the rows are of requests that this very look made. */
@Timeout(60)
class AuditTrailTest {
    private static final ResourceId KEPT = ResourceId.of("/subscriptions/" + HealthyEstate.HUB
            + "/resourceGroups/rg-network/providers/Microsoft.OperationalInsights/workspaces/law-fabrikam");

    @Test
    void aRefusalIsInTheLogWithItsAddressAndReason() throws Exception {
        try (Lab lab = lab("access-firewall-denied")) {
            Snapshot facts = look(lab, AuditWish.NONE.wanted());

            AuditTrail trail = facts.auditLog().known().orElseThrow();
            assertThat(trail.workspace()).isEqualTo(KEPT);
            assertThat(trail.rows()).anySatisfy(row -> {
                assertThat(row.operation()).isEqualTo("SecretList");
                assertThat(row.status()).isEqualTo(403);
                assertThat(row.address()).isEqualTo("20.62.10.10");
                assertThat(row.way()).isEqualTo("PublicIP");
                assertThat(row.reason()).contains("Client address is not authorized");
                assertThat(row.objectId()).isEqualTo(HealthyEstate.APP.objectId());
            }).anySatisfy(row -> assertThat(row.operation()).isEqualTo("Authentication")).allSatisfy(row -> assertThat(row.refused()).isTrue());
            ServiceLog log = ServiceLog.of(Diagnosis.of(facts)).orElseThrow();
            assertThat(log.rows()).isEqualTo(trail.rows());
            assertThat(log.lead()).contains("law-fabrikam");
        }
    }

    @Test
    void overThePrivateLinkItSaysSo() throws Exception {
        try (Lab lab = lab("healthy")) {
            List<AuditRow> rows = look(lab, AuditWish.NONE.wanted()).auditLog().known().orElseThrow().rows();

            assertThat(rows).extracting(AuditRow::way).containsOnly("PrivateLink");
            assertThat(rows).extracting(AuditRow::status).contains(200, 401);
        }
    }

    @Test
    void withoutTheRightItSaysWhichOneIsMissing() throws Exception {
        try (Lab lab = lab("healthy", "deny callers Microsoft.OperationalInsights/workspaces/query @ everything")) {
            Failure failure = look(lab, AuditWish.NONE.wanted()).auditLog().trouble().orElseThrow();

            assertThat(failure.kind()).isEqualTo(Failure.Kind.DENIED);
            assertThat(failure.needs()).contains("Microsoft.OperationalInsights/workspaces/query/read").contains("law-fabrikam");
        }
    }

    @Test
    void aServiceInTroubleIsSaidToBe() throws Exception {
        try (Lab lab = lab("healthy", "fault logs * 503")) {
            assertThat(look(lab, AuditWish.NONE.wanted()).auditLog().trouble().orElseThrow().kind()).isEqualTo(Failure.Kind.SERVER_ERROR);
        }
    }

    @Test
    void anAnswerWithoutATableIsNotTakenForNoRequest() throws Exception {
        try (Lab lab = lab("healthy", "fault logs * garbage")) {
            assertThat(look(lab, AuditWish.NONE.wanted()).auditLog().trouble().orElseThrow().kind()).isEqualTo(Failure.Kind.GARBAGE);
        }
    }

    @Test
    void whereNothingKeepsTheLogThereIsNoneToAsk() throws Exception {
        try (Lab lab = lab("access-audit-off")) {
            Snapshot facts = look(lab, AuditWish.NONE.wanted());

            assertThat(facts.auditLog()).isEqualTo(Probed.notTried("No diagnostic setting sends the audit log to a workspace, so there is none to ask."));
            assertThat(facts.workspaces().known().orElseThrow().all()).extracting(one -> one.id().name()).containsExactly("law-apps");
        }
    }

    @Test
    void itIsReadOnRequestAloneAndThenAfterwardsToo() throws Exception {
        try (Lab lab = lab("healthy"); var visit = Practice.visit(lab, Asked.SignIn.USUAL)) {
            Snapshot first = visit.look(Practice.target("fabrikam"), Progress.SILENT);
            assertThat(first.auditLog()).isInstanceOf(Probed.NotTried.class);

            Snapshot second = visit.lookAgain(first, Set.of("auditLog"), Progress.SILENT);
            assertThat(second.auditLog().known().orElseThrow().rows()).isNotEmpty();
            assertThat(second.dataPlane()).isSameAs(first.dataPlane());
        }
    }

    @Test
    void aChosenWorkspaceIsReadAlone() throws Exception {
        try (Lab lab = lab("access-audit-off")) {
            Snapshot facts = look(lab, new AuditWish(Optional.of(KEPT), AuditWish.Reading.LEFT_OUT));

            assertThat(facts.workspaces().known().orElseThrow().all()).extracting(one -> one.id()).containsExactly(KEPT);
        }
    }

    private static Snapshot look(Lab lab, AuditWish wish) throws IOException {
        Asked asked = new Asked(Asked.SignIn.USUAL, Optional.empty(), Optional.empty(), List.of(), 1, Duration.ofSeconds(60), List.of(), Optional.empty(), wish);
        // The lab is the test's own, so the visit is not closed.
        return Wiring.visit(lab, asked, Practice.target("fabrikam").cloud(), prompt -> { }).look(Practice.target("fabrikam"), Progress.SILENT);
    }

    private static Lab lab(String scenario) throws IOException {
        return Lab.start(Scenarios.named(scenario).orElseThrow());
    }

    /** A scenario with one more line. */
    private static Lab lab(String scenario, String line) throws IOException {
        return Lab.start(Scenario.of(scenario, "title: T\nteaches: T\nexpects: none\n\n" + line + "\n"));
    }
}
