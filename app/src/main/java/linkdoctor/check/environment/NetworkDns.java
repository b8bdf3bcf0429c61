package linkdoctor.check.environment;

import java.util.List;
import java.util.stream.Stream;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.Severity;
import linkdoctor.check.seen.Answers;
import linkdoctor.check.seen.Reach;
import linkdoctor.check.seen.Voice;
import linkdoctor.check.zone.Zones;
import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Ip;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.VirtualNetwork;
import linkdoctor.remedy.Api;
import linkdoctor.remedy.Done;
import linkdoctor.remedy.Field;
import linkdoctor.remedy.PowerShell;
import linkdoctor.remedy.Reading;
import linkdoctor.remedy.Remedy;
import linkdoctor.remedy.Step;
import linkdoctor.remedy.Undo;

/** Custom DNS servers of a virtual network answer in the place of Azure DNS, and know the private zone only through it. */
public final class NetworkDns implements Check {
    private static final Finding CUSTOM = Finding.fail("environment.custom-dns",
            "The virtual network has DNS servers of its own",
            "They decide what every machine of the network resolves, and they know the private zone only when they forward the "
                    + "vault's public zone to Azure DNS from a network that the zone is linked to. Usually the forwarder is missing, "
                    + "covers the privatelink name alone, or public servers stand in the same list.", Links.ENDPOINT_DNS);

    @Override
    public String id() {
        return "environment.network-dns";
    }

    @Override
    public String title() {
        return "The network leaves its DNS to Azure";
    }

    @Override
    public List<Finding> findings() {
        return List.of(CUSTOM);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Given.the(facts.networks(), listing -> {
            Reach reach = Reach.of(facts);
            List<VirtualNetwork> concerned = concerned(facts, reach);
            List<VirtualNetwork> custom = concerned.stream().filter(one -> !servers(one).isEmpty()).toList();
            if (custom.isEmpty()) {
                return concerned.isEmpty() ? Outcome.skipped("Neither this machine's network nor an endpoint's is known.")
                        : Outcome.pass("Virtual network " + names(concerned) + (concerned.size() == 1 ? " uses" : " use") + " Azure DNS.");
            }
            DnsServers servers = DnsServers.of(facts, custom.stream().flatMap(one -> servers(one).stream()).distinct().toList());
            String set = "Virtual network" + (custom.size() == 1 ? " " : "s ") + names(custom) + (custom.size() == 1 ? " has" : " have")
                    + (servers.servers().size() == 1 ? " the DNS server " : " the DNS servers ")
                    + Voice.listed(servers.servers());
            Outcome outcome = servers.toBlame() && clients(reach, custom)
                    ? Outcome.problem(CUSTOM, set + "; " + Answers.said(servers.wrong()) + ", while " + servers.right().orElseThrow()
                            + ".", remedies(facts, servers, custom))
                    : Outcome.problem(CUSTOM.as(Severity.NOTE), set + (servers.voices().isEmpty() ? ", which were not asked."
                            : "; " + Answers.said(servers.voices()) + "."), remedies(facts, servers, custom));
            return outcome.because(facts.networks()).because(servers.evidence());
        });
    }

    /** The client's network; the endpoints' where that is not known. */
    private static List<VirtualNetwork> concerned(Snapshot facts, Reach reach) {
        List<VirtualNetwork> mine = reach.client().known().orElse(List.of());
        return !mine.isEmpty() ? mine : reach.usable().known().orElse(List.of()).stream().map(PrivateEndpoint::network).distinct()
                .flatMap(id -> Reach.network(facts, id).stream()).toList();
    }

    /** Whether these are the servers that this client asks, as far as is known. */
    private static boolean clients(Reach reach, List<VirtualNetwork> custom) {
        List<VirtualNetwork> mine = reach.client().known().orElse(List.of());
        return mine.isEmpty() ? reach.client().known().isEmpty() : mine.stream().anyMatch(custom::contains);
    }

