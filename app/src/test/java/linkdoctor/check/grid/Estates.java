package linkdoctor.check.grid;

import static linkdoctor.check.Healthy.known;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import linkdoctor.check.Healthy;
import linkdoctor.check.Ids;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.PrivateZone;
import linkdoctor.facts.azure.VirtualNetwork;
import linkdoctor.facts.dns.DnsAnswer;
import linkdoctor.facts.dns.DnsServer;
import linkdoctor.facts.dns.Lookup;
import linkdoctor.facts.https.Challenge;
import linkdoctor.facts.https.DataPlaneRead;
import linkdoctor.facts.https.LiveRequest;
import linkdoctor.facts.https.NetworkInfo;
import linkdoctor.facts.https.VaultError;

/** Whole estates that rows of several sections are made from: facts that fit together, as one fault leaves them. */
final class Estates {
    static final Ip HUB_DNS = Ip.of("10.0.0.4");
    static final Ip PUBLIC_DNS = Ip.of("8.8.8.8");
    static final ResourceId SPOKE = Ids.network(Ids.WORKLOAD, "vnet-app-2");
    static final ResourceId SPOKE_ENDPOINT = Ids.endpoint("pe-fabrikam-2");
    static final Ip SPOKE_IP = Ip.of("10.2.1.5");

    private Estates() {
    }

    /** The client's own server gives this answer, and everything that follows from it. */
    static Snapshot resolving(Snapshot facts, DnsAnswer answer) {
        return resolving(facts, Ip.AZURE_DNS, answer);
    }

    static Snapshot resolving(Snapshot facts, Ip server, DnsAnswer answer) {
        return following(facts.with("resolvers", known(List.of(server)))
                .with("lookups", List.of(Healthy.lookup(server, DnsServer.Role.SYSTEM, answer, answer, answer))), answer.ips());
    }

    /** What an application meets when the name has these addresses. */
    static Snapshot following(Snapshot facts, List<Ip> ips) {
        Snapshot resolved = facts.with("systemResolution", ips.isEmpty()
                ? Healthy.failed(Failure.Kind.NOT_FOUND, "") : known(ips));
        if (ips.isEmpty()) {
            return resolved.with("byName", Probed.notTried("The name has no address.")).with("challenge", Probed.notTried("No address."))
                    .with("dataPlane", Probed.notTried("The name has no address."));
        }
        Ip first = ips.getFirst();
        return first.equals(Healthy.ENDPOINT_IP) ? resolved : first.publicAddress() ? publicly(resolved)
                : resolved.with("byName", known(Healthy.unreachable(first))).with("challenge", Healthy.failed(Failure.Kind.TIMEOUT, ""))
                        .with("dataPlane", Healthy.failed(Failure.Kind.TIMEOUT, ""));
    }

    /** Requests reach the vault from the Internet, and it refuses them. */
    static Snapshot publicly(Snapshot facts) {
        return facts.with("byName", known(Healthy.live(Healthy.VAULT_PUBLIC, Healthy.publicInfo(Healthy.EGRESS))))
                .with("challenge", known(new Challenge(401, Optional.of(Ids.TENANT), Optional.of("https://vault.azure.net"),
                        Optional.of(Healthy.publicInfo(Healthy.EGRESS)), Optional.empty())))
                .with("dataPlane", known(new DataPlaneRead(403, Optional.of(new VaultError("Forbidden", "ForbiddenByConnection",
                        "Public network access is disabled.")), Optional.of(Healthy.publicInfo(Healthy.EGRESS)), Optional.empty())));
    }

    static Snapshot zones(Snapshot facts, PrivateZone... zones) {
        return facts.with("zones", known(Listing.whole(List.of(zones))));
    }

    /** The healthy zone, linked to these networks alone. */
    static PrivateZone linkedTo(ResourceId... networks) {
        return zone(Ids.ZONE, Healthy.ENDPOINT_IP, networks);
    }

    static PrivateZone zone(ResourceId id, Ip ip, ResourceId... networks) {
        return Healthy.zone(id, Arrays.stream(networks).map(network -> Healthy.link(id, network)).toList(),
                List.of(Healthy.record(10, ip)));
    }

    static PrivateZone holding(long ttl, Ip... ips) {
        return Healthy.zone(Ids.ZONE, List.of(Healthy.link(Ids.ZONE, Ids.APP), Healthy.link(Ids.ZONE, Ids.HUB_NETWORK)),
                ips.length == 0 ? List.of() : List.of(Healthy.record(ttl, ips)));
    }

    static Snapshot networks(Snapshot facts, VirtualNetwork... networks) {
        return facts.with("networks", known(Listing.whole(List.of(networks))));
    }

    static VirtualNetwork app() {
        return Healthy.networks().getFirst();
    }

    static VirtualNetwork hub() {
        return Healthy.networks().getLast();
    }

    static VirtualNetwork withDns(VirtualNetwork network, Ip... servers) {
        return new VirtualNetwork(network.id(), network.location(), network.prefixes(), List.of(servers), network.subnets(), network.peerings());
    }

