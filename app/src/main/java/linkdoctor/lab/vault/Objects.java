package linkdoctor.lab.vault;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;

import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Request;

/** What is behind the gates: which operation a request means, whether the caller may, and its answer. */
final class Objects {
    private final Permission permission;
    private final Secrets secrets;

    Objects(Permission permission, Secrets secrets) {
        this.permission = permission;
        this.secrets = secrets;
    }

    Answer answer(Request request, String host, JsonNode vault, Caller caller) {
        if (request.query("api-version").isEmpty()) {
            return Refusals.error(400, "BadParameter", "api-version must be specified");
        }
        List<String> path = request.segments();
        String collection = path.isEmpty() ? "" : path.getFirst().toLowerCase(Locale.ROOT);
        String name = path.size() > 1 ? path.get(1) : "";
        Optional<String> last = path.size() > 2 ? Optional.of(path.get(2)) : Optional.empty();
        return switch (request.method() + " " + collection + (name.isEmpty() ? "" : "/*")) {
            case "GET secrets" -> allowed(vault, caller, Operation.list("secrets"), () -> secrets.list(vault, host, request));
            case "GET keys", "GET certificates" -> allowed(vault, caller, Operation.list(collection),
                    () -> Secrets.listed(List.of()));
            case "GET secrets/*" -> last.filter(part -> part.equalsIgnoreCase("versions")).isPresent()
                    ? allowed(vault, caller, Operation.secret("readMetadata/action", "list", name),
                            () -> secrets.versions(vault, host, name))
                    : allowed(vault, caller, Operation.secret("getSecret/action", "get", name),
                            () -> secrets.get(vault, host, name, last));
            case "PUT secrets/*" -> allowed(vault, caller, Operation.secret("setSecret/action", "set", name),
                    () -> secrets.set(vault, host, name, request));
            case "DELETE secrets/*" -> allowed(vault, caller, Operation.secret("delete", "delete", name),
                    () -> secrets.delete(vault, host, name));
            case "GET deletedsecrets" -> allowed(vault, caller, Operation.list("secrets"),
                    () -> secrets.listDeleted(vault, host));
            case "GET deletedsecrets/*" -> allowed(vault, caller, Operation.secret("readMetadata/action", "get", name),
                    () -> secrets.getDeleted(vault, host, name));
            case "POST deletedsecrets/*" -> allowed(vault, caller, Operation.secret("recover/action", "recover", name),
                    () -> secrets.recover(vault, host, name));
            case "DELETE deletedsecrets/*" -> allowed(vault, caller, Operation.secret("purge/action", "purge", name),
                    () -> secrets.purge(vault, name));
            default -> Refusals.error(404, "NotFound", "The practice vault has no such operation.");
        };
    }

    private Answer allowed(JsonNode vault, Caller caller, Operation operation, Supplier<Answer> then) {
        return permission.refuses(vault, caller, operation).orElseGet(then);
    }
}
