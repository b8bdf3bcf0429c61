package linkdoctor.check;

import static linkdoctor.facts.Probed.notTried;
import static linkdoctor.facts.Probed.seen;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import linkdoctor.facts.Cloud;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Gap;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Prefix;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.facts.azure.AccessRights;
import linkdoctor.facts.azure.Connection;
import linkdoctor.facts.azure.DiagnosticSetting;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.PrivateZone;
import linkdoctor.facts.azure.Subscription;
import linkdoctor.facts.azure.Vault;
import linkdoctor.facts.azure.VaultSearch;
import linkdoctor.facts.azure.VirtualNetwork;
import linkdoctor.facts.dns.DnsAnswer;
import linkdoctor.facts.dns.DnsServer;
import linkdoctor.facts.dns.Lookup;
import linkdoctor.facts.host.Client;
import linkdoctor.facts.host.HostsFile;
import linkdoctor.facts.host.Imds;
import linkdoctor.facts.host.MachineIdentity;
import linkdoctor.facts.host.ProxyRoute;
import linkdoctor.facts.https.Challenge;
import linkdoctor.facts.https.DataPlaneRead;
import linkdoctor.facts.https.LiveRequest;
import linkdoctor.facts.https.NetworkInfo;
import linkdoctor.facts.https.TlsSeen;

/** The healthy estate as a snapshot, and the parts from which grid rows build the broken ones. */
public final class Healthy {
    public static final Instant STARTED = Instant.parse("2026-03-02T09:00:00Z");
    public static final Ip ENDPOINT_IP = Ip.of("10.1.1.5");
    public static final Ip CLIENT_IP = Ip.of("10.1.0.4");
    public static final Ip VAULT_PUBLIC = Ip.of("52.168.109.101");
    public static final Ip EGRESS = Ip.of("20.62.10.10");

    private Healthy() {
    }

