package linkdoctor.lab.arm.network;

import java.util.List;

import linkdoctor.lab.arm.ResourceType;

/** The list of the network's resource types. */
public final class NetworkTypes {
    private NetworkTypes() {
    }

    public static List<ResourceType> all() {
        return List.of(
                new EndpointResources(),
                new ZoneGroupResources(),
                new NetworkResources(),
                new NetworkPartResources("Microsoft.Network/virtualNetworks/subnets", "subnets"),
                new PeeringResources(),
                new DnsZoneResources(),
                new DnsLinkResources(),
                new DnsRecordResources("A"),
                new DnsRecordResources("SOA"),
                new DnsRecordResources("ALL"),
                new ServiceTags(),
                new OperationResources("Microsoft.Network/locations/operations"),
                new OperationResources("Microsoft.Network/locations/operationResults"),
                new OperationResources("Microsoft.Network/privateDnsOperationStatuses"),
                new OperationResources("Microsoft.Network/privateDnsOperationResults"),
                new OperationResources("Microsoft.KeyVault/locations/operationResults"),
                new ResourceType("Microsoft.Network/networkInterfaces"),
                new ResourceType("Microsoft.Network/publicIPAddresses"),
                new ResourceType("Microsoft.Network/networkSecurityGroups"),
                new ResourceType("Microsoft.Network/routeTables"),
                new ResourceType("Microsoft.Network/networkSecurityPerimeters"),
                new ResourceType("Microsoft.Network/dnsResolvers"),
                new ResourceType("Microsoft.Network/dnsResolvers/inboundEndpoints"),
                new ResourceType("Microsoft.Network/dnsForwardingRulesets"));
    }
}
