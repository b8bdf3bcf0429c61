package linkdoctor.probe.azure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.azure.resourcemanager.keyvault.fluent.models.PrivateEndpointConnectionInner;
import com.azure.resourcemanager.network.fluent.models.NetworkInterfaceInner;
import com.azure.resourcemanager.network.fluent.models.NetworkInterfaceIpConfigurationInner;
import com.azure.resourcemanager.network.fluent.models.PrivateDnsZoneGroupInner;
import com.azure.resourcemanager.network.fluent.models.PrivateEndpointInner;
import com.azure.resourcemanager.network.models.RecordSet;

import linkdoctor.facts.Evidence;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Words;
import linkdoctor.facts.azure.Connection;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.probe.azure.plain.Raw;
import linkdoctor.probe.azure.wire.Asking;
import linkdoctor.probe.azure.wire.Limit;
import linkdoctor.probe.azure.wire.Question;

/** The vault's private endpoint connections, and the endpoints at their other end. */
final class EndpointFacts {
    private static final String GROUP = "vault";
    private final Asking asking;
    private final ArmClients clients;

    EndpointFacts(Asking asking, ArmClients clients) {
        this.asking = asking;
        this.clients = clients;
    }

    Probed<List<Connection>> connections(ResourceId vault, Limit limit) throws InterruptedException {
        return asking.whole(Question.arm("Microsoft.KeyVault/vaults/privateEndpointConnections/read", vault.text(),
                        "network", "private-endpoint-connection", "list", "--id", vault.text()), limit,
                context -> clients.vaults(vault.subscription()).getPrivateEndpointConnections()
                        .listByResource(vault.resourceGroup(), vault.name(), context),
                EndpointFacts::told).map(list -> list.stream().map(VaultShape::connection).toList());
    }

    Probed<List<String>> requiredZones(ResourceId vault, Limit limit) throws InterruptedException {
        return asking.ask(Question.arm("Microsoft.KeyVault/vaults/privateLinkResources/read", vault.text(),
                        "network", "private-link-resource", "list", "--id", vault.text()), limit,
                trace -> Scopes.list(clients.vaults(vault.subscription()).getPrivateLinkResources()
                                .listByVaultWithResponse(vault.resourceGroup(), vault.name(), trace.context()).getValue().value())
                        .stream().filter(resource -> GROUP.equalsIgnoreCase(resource.groupId()))
                        .flatMap(resource -> Scopes.list(resource.requiredZoneNames()).stream()).distinct().toList(),
                zones -> zones.isEmpty() ? "no required zone" : "the zone must be " + Words.list(zones));
    }

    Probed<PrivateEndpoint> endpoint(ResourceId id, Limit limit) throws InterruptedException {
        // The interfaces wait for the endpoint that names them, and for nothing else.
        Asking.Both<WithAddresses, Probed<List<PrivateEndpoint.ZoneGroup>>> both =
                Asking.both(() -> withAddresses(id, limit), () -> zoneGroups(id, limit));
        WithAddresses found = both.first();
        List<Evidence> all = new ArrayList<>(found.addresses().evidence());
        all.addAll(both.second().evidence());
        Probed<PrivateEndpoint> endpoint = found.read().map(read -> shape(id, read, found.addresses(), both.second()));
        return endpoint instanceof Probed.Seen<PrivateEndpoint>(PrivateEndpoint shape, var evidence)
                ? Probed.seen(shape, Stream.concat(evidence.stream(), all.stream()).toList()) : endpoint;
    }

    private record WithAddresses(Probed<Read> read, Probed<List<Ip>> addresses) {
    }

    private WithAddresses withAddresses(ResourceId id, Limit limit) throws InterruptedException {
        Probed<Read> read = read(id, limit);
        return new WithAddresses(read, read instanceof Probed.Seen<Read>(Read seen, var evidence)
                ? addresses(seen.inner(), limit) : Probed.notTried("The endpoint cannot be read."));
    }

    private record Read(PrivateEndpointInner inner, String guid) {
    }

    private Probed<Read> read(ResourceId id, Limit limit) throws InterruptedException {
        return asking.ask(Question.arm("Microsoft.Network/privateEndpoints/read", id.text(),
                        "network", "private-endpoint", "show", "--ids", id.text()), limit,
                trace -> {
                    PrivateEndpointInner inner = clients.networks(id.subscription()).getPrivateEndpoints()
                            .getByResourceGroupWithResponse(id.resourceGroup(), id.name(), null, trace.context()).getValue();
                    // The SDK's model of an endpoint lacks this property.
                    return new Read(inner, Raw.text(Raw.map(Raw.parse(trace.body()), "properties"), "resourceGuid"));
                },
                read -> told(read.inner()));
    }

    private Probed<List<PrivateEndpoint.ZoneGroup>> zoneGroups(ResourceId id, Limit limit) throws InterruptedException {
        return asking.whole(Question.arm("Microsoft.Network/privateEndpoints/privateDnsZoneGroups/read", id.text(),
                        "network", "private-endpoint", "dns-zone-group", "list", "--endpoint-name", id.name(),
                        "--resource-group", id.resourceGroup(), "--subscription", id.subscription()), limit,
                context -> clients.networks(id.subscription()).getPrivateDnsZoneGroups()
                        .list(id.name(), id.resourceGroup(), context),
                groups -> groups.isEmpty() ? "no zone group" : Words.list(groups.stream().map(EndpointFacts::group).map(EndpointFacts::told).toList()))
                .map(groups -> groups.stream().map(EndpointFacts::group).toList());
    }

