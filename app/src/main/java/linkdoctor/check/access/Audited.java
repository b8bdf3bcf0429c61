package linkdoctor.check.access;

import java.util.List;
import java.util.stream.Collectors;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Presence;
import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.DiagnosticSetting;
import linkdoctor.facts.azure.Vault;
import linkdoctor.remedy.Remedy;

/** The audit log shows what the service saw of each request: source, endpoint, identity and reason. */
public final class Audited implements Check {
    private static final Finding OFF = Finding.warn("access.audit-off",
            "Nothing records who asks the vault",
            "The vault's log names the address, the endpoint and the reason of each refusal, so without it one can only guess what "
                    + "other clients run into. No diagnostic setting sends the audit log anywhere unless someone makes one.", Links.LOGGING);

    @Override
    public String id() {
        return "access.audited";
    }

    @Override
    public String title() {
        return "The vault's audit log is kept";
    }

    @Override
    public List<Finding> findings() {
        return List.of(OFF);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Given.the(facts.diagnostics(), settings -> {
            List<DiagnosticSetting> auditing = settings.stream().filter(DiagnosticSetting::audits).toList();
            if (!auditing.isEmpty()) {
                return Outcome.pass("Diagnostic setting " + names(auditing) + " keeps the audit log.");
            }
            return Outcome.problem(OFF, settings.isEmpty() ? facts.target().vault() + " has no diagnostic setting."
                    : "On " + facts.target().vault() + ", diagnostic setting " + names(settings) + " does not send the audit log.", keep(facts));
        });
    }

    private static String names(List<DiagnosticSetting> settings) {
        return settings.stream().map(DiagnosticSetting::name).sorted().collect(Collectors.joining(", "));
    }

    /** Which workspace takes the log is the company's choice, so the command is for a person to complete. */
    private static Remedy keep(Snapshot facts) {
        String resource = Presence.vault(facts).known().map(Vault::id).map(id -> id.text()).orElse(facts.target().vault());
        String command = CommandLine.of("az", "monitor", "diagnostic-settings", "create", "-n", "kv-audit", "--resource", resource,
                "--workspace", "WORKSPACE-ID", "--logs", "[{\"categoryGroup\":\"audit\",\"enabled\":true}]").bash();
        return new Remedy("Send the audit log to a workspace", "What the workspace takes in costs money.",
                "Microsoft.Insights/diagnosticSettings/write and Microsoft.OperationalInsights/workspaces/sharedKeys/action", List.of(),
                List.of("Open the vault, Diagnostic settings, Add; choose the category group audit and a Log Analytics workspace.",
                        "Or run, with the id of your workspace: " + command));
    }
}
