package linkdoctor.lab.arm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.http.Json;

/** What ARM shows of the healthy estate has the fields of Azure's recorded answers, and of no others unannounced. */
class ArmShapesTest {
    private final Practice practice = Practice.of("healthy");

    @TestFactory
    Stream<DynamicTest> shapes() {
        return Stream.of(
                // The recorded vault is older than RBAC and has an open firewall and a policy.
                shape("vault-get-with-pec-approved", HealthyEstate.VAULT,
                        Set.of("properties.networkAcls", "properties.enableRbacAuthorization"), Set.of("properties.accessPolicies[]")),
                shape("pec-get-approved", HealthyEstate.CONNECTION, Set.of(), Set.of()),
                // With a zone group the endpoint's own DNS settings are empty.
                shape("pe-get-keyvault", HealthyEstate.ENDPOINT, Set.of(), Set.of("properties.customDnsConfigs[]")),
                shape("nic-get", HealthyEstate.ENDPOINT_NIC, Set.of("properties.macAddress", "properties.privateEndpoint",
                        "properties.ipConfigurations[].properties.privateLinkConnectionProperties"), Set.of()),
                shape("nic-get", HealthyEstate.JUMP_BOX_NIC, Set.of("properties.macAddress", "properties.primary",
                        "properties.virtualMachine", "properties.ipConfigurations[].properties.publicIPAddress"), Set.of()),
                shape("vnet-get", HealthyEstate.VNET_APP, Set.of("properties.virtualNetworkPeerings[]"), Set.of()),
                shape("vnet-peering-get", ResourceId.of(HealthyEstate.VNET_APP + "/virtualNetworkPeerings/app-to-hub"),
                        Set.of(), Set.of()),
                shape("privatednszone-get", HealthyEstate.ZONE, Set.of(), Set.of()),
                shape("pdns-link-get", HealthyEstate.LINK_APP, Set.of("properties.resolutionPolicy"), Set.of()),
                // The recorded record set is empty and made by hand.
                shape("pdns-a-get", HealthyEstate.RECORD, Set.of("properties.metadata", "properties.aRecords[]"), Set.of()),
                shape("zonegroup-get", HealthyEstate.ZONE_GROUP,
                        Set.of("properties.privateDnsZoneConfigs[].properties.recordSets[]"), Set.of()),
                shape("diag-get", ResourceId.of(HealthyEstate.VAULT
                        + "/providers/Microsoft.Insights/diagnosticSettings/kv-audit"), Set.of(), Set.of()));
    }

    @Test
    void collections() {
        same("private-link-resources-list", practice.json(HealthyEstate.VAULT + "/privateLinkResources"), Set.of(), Set.of());
        JsonNode assignments = practice.json(HealthyEstate.VAULT
                + "/providers/Microsoft.Authorization/roleAssignments?$filter=atScope()");
        same("role-assignment", assignments.path("value").path(0), Set.of(), Set.of());
        same("role-definitions-list", practice.json(HealthyEstate.VAULT + "/providers/Microsoft.Authorization/"
                + "roleDefinitions?$filter=roleName%20eq%20%27reader%27"), Set.of(), Set.of());
        JsonNode deleted = Practice.of("vault-soft-deleted").json("/subscriptions/" + HealthyEstate.WORKLOAD
                + "/providers/Microsoft.KeyVault/deletedVaults");
        same("deletedvault-get", deleted.path("value").path(0), Set.of(), Set.of());
    }

    private DynamicTest shape(String recording, ResourceId id, Set<String> newer, Set<String> absent) {
        return DynamicTest.dynamicTest(recording + " " + id.name(), () -> same(recording, practice.json(id), newer, absent));
    }

    /**
     * @param newer  fields that ours have beyond the recording, with all below them
     * @param absent fields that the recording has beyond ours, with all below them
     */
    private static void same(String recording, JsonNode ours, Set<String> newer, Set<String> absent) {
        JsonNode recorded = Json.read(ArmShapesTest.class.getResourceAsStream("/linkdoctor/lab/recorded/" + recording + ".json"));
        assertThat(less(paths(ours), newer)).as(recording).isEqualTo(less(paths(recorded.path("body")), absent));
    }

    private static Set<String> less(Set<String> paths, Set<String> without) {
        Set<String> kept = new TreeSet<>(paths);
        kept.removeIf(path -> without.stream().anyMatch(path::startsWith));
        return kept;
    }

    /** Every field by path; a list's elements count together. */
    private static Set<String> paths(JsonNode node) {
        Set<String> paths = new TreeSet<>();
        collect(node, "", paths);
        return paths;
    }

    private static void collect(JsonNode node, String at, Set<String> paths) {
        if (node.isArray()) {
            node.forEach(element -> {
                paths.add(at + "[]");
                collect(element, at + "[]", paths);
            });
        }
        node.properties().forEach(field -> {
            String path = at.isEmpty() ? field.getKey() : at + "." + field.getKey();
            // What tags are called is the owner's business.
            if (!at.endsWith("tags")) {
                paths.add(path);
                collect(field.getValue(), path, paths);
            }
        });
    }
}
