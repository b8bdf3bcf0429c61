package linkdoctor.lab;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.Ip;
import linkdoctor.facts.ResourceId;
import linkdoctor.lab.World.Account;
import linkdoctor.lab.World.ClientMachine;
import linkdoctor.lab.http.Json;

/**
 * The estate in which everything works: a vault, its private endpoint, the zone in the hub's subscription, and a jump
 * box in the endpoint's network. Scenarios change it; the documents themselves stand in {@code healthy.json}.
 */
public final class HealthyEstate {
    public static final String TENANT = "11111111-1111-4111-8111-111111111111";
    public static final String HUB = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa";
    public static final String WORKLOAD = "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb";
    public static final String SANDBOX = "cccccccc-cccc-4ccc-8ccc-cccccccccccc";

    public static final ResourceId VAULT = workload("rg-fabrikam", "Microsoft.KeyVault/vaults/fabrikam");
    public static final ResourceId CONNECTION = below(VAULT, "privateEndpointConnections/pec-fabrikam");
    public static final ResourceId ENDPOINT = workload("rg-fabrikam", "Microsoft.Network/privateEndpoints/pe-fabrikam");
    public static final ResourceId ZONE_GROUP = below(ENDPOINT, "privateDnsZoneGroups/default");
    public static final ResourceId ENDPOINT_NIC = workload("rg-fabrikam",
            "Microsoft.Network/networkInterfaces/pe-fabrikam.nic.5d0f3f2a-7a4e-4c1b-9a55-2b1c1de0a7f1");
    public static final ResourceId ZONE = of(HUB, "rg-dns",
            "Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net");
    public static final ResourceId LINK_APP = below(ZONE, "virtualNetworkLinks/link-app");
    public static final ResourceId LINK_HUB = below(ZONE, "virtualNetworkLinks/link-hub");
    public static final ResourceId RECORD = below(ZONE, "A/fabrikam");
    public static final ResourceId VNET_APP = workload("rg-network", "Microsoft.Network/virtualNetworks/vnet-app");
    public static final ResourceId VNET_HUB = of(HUB, "rg-network", "Microsoft.Network/virtualNetworks/vnet-hub");
    public static final ResourceId SNET_APP = below(VNET_APP, "subnets/snet-app");
    public static final ResourceId SNET_ENDPOINTS = below(VNET_APP, "subnets/snet-endpoints");
    public static final ResourceId JUMP_BOX = workload("rg-network", "Microsoft.Compute/virtualMachines/jump-box");
    public static final ResourceId JUMP_BOX_NIC = workload("rg-network",
            "Microsoft.Network/networkInterfaces/jump-box-nic");

    /** The support engineer: may read everything and use the vault's secrets, and change nothing. */
    public static final Account ENGINEER = new Account("user", "engineer@fabrikam.example", "practice", TENANT,
            "22222222-2222-4222-8222-222222222222", "", "Practice Engineer", List.of(), List.of());
    /** The same rights for a program. */
    public static final Account APP = new Account("app", "33333333-3333-4333-8333-333333333333", "practice-secret",
            TENANT, "44444444-4444-4444-8444-444444444444", "33333333-3333-4333-8333-333333333333",
            "linkdoctor-practice", List.of(), List.of());
    /** The jump box's managed identity; IMDS gives its tokens. */
    public static final Account MACHINE = new Account("machine", "jump-box", "", TENANT,
            "55555555-5555-4555-8555-555555555555", "55550000-5555-4555-8555-555555555555", "jump-box", List.of(),
            List.of());
    /** Owner of the subscriptions, who can apply what the doctor advises. */
    public static final Account ADMIN = new Account("user", "admin@fabrikam.example", "practice", TENANT,
            "66666666-6666-4666-8666-666666666666", "", "Practice Admin", List.of(), List.of());
    /** Owner too, for a program. */
    public static final Account ADMIN_APP = new Account("app", "77777777-7777-4777-8777-777777777777",
            "practice-secret", TENANT, "88888888-8888-4888-8888-888888888888",
            "77777777-7777-4777-8777-777777777777", "linkdoctor-practice-admin", List.of(), List.of());

    private HealthyEstate() {
    }

    /** A new estate in which everything works. */
    public static Estate estate() {
        Estate estate = new Estate();
        for (JsonNode document : Json.read(HealthyEstate.class.getResourceAsStream("healthy.json"))) {
            estate.put(ResourceId.of(document.path("id").asText()), (ObjectNode) document);
        }
        return estate;
    }

    /** The healthy estate's surroundings: the jump box, the accounts, no DNS servers of its own, no faults. */
    public static World world() {
        ClientMachine jumpBox = new ClientMachine(List.of(Ip.of("10.1.0.4")), Optional.of(SNET_APP),
                Ip.of("20.62.10.10"), List.of(), "", Map.of(), "00-0D-3A-12-34-56");
        return new World(jumpBox, List.of(ENGINEER, APP, MACHINE, ADMIN, ADMIN_APP), List.of(), Map.of(), List.of(),
                Map.of());
    }

    private static ResourceId workload(String group, String path) {
        return of(WORKLOAD, group, path);
    }

    private static ResourceId of(String subscription, String group, String path) {
        return ResourceId.of("/subscriptions/" + subscription + "/resourceGroups/" + group + "/providers/" + path);
    }

    private static ResourceId below(ResourceId parent, String path) {
        return ResourceId.of(parent.text() + "/" + path);
    }
}
