package linkdoctor.lab.arm.keyvault;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.Prefix;
import linkdoctor.lab.arm.ArmErrors;
import linkdoctor.lab.http.Answer;

/** A vault's firewall rules as Key Vault takes and keeps them. */
final class VaultRules {
    private static final Map<Prefix, String> FORBIDDEN = Map.of(
            Prefix.of("10.0.0.0/8"), "10.0.0.0\u201310.255.255.255 (private IP addresses)",
            Prefix.of("172.16.0.0/12"), "172.16.0.0\u2013172.31.255.255 (private IP addresses)",
            Prefix.of("192.168.0.0/16"), "192.168.0.0\u2013192.168.255.255 (private IP addresses)");

    private VaultRules() {
    }

    /** Key Vault refuses private ranges in its firewall. */
    static Optional<Answer> refusal(ObjectNode properties) {
        int index = 0;
        for (JsonNode rule : properties.path("networkAcls").path("ipRules")) {
            String value = rule.path("value").asText();
            Optional<Prefix> range = Prefix.parse(value);
            if (range.isEmpty()) {
                return Optional.of(ArmErrors.badRequest("BadRequest", "Invalid value found at properties.networkAcls."
                        + "ipRules[" + index + "].value: " + value));
            }
            Optional<String> forbidden = FORBIDDEN.entrySet().stream()
                    .filter(entry -> entry.getKey().contains(range.get().network())).map(Map.Entry::getValue).findFirst();
            if (forbidden.isPresent()) {
                return Optional.of(ArmErrors.badRequest("BadRequest", "Invalid value found at properties.networkAcls."
                        + "ipRules[" + index + "].value: " + value + " belongs to forbidden range " + forbidden.get()));
            }
            index++;
        }
        return Optional.empty();
    }

    /** Fills in what was left out; addresses become ranges and subnet ids lower case, as Key Vault shows them. */
    static void normalise(ObjectNode rules) {
        if (!rules.path("bypass").isTextual()) {
            rules.put("bypass", "AzureServices");
        }
        if (!rules.path("defaultAction").isTextual()) {
            rules.put("defaultAction", "Allow");
        }
        for (JsonNode rule : rules.withArrayProperty("ipRules")) {
            Prefix.parse(rule.path("value").asText()).ifPresent(range -> ((ObjectNode) rule).put("value", range.toString()));
        }
        for (JsonNode rule : rules.withArrayProperty("virtualNetworkRules")) {
            ((ObjectNode) rule).put("id", rule.path("id").asText().toLowerCase(Locale.ROOT))
                    .remove("ignoreMissingVnetServiceEndpoint");
        }
    }
}