    public static Target target() {
        return new Target("fabrikam", "fabrikam", Cloud.PUBLIC, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Snapshot snapshot() {
        return Snapshot.blank(target(), STARTED, "Not looked at.")
                .with("identity", seen(identity(), evidence("sign-in", "engineer@fabrikam.example")))
                .with("vault", seen(search(vault()), evidence("GET " + Ids.VAULT, "200")))
                .with("connections", seen(List.of(connection("Approved")), evidence("GET connections", "Approved")))
                .with("requiredZones", seen(List.of(Ids.ZONE_NAME), evidence("GET privateLinkResources", Ids.ZONE_NAME)))
                .with("endpoints", Map.of(Ids.ENDPOINT, seen(endpoint(), evidence("GET " + Ids.ENDPOINT, "200"))))
                .with("networks", seen(Listing.whole(networks()), evidence("GET virtualNetworks", "2 networks")))
                .with("clientSubnet", seen(Ids.SNET_APP, evidence("GET networkInterfaces", "snet-app")))
                .with("zones", seen(Listing.whole(List.of(zone())), evidence("GET privateDnsZones", "1 zone")))
                .with("rights", seen(rights(), evidence("GET roleAssignments", "2 assignments")))
                .with("diagnostics", seen(List.of(new DiagnosticSetting("kv-audit", true, "workspace law-fabrikam")),
                        evidence("GET diagnosticSettings", "kv-audit")))
                .with("policies", seen(List.of(), evidence("GET policyAssignments", "none")))
                .with("perimeter", seen(List.of(), evidence("GET networkSecurityPerimeterConfigurations", "none")))
                .with("client", seen(client(Client.Kind.MACHINE, CLIENT_IP), evidence("network interfaces", "10.1.0.4")))
                .with("hosts", seen(new HostsFile("/etc/hosts", List.of()), evidence("/etc/hosts", "no line for the vault")))
                .with("resolvers", seen(List.of(Ip.AZURE_DNS), evidence("/etc/resolv.conf", "168.63.129.16")))
                .with("imds", seen(imds(), evidence("GET IMDS", "200")))
                .with("machineIdentity", seen(machineIdentity(MachineIdentity.State.GIVEN, Optional.empty()), evidence("GET token", "200")))
                .with("proxies", seen(direct(), evidence("proxy settings", "none")))
                .with("systemResolution", seen(List.of(ENDPOINT_IP), evidence("system resolver", "10.1.1.5")))
                .with("lookups", List.of(lookup(Ip.AZURE_DNS, DnsServer.Role.SYSTEM, privateAnswer(ENDPOINT_IP))))
                .with("byName", seen(privateLink(ENDPOINT_IP), evidence("GET /healthstatus", "200")))
                .with("byAddress", Map.of(ENDPOINT_IP, privateLink(ENDPOINT_IP)))
                .with("challenge", seen(challenge(), evidence("GET /secrets", "401")))
                .with("dataPlane", seen(new DataPlaneRead(200, Optional.empty(), Optional.of(linkInfo()), Optional.empty()),
                        evidence("GET /secrets with a token", "200")));
    }

    public static Evidence evidence(String asked, String answered) {
        return new Evidence(asked, answered, STARTED, Duration.ofMillis(40), "az version");
    }

    public static <T> Probed<T> known(T value) {
        return seen(value, evidence("asked again", "answered"));
    }

    public static <T> Probed<T> failed(Failure.Kind kind, String needs) {
        return Probed.failed(new Failure(kind, "The question ended with " + kind + ".", needs), evidence("asked", kind.name()));
    }

    public static Gap gap(String scope) {
        return new Gap(scope, new Failure(Failure.Kind.DENIED, "Reading " + scope + " is not allowed.", "Reader on " + scope));
    }

    public static Identity identity() {
        return new Identity("browser", Ids.TENANT, Ids.CALLER, "04b07795-8ddb-461a-bbee-02f9e1bf7b46",
                "engineer@fabrikam.example", "user", List.of(), Optional.of(Ids.TENANT));
    }

    public static Vault vault() {
        return vault(Optional.of("Disabled"), Optional.of(new Vault.NetworkRules("Deny", "AzureServices", List.of(), List.of())));
    }

    public static Vault vault(Optional<String> publicNetworkAccess, Optional<Vault.NetworkRules> rules) {
        return new Vault(Ids.VAULT, "fabrikam", "eastus", Ids.TENANT, "https://fabrikam.vault.azure.net/",
                publicNetworkAccess, rules, true, List.of(), "Succeeded");
    }

    public static VaultSearch search(Vault vault) {
        return new VaultSearch(Optional.of(vault), Optional.empty(), Listing.whole(subscriptions()));
    }

    public static List<Subscription> subscriptions() {
        return List.of(new Subscription(Ids.HUB, "hub", Ids.TENANT), new Subscription(Ids.WORKLOAD, "workload", Ids.TENANT),
                new Subscription(Ids.SANDBOX, "sandbox", Ids.TENANT));
    }

    public static Connection connection(String status) {
        return connection("pec-fabrikam", Ids.ENDPOINT, status, "Succeeded");
    }

    public static Connection connection(String name, ResourceId endpoint, String status, String provisioning) {
        return new Connection(Ids.connection(name), Optional.of(endpoint), status, provisioning, "");
    }

    public static PrivateEndpoint endpoint() {
        return endpoint(Ids.ENDPOINT, Ids.SNET_ENDPOINTS, Ids.ZONE, ENDPOINT_IP);
    }

    /** An endpoint with a zone group, whose own DNS settings are therefore empty. */
    public static PrivateEndpoint endpoint(ResourceId id, ResourceId subnet, ResourceId zone, Ip ip) {
        List<PrivateEndpoint.DnsConfig> records = List.of(new PrivateEndpoint.DnsConfig("fabrikam." + Ids.ZONE_NAME, List.of(ip)));
        return new PrivateEndpoint(id, "eastus", "Succeeded", subnet, List.of(),
                seen(List.of(ip), evidence("GET networkInterfaces " + id.name(), ip.toString())),
                seen(List.of(new PrivateEndpoint.ZoneGroup(Ids.child(id, "privateDnsZoneGroups/default"),
                        List.of(new PrivateEndpoint.ZoneConfig(Optional.of(zone), records)))),
                        evidence("GET privateDnsZoneGroups " + id.name(), "default")), Ids.GUID);
    }

    /** An endpoint without a zone group: its address stands in its DNS settings too. */
    public static PrivateEndpoint plainEndpoint(ResourceId id, ResourceId subnet, List<Ip> dns, List<Ip> nic) {
        return new PrivateEndpoint(id, "eastus", "Succeeded", subnet,
                List.of(new PrivateEndpoint.DnsConfig("fabrikam.vault.azure.net", dns)),
                seen(nic, evidence("GET networkInterfaces " + id.name(), nic.toString())),
                seen(List.of(), evidence("GET privateDnsZoneGroups " + id.name(), "none")), Ids.GUID);
    }

    public static List<VirtualNetwork> networks() {
        return List.of(
                network(Ids.APP, "10.1.0.0/16", List.of(subnet(Ids.SNET_APP, "10.1.0.0/24"), subnet(Ids.SNET_ENDPOINTS, "10.1.1.0/24")),
                        peering(Ids.HUB_NETWORK, "Connected", "10.0.0.0/16")),
                network(Ids.HUB_NETWORK, "10.0.0.0/16", List.of(subnet(Ids.SNET_DNS, "10.0.0.0/24")),
                        peering(Ids.APP, "Connected", "10.1.0.0/16")));
    }

    public static VirtualNetwork network(ResourceId id, String prefix, List<VirtualNetwork.Subnet> subnets,
                                         VirtualNetwork.Peering... peerings) {
        return new VirtualNetwork(id, "eastus", List.of(Prefix.of(prefix)), List.of(), subnets, List.of(peerings));
    }

    public static VirtualNetwork.Subnet subnet(ResourceId id, String prefix) {
        return new VirtualNetwork.Subnet(id, List.of(Prefix.of(prefix)), "Disabled", Optional.empty(), Optional.empty(), List.of());
    }

    public static VirtualNetwork.Peering peering(ResourceId remote, String state, String prefix) {
        return new VirtualNetwork.Peering("to-" + remote.name(), remote, state, true, List.of(Prefix.of(prefix)));
    }

    public static PrivateZone zone() {
        return zone(Ids.ZONE, List.of(link(Ids.ZONE, Ids.APP), link(Ids.ZONE, Ids.HUB_NETWORK)), List.of(record(10, ENDPOINT_IP)));
    }

    public static PrivateZone zone(ResourceId id, List<PrivateZone.Link> links, List<PrivateZone.RecordSet> records) {
        return new PrivateZone(id, id.name(), seen(links, evidence("GET virtualNetworkLinks " + id.name(), links.size() + " links")),
                seen(records, evidence("GET A/fabrikam in " + id.name(), records.size() + " records")));
    }

    public static PrivateZone.Link link(ResourceId zone, ResourceId network) {
        return link(zone, network, "Completed", Optional.of("Default"));
    }

    public static PrivateZone.Link link(ResourceId zone, ResourceId network, String state, Optional<String> resolutionPolicy) {
        return new PrivateZone.Link(Ids.child(zone, "virtualNetworkLinks/to-" + network.name()), network, state, "Succeeded",
                false, resolutionPolicy);
    }

    public static PrivateZone.RecordSet record(long ttl, Ip... ips) {
        return new PrivateZone.RecordSet("fabrikam", List.of(ips), ttl,
                Map.of("creator", "created by private endpoint pe-fabrikam with resource guid " + Ids.GUID));
    }

    public static AccessRights rights() {
        String scope = "/subscriptions/" + Ids.WORKLOAD;
        return new AccessRights(known(List.of(role("Reader", scope), role("Key Vault Secrets User", Ids.VAULT.text()))),
                known(List.of(new AccessRights.Permission(List.of("*/read"), List.of(), List.of(), List.of()),
                        new AccessRights.Permission(List.of(), List.of(), List.of("Microsoft.KeyVault/vaults/secrets/getSecret/action",
                                "Microsoft.KeyVault/vaults/secrets/readMetadata/action"), List.of()))), known(List.of()), known(List.of()));
    }

    /** Rights of which no more is known. */
    public static AccessRights rights(Probed<List<AccessRights.RoleAssignment>> assignments, Probed<List<AccessRights.Permission>> permissions) {
        return new AccessRights(assignments, permissions, notTried("Not looked at."), notTried("Not looked at."));
    }

    public static AccessRights.RoleAssignment role(String name, String scope) {
        return new AccessRights.RoleAssignment(scope + "/providers/Microsoft.Authorization/roleAssignments/" + name.hashCode(),
                Ids.CALLER, "User", "", name, scope, notTried("Not looked at."));
    }

    public static Client client(Client.Kind kind, Ip... ips) {
        return Client.here("jumpbox", "Linux", List.of(ips),
                new Client.Platform(kind, kind == Client.Kind.MACHINE ? Optional.empty() : Optional.of("MARKER_OF_" + kind)));
    }

    public static MachineIdentity machineIdentity(MachineIdentity.State state, Optional<String> proxy) {
        return new MachineIdentity(MachineIdentity.Source.INSTANCE_METADATA, state, state == MachineIdentity.State.GIVEN ? "" : "400 Identity not found",
                state == MachineIdentity.State.GIVEN ? Optional.of(new MachineIdentity.Token(Ids.CALLER, "app-1", Ids.TENANT, "https://vault.azure.net"))
                        : Optional.empty(), proxy);
    }

    public static Imds imds() {
        return new Imds(Optional.of(Ids.id(Ids.WORKLOAD, "rg-network", "Microsoft.Compute/virtualMachines/jumpbox")), "eastus",
                Ids.WORKLOAD, List.of(new Imds.Nic("000D3A123456", List.of(CLIENT_IP), List.of(Prefix.of("10.1.0.0/24")))));
    }

    public static List<ProxyRoute> direct() {
        return List.of(new ProxyRoute(target().healthUrl(), Optional.empty(), "none"),
                new ProxyRoute(Cloud.PUBLIC.arm(), Optional.empty(), "none"), new ProxyRoute(Cloud.PUBLIC.login(), Optional.empty(), "none"));
    }

    public static Lookup lookup(Ip server, DnsServer.Role role, DnsAnswer... attempts) {
        return new Lookup(new DnsServer(server, 53, role), Arrays.stream(attempts)
                .map(answer -> seen(answer, evidence(server + " " + target().hostname(), answer.rcode() + " " + answer.ips()))).toList());
    }

    /** What a private zone answers: the chain ends at the private link name. */
    public static DnsAnswer privateAnswer(Ip... ips) {
        return answer("NOERROR", List.of("fabrikam." + Ids.ZONE_NAME), ips);
    }

    /** What the public DNS answers while a connection is approved. */
    public static DnsAnswer publicAnswerWithAlias() {
        return answer("NOERROR", List.of("fabrikam." + Ids.ZONE_NAME, "data-prod-eus.vaultcore.azure.net",
                "data-prod-eus-region.vaultcore.azure.net"), VAULT_PUBLIC);
    }

    /** What the public DNS answers when no connection is approved. */
    public static DnsAnswer publicAnswerWithoutAlias() {
        return answer("NOERROR", List.of("data-prod-eus.vaultcore.azure.net", "data-prod-eus-region.vaultcore.azure.net"), VAULT_PUBLIC);
    }

    /** An answer with this chain behind the vault's name. */
    public static DnsAnswer answer(String rcode, List<String> chain, Ip... ips) {
        List<DnsAnswer.Alias> aliases = new ArrayList<>();
        String from = target().hostname();
        for (String to : chain) {
            aliases.add(new DnsAnswer.Alias(from, to, 60));
            from = to;
        }
        return new DnsAnswer(rcode, aliases, Arrays.stream(ips).map(ip -> new DnsAnswer.Address(ip, 10)).toList(), false);
    }

    public static Challenge challenge() {
        return new Challenge(401, Optional.of(Ids.TENANT), Optional.of("https://vault.azure.net"), Optional.of(linkInfo()), Optional.empty());
    }

    public static NetworkInfo linkInfo() {
        return NetworkInfo.parse("conn_type=PrivateLink;private_endpoint=" + Ids.ENDPOINT + ";addr=10.1.0.4;act_addr_fam=InterNetworkV6;");
    }

    /** The header of a request that came over the Internet. */
    public static NetworkInfo publicInfo(Ip source) {
        return NetworkInfo.parse("conn_type=Ipv4;addr=" + source + ";act_addr_fam=InterNetwork;");
    }

    public static LiveRequest privateLink(Ip to) {
        return live(to, linkInfo());
    }

    /** A request to /healthstatus answered with this header. */
    public static LiveRequest live(Ip to, NetworkInfo info) {
        TlsSeen.Certificate leaf = new TlsSeen.Certificate("CN=vault.azure.net", "CN=Microsoft TLS Issuing CA 01",
                List.of("vault.azure.net", "*.vault.azure.net"), "2026-12-01T00:00:00Z", "00".repeat(32));
        return new LiveRequest(target().hostname(), Optional.of(to), Optional.empty(),
                seen(to + ":443", evidence("TCP " + to + ":443", "connected")),
                seen(new TlsSeen("TLSv1.3", List.of(leaf), TlsSeen.Trust.SYSTEM, ""), evidence("TLS " + to, "trusted")),
                seen(new LiveRequest.Answer(200, Optional.of(info), Optional.of("1.9.3019.1"), Optional.of("eastus"), Optional.empty()),
                        evidence("GET " + target().healthUrl(), "200 " + info.raw())));
    }

    /** A /healthstatus whose TCP connection failed. */
    public static LiveRequest unreachable(Ip to) {
        return new LiveRequest(target().hostname(), Optional.of(to), Optional.empty(),
                failed(Failure.Kind.TIMEOUT, ""), notTried("There is no connection."), notTried("There is no connection."));
    }
}
