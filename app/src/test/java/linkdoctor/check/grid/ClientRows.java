package linkdoctor.check.grid;

import static linkdoctor.check.Healthy.client;
import static linkdoctor.check.Healthy.failed;
import static linkdoctor.check.Healthy.known;
import static linkdoctor.check.Healthy.snapshot;

import java.util.List;
import java.util.Map;

import linkdoctor.check.Healthy;
import linkdoctor.check.Ids;
import linkdoctor.check.Row;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.VirtualNetwork;
import linkdoctor.facts.host.Client;
import linkdoctor.facts.https.NetworkInfo;

/** The grid's rows of section 1: what machine this is and where it stands. */
public final class ClientRows {
    private static final Ip OFFICE = Ip.of("192.168.7.20");

    private ClientRows() {
    }

    public static List<Row> rows() {
        return List.of(
                Row.of("client.on-network", "a machine in an office", outside(OFFICE)).warns("client.outside-vnet").says("192.168.7.20"),
                Row.of("client.on-network", "a machine in an office whose VPN leads to the endpoint", outside(OFFICE).with("byAddress",
                        Map.of(Healthy.ENDPOINT_IP, Healthy.privateLink(Healthy.ENDPOINT_IP)))).warns("client.outside-vnet").says("Yet").noRoot(),
                Row.of("client.on-network", "an office's VPN, and the header in its old form", outside(OFFICE).with("byAddress",
                        Map.of(Healthy.ENDPOINT_IP, Healthy.live(Healthy.ENDPOINT_IP, NetworkInfo.parse("addr=192.168.7.20;act_addr_fam=InterNetworkV6;")))))
                        .warns("client.outside-vnet").says("Yet"),
                Row.of("client.on-network", "the old form from the public address proves nothing", outside(OFFICE).with("byName",
                        known(Healthy.live(Healthy.VAULT_PUBLIC, NetworkInfo.parse("addr=192.168.7.20;act_addr_fam=InterNetworkV6;")))))
                        .warns("client.outside-vnet"),
                Row.of("client.on-network", "the request travels over another vault's endpoint", outside(OFFICE).with("byName",
                        known(Healthy.live(Ip.of("192.168.9.9"), NetworkInfo.parse("conn_type=PrivateLink;private_endpoint="
                                + Ids.endpoint("pe-other") + ";addr=192.168.7.20;"))))).warns("client.outside-vnet"),
                Row.of("client.on-network", "in a peer of the endpoint's network", outside(Ip.of("10.0.0.7"))).passes(),
                Row.of("client.on-network", "in a peer whose peering is broken: the peering is another finding", outside(Ip.of("10.0.0.7"))
                        .with("networks", known(Listing.whole(List.of(Healthy.network(Ids.APP, "10.1.0.0/16", List.of(),
                                Healthy.peering(Ids.HUB_NETWORK, "Disconnected", "10.0.0.0/16"))))))).passes(),
                Row.of("client.on-network", "a network numbered from public ranges", outside(Ip.of("172.32.0.9"))
                        .with("networks", known(Listing.whole(List.of(Healthy.network(Ids.APP, "172.32.0.0/16", List.of())))))).passes(),
                Row.of("client.on-network", "a network whose name begins like the endpoint's", outside(OFFICE)
                        .with("clientSubnet", known(Ids.subnet(Ids.network(Ids.WORKLOAD, "vnet-app-2"), "snet")))).warns("client.outside-vnet"),
                Row.of("client.on-network", "the endpoint's network cannot be read", outside(OFFICE)
                        .with("networks", known(new Listing<VirtualNetwork>(List.of(), List.of(Healthy.gap("subscription workload")))))).unknown(),
                Row.of("client.on-network", "a peer that is unread and whose ranges are not known", outside(OFFICE).with("networks",
                        known(Listing.whole(List.of(new VirtualNetwork(Ids.APP, "eastus", List.of(), List.of(), List.of(), List.of(
                                new VirtualNetwork.Peering("to-hub", Ids.HUB_NETWORK, "Connected", true, List.of())))))))).unknown(),
                Row.of("client.on-network", "no network can be read", outside(OFFICE).with("networks", failed(Failure.Kind.DENIED, "Reader"))).unknown(),
                Row.of("client.on-network", "no connection is approved", outside(OFFICE)
                        .with("connections", known(List.of(Healthy.connection("Pending"))))).skipped(),

                Row.of("client.platform", "Cloud Shell", onPlatform(Client.Kind.CLOUD_SHELL)).fails("client.cloud-shell").root("client.cloud-shell"),
                Row.of("client.on-network", "Cloud Shell", onPlatform(Client.Kind.CLOUD_SHELL)).skipped(),
                Row.of("client.platform", "Cloud Shell set up inside the network",
                        snapshot().with("client", known(client(Client.Kind.CLOUD_SHELL, Healthy.CLIENT_IP)))).passes(),
                Row.of("client.platform", "App Service", onPlatform(Client.Kind.APP_SERVICE)).notes("client.managed-service"),
                Row.of("client.platform", "App Service joined to the network",
                        snapshot().with("client", known(client(Client.Kind.APP_SERVICE, Healthy.CLIENT_IP)))).notes("client.managed-service")
                        .says("arrive over private link").noRoot(),
                Row.of("client.platform", "an agent hosted by Microsoft", onPlatform(Client.Kind.PIPELINES_HOSTED)).notes("client.managed-service"),
                Row.of("client.platform", "the machine cannot be looked at", snapshot().with("client", failed(Failure.Kind.UNSUPPORTED, ""))).unknown());
    }

    private static Snapshot onPlatform(Client.Kind kind) {
        return outside(Ip.of("172.17.0.5")).with("client", known(client(kind, Ip.of("172.17.0.5"))));
    }

    /** A machine with this address, in no known network, from which nothing travels over private link. */
    static Snapshot outside(Ip ip) {
        return snapshot().with("client", known(client(Client.Kind.MACHINE, ip)))
                .with("clientSubnet", Probed.notTried("This machine is no virtual machine of Azure."))
                .with("imds", failed(Failure.Kind.TIMEOUT, ""))
                .with("byName", known(Healthy.live(Healthy.VAULT_PUBLIC, Healthy.publicInfo(Healthy.EGRESS))))
                .with("byAddress", Map.of(Healthy.ENDPOINT_IP, Healthy.unreachable(Healthy.ENDPOINT_IP)))
                .with("challenge", failed(Failure.Kind.TIMEOUT, "")).with("dataPlane", failed(Failure.Kind.TIMEOUT, ""));
    }
}
