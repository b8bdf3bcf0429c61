package linkdoctor.lab.vault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.Estate;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;
import linkdoctor.lab.http.Request;

/** The secrets of the practice vaults: which there are stands in the estate, their values in memory alone. */
final class Secrets {
    private static final String TYPE = "Microsoft.KeyVault/vaults/secrets";
    private static final String FIRST_VALUE = "Hello from the practice vault.";

    private final Estate estate;
    private final Map<ResourceId, List<Version>> versions = new ConcurrentHashMap<>();
    private final Map<ResourceId, Deleted> deleted = new ConcurrentHashMap<>();

    Secrets(Estate estate) {
        this.estate = estate;
    }

    private record Version(String id, String value, ObjectNode document) {
    }

    private record Deleted(ObjectNode document, Instant at) {
    }

    /**
     * The names, a page at a time when {@code maxresults} is given.
     *
     * @param host the vault's host name, which begins every id
     */
    Answer list(JsonNode vault, String host, Request request) {
        List<ObjectNode> all = estate.below(id(vault, ""), TYPE).stream()
                .map(document -> item(document, host, "secrets", "")).toList();
        int from = Math.min(all.size(), number(request, "$skiptoken", 0));
        int to = Math.min(all.size(), from + Math.max(1, number(request, "maxresults", 25)));
        ObjectNode page = page(all.subList(from, to));
        if (to < all.size()) {
            page.put("nextLink", "https://" + host + "/secrets?api-version=" + request.query("api-version").orElse("")
                    + "&$skiptoken=" + to + "&maxresults=" + (to - from));
        }
        return Answer.json(200, page);
    }

    private static int number(Request request, String parameter, int otherwise) {
        return request.query(parameter).filter(value -> value.matches("\\d{1,6}")).map(Integer::parseInt)
                .orElse(otherwise);
    }

    Answer versions(JsonNode vault, String host, String name) {
        return found(vault, name).map(document -> listed(of(document).stream()
                .map(version -> item(document, host, "secrets", "/" + version.id())).toList()))
                .orElseGet(() -> notFound(name));
    }

    Answer get(JsonNode vault, String host, String name, Optional<String> wanted) {
        return found(vault, name).flatMap(document -> of(document).stream()
                .filter(version -> wanted.isEmpty() || version.id().equalsIgnoreCase(wanted.get()))
                .reduce((older, newer) -> newer).map(version -> bundle(document, host, version)))
                .map(bundle -> Answer.json(200, bundle)).orElseGet(() -> notFound(name));
    }

    Answer set(JsonNode vault, String host, String name, Request request) {
        ResourceId id = id(vault, name);
        if (deleted.containsKey(id)) {
            return Refusals.error(409, "Conflict", "Secret " + name + " is currently in a deleted but recoverable state, "
                    + "and its name cannot be reused; in this state, the secret can only be recovered or purged.",
                    "ObjectIsDeletedButRecoverable");
        }
        Optional<JsonNode> body = Json.parse(request.text()).filter(given -> given.path("value").isTextual());
        if (body.isEmpty()) {
            return Refusals.error(400, "BadParameter", "Property  has invalid value\r\n");
        }
        long now = Instant.now().getEpochSecond();
        ObjectNode document = Json.object().put("id", id.text()).put("name", name).put("type", TYPE)
                .put("location", vault.path("location").asText());
        ObjectNode properties = document.putObject("properties");
        properties.putObject("attributes").put("enabled", true).put("created", now).put("updated", now);
        if (body.get().path("contentType").isTextual()) {
            properties.set("contentType", body.get().get("contentType"));
        }
        if (body.get().path("tags").isObject()) {
            document.set("tags", body.get().get("tags"));
        }
        List<Version> all = new ArrayList<>(found(vault, name).map(this::of).orElse(List.of()));
        all.add(new Version(UUID.randomUUID().toString().replace("-", ""), body.get().path("value").asText(), document));
        versions.put(id, List.copyOf(all));
        estate.put(id, document);
        return Answer.json(200, bundle(document, host, all.getLast()));
    }

