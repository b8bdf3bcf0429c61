package linkdoctor.lab.entra;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.lab.Estate;
import linkdoctor.lab.World;
import linkdoctor.lab.World.Account;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;
import linkdoctor.lab.http.Request;

/** The little of Microsoft Graph that names principals and tells the groups they are in. */
public final class Graph {
    private static final List<String> AUDIENCES = List.of("https://graph.microsoft.com", "https://graph.windows.net",
            "00000003-0000-0000-c000-000000000000");
    private final Directory directory;
    private final TokenCheck check;

    public Graph(Estate estate, World world) {
        directory = new Directory(estate, world);
        check = new TokenCheck(estate, world);
    }

    public Answer answer(Request request) {
        return switch (check.check(request, AUDIENCES)) {
            case TokenCheck.Seen.Valid valid -> told(request, valid.account());
            case TokenCheck.Seen.Missing missing -> unauthorized("Access token is empty.");
            case TokenCheck.Seen.Unreadable unreadable -> unauthorized("CompactToken parsing failed.");
            case TokenCheck.Seen.Expired expired -> unauthorized("Lifetime validation failed, the token is expired.");
            case TokenCheck.Seen.WrongAudience wrong -> unauthorized("Access token validation failure. Invalid audience.");
        };
    }

    private Answer told(Request request, Account caller) {
        if (caller.denied().stream().anyMatch(rule -> rule.startsWith("Microsoft.Graph"))) {
            return error(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
        }
        List<String> path = request.segments();
        String what = path.size() > 1 ? path.get(1).toLowerCase(java.util.Locale.ROOT) : "";
        String filter = request.query("$filter").orElse("");
        return switch (what) {
            case "me" -> path.size() == 2 ? Answer.json(200, shown(caller)) : groups(caller);
            case "users" -> path.size() > 2 ? one(path, "user") : matching(filter, "user");
            case "serviceprincipals" -> path.size() > 2 ? one(path, "app") : matching(filter, "app");
            case "directoryobjects" -> request.method().equals("GET") && path.size() > 2 ? one(path, "") : byIds(request);
            case "groups" -> path.size() > 2 ? one(path, "group") : matching(filter, "group");
            default -> error(404, "Request_ResourceNotFound", "Resource not found.");
        };
    }

    /** An object, or the groups it is in. */
    private Answer one(List<String> path, String kind) {
        String id = path.get(2);
        Optional<Account> found = accounts(kind).filter(account -> account.objectId().equalsIgnoreCase(id)
                || account.login().equalsIgnoreCase(id)).findFirst();
        return found.map(account -> path.size() > 3 ? groups(account) : Answer.json(200, shown(account))).orElseGet(() -> error(404,
                "Request_ResourceNotFound", "Resource '" + id + "' does not exist or one of its queried "
                        + "reference-property objects are not present."));
    }

    private Answer groups(Account of) {
        return listed(directory.accounts().stream().filter(account -> of.groups().contains(account.objectId())));
    }

    /** Filters compare one property with a literal: whoever the literal names is meant. */
    private Answer matching(String filter, String kind) {
        return listed(accounts(kind).filter(account -> filter.isEmpty() || Stream.of(account.objectId(),
                account.appId(), account.login(), account.displayName())
                .anyMatch(value -> !value.isEmpty() && filter.contains("'" + value + "'"))));
    }

    private Answer byIds(Request request) {
        String ids = request.text();
        return listed(directory.accounts().stream().filter(account -> ids.contains(account.objectId())));
    }

    /** @param kind user, app (also a machine's), group, or empty for all */
    private Stream<Account> accounts(String kind) {
        return directory.accounts().stream().filter(account -> kind.isEmpty() || kind.equals(account.kind())
                || kind.equals("app") && account.kind().equals("machine"));
    }

    private static Answer listed(Stream<Account> accounts) {
        ObjectNode body = Json.object();
        ArrayNode value = body.putArray("value");
        accounts.map(Graph::shown).forEach(value::add);
        return Answer.json(200, body);
    }

    private static ObjectNode shown(Account account) {
        ObjectNode shown = Json.object().put("id", account.objectId()).put("displayName", account.displayName());
        if (account.kind().equals("user")) {
            return shown.put("@odata.type", "#microsoft.graph.user").put("userPrincipalName", account.login())
                    .put("mail", account.login());
        }
        if (account.kind().equals("group")) {
            return shown.put("@odata.type", "#microsoft.graph.group").put("securityEnabled", true);
        }
        shown.put("@odata.type", "#microsoft.graph.servicePrincipal").put("appId", account.appId())
                .put("servicePrincipalType", account.kind().equals("machine") ? "ManagedIdentity" : "Application");
        shown.putArray("servicePrincipalNames").add(account.appId());
        return shown;
    }

    private static Answer unauthorized(String message) {
        return error(401, "InvalidAuthenticationToken", message);
    }

    private static Answer error(int status, String code, String message) {
        ObjectNode body = Json.object();
        body.putObject("error").put("code", code).put("message", message);
        return Answer.json(status, body);
    }
}
