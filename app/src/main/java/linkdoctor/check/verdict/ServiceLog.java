package linkdoctor.check.verdict;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Outcome;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.DiagnosticSetting;
import linkdoctor.facts.monitor.AuditRow;
import linkdoctor.facts.monitor.AuditTrail;
import linkdoctor.kql.AuditQuery;

/**
 * What the service saw of the caller's requests: the question to put to the workspace that keeps the audit log, and its answer
 * where it was put.
 *
 * @param lead  which workspace that is, one sentence
 * @param query in KQL, with line ends
 * @param said  what became of asking, one sentence or more; empty where the rows speak
 * @param rows  the newest
 * @param more  how many older ones the session holds
 */
public record ServiceLog(String lead, String query, String said, List<AuditRow> rows, int more) {
    /** A refusal that the log would explain. */
    private static final Set<String> REFUSALS = Set.of("access.connection-denied", "access.firewall-denied", "access.role-missing", "access.policy-missing",
            "access.wrong-tenant", "access.token-failed", "access.throttled");
    private static final int SHOWN = 20;

    public ServiceLog {
        rows = List.copyOf(rows);
    }

    /** Where the vault refused something, or the log was asked for. */
    public static Optional<ServiceLog> of(Diagnosis diagnosis) {
        Snapshot facts = diagnosis.facts();
        boolean asked = !(facts.auditLog() instanceof Probed.NotTried<AuditTrail>);
        boolean refused = diagnosis.found().stream().anyMatch(found -> REFUSALS.contains(found.finding().code()));
        return asked || refused ? Optional.of(of(facts)) : Optional.empty();
    }

    private static ServiceLog of(Snapshot facts) {
        List<AuditRow> rows = facts.auditLog().known().map(AuditTrail::rows).orElse(List.of());
        String query = facts.auditLog().known().map(AuditTrail::query).orElseGet(() -> AuditQuery.of(facts).text());
        return new ServiceLog(lead(facts), query, said(facts.auditLog()), rows.subList(0, Math.min(SHOWN, rows.size())), Math.max(0, rows.size() - SHOWN));
    }

    private static String lead(Snapshot facts) {
        Optional<ResourceId> asked = facts.auditLog().known().map(AuditTrail::workspace);
        if (asked.isPresent()) {
            return "Workspace " + asked.get().name() + " keeps the vault's audit log, and was asked this.";
        }
        Optional<List<DiagnosticSetting>> auditing = facts.diagnostics().known().map(all -> all.stream().filter(DiagnosticSetting::audits).toList());
        Optional<ResourceId> keeps = auditing.stream().flatMap(List::stream).flatMap(one -> one.workspace().stream()).findFirst();
        String ask = "this query tells what the service saw of this caller's requests.";
        return keeps.isPresent() ? "Workspace " + keeps.get().name() + " keeps the vault's audit log. Put to it, " + ask
                : auditing.isEmpty() ? "In a workspace that keeps the vault's audit log, " + ask
                : auditing.get().isEmpty() ? "Nothing keeps the vault's audit log yet. Once a diagnostic setting sends it to a workspace, " + ask
                : "Diagnostic setting " + auditing.get().getFirst().name() + " sends the audit log somewhere else than to a workspace. In a workspace that keeps it, " + ask;
    }

    private static String said(Probed<AuditTrail> asked) {
        return switch (asked) {
            case Probed.Seen<AuditTrail>(AuditTrail trail, var evidence) -> trail.rows().isEmpty()
                    ? "It holds no such row. A request takes some minutes to arrive there, and for a new diagnostic setting longer." : "";
            case Probed.Failed<AuditTrail>(Failure failure, var evidence) -> ("The workspace could not be asked: " + failure.said() + " " + Outcome.takes(failure.needs())).strip();
            case Probed.NotTried<AuditTrail> not -> "";
        };
    }

    /** "SecretList from 20.62.10.10 (PublicIP): 403 Forbidden. Client address is not authorized", a row in a line without its time. */
    public static String told(AuditRow row) {
        String from = row.address().isEmpty() ? "" : " from " + row.address() + (row.way().isEmpty() ? "" : " (" + row.way() + ")");
        String end = row.status() == 0 ? row.result() : (row.status() + " " + row.result()).strip();
        return row.operation() + from + ": " + end + (row.reason().isEmpty() ? "" : ". " + row.reason());
    }
}
