package linkdoctor.lab.arm.keyvault;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.SoftDelete;
import linkdoctor.lab.arm.ArmErrors;
import linkdoctor.lab.arm.Call;
import linkdoctor.lab.arm.ResourceType;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;

/** Key vaults: shown with their connections, written as a whole, deleted softly. */
final class VaultResources extends ResourceType {
    static final String TYPE = "Microsoft.KeyVault/vaults";

    VaultResources() {
        super(TYPE);
    }

    @Override
    public ObjectNode shown(ObjectNode vault, Call call) {
        ObjectNode shown = vault.deepCopy();
        List<ObjectNode> connections = call.estate().below(ResourceId.of(vault.path("id").asText()),
                ConnectionResources.TYPE);
        if (!connections.isEmpty()) {
            ArrayNode embedded = shown.withObjectProperty("properties").putArray("privateEndpointConnections");
            for (ObjectNode connection : connections) {
                ObjectNode brief = embedded.addObject().put("id", connection.path("id").asText());
                brief.set("properties", connection.path("properties"));
            }
        }
        return shown;
    }

    @Override
    public Answer put(Call call) {
        Optional<ObjectNode> before = call.document();
        Optional<ObjectNode> deleted = SoftDelete.find(call.estate(), call.path().name());
        JsonNode properties = call.body().path("properties");
        boolean recover = properties.path("createMode").asText().equalsIgnoreCase("recover");
        if (before.isEmpty() && deleted.isPresent()) {
            if (!recover) {
                return ArmErrors.of(409, "ConflictError", "A vault with the same name already exists in deleted state. "
                        + "You need to either recover or purge existing key vault. Follow this link "
                        + "https://go.microsoft.com/fwlink/?linkid=2149745 for more information on soft delete.");
            }
            SoftDelete.recover(call.estate(), deleted.get());
            return get(call);
        }
        if (before.isEmpty() && taken(call)) {
            return ArmErrors.of(409, "VaultAlreadyExists", "The vault name '" + call.path().name()
                    + "' is already in use. Vault names are globally unique so it is possible that the name is already "
                    + "taken. If you are sure that the vault name was not taken then it is possible that a vault with "
                    + "the same name was recently deleted but not purged after being placed in a recoverable state.");
        }
        ObjectNode vault = before.orElseGet(() -> created(call));
        vault.set("tags", call.body().path("tags").isObject() ? call.body().get("tags") : Json.object());
        return written(call, vault, before.isPresent() ? 200 : 201);
    }

    @Override
    public Answer patch(Call call) {
        Optional<ObjectNode> before = call.document();
        if (before.isPresent() && call.body().path("tags").isObject()) {
            before.get().set("tags", call.body().get("tags"));
        }
        return before.map(vault -> written(call, vault, 200)).orElseGet(() -> ArmErrors.notFound(call.path()));
    }

    @Override
    public Answer delete(Call call) {
        boolean found = SoftDelete.delete(call.estate(), call.id());
        return Answer.empty(found ? 200 : 204);
    }

    private Answer written(Call call, ObjectNode vault, int status) {
        ObjectNode asked = call.body().withObjectProperty("properties");
        asked.remove(List.of("privateEndpointConnections", "provisioningState", "createMode", "vaultUri", "hsmPoolResourceId"));
        Optional<Answer> refused = VaultRules.refusal(asked).or(() -> VaultPolicies.refusal(call, vault, asked));
        if (refused.isPresent()) {
            return refused.get();
        }
        if (asked.path("networkAcls").isObject()) {
            VaultRules.normalise(asked.withObjectProperty("networkAcls"));
        }
        vault.withObjectProperty("properties").setAll(asked);
        ObjectNode system = vault.withObjectProperty("systemData");
        system.put("lastModifiedBy", call.caller().login())
                .put("lastModifiedByType", call.caller().kind().equals("user") ? "User" : "Application")
                .put("lastModifiedAt", Instant.now().toString());
        call.estate().put(call.id(), vault);
        return Answer.json(status, shown(vault, call)).with("x-ms-keyvault-service-version", "1.5.1361.0");
    }

    private static ObjectNode created(Call call) {
        ObjectNode vault = Json.object().put("id", call.id().text()).put("name", call.path().name()).put("type", TYPE)
                .put("location", call.body().path("location").asText("eastus"));
        vault.putObject("systemData").put("createdBy", call.caller().login())
                .put("createdByType", call.caller().kind().equals("user") ? "User" : "Application")
                .put("createdAt", Instant.now().toString());
        ObjectNode properties = vault.putObject("properties");
        properties.put("enabledForDeployment", false).put("enableSoftDelete", true)
                .put("softDeleteRetentionInDays", 90)
                .put("vaultUri", "https://" + call.path().name().toLowerCase(Locale.ROOT) + ".vault.azure.net/")
                .put("provisioningState", "Succeeded").put("publicNetworkAccess", "Enabled");
        properties.putArray("accessPolicies");
        if (call.apiVersion().compareTo("2026-02-01") >= 0) {
            properties.put("enableRbacAuthorization", true); // the default since that version
        }
        return vault;
    }

    private static boolean taken(Call call) {
        return call.estate().ofType(TYPE).stream()
                .anyMatch(vault -> vault.path("name").asText().equalsIgnoreCase(call.path().name()));
    }
}
