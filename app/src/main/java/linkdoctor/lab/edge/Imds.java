package linkdoctor.lab.edge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.Ip;
import linkdoctor.facts.Prefix;
import linkdoctor.facts.ResourceId;
import linkdoctor.lab.Estate;
import linkdoctor.lab.World.Account;
import linkdoctor.lab.World;
import linkdoctor.lab.edge.network.Networks;
import linkdoctor.lab.entra.Tokens;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;
import linkdoctor.lab.http.Request;

/** The instance metadata service of the client's virtual machine: the instance itself, and its identity's tokens. */
final class Imds {
    private final Estate estate;
    private final World world;
    private final Networks networks;

    Imds(Estate estate, World world) {
        this.estate = estate;
        this.world = world;
        networks = new Networks(estate);
    }

    Answer answer(Request request) {
        if (!request.header("Metadata").map(value -> value.equalsIgnoreCase("true")).orElse(false)
                || request.header("X-Forwarded-For").isPresent()) {
            return error("Bad request. Required metadata header not specified");
        }
        if (request.query("api-version").isEmpty()) {
            return error("Bad request. api-version was not specified in the request. For more information refer to "
                    + "aka.ms/azureimds").with("Newest-Versions", "2021-12-13");
        }
        return switch (request.path().toLowerCase(Locale.ROOT)) {
            case "/metadata/instance" -> Answer.json(200, instance());
            case "/metadata/instance/compute" -> Answer.json(200, instance().path("compute"));
            case "/metadata/instance/network" -> Answer.json(200, instance().path("network"));
            case "/metadata/identity/oauth2/token" -> token(request);
            default -> Answer.json(404, Json.object().put("error", "Not found"));
        };
    }

    private Answer token(Request request) {
        List<Account> identities = world.accounts().stream().filter(account -> account.kind().equals("machine")).toList();
        if (identities.size() > 1 && request.query("client_id").isEmpty()) {
            return Answer.json(400, Json.object().put("error", "invalid_request").put("error_description",
                    "Multiple user assigned identities exist, please specify the clientId / resourceId of the identity in the token request"));
        }
        Optional<Account> identity = identities.stream().filter(account -> identities.size() == 1
                || request.query("client_id").filter(account.appId()::equalsIgnoreCase).isPresent()).findFirst();
        Optional<String> resource = request.query("resource").filter(value -> !value.isEmpty());
        boolean other = request.query("client_id").filter(id -> identity.isPresent()
                && !id.equalsIgnoreCase(identity.get().appId())).isPresent();
        if (identity.isEmpty() || other) {
            return Answer.json(400, Json.object().put("error", "invalid_request")
                    .put("error_description", "Identity not found"));
        }
        if (resource.isEmpty()) {
            return Answer.json(400, Json.object().put("error", "invalid_request")
                    .put("error_description", "Required query variable 'resource' is missing"));
        }
        Instant now = Instant.now();
        return Answer.json(200, Json.object()
                .put("access_token", Tokens.managed(identity.get(), resource.get(), machine().map(vm ->
                        vm.path("id").asText().replace("/resourceGroups/", "/resourcegroups/")).orElse("")))
                .put("client_id", identity.get().appId()).put("expires_in", "86399")
                .put("expires_on", String.valueOf(now.plus(Duration.ofDays(1)).getEpochSecond()))
                .put("ext_expires_in", "86399").put("not_before", String.valueOf(now.getEpochSecond()))
                .put("resource", resource.get()).put("token_type", "Bearer"));
    }

    private ObjectNode instance() {
        JsonNode machine = machine().<JsonNode>map(found -> found).orElseGet(Json::object);
        ResourceId id = ResourceId.of(machine.path("id").asText());
        ObjectNode instance = Json.object();
        instance.putObject("compute").put("azEnvironment", "AzurePublicCloud")
                .put("location", machine.path("location").asText("eastus")).put("name", id.name())
                .put("osType", machine.path("properties").path("storageProfile").path("osDisk").path("osType")
                        .asText("Linux"))
                .put("provider", "Microsoft.Compute").put("resourceGroupName", id.resourceGroup())
                .put("resourceId", id.text()).put("subscriptionId", id.subscription())
                .put("vmId", machine.path("properties").path("vmId").asText())
                .put("vmSize", machine.path("properties").path("hardwareProfile").path("vmSize").asText())
                .put("isHostCompatibilityLayerVm", "false").put("zone", "");
        ObjectNode nic = instance.putObject("network").putArray("interface").addObject();
        ObjectNode v4 = nic.putObject("ipv4");
        var addresses = v4.putArray("ipAddress");
        world.client().addresses().stream().filter(Ip::v4).forEach(ip -> addresses.addObject()
                .put("privateIpAddress", ip.toString()).put("publicIpAddress", world.client().publicIp().toString()));
        var subnets = v4.putArray("subnet");
        subnet().ifPresent(prefix -> subnets.addObject().put("address", prefix.network().toString())
                .put("prefix", String.valueOf(prefix.length())));
        nic.putObject("ipv6").putArray("ipAddress");
        nic.put("macAddress", world.client().mac().replaceAll("[^0-9A-Fa-f]", "").toUpperCase(Locale.ROOT));
        return instance;
    }

    private Optional<Prefix> subnet() {
        return world.client().subnet().flatMap(networks::subnet).map(subnet -> subnet.path("properties"))
                .flatMap(subnet -> Prefix.parse(subnet.path("addressPrefix")
                        .asText(subnet.path("addressPrefixes").path(0).asText())));
    }

    /** The virtual machine that has the client's network interface. */
    private Optional<ObjectNode> machine() {
        List<ObjectNode> nics = estate.ofType("Microsoft.Network/networkInterfaces");
        return nics.stream().map(nic -> nic.path("properties"))
                .filter(nic -> nic.path("macAddress").asText().equalsIgnoreCase(world.client().mac()))
                .flatMap(nic -> estate.get(ResourceId.of(nic.path("virtualMachine").path("id").asText())).stream())
                .findFirst();
    }

    private static Answer error(String message) {
        return Answer.json(400, Json.object().put("error", message));
    }
}
