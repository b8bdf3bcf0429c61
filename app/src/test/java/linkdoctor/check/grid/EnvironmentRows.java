package linkdoctor.check.grid;

import static linkdoctor.check.Healthy.known;
import static linkdoctor.check.Healthy.privateAnswer;
import static linkdoctor.check.Healthy.publicAnswerWithAlias;
import static linkdoctor.check.grid.Estates.customDns;
import static linkdoctor.check.grid.Estates.networks;
import static linkdoctor.check.grid.Estates.resolving;
import static linkdoctor.check.grid.Estates.zones;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import linkdoctor.check.Healthy;
import linkdoctor.check.Ids;
import linkdoctor.check.Row;
import linkdoctor.facts.Cloud;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Prefix;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.VirtualNetwork;
import linkdoctor.facts.dns.DnsServer;
import linkdoctor.facts.host.HostsFile;
import linkdoctor.facts.host.ProxyRoute;
import linkdoctor.facts.https.LiveRequest;

/** The grid's rows of the surroundings. */
public final class EnvironmentRows {
    private static final Ip STRAY = Ip.of("10.9.9.9");
    private static final String PROXY = "proxy.contoso.example:8080";

    private EnvironmentRows() {
    }

    public static List<Row> rows() {
        return Stream.of(networkDns(), machineDns(), hosts(), noProxy(), peering(), subnet()).flatMap(List::stream).toList();
    }

    static Probed<List<ProxyRoute>> proxy(String source) {
        return known(List.of(new ProxyRoute(Healthy.target().healthUrl(), Optional.of(PROXY), source),
                new ProxyRoute(Cloud.PUBLIC.arm(), Optional.of(PROXY), source), new ProxyRoute(Cloud.PUBLIC.login(), Optional.of(PROXY), source)));
    }

    private static List<Row> networkDns() {
        String check = "environment.network-dns";
        Snapshot notForwarding = customDns(Healthy.snapshot(), Estates.HUB_DNS, publicAnswerWithAlias());
        Snapshot working = customDns(Healthy.snapshot(), Estates.HUB_DNS, privateAnswer(Healthy.ENDPOINT_IP));
        Snapshot mixed = networks(Healthy.snapshot(), Estates.withDns(Estates.app(), Estates.HUB_DNS, Estates.PUBLIC_DNS), Estates.hub())
                .with("resolvers", known(List.of(Estates.HUB_DNS, Estates.PUBLIC_DNS)))
                .with("lookups", List.of(Healthy.lookup(Estates.HUB_DNS, DnsServer.Role.SYSTEM, privateAnswer(Healthy.ENDPOINT_IP)),
                        Healthy.lookup(Estates.PUBLIC_DNS, DnsServer.Role.SYSTEM, publicAnswerWithAlias())));
        return List.of(
                Row.of(check, "they do not forward", notForwarding).fails("environment.custom-dns").says("10.0.0.4").root("environment.custom-dns"),
                Row.of(check, "they stand on premises and do not forward", customDns(Healthy.snapshot(), Ip.of("192.168.7.4"), publicAnswerWithAlias(),
                        Estates.azure(privateAnswer(Healthy.ENDPOINT_IP)))).fails("environment.custom-dns").root("environment.custom-dns"),
                Row.of(check, "a public server later in the list", mixed).notes("environment.custom-dns").says("8.8.8.8").noRoot(),
                Row.of(check, "a public server in the list, which the system hits", Estates.following(mixed, List.of(Healthy.VAULT_PUBLIC)))
                        .fails("environment.custom-dns").says("8.8.8.8").root("environment.custom-dns"),
                Row.of(check, "they work", working).notes("environment.custom-dns").noRoot(),
                Row.of(check, "the zone is at fault", zones(notForwarding, Estates.linkedTo())).notes("environment.custom-dns").root("zone.not-linked"),
                Row.of(check, "they are silent, which is another matter", networks(Healthy.snapshot(), Estates.withDns(Estates.app(), Estates.HUB_DNS), Estates.hub())
                        .with("resolvers", known(List.of(Estates.HUB_DNS)))
                        .with("lookups", List.of(Estates.silent(Estates.HUB_DNS, DnsServer.Role.SYSTEM), Estates.azure(privateAnswer(Healthy.ENDPOINT_IP)))))
                        .notes("environment.custom-dns").root("dns.server-failed"),
                Row.of(check, "Azure DNS written out", networks(Healthy.snapshot(), Estates.withDns(Estates.app(), Ip.AZURE_DNS), Estates.hub())).passes());
    }

