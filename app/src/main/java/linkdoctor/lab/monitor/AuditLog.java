package linkdoctor.lab.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.Estate;
import linkdoctor.lab.entra.Tokens;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;
import linkdoctor.lab.http.Request;
import linkdoctor.lab.vault.Arrival;
import linkdoctor.lab.vault.Vaults;

/**
 * What the vaults of the practice Azure saw: every request to their data plane that a diagnostic setting sends to a workspace
 * when it comes. Unlike Azure's it is there at once.
 */
public final class AuditLog {
    private static final Map<String, String> THINGS = Map.of("secrets", "Secret", "keys", "Key", "certificates", "Certificate", "deletedsecrets", "SecretDeleted");
    private static final Map<Integer, String> WORDS = Map.of(200, "OK", 401, "Unauthorized", 403, "Forbidden", 404, "Not Found", 429, "Too Many Requests");
    private static final Set<String> AUDIT = Set.of("audit", "auditevent", "alllogs");
    private final Estate estate;
    private final Vaults vaults;
    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    public AuditLog(Estate estate) {
        this.estate = estate;
        vaults = new Vaults(estate);
    }

    /** A request, and the workspaces that were told of it. */
    record Entry(Instant at, ResourceId vault, Set<ResourceId> told, String operation, String address, int status, String result, String reason,
                 String objectId, String appId, String way) {
    }

    /** Writes down a request to a vault; the service logs none to its own health. */
    public void note(Request request, String host, Arrival arrival, Answer answer) {
        Optional<ObjectNode> vault = vaults.at(host);
        if (vault.isEmpty() || request.path().equalsIgnoreCase("/healthstatus")) {
            return;
        }
        ResourceId id = ResourceId.of(vault.get().path("id").asText());
        Set<ResourceId> told = workspaces(id);
        Optional<JsonNode> claims = request.header("Authorization").map(given -> given.replaceFirst("(?i)^bearer ", "").strip()).flatMap(Tokens::read);
        String reason = answer.status() < 400 ? "" : Json.parse(answer.text()).map(body -> body.path("error").path("message").asText())
                .orElse("").split("\r\n", 2)[0];
        entries.add(new Entry(Instant.now(), id, told, claims.isEmpty() ? "Authentication" : operation(request), arrival.source().toString(), answer.status(),
                WORDS.getOrDefault(answer.status(), ""), reason, claims.map(one -> one.path("oid").asText()).orElse(""),
                claims.map(one -> one.path("appid").asText()).orElse(""), way(arrival)));
    }

    /** What a workspace holds, newest first. */
    List<Entry> in(ResourceId workspace) {
        return entries.reversed().stream().filter(entry -> entry.told().contains(workspace)).toList();
    }

    private Set<ResourceId> workspaces(ResourceId vault) {
        return estate.below(vault, "Microsoft.Insights/diagnosticSettings").stream().map(setting -> setting.path("properties"))
                .filter(setting -> StreamSupport.stream(setting.path("logs").spliterator(), false).anyMatch(log -> log.path("enabled").asBoolean()
                        && (AUDIT.contains(lower(log.path("category"))) || AUDIT.contains(lower(log.path("categoryGroup"))))))
                .map(setting -> setting.path("workspaceId").asText()).filter(id -> !id.isEmpty()).map(ResourceId::of).collect(Collectors.toSet());
    }

    private static String lower(JsonNode text) {
        return text.asText().toLowerCase(Locale.ROOT);
    }

    /** {@code SecretGet}, {@code KeyList}. */
    private static String operation(Request request) {
        List<String> path = request.segments();
        String thing = THINGS.getOrDefault(path.isEmpty() ? "" : path.getFirst().toLowerCase(Locale.ROOT), "Vault");
        return thing + switch (request.method()) {
            case "PUT" -> "Set";
            case "DELETE" -> "Delete";
            case "POST" -> "Recover";
            default -> path.size() > 1 ? "Get" : "List";
        };
    }

    private static String way(Arrival arrival) {
        return switch (arrival) {
            case Arrival.PrivateLink link -> "PrivateLink";
            case Arrival.ServiceEndpoint subnet -> "Subnet";
            case Arrival.Internet internet -> "PublicIP";
        };
    }
}