    private static List<Ip> servers(VirtualNetwork network) {
        return network.dnsServers().stream().filter(ip -> !ip.equals(Ip.AZURE_DNS)).toList();
    }

    private static String names(List<VirtualNetwork> networks) {
        return Voice.listed(networks.stream().map(VirtualNetwork::id).map(ResourceId::name).sorted().toList());
    }

    private static Remedy[] remedies(Snapshot facts, DnsServers servers, List<VirtualNetwork> custom) {
        String zones = facts.target().cloud().vaultSuffix() + " and " + facts.target().cloud().vaultCoreSuffix();
        Remedy forward = Remedy.byHand("Forward " + zones + " to Azure DNS on " + Voice.listed(servers.servers()),
                Stream.of("On each server, add conditional forwarders for " + zones + ": the public zones, not the privatelink one.",
                        "A server inside Azure forwards to 168.63.129.16; one outside to the inbound endpoint of a DNS Private Resolver.",
                        "The private zone must be linked to the network from which the question reaches Azure DNS.",
                        "Give the forwarder more than 3 seconds, and take public servers out of the network's list.").toArray(String[]::new));
        return Stream.concat(Stream.of(forward), custom.stream().filter(network -> servers.toBlame() && linked(facts, network))
                .map(NetworkDns::azureDns)).toArray(Remedy[]::new);
    }

    /** Azure DNS knows the zone for a network only where the zone is linked to it. */
    private static boolean linked(Snapshot facts, VirtualNetwork network) {
        return facts.zones().known().stream().flatMap(listing -> Zones.of(facts, listing).exact().stream())
                .flatMap(zone -> zone.links().known().stream().flatMap(List::stream)).anyMatch(link -> link.network().equals(network.id()));
    }

    /** Never the first choice: these servers are usually there for the names of a domain. */
    private static Remedy azureDns(VirtualNetwork network) {
        ResourceId id = network.id();
        return new Remedy("Let " + id.name() + " use Azure DNS in place of its own servers",
                "Names that only these servers know, such as those of a domain, cease to resolve in the whole network. Its machines take "
                        + "the change on when they renew their lease or restart.", "Microsoft.Network/virtualNetworks/write",
                List.of(Step.in(id.subscription(),
                        CommandLine.of("az", "network", "vnet", "update", "-g", id.resourceGroup(), "-n", id.name(), "--dns-servers", "[]"),
                        PowerShell.run("Get-AzVirtualNetwork").into("network").with("ResourceGroupName", id.resourceGroup()).with("Name", id.name()),
                        PowerShell.set("network", "DhcpOptions.DnsServers", new PowerShell.Texts(List.of())),
                        PowerShell.run("Set-AzVirtualNetwork").with("VirtualNetwork", new PowerShell.Variable("network")))
                        .that("Let " + id.name() + " use Azure DNS in place of its own servers",
                                Reading.of(id, Api.NETWORK, Field.each("properties.dhcpOptions.dnsServers", "")), new Done.Gone(), ownServers(id))),
                List.of("Open virtual network " + id.name() + ", DNS servers, and choose Default (Azure-provided)."), Remedy.Caution.ON_REQUEST);
    }

    private static Undo ownServers(ResourceId network) {
        Undo.WasFrom servers = new Undo.WasFrom(0);
        return Undo.by(new Undo.Way(Undo.When.WAS_THERE, CommandLine.of("az", "network", "vnet", "update", "-g", network.resourceGroup(), "-n", network.name(),
                "--subscription", network.subscription()), List.of(new Undo.Literal("--dns-servers"), servers),
                List.of(PowerShell.run("Set-AzContext").with("Subscription", network.subscription()),
                        PowerShell.run("Get-AzVirtualNetwork").into("network").with("ResourceGroupName", network.resourceGroup()).with("Name", network.name()),
                        PowerShell.set("network", "DhcpOptions.DnsServers", new PowerShell.Recorded(servers)),
                        PowerShell.run("Set-AzVirtualNetwork").with("VirtualNetwork", new PowerShell.Variable("network")))));
    }
}
