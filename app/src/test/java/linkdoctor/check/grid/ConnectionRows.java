package linkdoctor.check.grid;

import static linkdoctor.check.Healthy.connection;
import static linkdoctor.check.Healthy.failed;
import static linkdoctor.check.Healthy.known;
import static linkdoctor.check.Healthy.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import linkdoctor.check.Healthy;
import linkdoctor.check.Ids;
import linkdoctor.check.Row;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Connection;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.VirtualNetwork;

/** The grid's rows of section 2: whether a connection is in force, and where. */
public final class ConnectionRows {
    private static final ResourceId OTHER_NETWORK = Ids.network(Ids.WORKLOAD, "vnet-app-2");
    private static final ResourceId OTHER_ENDPOINT = Ids.endpoint("pe-other");
    private static final Ip OTHER_IP = Ip.of("10.9.1.5");
    private static final Connection OTHER = connection("pec-other", OTHER_ENDPOINT, "Approved", "Succeeded");

    private ConnectionRows() {
    }

    public static List<Row> rows() {
        return List.of(
                Row.of("connection.exists", "none at all", with()).fails("connection.none").root("connection.none"),
                Row.of("connection.approved", "none at all", with()).skipped(),
                Row.of("connection.exists", "may not be read", snapshot().with("connections", failed(Failure.Kind.DENIED, "Reader"))).unknown(),
                Row.of("connection.approved", "pending", with(connection("Pending"))).fails("connection.pending").root("connection.pending"),
                Row.of("connection.approved", "rejected", with(connection("Rejected"))).fails("connection.rejected").root("connection.rejected"),
                Row.of("connection.approved", "disconnected, its endpoint gone", with(connection("Disconnected"))
                        .with("endpoints", Map.of(Ids.ENDPOINT, failed(Failure.Kind.NOT_FOUND, "")))).fails("connection.disconnected")
                        .root("connection.disconnected"),
                Row.of("connection.approved", "approved, provisioning failed", with(connection("pec-fabrikam", Ids.ENDPOINT, "Approved", "Failed")))
                        .fails("connection.not-succeeded").says("Failed").root("connection.not-succeeded"),
                Row.of("connection.approved", "approved, still updating", with(connection("pec-fabrikam", Ids.ENDPOINT, "Approved", "Updating")))
                        .fails("connection.not-succeeded"),
                Row.of("connection.approved", "a failed state beside requests that do travel over it", with(connection("pec-fabrikam", Ids.ENDPOINT,
                        "Approved", "Failed")).with("byName", snapshot().byName())).fails("connection.not-succeeded"),
                Row.of("connection.approved", "a state that nobody knows", with(connection("Error"))).fails("connection.not-succeeded"),
                Row.of("connection.approved", "pending beside disconnected: approving is the nearer cure", with(connection("Pending"),
                        connection("pec-aaa", OTHER_ENDPOINT, "Disconnected", "Succeeded"))).fails("connection.pending").root("connection.pending"),
                Row.of("connection.approved", "approved in another network, pending in this one", elsewhereToo("Pending")).fails("connection.pending")
                        .says("pec-fabrikam").root("connection.pending"),
                Row.of("connection.approved", "rejected in another network, approved in this one", snapshot().with("connections",
                        known(List.of(connection("Approved"), connection("pec-other", OTHER_ENDPOINT, "Rejected", "Succeeded"))))).passes().noRoot(),

                Row.of("connection.tidy", "rejected ones beside a good one", snapshot().with("connections", known(List.of(connection("Approved"),
                        connection("pec-old", OTHER_ENDPOINT, "Rejected", "Succeeded"), connection("pec-gone", OTHER_ENDPOINT, "Disconnected", "Succeeded")))))
                        .warns("connection.leftover").says("pec-gone").noRoot(),
                Row.of("connection.tidy", "pending beside a good one", snapshot().with("connections", known(List.of(connection("Approved"),
                        connection("pec-new", OTHER_ENDPOINT, "Pending", "Succeeded"))))).warns("connection.leftover"),
                Row.of("connection.tidy", "the one that this network needs is the fault itself", elsewhereToo("Pending")).passes(),
                Row.of("connection.tidy", "none is in force", with(connection("Rejected"))).skipped(),

                Row.of("connection.single", "two in one network", two(Ids.SNET_ENDPOINTS, Ip.of("10.1.1.6"))).warns("connection.duplicate-in-vnet")
                        .says("pe-fabrikam, pe-other").noRoot(),
                Row.of("connection.single", "two in one network, written in different case",
                        two(ResourceId.of(Ids.SNET_ENDPOINTS.text().toUpperCase()), Ip.of("10.1.1.6"))).warns("connection.duplicate-in-vnet"),
                Row.of("connection.single", "two in two networks, one named like the other's beginning",
                        two(Ids.subnet(OTHER_NETWORK, "snet"), OTHER_IP)).passes().noRoot(),
                Row.of("connection.single", "one of two cannot be read", snapshot().with("connections", known(List.of(connection("Approved"), OTHER)))
                        .with("endpoints", Map.of(Ids.ENDPOINT, known(Healthy.endpoint()), OTHER_ENDPOINT, failed(Failure.Kind.DENIED, "Reader")))).unknown(),

                Row.of("connection.in-reach", "the one endpoint is in a network without peering", far()).fails("connection.other-vnet")
                        .says("vnet-app-2").root("connection.other-vnet"),
                Row.of("connection.in-reach", "no peering, but packets find a way", far().with("byAddress", Map.of(OTHER_IP, Healthy.privateLink(OTHER_IP))))
                        .passes(),
                Row.of("connection.in-reach", "no connection to the address was tried", far().with("byAddress", Map.of())).unknown(),
                Row.of("connection.in-reach", "two networks, this machine in one of them", two(Ids.subnet(OTHER_NETWORK, "snet"), OTHER_IP)).passes(),
                Row.of("connection.in-reach", "this machine in a peer", snapshot().with("clientSubnet", known(Ids.SNET_DNS))).passes(),
                Row.of("connection.in-reach", "this machine in no known network", ClientRows.outside(Ip.of("192.168.7.20"))).skipped(),
                Row.of("connection.in-reach", "another endpoint, unread, may be near", far().with("connections", known(List.of(connection("Approved"), OTHER)))
                        .with("endpoints", Map.of(Ids.ENDPOINT, failed(Failure.Kind.DENIED, "Reader"), OTHER_ENDPOINT, known(other(
                                Ids.subnet(OTHER_NETWORK, "snet"), OTHER_IP))))).unknown(),
                Row.of("connection.in-reach", "an office numbered like a network, from which no way leads", far()
                        .with("clientSubnet", Probed.notTried("This machine is no virtual machine of Azure.")).with("imds", failed(Failure.Kind.TIMEOUT, "")))
                        .unknown().says("nothing proves"),
                Row.of("connection.in-reach", "the networks cannot be read, requests travel over private link",
                        snapshot().with("networks", failed(Failure.Kind.DENIED, "Reader"))).passes(),
                Row.of("connection.in-reach", "the networks cannot be read, and no request tells",
                        with(connection("Approved")).with("networks", failed(Failure.Kind.DENIED, "Reader"))).unknown());
    }

