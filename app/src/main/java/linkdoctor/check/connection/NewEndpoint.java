package linkdoctor.check.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import linkdoctor.check.seen.Reach;
import linkdoctor.check.repair.ZoneGroup;
import linkdoctor.check.seen.Presence;
import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Listing;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.PrivateZone;
import linkdoctor.facts.azure.Vault;
import linkdoctor.facts.azure.VirtualNetwork;
import linkdoctor.remedy.Api;
import linkdoctor.remedy.Done;
import linkdoctor.remedy.PowerShell;
import linkdoctor.remedy.Reading;
import linkdoctor.remedy.Remedy;
import linkdoctor.remedy.Step;
import linkdoctor.remedy.Undo;

/** The repair that makes a private endpoint, and lets a zone group write its record where the zone is known. */
final class NewEndpoint {
    static final String NEEDS = "Microsoft.Network/privateEndpoints/write, Microsoft.Network/virtualNetworks/subnets/join/action, "
            + "Microsoft.KeyVault/vaults/privateEndpointConnectionsApproval/action, " + ZoneGroup.NEEDS;
    private static final String RISK = "An endpoint costs money by the hour.";

    /** Where the endpoint goes and what it is called. */
    private record Plan(ResourceId vault, String subscription, String group, String name, ResourceId subnet, String location,
                        String connection, Optional<ResourceId> zone) {
    }

    private NewEndpoint() {
    }

    /** An endpoint in this client's network; by hand where that network is not known. */
    static Remedy forClient(Snapshot facts) {
        String vault = facts.target().vault();
        Optional<Plan> plan = plan(facts);
        List<String> portal = new ArrayList<>(List.of("Open the vault, Networking, Private endpoint connections, Create; choose resource type "
                + "Microsoft.KeyVault/vaults, sub-resource vault, and a subnet of " + plan.map(one -> one.subnet().parent().name())
                .orElse("the network that your clients are in") + "; choose to integrate with private DNS zone " + zoneName(facts) + "."));
        if (plan.flatMap(Plan::zone).isEmpty()) {
            portal.add("No zone is chosen here: repair the private DNS zone as its section says, attach it to the endpoint as a zone group "
                    + "and link it to the network.");
        }
        return new Remedy("Create a private endpoint for " + vault
                + plan.map(one -> " in subnet " + one.subnet().name() + " of " + one.subnet().parent().name()).orElse(" in your clients' network"),
                RISK, NEEDS, plan.map(NewEndpoint::steps).orElse(List.of()), portal);
    }

    /** The same endpoint once more, in the same place and zone. */
    static List<Step> again(PrivateEndpoint old, ResourceId vault) {
        Optional<ResourceId> zone = old.zoneGroups().known().stream().flatMap(List::stream)
                .flatMap(group -> group.zones().stream()).flatMap(config -> config.zone().stream()).findFirst();
        return steps(new Plan(vault, old.id().subscription(), old.id().resourceGroup(), old.id().name(), old.subnet(), old.location(),
                "pec-" + vault.name(), zone));
    }

    private static List<Step> steps(Plan plan) {
        ResourceId network = plan.subnet().parent();
        ResourceId endpoint = ResourceId.of("/subscriptions/" + plan.subscription() + "/resourceGroups/" + plan.group()
                + "/providers/Microsoft.Network/privateEndpoints/" + plan.name());
        List<Step> steps = new ArrayList<>();
        steps.add(Step.in(plan.subscription(),
                CommandLine.of("az", "network", "private-endpoint", "create", "-g", plan.group(), "-n", plan.name(),
                        "--subnet", plan.subnet().text(), "--private-connection-resource-id", plan.vault().text(), "--group-id", "vault",
                        "--connection-name", plan.connection(), "-l", plan.location()),
                PowerShell.run("Get-AzVirtualNetwork").with("ResourceGroupName", network.resourceGroup()).with("Name", network.name()).into("network"),
                PowerShell.run("Get-AzVirtualNetworkSubnetConfig").with("VirtualNetwork", new PowerShell.Variable("network"))
                        .with("Name", plan.subnet().name()).into("subnet"),
                PowerShell.run("New-AzPrivateLinkServiceConnection").with("Name", plan.connection())
                        .with("PrivateLinkServiceId", plan.vault().text()).with("GroupId", "vault").into("connection"),
                PowerShell.run("New-AzPrivateEndpoint").with("Name", plan.name()).with("ResourceGroupName", plan.group())
                        .with("Location", plan.location()).with("Subnet", new PowerShell.Variable("subnet"))
                        .with("PrivateLinkServiceConnection", new PowerShell.Variable("connection")))
                .that("Create private endpoint " + plan.name() + " in subnet " + plan.subnet().name() + " of " + network.name(),
                        Reading.presence(endpoint, Api.NETWORK), new Done.There(), Undo.of(Removal.delete(endpoint)).but("The vault keeps a connection of the removed endpoint, "
                                + "Disconnected, which lets nobody in.")));
        plan.zone().ifPresent(zone -> steps.add(ZoneGroup.create(endpoint, ZoneGroup.USUAL, zone)));
        return steps;
    }

