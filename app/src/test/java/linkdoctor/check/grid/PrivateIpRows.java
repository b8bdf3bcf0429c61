package linkdoctor.check.grid;

import static linkdoctor.check.Healthy.failed;
import static linkdoctor.check.Healthy.known;
import static linkdoctor.check.Healthy.plainEndpoint;
import static linkdoctor.check.Healthy.snapshot;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import linkdoctor.check.Healthy;
import linkdoctor.check.Ids;
import linkdoctor.check.Row;
import linkdoctor.facts.Cloud;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.facts.azure.PrivateEndpoint;

/** The grid's rows of section 4: the endpoint's address. */
public final class PrivateIpRows {
    private static final List<Ip> RIGHT = List.of(Healthy.ENDPOINT_IP);
    private static final List<Ip> OLD = List.of(Ip.of("10.1.1.4"));

    private PrivateIpRows() {
    }

    public static List<Row> rows() {
        return List.of(
                Row.of("private-ip.known", "no address anywhere", broken(plain(List.of(), List.of()))).fails("private-ip.unknown").root("private-ip.unknown"),
                Row.of("private-ip.known", "the interface may not be read and nothing else tells", broken(unread(List.of()))).unknown(),
                Row.of("private-ip.known", "the interface may not be read, the DNS settings tell", broken(unread(RIGHT))).passes(),
                Row.of("private-ip.known", "with a zone group the DNS settings are empty", snapshot()).passes().says("10.1.1.5"),
                Row.of("private-ip.known", "no address shown, and requests travel over private link all the same",
                        working(plain(List.of(), List.of()))).passes(),
                Row.of("private-ip.known", "no connection in force", ConnectionRows.with(Healthy.connection("Pending"))).skipped(),
                Row.of("private-ip.known", "the endpoint may not be read, its address was given", snapshot()
                        .with("endpoints", Map.of(Ids.ENDPOINT, failed(Failure.Kind.DENIED, "Reader")))
                        .with("target", new Target("fabrikam", "fabrikam", Cloud.PUBLIC, Optional.empty(), Optional.empty(), Optional.of(Healthy.ENDPOINT_IP))))
                        .passes(),
                Row.of("private-ip.known", "the endpoint may not be read", snapshot().with("endpoints", Map.of(Ids.ENDPOINT,
                        failed(Failure.Kind.DENIED, "Reader")))).unknown(),

                Row.of("private-ip.agrees", "the DNS settings name an old address", broken(plain(OLD, RIGHT))).fails("private-ip.mismatch")
                        .says("10.1.1.4").root("private-ip.mismatch"),
                Row.of("private-ip.agrees", "the zone group's record names an old address", broken(grouped(OLD.getFirst()))).fails("private-ip.mismatch"),
                Row.of("private-ip.agrees", "an old address in the settings, and requests travel over private link", working(plain(OLD, RIGHT)))
                        .fails("private-ip.mismatch").root("private-ip.mismatch"),
                Row.of("private-ip.agrees", "an old address in the settings, and the right one is reached by its address alone", broken(plain(OLD, RIGHT))
                        .with("byAddress", Map.of(Healthy.ENDPOINT_IP, Healthy.privateLink(Healthy.ENDPOINT_IP)))).fails("private-ip.mismatch"),
                Row.of("private-ip.agrees", "both name the same", broken(plain(RIGHT, RIGHT))).passes(),
                Row.of("private-ip.agrees", "the interface has an IPv6 address more", broken(plain(RIGHT, List.of(Healthy.ENDPOINT_IP, Ip.of("fd00::5"))))).passes(),
                Row.of("private-ip.agrees", "the interface may not be read", broken(unread(RIGHT))).unknown(),

                Row.of("private-ip.in-network", "an address of no range of the network", broken(plain(List.of(Ip.of("10.7.1.5")), List.of(Ip.of("10.7.1.5")))))
                        .warns("private-ip.outside-vnet").says("10.1.0.0/16"),
                Row.of("private-ip.in-network", "a network numbered from 100.64/10", broken(plain(List.of(Ip.of("100.64.1.5")), List.of(Ip.of("100.64.1.5"))))
                        .with("networks", known(Listing.whole(List.of(Healthy.network(Ids.APP, "100.64.0.0/16", List.of())))))).passes(),
                Row.of("private-ip.in-network", "the network may not be read", snapshot().with("networks",
                        known(new Listing<>(List.of(), List.of(Healthy.gap("subscription workload")))))).unknown());
    }

    private static PrivateEndpoint plain(List<Ip> dns, List<Ip> nic) {
        return plainEndpoint(Ids.ENDPOINT, Ids.SNET_ENDPOINTS, dns, nic);
    }

    private static PrivateEndpoint unread(List<Ip> dns) {
        PrivateEndpoint plain = plain(dns, List.of());
        return new PrivateEndpoint(plain.id(), plain.location(), plain.provisioningState(), plain.subnet(), plain.customDns(),
                failed(Failure.Kind.DENIED, "Microsoft.Network/networkInterfaces/read"), plain.zoneGroups(), plain.resourceGuid());
    }

    private static PrivateEndpoint grouped(Ip recorded) {
        PrivateEndpoint stale = Healthy.endpoint(Ids.ENDPOINT, Ids.SNET_ENDPOINTS, Ids.ZONE, recorded);
        return new PrivateEndpoint(stale.id(), stale.location(), stale.provisioningState(), stale.subnet(), stale.customDns(),
                known(RIGHT), stale.zoneGroups(), stale.resourceGuid());
    }

    private static Snapshot working(PrivateEndpoint endpoint) {
        return snapshot().with("endpoints", Map.of(Ids.ENDPOINT, known(endpoint)));
    }

    /** This endpoint, and no request that travels over private link. */
    private static Snapshot broken(PrivateEndpoint endpoint) {
        return ConnectionRows.with(Healthy.connection("Approved")).with("endpoints", Map.<Object, Probed<PrivateEndpoint>>of(Ids.ENDPOINT, known(endpoint)));
    }
}