    private static List<Row> machineDns() {
        String check = "environment.machine-dns";
        Snapshot open = resolving(Healthy.snapshot(), Estates.PUBLIC_DNS, publicAnswerWithAlias());
        return List.of(
                Row.of(check, "a public server", open).fails("environment.dns-override").says("8.8.8.8").root("environment.dns-override"),
                Row.of(check, "a public server, and the zone is not linked either", zones(open, Estates.linkedTo())).notes("environment.dns-override")
                        .root("zone.not-linked"),
                Row.of(check, "the hub's server, set on the interface, works", resolving(Healthy.snapshot(), Estates.HUB_DNS, privateAnswer(Healthy.ENDPOINT_IP)))
                        .notes("environment.dns-override").noRoot(),
                Row.of(check, "Azure DNS where the network has its own, and it works", networks(Healthy.snapshot(),
                        Estates.withDns(Estates.app(), Estates.HUB_DNS), Estates.hub())).passes(),
                Row.of(check, "a stub that cannot be followed", Healthy.snapshot().with("resolvers", known(List.of(Ip.of("127.0.0.53"))))).skipped(),
                Row.of(check, "outside Azure", Estates.onPremises().with("resolvers", known(List.of(Ip.of("192.168.10.1"))))).skipped().noRoot());
    }

    private static Snapshot hosts(Snapshot facts, Ip ip, String name) {
        return facts.with("hosts", known(new HostsFile("/etc/hosts", List.of(new HostsFile.Entry(ip, name, 7)))));
    }

    private static List<Row> hosts() {
        String check = "environment.hosts-untouched";
        String name = "fabrikam.vault.azure.net";
        Snapshot wrong = Estates.following(hosts(Healthy.snapshot(), STRAY, name), List.of(STRAY));
        Snapshot open = Estates.following(hosts(Healthy.snapshot(), Healthy.VAULT_PUBLIC, name), List.of(Healthy.VAULT_PUBLIC));
        Snapshot hiding = hosts(zones(Healthy.snapshot(), Estates.linkedTo()), Healthy.ENDPOINT_IP, "FABRIKAM.vault.azure.net").with("lookups",
                List.of(Healthy.lookup(Ip.AZURE_DNS, DnsServer.Role.SYSTEM, publicAnswerWithAlias())));
        return List.of(
                Row.of(check, "a wrong address", wrong).fails("environment.hosts-override").says("Line 7 of /etc/hosts").root("environment.hosts-override"),
                Row.of(check, "the public address", open).fails("environment.hosts-override").root("environment.hosts-override"),
                Row.of(check, "the public address, signed out", Estates.signedOut(open)).fails("environment.hosts-override").root("environment.hosts-override"),
                Row.of(check, "the right address over a broken zone", hiding).warns("environment.hosts-override").says("hides that").root("zone.not-linked"),
                Row.of(check, "the right address", hosts(Healthy.snapshot(), Healthy.ENDPOINT_IP, name)).warns("environment.hosts-override").noRoot(),
                Row.of(check, "another address that works", hosts(Healthy.snapshot(), STRAY, name)).warns("environment.hosts-override").noRoot(),
                Row.of(check, "the alias alone", Estates.following(hosts(Healthy.snapshot(), STRAY, "fabrikam." + Ids.ZONE_NAME), List.of(Healthy.ENDPOINT_IP)))
                        .warns("environment.hosts-override").says("no effect"));
    }

    private static List<Row> noProxy() {
        String check = "environment.no-proxy";
        LiveRequest open = Estates.through(Healthy.live(Healthy.VAULT_PUBLIC, Healthy.publicInfo(Healthy.EGRESS)), PROXY);
        Snapshot proxied = Estates.publicly(Healthy.snapshot()).with("byName", known(open)).with("proxies", proxy("HTTPS_PROXY"));
        List<ProxyRoute> excepted = List.of(new ProxyRoute(Healthy.target().healthUrl(), Optional.empty(), "NO_PROXY"),
                new ProxyRoute(Cloud.PUBLIC.arm(), Optional.of(PROXY), "HTTPS_PROXY"), new ProxyRoute(Cloud.PUBLIC.login(), Optional.of(PROXY), "HTTPS_PROXY"));
        return List.of(
                Row.of(check, "vault traffic leaves through it", proxied).fails("environment.proxy").says(PROXY).root("environment.proxy"),
                Row.of(check, "the same, signed out", Estates.signedOut(proxied)).fails("environment.proxy").root("environment.proxy"),
                Row.of(check, "it stands in the network and the request comes over private link", Healthy.snapshot().with("proxies", proxy("HTTPS_PROXY"))
                        .with("byName", known(Estates.through(Healthy.privateLink(Healthy.ENDPOINT_IP), PROXY)))).notes("environment.proxy").noRoot(),
                Row.of(check, "the vault passes it by", Healthy.snapshot().with("proxies", known(excepted))).notes("environment.proxy").says("NO_PROXY").noRoot());
    }

