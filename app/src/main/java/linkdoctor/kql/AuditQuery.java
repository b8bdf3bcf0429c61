package linkdoctor.kql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import linkdoctor.facts.Ip;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.facts.Words;
import linkdoctor.facts.azure.Vault;

/**
 * What did the service see: the requests to one vault, by one caller or by all, as its audit log has them. A diagnostic setting
 * fills either of two tables, and a workspace may lack the other; the question is put to both.
 *
 * @param vault the vault's name
 * @param id    its resource, where that is known
 */
public record AuditQuery(String vault, Optional<ResourceId> id, Caller caller, Span span) {
    /** The names of the columns that come back, in their order. */
    public static final List<String> COLUMNS = List.of("TimeGenerated", "Operation", "Address", "Status", "Result", "Reason", "ObjectId", "AppId", "Way");
    private static final int MOST = 200;
    private static final Duration BEFORE = Duration.ofHours(1);

    /** The requests of the one who looked, from an hour before the look on. */
    public static AuditQuery of(Snapshot facts) {
        Optional<ResourceId> id = facts.vault().known().flatMap(search -> search.vault()).map(Vault::id).or(() -> facts.target().resourceId());
        return new AuditQuery(facts.target().vault(), id, Caller.of(facts), new Span.Since(facts.started().minus(BEFORE)));
    }

    /** Everybody's requests of the last day, of a vault of which no more than its name is known. */
    public static AuditQuery of(Target target) {
        return new AuditQuery(target.vault(), target.resourceId(), Caller.ANYBODY, new Span.Last(Duration.ofHours(24)));
    }

    public AuditQuery by(Caller other) {
        return new AuditQuery(vault, id, other, span);
    }

    public AuditQuery in(Span other) {
        return new AuditQuery(vault, id, caller, other);
    }

    /** The query, a line for each of its steps. */
    public String text() {
        List<String> lines = new ArrayList<>(List.of(
                "// What the service saw of requests to " + Words.line(vault) + ". ResultType says Success of refused ones too; Status and Result do not.",
                "union isfuzzy=true"));
        lines.add("    (AzureDiagnostics");
        lines.addAll(where());
        lines.addAll(List.of(
                "    | where Category == \"AuditEvent\"",
                "    | project TimeGenerated, Operation = OperationName, Address = tostring(column_ifexists(\"CallerIPAddress\", \"\")),",
                "        Status = toint(column_ifexists(\"httpStatusCode_d\", real(null))), Result = tostring(column_ifexists(\"ResultSignature\", \"\")),",
                "        Reason = tostring(column_ifexists(\"ResultDescription\", \"\")),",
                "        ObjectId = coalesce(tostring(column_ifexists(\"identity_claim_oid_g\", \"\")),",
                "            tostring(column_ifexists(\"identity_claim_http_schemas_microsoft_com_identity_claims_objectidentifier_g\", \"\"))),",
                "        AppId = tostring(column_ifexists(\"identity_claim_appid_g\", \"\")), Way = tostring(column_ifexists(\"addrAuthType_s\", \"\"))),"));
        lines.add("    (AZKVAuditLogs");
        lines.addAll(where());
        lines.addAll(List.of(
                "    | project TimeGenerated, Operation = OperationName, Address = tostring(column_ifexists(\"CallerIpAddress\", \"\")),",
                "        Status = toint(column_ifexists(\"HttpStatusCode\", int(null))), Result = tostring(column_ifexists(\"ResultSignature\", \"\")),",
                "        Reason = tostring(column_ifexists(\"ResultDescription\", \"\")),",
                "        ObjectId = coalesce(tostring(Identity.claim.oid), tostring(Identity.claim[\"http://schemas.microsoft.com/identity/claims/objectidentifier\"])),",
                "        AppId = tostring(Identity.claim.appid), Way = tostring(column_ifexists(\"AddrAuthType\", \"\")))"));
        who().ifPresent(who -> lines.add("| where " + who));
        lines.add("| order by TimeGenerated desc");
        lines.add("| take " + MOST);
        return String.join("\n", lines);
    }

    /** The log writes ids in capitals. */
    private List<String> where() {
        String which = id.map(one -> "_ResourceId =~ " + Literal.of(one.text()))
                .orElseGet(() -> "_ResourceId endswith " + Literal.of("/providers/microsoft.keyvault/vaults/" + vault.toLowerCase(Locale.ROOT)));
        return List.of("    | where TimeGenerated >= " + span.moment(), "    | where " + which);
    }

    private Optional<String> who() {
        List<String> either = new ArrayList<>();
        if (!caller.ids().isEmpty()) {
            either.add("ObjectId in~ " + Literal.list(caller.ids()) + " or AppId in~ " + Literal.list(caller.ids()));
        }
        if (!caller.addresses().isEmpty()) {
            either.add("Address in " + Literal.list(caller.addresses().stream().map(Ip::toString).toList()));
        }
        return either.isEmpty() ? Optional.empty() : Optional.of(String.join(" or ", either));
    }
}
