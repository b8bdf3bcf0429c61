package linkdoctor.lab.arm.keyvault;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.arm.ArmErrors;
import linkdoctor.lab.arm.Call;
import linkdoctor.lab.arm.ResourceType;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;

/** {@code accessPolicies/add}, {@code replace} and {@code remove}: a vault's policies, a few at a time. */
final class AccessPolicyResources extends ResourceType {
    AccessPolicyResources() {
        super("Microsoft.KeyVault/vaults/accessPolicies");
    }

    @Override
    public Answer get(Call call) {
        return ArmErrors.notAllowed("GET", type());
    }

    @Override
    public Answer put(Call call) {
        ResourceId id = call.path().parent();
        Optional<ObjectNode> vault = call.estate().get(id);
        if (vault.isEmpty()) {
            return ArmErrors.parentNotFound(id);
        }
        ObjectNode properties = vault.get().withObjectProperty("properties");
        JsonNode given = call.body().path("properties").path("accessPolicies");
        String kind = call.path().name();
        ArrayNode policies = Json.array();
        if (!kind.equals("replace")) {
            properties.path("accessPolicies").forEach(old -> {
                if (!names(given, old)) {
                    policies.add(old);
                }
            });
        }
        if (!kind.equals("remove")) {
            given.forEach(policies::add);
        }
        properties.set("accessPolicies", policies);
        call.estate().put(id, vault.get());
        ObjectNode answer = Json.object().put("id", id.text() + "/accessPolicies/").put("type", type());
        answer.putObject("properties").set("accessPolicies", policies);
        return Answer.json(200, answer);
    }

    private static boolean names(JsonNode policies, JsonNode one) {
        for (JsonNode policy : policies) {
            if (policy.path("objectId").asText().equalsIgnoreCase(one.path("objectId").asText())
                    && policy.path("applicationId").asText().equalsIgnoreCase(one.path("applicationId").asText())) {
                return true;
            }
        }
        return false;
    }
}
