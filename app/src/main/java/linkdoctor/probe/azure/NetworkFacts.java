package linkdoctor.probe.azure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import com.azure.resourcemanager.network.fluent.models.NetworkInterfaceInner;
import com.azure.resourcemanager.network.fluent.models.SubnetInner;
import com.azure.resourcemanager.network.fluent.models.VirtualNetworkInner;
import com.azure.resourcemanager.network.fluent.models.VirtualNetworkPeeringInner;
import com.azure.resourcemanager.network.models.AddressSpace;

import linkdoctor.facts.Failure;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Prefix;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Words;
import linkdoctor.facts.azure.Subscription;
import linkdoctor.facts.azure.VirtualNetwork;
import linkdoctor.facts.host.Imds;
import linkdoctor.probe.azure.wire.Asking;
import linkdoctor.probe.azure.wire.Limit;
import linkdoctor.probe.azure.wire.Question;

/** Virtual networks with their subnets, peerings and DNS servers, and the subnet that this machine is in. */
final class NetworkFacts {
    private final Asking asking;
    private final ArmClients clients;

    NetworkFacts(Asking asking, ArmClients clients) {
        this.asking = asking;
        this.clients = clients;
    }

    Probed<Listing<VirtualNetwork>> networks(List<Subscription> in, Limit limit) throws InterruptedException {
        List<Probed<Listing<VirtualNetworkInner>>> lists = Asking.each(in, subscription ->
                asking.list(Question.arm("Microsoft.Network/virtualNetworks/read", Scopes.of(subscription),
                                "network", "vnet", "list", "--subscription", subscription.id()), limit,
                        context -> clients.networks(subscription.id()).getVirtualNetworks().list(context),
                        networks -> networks.isEmpty() ? "no virtual network" : networks.stream().map(NetworkFacts::told).collect(Collectors.joining("; "))));
        return Scopes.merge(in, lists, NetworkFacts::network);
    }

    Probed<ResourceId> clientSubnet(Imds imds, Limit limit) throws InterruptedException {
        List<String> macs = imds.nics().stream().map(nic -> mac(nic.mac())).toList();
        String subscription = imds.subscription().isEmpty()
                ? imds.machine().map(ResourceId::subscription).orElse("") : imds.subscription();
        if (macs.isEmpty() || subscription.isEmpty()) {
            return Probed.notTried("The metadata service does not tell this machine's subscription and network interface.");
        }
        Probed<Optional<ResourceId>> found = asking.ask(
                Question.arm("Microsoft.Network/networkInterfaces/read", "subscription " + subscription,
                        "network", "nic", "list", "--subscription", subscription), limit,
                trace -> clients.networks(subscription).getNetworkInterfaces().list(trace.context()).stream()
                        .filter(nic -> nic.macAddress() != null && macs.contains(mac(nic.macAddress())))
                        .flatMap(nic -> subnet(nic).stream()).findFirst(),
                subnet -> subnet.map(id -> "this machine's interface is in " + id.parent().name() + "/" + id.name())
                        .orElse("no interface with the address " + String.join(", ", macs)));
        return found instanceof Probed.Seen<Optional<ResourceId>>(Optional<ResourceId> none, var evidence) && none.isEmpty()
                ? new Probed.Failed<>(Failure.of(Failure.Kind.NOT_FOUND, "No network interface of subscription "
                + subscription + " has this machine's MAC address; interfaces of scale sets are not listed."), evidence)
                : found.map(Optional::orElseThrow);
    }

    private static Optional<ResourceId> subnet(NetworkInterfaceInner nic) {
        return Scopes.list(nic.ipConfigurations()).stream().filter(c -> c.subnet() != null)
                .flatMap(c -> Scopes.id(c.subnet().id()).stream()).findFirst();
    }

    /** Twelve hexadecimal digits: services write them with dashes, colons or nothing between. */
    private static String mac(String text) {
        return text.replaceAll("[^0-9A-Fa-f]", "").toUpperCase(Locale.ROOT);
    }

    private static VirtualNetwork network(VirtualNetworkInner inner) {
        return new VirtualNetwork(ResourceId.of(Scopes.text(inner.id())), Scopes.text(inner.location()),
                prefixes(inner.addressSpace()),
                inner.dhcpOptions() == null ? List.of() : Scopes.ips(inner.dhcpOptions().dnsServers()),
                Scopes.list(inner.subnets()).stream().map(NetworkFacts::subnet).toList(),
                Scopes.list(inner.virtualNetworkPeerings()).stream().map(NetworkFacts::peering).toList());
    }

    private static String told(VirtualNetworkInner inner) {
        VirtualNetwork network = network(inner);
        return network.id().name() + " " + Words.list(network.prefixes())
                + (network.dnsServers().isEmpty() ? "" : " with DNS " + Words.list(network.dnsServers()));
    }

    private static VirtualNetwork.Subnet subnet(SubnetInner inner) {
        List<String> ranges = Scopes.list(inner.addressPrefixes());
        return new VirtualNetwork.Subnet(ResourceId.of(Scopes.text(inner.id())),
                Scopes.prefixes(ranges.isEmpty() && inner.addressPrefix() != null ? List.of(inner.addressPrefix()) : ranges),
                inner.privateEndpointNetworkPolicies() == null ? "Disabled" : inner.privateEndpointNetworkPolicies().toString(),
                inner.networkSecurityGroup() == null ? Optional.empty() : Scopes.id(inner.networkSecurityGroup().id()),
                inner.routeTable() == null ? Optional.empty() : Scopes.id(inner.routeTable().id()),
                Scopes.list(inner.serviceEndpoints()).stream().map(e -> Scopes.text(e.service())).toList());
    }

    private static VirtualNetwork.Peering peering(VirtualNetworkPeeringInner inner) {
        List<Prefix> remote = prefixes(inner.remoteVirtualNetworkAddressSpace());
        return new VirtualNetwork.Peering(Scopes.text(inner.name()),
                ResourceId.of(inner.remoteVirtualNetwork() == null ? "" : Scopes.text(inner.remoteVirtualNetwork().id())),
                Scopes.text(inner.peeringState()), !Boolean.FALSE.equals(inner.allowVirtualNetworkAccess()),
                remote.isEmpty() ? prefixes(inner.remoteAddressSpace()) : remote);
    }

    private static List<Prefix> prefixes(AddressSpace space) {
        return space == null ? List.of() : Scopes.prefixes(space.addressPrefixes());
    }
}
