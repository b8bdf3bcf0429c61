package linkdoctor.lab.dns;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.Ip;
import linkdoctor.facts.ResourceId;
import linkdoctor.lab.Estate;
import linkdoctor.lab.World;

/** A vault, two networks and what a test adds: no more than names need. */
public final class SmallEstate {
    public static final ResourceId APP = ResourceId.of("/subscriptions/b/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-app");
    public static final ResourceId HUB = ResourceId.of("/subscriptions/a/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-hub");
    private static final String VAULT = "/subscriptions/b/resourceGroups/rg-fabrikam/providers/Microsoft.KeyVault/vaults/fabrikam";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Estate estate = new Estate();
    private final List<World.NameServer> servers = new ArrayList<>();
    private final List<World.Fault> faults = new ArrayList<>();
    private final Map<String, Ip> publicNames = new HashMap<>();
    private final Map<String, Duration> latency = new HashMap<>();
    private List<Ip> resolvers = List.of();
    private Optional<ResourceId> subnet = Optional.of(ResourceId.of(APP + "/subnets/snet-app"));
    private String hosts = "";

    public SmallEstate() {
        put(VAULT, "Microsoft.KeyVault/vaults", "{\"vaultUri\": \"https://fabrikam.vault.azure.net/\"}");
        network(APP, "[]");
        network(HUB, "[]");
    }

    /** Approved connection, zone linked to the application's network, record 10.1.1.5. */
    public static SmallEstate healthy() {
        return new SmallEstate().connection("Approved").zone("dns", "privatelink.vaultcore.azure.net")
                .link("dns", "privatelink.vaultcore.azure.net", APP, "\"Completed\"")
                .record("dns", "privatelink.vaultcore.azure.net", "fabrikam", 10, "10.1.1.5");
    }

    public SmallEstate connection(String status) {
        return put(VAULT + "/privateEndpointConnections/pec", "Microsoft.KeyVault/vaults/privateEndpointConnections",
                "{\"privateLinkServiceConnectionState\": {\"status\": \"" + status + "\"}}");
    }

    public SmallEstate network(ResourceId id, String dnsServers) {
        return put(id.text(), "Microsoft.Network/virtualNetworks", "{\"dhcpOptions\": {\"dnsServers\": " + dnsServers + "}}");
    }

    public SmallEstate zone(String group, String name) {
        return put(zoneId(group, name), "Microsoft.Network/privateDnsZones", "{}");
    }

    /** @param state JSON of virtualNetworkLinkState, and what may follow it */
    public SmallEstate link(String group, String zone, ResourceId network, String state) {
        return put(zoneId(group, zone) + "/virtualNetworkLinks/" + network.name(),
                "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
                "{\"virtualNetwork\": {\"id\": \"" + network + "\"}, \"virtualNetworkLinkState\": " + state + "}");
    }

    public SmallEstate record(String group, String zone, String name, int ttl, String... ips) {
        String addresses = String.join(", ", java.util.Arrays.stream(ips).map(ip -> "{\"ipv4Address\": \"" + ip + "\"}").toList());
        return put(zoneId(group, zone) + "/A/" + name, "Microsoft.Network/privateDnsZones/A",
                "{\"ttl\": " + ttl + ", \"aRecords\": [" + addresses + "]}");
    }

    public SmallEstate alias(String group, String zone, String name, String to) {
        return put(zoneId(group, zone) + "/CNAME/" + name, "Microsoft.Network/privateDnsZones/CNAME",
                "{\"ttl\": 5, \"cnameRecord\": {\"cname\": \"" + to + "\"}}");
    }

    public SmallEstate without(String idEnd) {
        estate.remove(ResourceId.of(idEnd));
        return this;
    }

    public SmallEstate server(String ip, Optional<ResourceId> network) {
        servers.add(new World.NameServer(Ip.of(ip), network, network.isPresent()));
        return this;
    }

    public SmallEstate add(World.NameServer server) {
        servers.add(server);
        return this;
    }

    public SmallEstate fault(String server, String what, String detail) {
        faults.add(new World.Fault("dns", server, what, detail));
        return this;
    }

    public SmallEstate latency(Duration of) {
        latency.put("dns", of);
        return this;
    }

    public SmallEstate publicName(String name, String ip) {
        publicNames.put(name, Ip.of(ip));
        return this;
    }

    public SmallEstate client(Optional<ResourceId> in, List<Ip> asking, String hostsText) {
        subnet = in;
        resolvers = asking;
        hosts = hostsText;
        return this;
    }

    public static String zoneId(String group, String name) {
        return "/subscriptions/a/resourceGroups/" + group + "/providers/Microsoft.Network/privateDnsZones/" + name;
    }

    private SmallEstate put(String id, String type, String properties) {
        try {
            ObjectNode document = JSON.createObjectNode();
            document.put("id", id).put("name", ResourceId.of(id).name()).put("type", type);
            document.set("properties", JSON.readTree(properties));
            estate.put(ResourceId.of(id), document);
            return this;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Estate estate() {
        return estate;
    }

    public World world() {
        return new World(new World.ClientMachine(List.of(Ip.of("10.1.0.4")), subnet, Ip.of("20.62.10.10"), resolvers,
                hosts, Map.of(), "00-0D-3A-12-34-56"), List.of(), servers, publicNames, faults, latency);
    }
}
