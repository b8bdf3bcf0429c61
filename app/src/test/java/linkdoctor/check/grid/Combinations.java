package linkdoctor.check.grid;

import static linkdoctor.check.Healthy.connection;
import static linkdoctor.check.Healthy.failed;
import static linkdoctor.check.Healthy.known;
import static linkdoctor.check.Healthy.snapshot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import linkdoctor.check.Healthy;
import linkdoctor.check.Ids;
import linkdoctor.facts.Cloud;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.DeletedVault;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.azure.VaultSearch;
import linkdoctor.facts.dns.DnsServer;
import linkdoctor.facts.host.HostsFile;
import linkdoctor.facts.host.ProxyRoute;
import linkdoctor.facts.https.DataPlaneRead;
import linkdoctor.facts.https.NetworkInfo;
import linkdoctor.facts.https.VaultError;

/** Estates with two faults, or with settings and live answers at odds: which is the root, and what follows from what. */
public final class Combinations {
    private static final Ip STRAY = Ip.of("10.9.9.9");

    /**
     * One of them.
     *
     * @param root  the root cause; empty for none
     * @param fails every failure, with the code it follows from or an empty text
     */
    public record Combination(String name, Snapshot facts, String root, Map<String, String> fails) {
        @Override
        public String toString() {
            return name;
        }
    }

    private Combinations() {
    }

    public static List<Combination> all() {
        return List.of(
                of("pending, while requests still travel", snapshot().with("connections", known(List.of(connection("Pending")))),
                        "connection.pending"),
                of("pending, and the hosts file is wrong", pendingAndHosts(), "connection.pending",
                        "firewall.closed-without-endpoint", "connection.pending", "dns.public-no-alias", "connection.pending",
                        "environment.hosts-override", "", "healthstatus.unreachable", "environment.hosts-override"),
                of("no connection, and the zone is not linked", Estates.zones(none(), Estates.linkedTo(Ids.HUB_NETWORK)), "connection.none",
                        "firewall.closed-without-endpoint", "connection.none", "dns.public-no-alias", "connection.none", "zone.not-linked", "",
                        "healthstatus.public-source", "dns.public-no-alias", "access.connection-denied", "healthstatus.public-source"),
                of("custom DNS passes the zone by, and the record is missing", Estates.zones(Estates.customDns(snapshot(), Estates.HUB_DNS,
                                Healthy.publicAnswerWithAlias(), Estates.azure(Estates.nxdomain())), Estates.holding(10)), "zone.record-missing",
                        "environment.custom-dns", "", "dns.public-with-alias", "environment.custom-dns",
                        "healthstatus.public-source", "dns.public-with-alias", "healthstatus.name-differs-from-ip", "dns.public-with-alias",
                        "access.connection-denied", "healthstatus.public-source"),
                of("custom DNS passes the zone by, and Azure DNS is out of reach", Estates.zones(Estates.customDns(snapshot(), Estates.HUB_DNS,
                                Healthy.publicAnswerWithAlias()), Estates.holding(10, STRAY)), "zone.record-wrong-ip",
                        "environment.custom-dns", "", "dns.public-with-alias", "environment.custom-dns",
                        "healthstatus.public-source", "dns.public-with-alias", "healthstatus.name-differs-from-ip", "dns.public-with-alias",
                        "access.connection-denied", "healthstatus.public-source"),
                of("the tenant is wrong, and the zone is not linked", refused(linkless()).with("identity", known(guest())), "zone.not-linked",
                        "dns.public-with-alias", "zone.not-linked", "healthstatus.public-source", "dns.public-with-alias",
                        "healthstatus.name-differs-from-ip", "dns.public-with-alias", "access.wrong-tenant", ""),
                of("the tenant is wrong, and all else is fine", refused(snapshot()).with("identity", known(guest())), "access.wrong-tenant"),
                of("a forwarder hides the alias, and the zone is not linked", Estates.resolving(Estates.zones(snapshot(),
                                Estates.linkedTo(Ids.HUB_NETWORK)), Healthy.answer("NOERROR", List.of(), Healthy.VAULT_PUBLIC)), "zone.not-linked",
                        "dns.public-with-alias", "zone.not-linked", "healthstatus.public-source", "dns.public-with-alias",
                        "healthstatus.name-differs-from-ip", "dns.public-with-alias", "access.connection-denied", "healthstatus.public-source"),
                of("a proxy, and the record is wrong", proxied(), "zone.record-wrong-ip", "dns.wrong-private-ip", "zone.record-wrong-ip",
                        "environment.proxy", "", "healthstatus.public-source", "environment.proxy",
                        "healthstatus.name-differs-from-ip", "environment.proxy", "access.connection-denied", "healthstatus.public-source"),
                of("soft-deleted, and its name is gone", deleted(), "vault.soft-deleted", "dns.name-not-found", "vault.soft-deleted",
                        "zone.record-missing", "vault.soft-deleted"),
                of("the answer names a public source at the endpoint's own address", header("conn_type=Ipv4;addr=20.62.10.10;"),
                        "healthstatus.public-source", "healthstatus.name-differs-from-ip", "healthstatus.public-source"),
                of("an old header with brackets, port and a public source", header("addr=[::ffff:20.62.10.10]:51234;"),
                        "healthstatus.public-source", "healthstatus.name-differs-from-ip", "healthstatus.public-source"),
                of("an old header with a port", header("addr=10.1.0.4:51234;act_addr_fam=InterNetwork;"), ""),
                of("an old header with a mapped address", header("addr=::ffff:10.1.0.4;act_addr_fam=InterNetworkV6;"), ""),
                of("a header that says nothing", header("act_addr_fam=InterNetworkV6;"), ""));
    }

