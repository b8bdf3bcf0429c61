package linkdoctor.check.access;

import static linkdoctor.check.Healthy.known;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import linkdoctor.check.Healthy;
import linkdoctor.check.Ids;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.DiagnosticSetting;
import linkdoctor.facts.monitor.Workspace;
import linkdoctor.facts.monitor.Workspaces;
import linkdoctor.remedy.Remedy;
import org.junit.jupiter.api.Test;

/** Which workspace the audit log is sent to by command: never one that might be the wrong one. */
class KeepLogTest {
    private static final Workspace NEAR = workspace("law-near", "eastus");
    private static final Workspace FAR = workspace("law-far", "westeurope");

    @Test
    void theOnlyOneInTheVaultsRegionIsTaken() {
        Remedy remedy = remedy(new Workspaces(List.of(NEAR, FAR), Optional.empty()));

        assertThat(remedy.bash()).singleElement().asString().contains("az rest --method put", "/workspaces/law-near", "\"categoryGroup\":\"audit\"", "--subscription");
        assertThat(remedy.caution()).isEqualTo(Remedy.Caution.ON_REQUEST);
        assertThat(remedy.risk()).contains("costs money");
    }

    @Test
    void amongSeveralAPersonChooses() {
        Remedy remedy = remedy(new Workspaces(List.of(NEAR, workspace("law-other", "East US")), Optional.empty()));

        assertThat(remedy.steps()).isEmpty();
        assertThat(remedy.portal()).anySatisfy(line -> assertThat(line).contains("law-near (eastus) and law-other (East US)"))
                .anySatisfy(line -> assertThat(line).contains("--workspace"));
    }

    @Test
    void oneElsewhereIsNotTakenUnlessItIsChosen() {
        assertThat(remedy(new Workspaces(List.of(FAR), Optional.empty())).steps()).isEmpty();
        assertThat(remedy(new Workspaces(List.of(FAR), Optional.of(FAR.id()))).bash()).singleElement().asString().contains("/workspaces/law-far");
    }

    @Test
    void aSettingThatIsThereIsNotReplaced() {
        Remedy remedy = KeepLog.of(facts(new Workspaces(List.of(NEAR), Optional.empty())), List.of(new DiagnosticSetting("KV-Audit", false, "")));

        assertThat(remedy.bash()).singleElement().asString().contains("/diagnosticSettings/kv-audit-2");
    }

    @Test
    void aNameThatWouldEndTheJsonStaysInIt() {
        Workspace hostile = new Workspace(ResourceId.of("/subscriptions/s/resourceGroups/g/providers/Microsoft.OperationalInsights/workspaces/a\"b\\c"), "eastus", "");

        assertThat(remedy(new Workspaces(List.of(hostile), Optional.empty())).steps().getFirst().az().args())
                .anySatisfy(arg -> assertThat(arg).contains("workspaces/a\\\"b\\\\c\",\"logs\""));
    }

    private static Remedy remedy(Workspaces workspaces) {
        return KeepLog.of(facts(workspaces), List.of());
    }

    private static Snapshot facts(Workspaces workspaces) {
        return Healthy.snapshot().with("diagnostics", known(List.of())).with("workspaces", known(workspaces));
    }

    private static Workspace workspace(String name, String region) {
        return new Workspace(Ids.id(Ids.WORKLOAD, "rg-logs", "Microsoft.OperationalInsights/workspaces/" + name), region, "a1a1a1a1-0000-4000-8000-000000000001");
    }
}
