package linkdoctor.probe.azure.plain;

import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.azure.core.http.HttpPipeline;

import linkdoctor.facts.Cloud;
import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Words;
import linkdoctor.facts.monitor.AuditRow;
import linkdoctor.facts.monitor.AuditTrail;
import linkdoctor.facts.monitor.Workspace;
import linkdoctor.probe.azure.wire.Asking;
import linkdoctor.probe.azure.wire.Limit;
import linkdoctor.probe.azure.wire.Question;

/** What a workspace says of a vault's requests, asked with the credential that asks everything else. */
public final class AuditFacts {
    private final Asking asking;
    private final WorkspaceFacts workspaces;
    private final Optional<HttpPipeline> logs;
    private final Cloud cloud;

    /** @param logs the way to Log Analytics; empty where the cloud names none */
    public AuditFacts(Asking asking, WorkspaceFacts workspaces, Optional<HttpPipeline> logs, Cloud cloud) {
        this.asking = asking;
        this.workspaces = workspaces;
        this.logs = logs;
        this.cloud = cloud;
    }

    /** @param query in KQL, giving the columns of an audit row by their names */
    public Probed<AuditTrail> trail(ResourceId workspace, String query, Limit limit) throws InterruptedException {
        if (logs.isEmpty() || cloud.logs().isEmpty()) {
            return Probed.failed(Failure.of(Failure.Kind.UNSUPPORTED, "Where cloud " + cloud.name() + " answers queries of its logs is not known."));
        }
        Probed<Workspace> found = workspaces.one(workspace, limit);
        if (!(found instanceof Probed.Seen<Workspace>(Workspace known, var before))) {
            return found.map(none -> new AuditTrail(workspace, query, List.of()));
        }
        Probed<AuditTrail> asked = ask(known, query, logs.get(), limit);
        List<Evidence> all = new ArrayList<>(before);
        all.addAll(asked.evidence());
        return switch (asked) {
            case Probed.Seen<AuditTrail>(AuditTrail trail, var own) -> Probed.seen(trail, all);
            case Probed.Failed<AuditTrail>(Failure failure, var own) -> new Probed.Failed<>(failure, all);
            case Probed.NotTried<AuditTrail> not -> not;
        };
    }

    private Probed<AuditTrail> ask(Workspace workspace, String query, HttpPipeline over, Limit limit) throws InterruptedException {
        Question question = new Question("Log Analytics", "Microsoft.OperationalInsights/workspaces/query/read", workspace.id().text(),
                CommandLine.of("az", "monitor", "log-analytics", "query", "--workspace", workspace.customerId(), "--analytics-query", query));
        String url = cloud.logs().orElseThrow() + "/v1/workspaces/" + workspace.customerId() + "/query";
        return asking.ask(question, limit, trace -> new AuditTrail(workspace.id(), query, rows(Raw.post(over, url, Map.of("query", query), trace))),
                trail -> Words.count(trail.rows().size(), "row"));
    }

    /** An answer without a table, or one of which a part is missing, is none: no row would be taken for no request. */
    private static List<AuditRow> rows(Map<?, ?> answer) throws ProtocolException {
        Map<?, ?> table = Raw.list(answer, "tables").stream().findFirst().<Map<?, ?>>map(Raw::map).orElse(Map.of());
        if (table.isEmpty() || answer.get("error") != null) {
            throw new ProtocolException("an answer without its table");
        }
        List<String> columns = Raw.list(table, "columns").stream().map(column -> Raw.text(Raw.map(column), "name")).toList();
        return Raw.list(table, "rows").stream().map(row -> row(columns, row instanceof List<?> cells ? cells : List.of())).toList();
    }

    private static AuditRow row(List<String> columns, List<?> cells) {
        return new AuditRow(text(columns, cells, "TimeGenerated"), text(columns, cells, "Operation"), text(columns, cells, "Address"),
                number(columns, cells, "Status"), text(columns, cells, "Result"), text(columns, cells, "Reason"), text(columns, cells, "ObjectId"),
                text(columns, cells, "AppId"), text(columns, cells, "Way"));
    }

    private static String text(List<String> columns, List<?> cells, String name) {
        return cell(columns, cells, name).map(Object::toString).orElse("");
    }

    private static int number(List<String> columns, List<?> cells, String name) {
        return cell(columns, cells, name).map(Object::toString).filter(text -> text.matches("\\d{1,3}(\\.0+)?")).map(text -> (int) Double.parseDouble(text)).orElse(0);
    }

    private static Optional<?> cell(List<String> columns, List<?> cells, String name) {
        int at = columns.indexOf(name);
        return at < 0 || at >= cells.size() ? Optional.empty() : Optional.ofNullable(cells.get(at));
    }
}