    Answer delete(JsonNode vault, String host, String name) {
        Optional<ObjectNode> document = found(vault, name);
        document.ifPresent(gone -> {
            of(gone);
            deleted.put(id(vault, name), new Deleted(gone, Instant.now()));
            estate.remove(id(vault, name));
        });
        return document.map(gone -> getDeleted(vault, host, name)).orElseGet(() -> notFound(name));
    }

    Answer listDeleted(JsonNode vault, String host) {
        return listed(deleted.entrySet().stream().filter(entry -> entry.getKey().parent().equals(id(vault, "")))
                .map(entry -> shown(entry.getValue(), host)).toList());
    }

    Answer getDeleted(JsonNode vault, String host, String name) {
        return Optional.ofNullable(deleted.get(id(vault, name))).map(gone -> Answer.json(200, shown(gone, host)))
                .orElseGet(() -> notFound(name));
    }

    Answer recover(JsonNode vault, String host, String name) {
        Optional<Deleted> back = Optional.ofNullable(deleted.remove(id(vault, name)));
        back.ifPresent(found -> estate.put(id(vault, name), found.document()));
        return back.map(found -> Answer.json(200, item(found.document(), host, "secrets", "/"
                + of(found.document()).getLast().id()))).orElseGet(() -> notFound(name));
    }

    Answer purge(JsonNode vault, String name) {
        versions.remove(id(vault, name));
        return deleted.remove(id(vault, name)) == null ? notFound(name) : Answer.empty(204);
    }

    private Optional<ObjectNode> found(JsonNode vault, String name) {
        return estate.get(id(vault, name));
    }

    /** A secret that came with the estate gets its first value when it is first looked at. */
    private List<Version> of(ObjectNode document) {
        return versions.computeIfAbsent(ResourceId.of(document.path("id").asText()), id -> List.of(
                new Version(UUID.nameUUIDFromBytes(id.text().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString().replace("-", ""), FIRST_VALUE, document)));
    }

    private static ObjectNode bundle(ObjectNode document, String host, Version version) {
        return item(document, host, "secrets", "/" + version.id()).put("value", version.value());
    }

    private static ObjectNode shown(Deleted gone, String host) {
        String name = gone.document().path("name").asText();
        return item(gone.document(), host, "secrets", "").put("recoveryId", "https://" + host + "/deletedsecrets/" + name)
                .put("deletedDate", gone.at().getEpochSecond())
                .put("scheduledPurgeDate", gone.at().plusSeconds(90L * 86_400).getEpochSecond());
    }

    private static ObjectNode item(ObjectNode document, String host, String collection, String version) {
        ObjectNode item = Json.object();
        JsonNode properties = document.path("properties");
        if (properties.path("contentType").isTextual()) {
            item.set("contentType", properties.get("contentType"));
        }
        item.put("id", "https://" + host + "/" + collection + "/" + document.path("name").asText() + version);
        ObjectNode attributes = item.putObject("attributes");
        properties.path("attributes").properties().forEach(field -> attributes.set(field.getKey(), field.getValue()));
        attributes.put("recoveryLevel", "Recoverable+Purgeable").put("recoverableDays", 90);
        item.set("tags", document.path("tags").isObject() ? document.get("tags") : Json.object());
        return item;
    }

    static Answer listed(List<ObjectNode> items) {
        return Answer.json(200, page(items));
    }

    private static ObjectNode page(List<ObjectNode> items) {
        ObjectNode body = Json.object();
        ArrayNode value = body.putArray("value");
        items.forEach(value::add);
        body.putNull("nextLink");
        return body;
    }

    private static Answer notFound(String name) {
        return Refusals.error(404, "SecretNotFound", "A secret with (name/id) " + name + " was not found in this key "
                + "vault. If you recently deleted this secret you may be able to recover it using the correct recovery "
                + "command. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125182");
    }

    private static ResourceId id(JsonNode vault, String name) {
        return ResourceId.of(vault.path("id").asText() + (name.isEmpty() ? "" : "/secrets/" + name));
    }
}