    /** These connections, and requests that reach the public address alone. */
    static Snapshot with(Connection... connections) {
        return snapshot().with("connections", known(List.of(connections)))
                .with("byName", known(Healthy.live(Healthy.VAULT_PUBLIC, Healthy.publicInfo(Healthy.EGRESS))))
                .with("byAddress", Map.of(Healthy.ENDPOINT_IP, Healthy.unreachable(Healthy.ENDPOINT_IP)))
                .with("challenge", failed(Failure.Kind.TIMEOUT, "")).with("dataPlane", failed(Failure.Kind.TIMEOUT, ""));
    }

    /** An approved connection in a network far away, and this state of the one in this machine's own. */
    private static Snapshot elsewhereToo(String status) {
        return with(connection(status), OTHER).with("endpoints", Map.of(Ids.ENDPOINT, known(Healthy.endpoint()), OTHER_ENDPOINT,
                known(other(Ids.subnet(OTHER_NETWORK, "snet"), OTHER_IP)))).with("networks", networks())
                .with("byAddress", Map.of(OTHER_IP, Healthy.unreachable(OTHER_IP)));
    }

    /** The healthy endpoint and a second one. */
    private static Snapshot two(ResourceId subnet, Ip ip) {
        Map<ResourceId, Probed<PrivateEndpoint>> endpoints = new HashMap<>(snapshot().endpoints());
        endpoints.put(OTHER_ENDPOINT, known(other(subnet, ip)));
        return snapshot().with("connections", known(List.of(connection("Approved"), OTHER))).with("endpoints", endpoints).with("networks", networks());
    }

    /** One endpoint alone, in a network that has nothing to do with this machine's. */
    private static Snapshot far() {
        return with(OTHER).with("endpoints", Map.of(OTHER_ENDPOINT, known(other(Ids.subnet(OTHER_NETWORK, "snet"), OTHER_IP))))
                .with("networks", networks()).with("byAddress", Map.of(OTHER_IP, Healthy.unreachable(OTHER_IP)));
    }

    private static PrivateEndpoint other(ResourceId subnet, Ip ip) {
        return Healthy.endpoint(OTHER_ENDPOINT, subnet, Ids.zone(Ids.WORKLOAD, Ids.ZONE_NAME), ip);
    }

    private static Probed<?> networks() {
        List<VirtualNetwork> all = new ArrayList<>(Healthy.networks());
        all.add(Healthy.network(OTHER_NETWORK, "10.9.0.0/16", List.of(Healthy.subnet(Ids.subnet(OTHER_NETWORK, "snet"), "10.9.1.0/24"))));
        return known(Listing.whole(all));
    }
}