    private static List<Row> peering() {
        String check = "environment.peering-whole";
        Snapshot cut = Estates.fromHub().with("byName", known(Healthy.unreachable(Healthy.ENDPOINT_IP)))
                .with("byAddress", Map.of(Healthy.ENDPOINT_IP, Healthy.unreachable(Healthy.ENDPOINT_IP)));
        VirtualNetwork.Peering toHub = Healthy.peering(Ids.HUB_NETWORK, "Connected", "10.0.0.0/16");
        VirtualNetwork.Peering blocked = new VirtualNetwork.Peering("to-vnet-app", Ids.APP, "Connected", false, List.of(Prefix.of("10.1.0.0/16")));
        return List.of(
                Row.of(check, "disconnected", networks(cut, Estates.peered(Estates.app(), Healthy.peering(Ids.HUB_NETWORK, "Disconnected", "10.0.0.0/16")),
                        Estates.peered(Estates.hub(), Healthy.peering(Ids.APP, "Disconnected", "10.1.0.0/16")))).fails("environment.peering")
                        .says("Disconnected").root("environment.peering"),
                Row.of(check, "one half alone", networks(cut, Estates.peered(Estates.app()), Estates.peered(Estates.hub(),
                        Healthy.peering(Ids.APP, "Initiated", "10.1.0.0/16")))).fails("environment.peering").says("missing"),
                Row.of(check, "access blocked", networks(cut, Estates.peered(Estates.app(), toHub), Estates.peered(Estates.hub(), blocked)))
                        .fails("environment.peering").says("access blocked").root("environment.peering"),
                Row.of(check, "blocked, but the endpoint accepts connections", networks(Estates.fromHub(), Estates.peered(Estates.app(), toHub),
                        Estates.peered(Estates.hub(), blocked))).passes().noRoot(),
                Row.of(check, "peered both ways", Estates.fromHub()).passes().noRoot(),
                Row.of(check, "the same network", Healthy.snapshot()).passes(),
                Row.of(check, "not peered at all", networks(cut, Estates.peered(Estates.app()), Estates.peered(Estates.hub()))).skipped());
    }

    private static Snapshot policies(String policies, boolean group, boolean routes) {
        VirtualNetwork app = Estates.app();
        VirtualNetwork.Subnet subnet = new VirtualNetwork.Subnet(Ids.SNET_ENDPOINTS, List.of(Prefix.of("10.1.1.0/24")), policies,
                group ? Optional.of(Ids.id(Ids.WORKLOAD, "rg-network", "Microsoft.Network/networkSecurityGroups/nsg-endpoints")) : Optional.empty(),
                routes ? Optional.of(Ids.id(Ids.WORKLOAD, "rg-network", "Microsoft.Network/routeTables/rt-endpoints")) : Optional.empty(), List.of());
        return networks(Healthy.snapshot(), new VirtualNetwork(app.id(), app.location(), app.prefixes(), app.dnsServers(),
                List.of(app.subnets().getFirst(), subnet), app.peerings()), Estates.hub());
    }

    private static List<Row> subnet() {
        String check = "environment.subnet-policies";
        return List.of(
                Row.of(check, "a security group that applies", policies("Enabled", true, false)).warns("environment.subnet-policy").says("nsg-endpoints").noRoot(),
                Row.of(check, "a route table that applies", policies("RouteTableEnabled", true, true)).warns("environment.subnet-policy").says("rt-endpoints"),
                Row.of(check, "security groups alone are on, a route table is there", policies("NetworkSecurityGroupEnabled", false, true)).passes(),
                Row.of(check, "policies off", policies("Disabled", true, true)).passes(),
                Row.of(check, "policies on, nothing to apply", policies("Enabled", false, false)).passes());
    }
}