    /** The root is a failure too, and follows from nothing. */
    private static Combination of(String name, Snapshot facts, String root, String... rest) {
        Map<String, String> fails = new LinkedHashMap<>();
        if (!root.isEmpty()) {
            fails.put(root, "");
        }
        for (int i = 0; i < rest.length; i += 2) {
            fails.put(rest[i], rest[i + 1]);
        }
        return new Combination(name, facts, root, fails);
    }

    private static Snapshot pendingAndHosts() {
        return unanswered(Estates.resolving(snapshot().with("connections", known(List.of(connection("Pending")))), Healthy.publicAnswerWithoutAlias()),
                STRAY).with("hosts", known(new HostsFile("/etc/hosts", List.of(new HostsFile.Entry(STRAY, "fabrikam.vault.azure.net", 7)))))
                .with("systemResolution", known(List.of(STRAY)));
    }

    private static Snapshot unanswered(Snapshot facts, Ip ip) {
        return facts.with("byName", known(Healthy.unreachable(ip))).with("byAddress", Map.of(Healthy.ENDPOINT_IP, Healthy.unreachable(Healthy.ENDPOINT_IP)))
                .with("challenge", failed(Failure.Kind.TIMEOUT, "")).with("dataPlane", Probed.notTried("The vault gave no answer."));
    }

    private static Snapshot none() {
        return Estates.resolving(snapshot().with("connections", known(List.of())).with("endpoints", Map.of()).with("byAddress", Map.of()),
                Healthy.publicAnswerWithoutAlias());
    }

    private static Snapshot linkless() {
        return Estates.resolving(Estates.zones(snapshot(), Estates.linkedTo(Ids.HUB_NETWORK)), Healthy.publicAnswerWithAlias());
    }

    private static Snapshot refused(Snapshot facts) {
        return facts.with("dataPlane", known(new DataPlaneRead(401, Optional.of(new VaultError("Unauthorized", "", "AKV10032: Invalid issuer.")),
                Optional.empty(), Optional.empty())));
    }

    private static Identity guest() {
        return new Identity("browser", "99999999-1111-4111-8111-111111111111", Ids.CALLER, "app", "guest@contoso.example", "user", List.of(),
                Optional.empty());
    }

    private static Snapshot proxied() {
        String proxy = "proxy.corp:8080";
        Snapshot wrong = Estates.zones(Estates.publicly(snapshot()), Estates.holding(10, STRAY))
                .with("lookups", List.of(Healthy.lookup(Ip.AZURE_DNS, DnsServer.Role.SYSTEM, Healthy.privateAnswer(STRAY))))
                .with("systemResolution", known(List.of(STRAY)));
        return wrong.with("byName", wrong.byName().map(live -> Estates.through((linkdoctor.facts.https.LiveRequest) live, proxy)))
                .with("direct", known(Healthy.unreachable(STRAY)))
                .with("proxies", known(List.of(new ProxyRoute(Healthy.target().healthUrl(), Optional.of(proxy), "HTTPS_PROXY"),
                        new ProxyRoute(Cloud.PUBLIC.arm(), Optional.of(proxy), "HTTPS_PROXY"))));
    }

    private static Snapshot deleted() {
        Snapshot gone = Estates.resolving(Estates.zones(snapshot(), Estates.holding(10)), Healthy.answer("NXDOMAIN", List.of()))
                .with("vault", known(new VaultSearch(Optional.empty(), Optional.of(new DeletedVault(Ids.VAULT, "eastus", "2026-02-01", "2026-05-01",
                        Optional.of(true))), Listing.whole(Healthy.subscriptions())))).with("endpoints", Map.of()).with("byAddress", Map.of());
        for (String fact : List.of("connections", "requiredZones", "rights", "diagnostics", "policies", "perimeter")) {
            gone = gone.with(fact, Probed.notTried("The vault is soft-deleted."));
        }
        return gone;
    }

    /** By name the service reports this, and by address the private link. */
    private static Snapshot header(String raw) {
        return snapshot().with("byName", known(Healthy.live(Healthy.ENDPOINT_IP, NetworkInfo.parse(raw))));
    }
}
