package linkdoctor.lab.vault;

import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import linkdoctor.facts.Ip;
import linkdoctor.facts.Prefix;
import linkdoctor.facts.ResourceId;
import linkdoctor.lab.Estate;
import linkdoctor.lab.http.Answer;

/** The vault's network gates: private link, perimeter, public access and firewall rules, in that order. */
final class Gate {
    private static final String PERIMETER = "Microsoft.Network/networkSecurityPerimeters";
    private final Estate estate;

    Gate(Estate estate) {
        this.estate = estate;
    }

    /** Why the request does not get in; empty when it does. */
    Optional<Answer> refuses(JsonNode vault, Caller caller, Arrival arrival) {
        if (arrival instanceof Arrival.PrivateLink link && connected(vault, link.endpoint())) {
            return Optional.empty();
        }
        String access = vault.path("properties").path("publicNetworkAccess").asText("Enabled");
        boolean enforced = access.equals("SecuredByPerimeter") || associations(vault)
                .anyMatch(association -> association.path("properties").path("accessMode").asText().equals("Enforced"));
        if (enforced) {
            return perimeterAdmits(vault, arrival) ? Optional.empty()
                    : Optional.of(Refusals.byPerimeter(vault, caller, arrival));
        }
        // Rules of the firewall are not honoured while public access is off.
        if (access.equals("Disabled")) {
            return Optional.of(Refusals.byConnection(vault, caller));
        }
        JsonNode rules = vault.path("properties").path("networkAcls");
        return rules.path("defaultAction").asText("Allow").equals("Allow") || listed(rules, arrival)
                ? Optional.empty() : Optional.of(Refusals.byFirewall(vault, caller, arrival));
    }

    private boolean connected(JsonNode vault, ResourceId endpoint) {
        return estate.below(id(vault), "Microsoft.KeyVault/vaults/privateEndpointConnections").stream()
                .map(connection -> connection.path("properties"))
                .anyMatch(connection -> ResourceId.of(connection.path("privateEndpoint").path("id").asText())
                        .equals(endpoint) && connection.path("privateLinkServiceConnectionState").path("status")
                        .asText().equals("Approved"));
    }

    private static boolean listed(JsonNode rules, Arrival arrival) {
        return switch (arrival) {
            case Arrival.Internet(Ip source) -> each(rules.path("ipRules"))
                    .anyMatch(rule -> contains(rule.path("value").asText(), source));
            case Arrival.ServiceEndpoint(ResourceId subnet, Ip source) -> each(rules.path("virtualNetworkRules"))
                    .anyMatch(rule -> ResourceId.of(rule.path("id").asText()).equals(subnet));
            // A private endpoint of some other vault is on no list.
            case Arrival.PrivateLink link -> false;
        };
    }

    private Stream<JsonNode> associations(JsonNode vault) {
        return estate.ofType(PERIMETER + "/resourceAssociations").stream().map(JsonNode.class::cast)
                .filter(association -> ResourceId.of(association.path("properties").path("privateLinkResource")
                        .path("id").asText()).equals(id(vault)));
    }

    private boolean perimeterAdmits(JsonNode vault, Arrival arrival) {
        return associations(vault).map(association -> ResourceId.of(
                        association.path("properties").path("profile").path("id").asText()))
                .flatMap(profile -> estate.below(profile, PERIMETER + "/profiles/accessRules").stream())
                .map(rule -> rule.path("properties"))
                .filter(rule -> rule.path("direction").asText("Inbound").equals("Inbound"))
                .flatMap(rule -> each(rule.path("addressPrefixes")))
                .anyMatch(prefix -> contains(prefix.asText(), arrival.source()));
    }

    private static boolean contains(String range, Ip ip) {
        return Prefix.parse(range).filter(prefix -> prefix.contains(ip)).isPresent();
    }

    private static ResourceId id(JsonNode vault) {
        return ResourceId.of(vault.path("id").asText());
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
