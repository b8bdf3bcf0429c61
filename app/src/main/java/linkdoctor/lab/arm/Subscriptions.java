package linkdoctor.lab.arm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;
import linkdoctor.lab.http.Request;

/** ARM above resource types: the cloud itself, tenants, subscriptions, resource groups, locations, registrations. */
final class Subscriptions {
    private static final List<String> NAMESPACES = List.of("Microsoft.KeyVault", "Microsoft.Network",
            "Microsoft.Compute", "Microsoft.Authorization", "Microsoft.Insights", "Microsoft.Resources",
            "Microsoft.ResourceGraph", "Microsoft.OperationalInsights", "Microsoft.ManagedIdentity");

    private Subscriptions() {
    }

    /** What needs no token. */
    static Optional<Answer> open(Request request) {
        return request.path().equalsIgnoreCase("/metadata/endpoints")
                ? Optional.of(CloudMetadata.answer(request)) : Optional.empty();
    }

    static Answer wrongTenant(String given, String wanted) {
        return ArmErrors.of(401, "InvalidAuthenticationTokenTenant", "The access token is from the wrong issuer "
                + "'https://sts.windows.net/" + given + "/'. It must match the tenant 'https://sts.windows.net/" + wanted
                + "/' associated with this subscription. Please use the authority (URL) 'https://login.windows.net/"
                + wanted + "' to get the token. Note, if the subscription is transferred to another tenant there is no "
                + "impact to the services, but information about new tenant could take time to propagate (up to an "
                + "hour). If you just transferred your subscription and see this error message, please try back later.")
                .with("WWW-Authenticate", "Bearer authorization_uri=\"https://login.windows.net/" + wanted
                        + "\", error=\"invalid_token\", error_description=\"The access token is from the wrong issuer.\"");
    }

    /** The answer when the path names no resource type; else empty. */
    static Optional<Answer> answer(Call call) {
        List<String> words = call.path().segments().stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        String first = words.isEmpty() ? "" : words.getFirst();
        int size = words.size();
        if (first.equals("tenants") && size == 1) {
            return Optional.of(tenants(call));
        }
        if (!first.equals("subscriptions") || size > 5) {
            return Optional.empty();
        }
        String third = size > 2 ? words.get(2) : "";
        return switch (size) {
            case 1 -> Optional.of(list(call, call.estate().ofType("Microsoft.Resources/subscriptions").stream()
                    .filter(s -> s.path("tenantId").asText().equalsIgnoreCase(call.caller().tenant()))));
            case 2 -> Optional.of(subscription(call));
            case 3, 4 -> switch (third) {
                case "resourcegroups" -> Optional.of(ResourceGroups.answer(call));
                case "locations" -> Optional.of(Locations.answer(call));
                case "resources" -> Optional.of(ResourceGroups.resources(call));
                case "providers" -> Optional.of(providers(call, size));
                default -> Optional.empty();
            };
            default -> third.equals("resourcegroups") && words.get(4).equals("resources")
                    ? Optional.of(ResourceGroups.resources(call))
                    : third.equals("providers") && words.get(4).equals("register")
                            ? Optional.of(providers(call, 4)) : Optional.empty();
        };
    }

    private static Answer subscription(Call call) {
        return call.rights().anyAround(call.id())
                ? Answer.json(200, shown(call.document().orElseGet(Json::object)))
                : ArmErrors.authorizationFailed(call.caller(), "Microsoft.Resources/subscriptions/read", call.id());
    }

    private static Answer list(Call call, Stream<ObjectNode> documents) {
        ObjectNode body = Json.object();
        ArrayNode value = body.putArray("value");
        List<ObjectNode> visible = documents.filter(document -> visible(call, document)).toList();
        visible.forEach(document -> value.add(shown(document)));
        body.putObject("count").put("type", "Total").put("value", visible.size());
        return Answer.json(200, body);
    }

    /** A subscription shows itself to whoever has a right in it, unless the scenario says otherwise. */
    private static boolean visible(Call call, ObjectNode subscription) {
        ResourceId id = ResourceId.of(subscription.path("id").asText());
        String action = "Microsoft.Resources/subscriptions/read";
        return call.rights().allows(action, id) || call.rights().partly(action, id);
    }

    private static ObjectNode shown(ObjectNode subscription) {
        ObjectNode shown = subscription.deepCopy();
        shown.remove("type");
        return shown;
    }

    private static Answer tenants(Call call) {
        ObjectNode body = Json.object();
        String tenant = call.caller().tenant();
        String name = tenant.equals(HealthyEstate.TENANT) ? "Fabrikam" : "Contoso";
        ObjectNode one = body.putArray("value").addObject().put("id", "/tenants/" + tenant).put("tenantId", tenant)
                .put("countryCode", "US").put("displayName", name);
        String domain = name.toLowerCase(Locale.ROOT) + ".example";
        one.putArray("domains").add(domain);
        one.put("tenantCategory", "Home").put("defaultDomain", domain).put("tenantType", "AAD");
        return Answer.json(200, body);
    }

    private static Answer providers(Call call, int size) {
        String subscription = "/subscriptions/" + call.id().subscription();
        List<ObjectNode> found = new ArrayList<>();
        for (String namespace : NAMESPACES) {
            if (size == 3 || namespace.equalsIgnoreCase(call.path().segments().get(3))) {
                ObjectNode provider = Json.object().put("id", subscription + "/providers/" + namespace)
                        .put("namespace", namespace).put("registrationState", "Registered")
                        .put("registrationPolicy", "RegistrationRequired");
                provider.putArray("resourceTypes").addAll(ResourceGroups.types(namespace));
                found.add(provider);
            }
        }
        if (size == 3) {
            ObjectNode body = Json.object();
            body.putArray("value").addAll(found);
            return Answer.json(200, body);
        }
        return found.isEmpty() ? ArmErrors.of(404, "InvalidResourceNamespace", "The resource namespace '"
                + call.path().segments().get(3) + "' is invalid.") : Answer.json(200, found.getFirst());
    }
}
