package linkdoctor.facts.monitor;

import java.util.List;

import linkdoctor.facts.ResourceId;

/**
 * What a workspace says that the service saw, newest first.
 *
 * @param query the question as it was put, in KQL
 */
public record AuditTrail(ResourceId workspace, String query, List<AuditRow> rows) {
    public AuditTrail {
        rows = List.copyOf(rows);
    }
}
