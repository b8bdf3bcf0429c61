package linkdoctor.facts.azure;

import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;

import java.util.List;
import java.util.Optional;

/**
 * A private endpoint and what hangs on it.
 *
 * @param customDns  the "Custom DNS settings"; empty when a zone group is attached
 * @param nicAddresses addresses of its network interfaces for the vault's group
 * @param zoneGroups the zone groups that write its DNS records
 */
public record PrivateEndpoint(ResourceId id, String location, String provisioningState, ResourceId subnet,
                              List<DnsConfig> customDns, Probed<List<Ip>> nicAddresses,
                              Probed<List<ZoneGroup>> zoneGroups, String resourceGuid) {
    public PrivateEndpoint {
        customDns = List.copyOf(customDns);
    }

    /**
     * Its private addresses. With a zone group its own DNS settings are empty, so the network interface speaks first,
     * then the zone group's records, then the DNS settings.
     */
    public List<Ip> addresses() {
        List<Ip> nic = nicAddresses.known().orElse(List.of());
        if (!nic.isEmpty()) {
            return nic;
        }
        List<Ip> records = zoneGroups.known().orElse(List.of()).stream().flatMap(group -> group.zones().stream())
                .flatMap(zone -> zone.records().stream()).flatMap(one -> one.addresses().stream()).distinct().toList();
        return !records.isEmpty() ? records : customDns.stream().flatMap(dns -> dns.addresses().stream()).distinct().toList();
    }

    public ResourceId network() {
        return subnet.parent();
    }

    /** One name of the endpoint with its addresses. */
    public record DnsConfig(String fqdn, List<Ip> addresses) {
        public DnsConfig {
            addresses = List.copyOf(addresses);
        }
    }

    /** A DNS zone group: the zones it writes to and the records it wrote. */
    public record ZoneGroup(ResourceId id, List<ZoneConfig> zones) {
        public ZoneGroup {
            zones = List.copyOf(zones);
        }
    }

    /** One zone of a group. */
    public record ZoneConfig(Optional<ResourceId> zone, List<DnsConfig> records) {
        public ZoneConfig {
            records = List.copyOf(records);
        }
    }
}
