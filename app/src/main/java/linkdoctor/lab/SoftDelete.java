package linkdoctor.lab;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.http.Json;

/** Soft deletion of vaults: the vault and what hung on it lie beside the estate until recovered or purged. */
public final class SoftDelete {
    public static final String TYPE = "Microsoft.KeyVault/deletedVaults";
    /** Documents of the deleted vault, for its recovery; no part of what ARM shows. */
    private static final String KEPT = "kept";
    private static final List<String> WITH_IT = List.of("Microsoft.KeyVault/vaults/privateEndpointConnections",
            "Microsoft.KeyVault/vaults/secrets", "Microsoft.Authorization/roleAssignments",
            "Microsoft.Insights/diagnosticSettings");

    private SoftDelete() {
    }

    /** Whether there was such a vault to delete. */
    public static boolean delete(Estate estate, ResourceId id) {
        Optional<ObjectNode> vault = estate.get(id);
        vault.ifPresent(found -> {
            String location = found.path("location").asText();
            ResourceId where = ResourceId.of("/subscriptions/" + id.subscription() + "/providers/Microsoft.KeyVault/"
                    + "locations/" + location + "/deletedVaults/" + id.name());
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            ObjectNode deleted = Json.object().put("id", where.text()).put("name", id.name()).put("type", TYPE);
            ObjectNode properties = deleted.putObject("properties").put("vaultId", found.path("id").asText())
                    .put("location", location);
            properties.set("tags", found.path("tags").isObject() ? found.get("tags") : Json.object());
            properties.put("deletionDate", now.toString()).put("scheduledPurgeDate", now.plus(
                    found.path("properties").path("softDeleteRetentionInDays").asInt(90), ChronoUnit.DAYS).toString());
            if (found.path("properties").path("enablePurgeProtection").asBoolean()) {
                properties.put("purgeProtectionEnabled", true);
            }
            ArrayNode kept = deleted.putArray(KEPT).add(found);
            WITH_IT.stream().flatMap(type -> estate.below(id, type).stream()).forEach(kept::add);
            estate.remove(id);
            estate.put(where, deleted);
        });
        return vault.isPresent();
    }

    /** The soft-deleted vault of a name, whatever its region. */
    public static Optional<ObjectNode> find(Estate estate, String name) {
        return estate.ofType(TYPE).stream().filter(d -> d.path("name").asText().equalsIgnoreCase(name)).findFirst();
    }

    public static void recover(Estate estate, ObjectNode deleted) {
        for (JsonNode document : deleted.path(KEPT)) {
            estate.put(ResourceId.of(document.path("id").asText()), (ObjectNode) document);
        }
        purge(estate, deleted);
    }

    public static void purge(Estate estate, ObjectNode deleted) {
        estate.remove(ResourceId.of(deleted.path("id").asText()));
    }

    /** The deleted vault as ARM shows it. */
    public static ObjectNode shown(ObjectNode deleted) {
        ObjectNode shown = deleted.deepCopy();
        shown.remove(KEPT);
        return shown;
    }
}
