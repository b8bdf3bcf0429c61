package linkdoctor.lab.monitor;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.Cloud;
import linkdoctor.facts.ResourceId;
import linkdoctor.lab.Estate;
import linkdoctor.lab.Rights;
import linkdoctor.lab.World;
import linkdoctor.lab.World.Account;
import linkdoctor.lab.entra.TokenCheck;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;
import linkdoctor.lab.http.Request;

/** The queries of Log Analytics: a question in KQL to one workspace, answered from what the vaults saw. */
public final class LogAnalytics {
    private static final String RIGHT = "Microsoft.OperationalInsights/workspaces/query/read";
    private static final List<String> AUDIENCES = Cloud.KNOWN.stream().flatMap(cloud -> cloud.logs().stream()).toList();
    private final Estate estate;
    private final AuditLog log;
    private final TokenCheck tokens;

    public LogAnalytics(Estate estate, World world, AuditLog log) {
        this.estate = estate;
        this.log = log;
        tokens = new TokenCheck(estate, world);
    }

    /** Whether a host is one of its own. */
    public static boolean serves(String host) {
        return AUDIENCES.contains("https://" + host);
    }

    public Answer answer(Request request) {
        return tokens.check(request, AUDIENCES) instanceof TokenCheck.Seen.Valid(var account, var claims) ? answer(request, account)
                : error(401, "InvalidTokenError", "The provided authentication is not valid for this resource");
    }

    private Answer answer(Request request, Account caller) {
        List<String> path = request.segments();
        if (path.size() != 4 || !path.get(1).equals("workspaces") || !path.get(3).equals("query") || !request.method().equals("POST")) {
            return error(404, "PathNotFoundError", "The requested path does not exist");
        }
        Optional<ResourceId> workspace = estate.ofType("Microsoft.OperationalInsights/workspaces").stream()
                .filter(one -> one.path("properties").path("customerId").asText().equalsIgnoreCase(path.get(2)))
                .map(one -> ResourceId.of(one.path("id").asText())).findFirst();
        if (workspace.isEmpty()) {
            return error(404, "WorkspaceNotFoundError", "The workspace could not be found");
        }
        if (!Rights.of(estate, caller).allows(RIGHT, workspace.get())) {
            return error(403, "InsufficientAccessError", "The provided credentials have insufficient access to perform the requested operation");
        }
        return Json.parse(request.text()).flatMap(body -> Kql.read(body.path("query").asText()))
                .map(query -> rows(log.in(workspace.get()), query))
                .orElseGet(() -> error(400, "BadArgumentError", "The practice workspace knows only the queries that linkdoctor kql writes"));
    }

    private static Answer rows(List<AuditLog.Entry> entries, Kql query) {
        ObjectNode table = Json.object().put("name", "PrimaryResult");
        ArrayNode columns = table.putArray("columns");
        Stream.of("TimeGenerated:datetime", "Operation:string", "Address:string", "Status:int", "Result:string", "Reason:string", "ObjectId:string",
                "AppId:string", "Way:string").map(column -> column.split(":"))
                .forEach(column -> columns.addObject().put("name", column[0]).put("type", column[1]));
        ArrayNode rows = table.putArray("rows");
        entries.stream().filter(query.filters().stream().reduce(entry -> true, Predicate::and)).limit(query.take())
                .forEach(entry -> rows.addArray().add(entry.at().toString()).add(entry.operation()).add(entry.address()).add(entry.status())
                        .add(entry.result()).add(entry.reason()).add(entry.objectId()).add(entry.appId()).add(entry.way()));
        ObjectNode body = Json.object();
        body.putArray("tables").add(table);
        return Answer.json(200, body);
    }

    private static Answer error(int status, String code, String message) {
        ObjectNode body = Json.object();
        body.putObject("error").put("code", code).put("message", message);
        return Answer.json(status, body);
    }
}
