package linkdoctor.lab.arm.keyvault;

import java.util.Optional;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.Rights;
import linkdoctor.lab.arm.ArmErrors;
import linkdoctor.lab.arm.Call;
import linkdoctor.lab.http.Answer;

/** Azure Policy as far as it concerns vaults: assignments that deny public access. */
final class VaultPolicies {
    private static final String FIELD = "Microsoft.KeyVault/vaults/publicNetworkAccess";

    private VaultPolicies() {
    }

    /** The refusal when the vault would have public access after the write and an assignment denies that. */
    static Optional<Answer> refusal(Call call, ObjectNode vault, ObjectNode asked) {
        String access = asked.path("publicNetworkAccess").asText(
                vault.path("properties").path("publicNetworkAccess").asText("Enabled"));
        if (access.equalsIgnoreCase("Disabled")) {
            return Optional.empty();
        }
        return call.estate().ofType("Microsoft.Authorization/policyAssignments").stream()
                .filter(assignment -> Rights.covers(assignment.path("properties").path("scope").asText(), call.id().text()))
                .filter(assignment -> denies(call, assignment)).findFirst()
                .map(assignment -> ArmErrors.of(403, "RequestDisallowedByPolicy", "Resource '" + call.path().name()
                        + "' was disallowed by policy. Policy identifiers: '[{\"policyAssignment\":{\"name\":\""
                        + assignment.path("properties").path("displayName").asText() + "\",\"id\":\""
                        + assignment.path("id").asText() + "\"}}]'."));
    }

    private static boolean denies(Call call, ObjectNode assignment) {
        JsonNode properties = assignment.path("properties");
        return call.estate().get(ResourceId.of(properties.path("policyDefinitionId").asText("/")))
                .map(definition -> definition.path("properties")).filter(definition -> {
                    String effect = properties.path("parameters").path("effect").path("value").asText(
                            definition.path("parameters").path("effect").path("defaultValue").asText());
                    return effect.equalsIgnoreCase("Deny") && StreamSupport.stream(definition.path("policyRule").path("if")
                            .path("allOf").spliterator(), false).anyMatch(term -> term.path("field").asText()
                                    .equalsIgnoreCase(FIELD) && term.path("notEquals").asText().equals("Disabled"));
                }).isPresent();
    }
}