    static VirtualNetwork peered(VirtualNetwork network, VirtualNetwork.Peering... peerings) {
        return new VirtualNetwork(network.id(), network.location(), network.prefixes(), network.dnsServers(), network.subnets(), List.of(peerings));
    }

    /** A second network, not peered, whose name begins like the first one's. */
    static VirtualNetwork spoke() {
        return Healthy.network(SPOKE, "10.2.0.0/16", List.of(Healthy.subnet(Ids.subnet(SPOKE, "snet-app"), "10.2.0.0/24"),
                Healthy.subnet(Ids.subnet(SPOKE, "snet-endpoints"), "10.2.1.0/24")));
    }

    /** The estate with an endpoint and a zone in each of two networks; the client is in the first. */
    static Snapshot twoNetworks() {
        ResourceId zone = Ids.zone(Ids.WORKLOAD, Ids.ZONE_NAME);
        PrivateEndpoint second = Healthy.endpoint(SPOKE_ENDPOINT, Ids.subnet(SPOKE, "snet-endpoints"), zone, SPOKE_IP);
        Snapshot facts = networks(Healthy.snapshot(), app(), hub(), spoke())
                .with("connections", known(List.of(Healthy.connection("Approved"),
                        Healthy.connection("pec-2", SPOKE_ENDPOINT, "Approved", "Succeeded"))))
                .with("endpoints", Map.of(Ids.ENDPOINT, known(Healthy.endpoint()), SPOKE_ENDPOINT, known(second)))
                .with("byAddress", Map.of(Healthy.ENDPOINT_IP, Healthy.privateLink(Healthy.ENDPOINT_IP), SPOKE_IP, Healthy.unreachable(SPOKE_IP)));
        return zones(facts, Healthy.zone(), zone(zone, SPOKE_IP, SPOKE));
    }

    /** The client stands in the hub; the endpoint stays in vnet-app. */
    static Snapshot fromHub() {
        return Healthy.snapshot().with("clientSubnet", known(Ids.SNET_DNS))
                .with("client", known(Healthy.client(linkdoctor.facts.host.Client.Kind.MACHINE, Ip.of("10.0.0.9"))));
    }

    /** The client is outside Azure. */
    static Snapshot onPremises() {
        return Healthy.snapshot().with("clientSubnet", Probed.notTried("This machine is outside Azure."))
                .with("imds", Healthy.failed(Failure.Kind.TIMEOUT, ""))
                .with("client", known(Healthy.client(linkdoctor.facts.host.Client.Kind.MACHINE, Ip.of("192.168.10.20"))));
    }

    /** The client's network has these DNS servers, and this is what they say. */
    static Snapshot customDns(Snapshot facts, Ip server, DnsAnswer answer, Lookup... more) {
        Snapshot set = networks(facts, withDns(app(), server), hub()).with("resolvers", known(List.of(server)));
        return following(set.with("lookups", Stream.concat(Stream.of(Healthy.lookup(server, DnsServer.Role.SYSTEM, answer, answer)),
                Stream.of(more)).toList()), answer.ips());
    }

    static Lookup azure(DnsAnswer answer) {
        return Healthy.lookup(Ip.AZURE_DNS, DnsServer.Role.AZURE, answer);
    }

    static Lookup silent(Ip server, DnsServer.Role role) {
        Probed<DnsAnswer> nothing = Healthy.failed(Failure.Kind.TIMEOUT, "");
        return new Lookup(new DnsServer(server, 53, role), List.of(nothing, nothing, nothing));
    }

    static DnsAnswer nxdomain() {
        return Healthy.answer("NXDOMAIN", List.of("fabrikam." + Ids.ZONE_NAME));
    }

    static LiveRequest through(LiveRequest live, String proxy) {
        return new LiveRequest(live.host(), Optional.empty(), Optional.of(proxy), live.tcp(), live.tls(), live.answer());
    }

    static NetworkInfo linkInfo(ResourceId endpoint) {
        return NetworkInfo.parse("conn_type=PrivateLink;private_endpoint=" + endpoint.text().toUpperCase(java.util.Locale.ROOT)
                + ";addr=10.1.0.4;act_addr_fam=InterNetworkV6;");
    }

    /** As with --no-sign-in: every fact that ARM gives is missing. */
    static Snapshot signedOut(Snapshot facts) {
        Map<String, Object> refused = Stream.of("vault", "connections", "requiredZones", "networks", "clientSubnet", "zones",
                        "rights", "diagnostics", "policies", "perimeter", "dataPlane")
                .collect(Collectors.toMap(name -> name, name -> Healthy.failed(Failure.Kind.NOT_SIGNED_IN, "a sign-in"), (a, b) -> a, LinkedHashMap::new));
        Snapshot out = facts.with("identity", Probed.notTried("Nobody was to sign in.")).with("endpoints", Map.of()).with("byAddress", Map.of());
        for (Map.Entry<String, Object> one : refused.entrySet()) {
            out = out.with(one.getKey(), one.getValue());
        }
        return out;
    }
}