    /** Interfaces are read at once; if one of them cannot be, the addresses are not known. */
    private Probed<List<Ip>> addresses(PrivateEndpointInner endpoint, Limit limit) throws InterruptedException {
        List<ResourceId> ids = Scopes.list(endpoint.networkInterfaces()).stream().flatMap(n -> Scopes.id(n.id()).stream()).toList();
        if (ids.isEmpty()) {
            return Probed.notTried("The endpoint has no network interface yet.");
        }
        List<Probed<List<Ip>>> each = Asking.each(ids, id -> asking.ask(
                Question.arm("Microsoft.Network/networkInterfaces/read", id.text(), "network", "nic", "show", "--ids", id.text()),
                limit, trace -> addresses(clients.networks(id.subscription()).getNetworkInterfaces()
                        .getByResourceGroupWithResponse(id.resourceGroup(), id.name(), null, trace.context()).getValue()),
                ips -> ips.isEmpty() ? "no address" : Words.list(ips)));
        List<Ip> ips = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>();
        for (Probed<List<Ip>> one : each) {
            evidence.addAll(one.evidence());
            if (one instanceof Probed.Failed<List<Ip>>(var failure, var ignored)) {
                return new Probed.Failed<>(failure, evidence);
            }
            one.known().ifPresent(ips::addAll);
        }
        return Probed.seen(ips.stream().distinct().toList(), evidence);
    }

    private static List<Ip> addresses(NetworkInterfaceInner nic) {
        return Scopes.list(nic.ipConfigurations()).stream().filter(EndpointFacts::ofTheVault)
                .flatMap(c -> Ip.parse(Scopes.text(c.privateIpAddress())).stream()).toList();
    }

    private static boolean ofTheVault(NetworkInterfaceIpConfigurationInner configuration) {
        return configuration.privateLinkConnectionProperties() == null
                || configuration.privateLinkConnectionProperties().groupId() == null
                || configuration.privateLinkConnectionProperties().groupId().isEmpty()
                || GROUP.equalsIgnoreCase(configuration.privateLinkConnectionProperties().groupId());
    }

    private static PrivateEndpoint shape(ResourceId asked, Read read, Probed<List<Ip>> addresses,
                                         Probed<List<PrivateEndpoint.ZoneGroup>> groups) {
        PrivateEndpointInner inner = read.inner();
        return new PrivateEndpoint(Scopes.id(inner.id()).orElse(asked), Scopes.text(inner.location()),
                Scopes.text(inner.provisioningState()),
                ResourceId.of(inner.subnet() == null ? "" : Scopes.text(inner.subnet().id())),
                Scopes.list(inner.customDnsConfigs()).stream()
                        .map(c -> new PrivateEndpoint.DnsConfig(Scopes.text(c.fqdn()), Scopes.ips(c.ipAddresses()))).toList(),
                addresses, groups, read.guid());
    }

    private static PrivateEndpoint.ZoneGroup group(PrivateDnsZoneGroupInner inner) {
        return new PrivateEndpoint.ZoneGroup(ResourceId.of(Scopes.text(inner.id())),
                Scopes.list(inner.privateDnsZoneConfigs()).stream().map(config -> new PrivateEndpoint.ZoneConfig(
                        Scopes.id(config.privateDnsZoneId()),
                        Scopes.list(config.recordSets()).stream().map(EndpointFacts::record).toList())).toList());
    }

    private static PrivateEndpoint.DnsConfig record(RecordSet set) {
        return new PrivateEndpoint.DnsConfig(Optional.ofNullable(set.fqdn()).orElse(Scopes.text(set.recordSetName())),
                Scopes.ips(set.ipAddresses()));
    }

    /** "Succeeded, in vnet-app/snet-endpoints, 1 network interface". */
    private static String told(PrivateEndpointInner inner) {
        ResourceId subnet = ResourceId.of(inner.subnet() == null ? "" : Scopes.text(inner.subnet().id()));
        return Scopes.text(inner.provisioningState()) + ", in " + (subnet.text().isEmpty() ? "no subnet" : subnet.parent().name() + "/" + subnet.name())
                + ", " + Words.count(Scopes.list(inner.networkInterfaces()).size(), "network interface");
    }

    /** "zone group default keeps 10.1.1.5 in privatelink.vaultcore.azure.net". */
    private static String told(PrivateEndpoint.ZoneGroup group) {
        List<Ip> ips = group.zones().stream().flatMap(zone -> zone.records().stream()).flatMap(record -> record.addresses().stream()).distinct().toList();
        List<String> zones = group.zones().stream().flatMap(zone -> zone.zone().stream()).map(ResourceId::name).toList();
        return "zone group " + group.id().name() + " keeps " + (ips.isEmpty() ? "no record" : Words.list(ips))
                + " in " + (zones.isEmpty() ? "no zone" : Words.list(zones));
    }

    private static String told(List<PrivateEndpointConnectionInner> connections) {
        return connections.isEmpty() ? "no private endpoint connection" : connections.stream().map(VaultShape::connection)
                .map(c -> c.id().name() + " is " + c.status() + " (provisioning " + c.provisioningState() + ")").collect(Collectors.joining(", "));
    }
}
