package linkdoctor.check;

import linkdoctor.facts.ResourceId;

/** The resource ids and accounts of the healthy estate. */
public final class Ids {
    public static final String TENANT = "11111111-1111-4111-8111-111111111111";
    public static final String HUB = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa";
    public static final String WORKLOAD = "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb";
    public static final String SANDBOX = "cccccccc-cccc-4ccc-8ccc-cccccccccccc";
    public static final String CALLER = "22222222-2222-4222-8222-222222222222";
    public static final String GUID = "9e9b6f2c-4d2f-4f0e-9c43-6d2b6a3f7a10";
    public static final String ZONE_NAME = "privatelink.vaultcore.azure.net";

    public static final ResourceId VAULT = id(WORKLOAD, "rg-fabrikam", "Microsoft.KeyVault/vaults/fabrikam");
    public static final ResourceId ENDPOINT = endpoint("pe-fabrikam");
    public static final ResourceId APP = network(WORKLOAD, "vnet-app");
    public static final ResourceId HUB_NETWORK = network(HUB, "vnet-hub");
    public static final ResourceId SNET_APP = subnet(APP, "snet-app");
    public static final ResourceId SNET_ENDPOINTS = subnet(APP, "snet-endpoints");
    public static final ResourceId SNET_DNS = subnet(HUB_NETWORK, "snet-dns");
    public static final ResourceId ZONE = id(HUB, "rg-dns", "Microsoft.Network/privateDnsZones/" + ZONE_NAME);

    private Ids() {
    }

    public static ResourceId id(String subscription, String group, String provider) {
        return ResourceId.of("/subscriptions/" + subscription + "/resourceGroups/" + group + "/providers/" + provider);
    }

    public static ResourceId endpoint(String name) {
        return id(WORKLOAD, "rg-fabrikam", "Microsoft.Network/privateEndpoints/" + name);
    }

    public static ResourceId network(String subscription, String name) {
        return id(subscription, "rg-network", "Microsoft.Network/virtualNetworks/" + name);
    }

    public static ResourceId subnet(ResourceId network, String name) {
        return child(network, "subnets/" + name);
    }

    public static ResourceId connection(String name) {
        return child(VAULT, "privateEndpointConnections/" + name);
    }

    public static ResourceId zone(String subscription, String name) {
        return id(subscription, "rg-dns", "Microsoft.Network/privateDnsZones/" + name);
    }

    public static ResourceId child(ResourceId parent, String path) {
        return ResourceId.of(parent.text() + "/" + path);
    }
}
