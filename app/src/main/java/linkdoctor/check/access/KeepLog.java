package linkdoctor.check.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import linkdoctor.check.seen.Presence;
import linkdoctor.facts.CommandLine;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Words;
import linkdoctor.facts.azure.DiagnosticSetting;
import linkdoctor.facts.azure.Vault;
import linkdoctor.facts.monitor.Workspace;
import linkdoctor.facts.monitor.Workspaces;
import linkdoctor.remedy.Api;
import linkdoctor.remedy.Done;
import linkdoctor.remedy.PowerShell;
import linkdoctor.remedy.Reading;
import linkdoctor.remedy.Remedy;
import linkdoctor.remedy.Step;
import linkdoctor.remedy.Undo;

/** The repair that sends the audit log to a workspace: by command where it is plain which, else by hand, for that is the company's choice. */
final class KeepLog {
    private static final String NEEDS = "Microsoft.Insights/diagnosticSettings/write and Microsoft.OperationalInsights/workspaces/sharedKeys/action";
    private static final String RISK = "What the workspace takes in costs money.";
    private static final String PORTAL = "Open the vault, Diagnostic settings, Add; choose the category group audit and a Log Analytics workspace.";

    private KeepLog() {
    }

    static Remedy of(Snapshot facts, List<DiagnosticSetting> there) {
        Optional<Vault> vault = Presence.vault(facts).known();
        Optional<Workspace> workspace = facts.workspaces().known().flatMap(found -> plain(found, vault.map(Vault::location).orElse("")));
        return vault.isPresent() && workspace.isPresent()
                ? new Remedy("Send the audit log to workspace " + workspace.get().id().name(), RISK, NEEDS,
                        List.of(step(vault.get().id(), workspace.get().id(), unused(there))), List.of(PORTAL), Remedy.Caution.ON_REQUEST)
                : new Remedy("Send the audit log to a workspace", RISK, NEEDS, List.of(), byHand(facts));
    }

    /** The one that the user named, or the only one in the vault's region. */
    private static Optional<Workspace> plain(Workspaces found, String region) {
        if (found.chosen().isPresent()) {
            return found.all().stream().findFirst();
        }
        List<Workspace> near = found.all().stream().filter(one -> plain(one.location()).equals(plain(region))).toList();
        return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
    }

    /** "East US" is eastus. */
    private static String plain(String region) {
        return region.replace(" ", "").toLowerCase(java.util.Locale.ROOT);
    }

    private static List<String> byHand(Snapshot facts) {
        List<String> lines = new ArrayList<>(List.of(PORTAL));
        facts.workspaces().known().map(Workspaces::all).filter(all -> !all.isEmpty()).ifPresent(all -> lines.add("The subscription has "
                + Words.list(all.stream().map(one -> one.id().name() + " (" + one.location() + ")").sorted().toList()) + "."));
        lines.add("Or run linkdoctor check " + CommandLine.quote(facts.target().vault())
                + " --workspace with the resource id of your workspace and --fix with a folder, and the script does it.");
        return lines;
    }

    /** A setting of that name may send something else somewhere else, and would be replaced. */
    private static String unused(List<DiagnosticSetting> there) {
        return IntStream.iterate(1, i -> i + 1).mapToObj(i -> i == 1 ? "kv-audit" : "kv-audit-" + i)
                .filter(name -> there.stream().noneMatch(one -> one.name().equalsIgnoreCase(name))).findFirst().orElseThrow();
    }

    /** The Azure CLI's own command for it is broken in some packages; a request to Azure Resource Manager is the same. */
    private static Step step(ResourceId vault, ResourceId workspace, String name) {
        ResourceId setting = ResourceId.of(vault.text() + "/providers/Microsoft.Insights/diagnosticSettings/" + name);
        Reading reading = Reading.presence(setting, Api.MONITOR);
        String body = "{\"properties\":{\"workspaceId\":\"" + workspace.text().replace("\\", "\\\\").replace("\"", "\\\"") + "\",\"logs\":[{\"categoryGroup\":\"audit\",\"enabled\":true}],\"metrics\":[]}}";
        return Step.in(vault.subscription(), CommandLine.of("az", "rest", "--method", "put", "--url", reading.path(), "--body", body),
                PowerShell.run("New-AzDiagnosticSettingLogSettingsObject").with("Enabled", new PowerShell.Variable("true")).with("CategoryGroup", "audit").into("log"),
                PowerShell.run("New-AzDiagnosticSetting").with("Name", name).with("ResourceId", vault.text()).with("WorkspaceId", workspace.text())
                        .with("Log", new PowerShell.Variable("log")))
                .that("Send the audit log of " + vault.name() + " to workspace " + workspace.name(), reading, new Done.There(),
                        Undo.of(Step.in(vault.subscription(), CommandLine.of("az", "rest", "--method", "delete", "--url", reading.path()),
                                PowerShell.run("Remove-AzDiagnosticSetting").with("Name", name).with("ResourceId", vault.text()))));
    }
}
