package linkdoctor.check.access;

import java.util.List;
import java.util.stream.Collectors;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.DiagnosticSetting;

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
                    : "On " + facts.target().vault() + ", diagnostic setting " + names(settings) + " does not send the audit log.", KeepLog.of(facts, settings)).because(facts.diagnostics(), facts.workspaces());
        });
    }

    private static String names(List<DiagnosticSetting> settings) {
        return settings.stream().map(DiagnosticSetting::name).sorted().collect(Collectors.joining(", "));
    }
}
