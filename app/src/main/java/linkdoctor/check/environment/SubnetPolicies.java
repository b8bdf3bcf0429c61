package linkdoctor.check.environment;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Found;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Reach;
import linkdoctor.check.seen.Voice;
import linkdoctor.facts.CommandLine;
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

/** Security groups and route tables touch an endpoint only where its subnet's network policies are on. */
public final class SubnetPolicies implements Check {
    private static final Finding POLICY = Finding.warn("environment.subnet-policy",
            "Rules or routes of its subnet apply to the endpoint",
            "With network policies on, a security group can drop what comes to the endpoint and a route table can send its "
                    + "traffic to a firewall, and nothing in the endpoint's own state shows it. They are switched on "
                    + "where endpoints are to be guarded like other machines.", Links.ENDPOINT_POLICIES);

    @Override
    public String id() {
        return "environment.subnet-policies";
    }

    @Override
    public String title() {
        return "No rule or route of its subnet applies to the endpoint";
    }

    @Override
    public List<Finding> findings() {
        return List.of(POLICY);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Given.the(Reach.of(facts).usable(), facts.networks(), (endpoints, networks) -> {
            List<PrivateEndpoint> sorted = endpoints.stream().sorted(Comparator.comparing(one -> one.id().text())).toList();
            List<PrivateEndpoint> read = sorted.stream().filter(one -> subnet(facts, one).isPresent()).toList();
            List<Found> found = read.stream().flatMap(one -> found(facts, one, subnet(facts, one).orElseThrow())).toList();
            if (found.isEmpty() && read.size() < sorted.size()) {
                return Outcome.unknown("The subnet of endpoint " + sorted.stream().filter(one -> !read.contains(one)).findFirst()
                        .orElseThrow().id().name() + " cannot be read.", "Microsoft.Network/virtualNetworks/read on its network");
            }
            return Outcome.problems(found, "No security group or route table applies to the endpoint in subnet "
                    + Voice.listed(read.stream().map(one -> one.subnet().name()).distinct().toList()) + ".");
        });
    }

    private static Optional<VirtualNetwork.Subnet> subnet(Snapshot facts, PrivateEndpoint endpoint) {
        return Reach.network(facts, endpoint.network()).stream().flatMap(network -> network.subnets().stream())
                .filter(subnet -> subnet.id().equals(endpoint.subnet())).findFirst();
    }

    private static Stream<Found> found(Snapshot facts, PrivateEndpoint endpoint, VirtualNetwork.Subnet subnet) {
        Stream<String> rules = policy(subnet, "networksecuritygroupenabled") ? said("security group ", subnet.networkSecurityGroup()) : Stream.empty();
        Stream<String> routes = policy(subnet, "routetableenabled") ? said("route table ", subnet.routeTable()) : Stream.empty();
        List<String> applying = Stream.concat(rules, routes).toList();
        if (applying.isEmpty()) {
            return Stream.empty();
        }
        String what = Voice.listed(applying);
        boolean connects = endpoint.addresses().stream().flatMap(ip -> Stream.ofNullable(facts.byAddress().get(ip)))
                .anyMatch(live -> live.tcp().known().isPresent());
        return Stream.of(new Found(POLICY, "Subnet " + subnet.id().name() + " of endpoint " + endpoint.id().name()
                + " has network policies " + subnet.endpointPolicies() + " and " + what + (connects ? ", which let this machine through."
                        : "; this machine has no connection to the endpoint."),
                List.of(Remedy.byHand("See that " + what + " let clients through to " + endpoint.id().name(),
                        "Security group: TCP 443 must be allowed in from the clients' networks to "
                                + Voice.listed(endpoint.addresses()) + ".",
                        "Route table: the way back to the clients must take the same firewall as the way there."), off(subnet))));
    }

    private static Remedy off(VirtualNetwork.Subnet subnet) {
        ResourceId network = subnet.id().parent();
        return new Remedy("Turn the network policies for endpoints off in subnet " + subnet.id().name() + ", where they are not meant for them",
                "No rule of a security group and no route then guards any endpoint of the subnet.",
                "Microsoft.Network/virtualNetworks/subnets/write",
                List.of(new Step(command(subnet.id(), "--private-endpoint-network-policies", "Disabled"), twin(subnet.id(), new PowerShell.Text("Disabled")),
                        Optional.empty()).that("Turn the network policies for endpoints off in subnet " + subnet.id().name() + " of " + network.name(),
                        Reading.of(subnet.id(), Api.NETWORK, Field.at("properties.privateEndpointNetworkPolicies")), Done.is("Disabled"), back(subnet.id()))),
                List.of("Open virtual network " + network.name() + ", Subnets, " + subnet.id().name()
                        + ", and turn the network policy for private endpoints off."), Remedy.Caution.ON_REQUEST);
    }

    private static CommandLine command(ResourceId subnet, String... more) {
        ResourceId network = subnet.parent();
        return new CommandLine(Stream.concat(Stream.of("az", "network", "vnet", "subnet", "update", "-g", network.resourceGroup(), "--vnet-name",
                network.name(), "-n", subnet.name(), "--subscription", network.subscription()), Stream.of(more)).toList());
    }

    private static List<PowerShell> twin(ResourceId subnet, PowerShell.Value policies) {
        ResourceId network = subnet.parent();
        return List.of(PowerShell.run("Set-AzContext").with("Subscription", network.subscription()),
                PowerShell.run("Get-AzVirtualNetwork").into("network").with("ResourceGroupName", network.resourceGroup()).with("Name", network.name()),
                PowerShell.run("Get-AzVirtualNetworkSubnetConfig").into("subnet").with("VirtualNetwork", new PowerShell.Variable("network"))
                        .with("Name", subnet.name()),
                PowerShell.set("subnet", "PrivateEndpointNetworkPolicies", policies),
                PowerShell.run("Set-AzVirtualNetwork").with("VirtualNetwork", new PowerShell.Variable("network")));
    }

    private static Undo back(ResourceId subnet) {
        Undo.Was before = new Undo.Was("", 0, "Disabled");
        return Undo.by(new Undo.Way(Undo.When.WAS_THERE, command(subnet), List.of(new Undo.Literal("--private-endpoint-network-policies"), before),
                twin(subnet, new PowerShell.Recorded(before))));
    }

    private static boolean policy(VirtualNetwork.Subnet subnet, String own) {
        String set = subnet.endpointPolicies().toLowerCase(Locale.ROOT);
        return set.equals("enabled") || set.equals(own);
    }

    private static Stream<String> said(String kind, Optional<ResourceId> id) {
        return id.stream().map(one -> kind + one.name());
    }
}
