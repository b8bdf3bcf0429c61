package linkdoctor.lab.arm.authorization;

import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.lab.arm.Call;
import linkdoctor.lab.arm.ResourceType;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;

/** Diagnostic settings of a resource; Azure Monitor writes ids in lower case and leaves nothing out. */
final class DiagnosticSettingResources extends ResourceType {
    DiagnosticSettingResources() {
        super("Microsoft.Insights/diagnosticSettings");
    }

    @Override
    public Answer put(Call call) {
        ObjectNode setting = Json.object()
                .put("id", call.path().scope().text().toLowerCase(Locale.ROOT)
                        + "/providers/microsoft.insights/diagnosticSettings/" + call.path().name())
                .put("type", type()).put("name", call.path().name()).putNull("location").putNull("kind").putNull("tags");
        ObjectNode properties = setting.putObject("properties");
        JsonNode asked = call.body().path("properties");
        for (String field : new String[] {"storageAccountId", "serviceBusRuleId", "workspaceId",
                "eventHubAuthorizationRuleId", "eventHubName", "logAnalyticsDestinationType"}) {
            properties.set(field, asked.path(field).isTextual() ? asked.get(field) : Json.object().nullNode());
        }
        properties.set("metrics", asked.path("metrics").isArray() ? asked.get("metrics") : Json.array());
        ArrayNode logs = properties.putArray("logs");
        for (JsonNode log : asked.path("logs")) {
            ObjectNode one = logs.addObject();
            one.set("category", log.path("category").isTextual() ? log.get("category") : Json.object().nullNode());
            one.set("categoryGroup", log.path("categoryGroup").isTextual() ? log.get("categoryGroup")
                    : Json.object().nullNode());
            one.put("enabled", log.path("enabled").asBoolean());
            one.putObject("retentionPolicy").put("enabled", false).put("days", 0);
        }
        setting.putNull("identity");
        call.estate().put(call.id(), setting);
        return Answer.json(200, setting);
    }
}
