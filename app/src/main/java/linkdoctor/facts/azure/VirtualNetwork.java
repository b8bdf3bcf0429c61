package linkdoctor.facts.azure;

import linkdoctor.facts.Ip;
import linkdoctor.facts.Prefix;
import linkdoctor.facts.ResourceId;

import java.util.List;
import java.util.Optional;

/**
 * A virtual network.
 *
 * @param dnsServers custom DNS servers; empty means Azure's own
 */
public record VirtualNetwork(ResourceId id, String location, List<Prefix> prefixes, List<Ip> dnsServers,
                             List<Subnet> subnets, List<Peering> peerings) {
    public VirtualNetwork {
        prefixes = List.copyOf(prefixes);
        dnsServers = List.copyOf(dnsServers);
        subnets = List.copyOf(subnets);
        peerings = List.copyOf(peerings);
    }

    public boolean contains(Ip ip) {
        return prefixes.stream().anyMatch(prefix -> prefix.contains(ip));
    }

    /**
     * A subnet; {@code endpointPolicies} is {@code privateEndpointNetworkPolicies} (Disabled, Enabled,
     * NetworkSecurityGroupEnabled, RouteTableEnabled; absent is Disabled).
     */
    public record Subnet(ResourceId id, List<Prefix> prefixes, String endpointPolicies,
                         Optional<ResourceId> networkSecurityGroup, Optional<ResourceId> routeTable,
                         List<String> serviceEndpoints) {
        public Subnet {
            prefixes = List.copyOf(prefixes);
            serviceEndpoints = List.copyOf(serviceEndpoints);
        }
    }

    /** A peering as this side sees it; {@code state} Connected, Initiated or Disconnected. */
    public record Peering(String name, ResourceId remote, String state, boolean allowsAccess,
                          List<Prefix> remotePrefixes) {
        public Peering {
            remotePrefixes = List.copyOf(remotePrefixes);
        }

        public boolean connected() {
            return state.equalsIgnoreCase("Connected") && allowsAccess;
        }
    }
}