    /** Azure wants an endpoint in the subscription and region of its network. */
    private static Optional<Plan> plan(Snapshot facts) {
        List<VirtualNetwork> homes = Reach.of(facts).client().known().orElse(List.of());
        Optional<ResourceId> vault = Presence.vault(facts).known().map(Vault::id).or(() -> facts.target().resourceId());
        if (homes.size() != 1 || vault.isEmpty()) {
            return Optional.empty();
        }
        VirtualNetwork home = homes.getFirst();
        String subscription = home.id().subscription();
        String group = vault.get().subscription().equalsIgnoreCase(subscription) ? vault.get().resourceGroup() : home.id().resourceGroup();
        boolean taken = facts.endpoints().keySet().stream().anyMatch(id -> id.name().equalsIgnoreCase("pe-" + vault.get().name()));
        String name = "pe-" + vault.get().name() + (taken ? "-" + home.id().name() : "");
        return subnet(facts, home).map(subnet -> new Plan(vault.get(), subscription, group, name, subnet, home.location(),
                name.replaceFirst("^pe-", "pec-"), zone(facts, home.id())));
    }

    /** A subnet that holds endpoints already, or is named for it, or else this machine's own. */
    private static Optional<ResourceId> subnet(Snapshot facts, VirtualNetwork home) {
        Stream<ResourceId> used = facts.endpoints().values().stream().flatMap(one -> one.known().stream())
                .map(PrivateEndpoint::subnet).filter(subnet -> subnet.parent().equals(home.id()));
        Stream<ResourceId> named = home.subnets().stream().map(VirtualNetwork.Subnet::id)
                .filter(subnet -> subnet.name().toLowerCase(Locale.ROOT).matches(".*(endpoint|privatelink|private-link|snet-pe).*"));
        Stream<ResourceId> own = facts.clientSubnet().known().filter(subnet -> subnet.parent().equals(home.id())).stream();
        return Stream.of(used, named, own).flatMap(one -> one).findFirst();
    }

    /** The zone that this network asks; a zone whose record serves another endpoint would be overwritten. */
    private static Optional<ResourceId> zone(Snapshot facts, ResourceId network) {
        List<PrivateZone> zones = facts.zones().known().map(Listing::items).orElse(List.of()).stream()
                .filter(zone -> zone.name().equalsIgnoreCase(zoneName(facts)))
                .filter(zone -> zone.records().known().filter(records -> records.stream().allMatch(set -> set.addresses().isEmpty()
                        || !inUse(facts, set))).isPresent()).toList();
        List<PrivateZone> linked = zones.stream().filter(zone -> zone.links().known().orElse(List.of()).stream()
                .anyMatch(link -> link.network().equals(network))).toList();
        return Stream.of(linked, zones).filter(some -> some.size() == 1).findFirst().map(some -> some.getFirst().id());
    }

    private static boolean inUse(Snapshot facts, PrivateZone.RecordSet set) {
        return Reach.of(facts).effective().known().orElse(List.of()).stream()
                .flatMap(endpoint -> endpoint.addresses().stream()).anyMatch(set.addresses()::contains);
    }

    private static String zoneName(Snapshot facts) {
        return facts.requiredZones().known().filter(names -> !names.isEmpty()).map(List::getFirst)
                .orElse(facts.target().cloud().privateZone());
    }
}
