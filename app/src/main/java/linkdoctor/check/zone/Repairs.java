package linkdoctor.check.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import linkdoctor.check.repair.ZoneGroup;
import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Ip;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.PrivateZone;
import linkdoctor.remedy.PowerShell;
import linkdoctor.remedy.Remedy;
import linkdoctor.remedy.Step;

/** The repairs of private zones, each as the steps that carry it out. */
final class Repairs {
    static final long TTL = 300;
    private static final String REDIRECT = "NxDomainRedirect";
    static final String NXDOMAIN_RISK = "In a network that is linked to the zone, names of other vaults with private endpoints "
            + "resolve only when the zone holds their records too.";

    private Repairs() {
    }

    static Step createZone(ResourceId zone) {
        return Step.in(zone.subscription(),
                CommandLine.of("az", "network", "private-dns", "zone", "create", "-g", zone.resourceGroup(), "-n", zone.name()),
                PowerShell.run("New-AzPrivateDnsZone").with("ResourceGroupName", zone.resourceGroup()).with("Name", zone.name()));
    }

    static Step link(ResourceId zone, ResourceId network, String name) {
        return Step.in(zone.subscription(),
                CommandLine.of("az", "network", "private-dns", "link", "vnet", "create", "-g", zone.resourceGroup(), "-z", zone.name(),
                        "-n", name, "-v", network.text(), "-e", "false"),
                PowerShell.run("New-AzPrivateDnsVirtualNetworkLink").with("ResourceGroupName", zone.resourceGroup())
                        .with("ZoneName", zone.name()).with("Name", name).with("VirtualNetworkId", network.text()));
    }

    /** The same link once more, for one that Azure does not bring to an end. */
    static List<Step> linkAnew(ResourceId zone, PrivateZone.Link link) {
        Step fresh = link(zone, link.network(), link.id().name());
        return List.of(Step.in(zone.subscription(),
                        CommandLine.of("az", "network", "private-dns", "link", "vnet", "delete", "-g", zone.resourceGroup(), "-z", zone.name(),
                                "-n", link.id().name(), "--yes"),
                        PowerShell.run("Remove-AzPrivateDnsVirtualNetworkLink").with("ResourceGroupName", zone.resourceGroup())
                                .with("ZoneName", zone.name()).with("Name", link.id().name())),
                link.fallsBackToInternet() ? falling(fresh) : fresh);
    }

    private static Step falling(Step link) {
        List<PowerShell> twin = new ArrayList<>(link.powershell());
        twin.addLast(twin.removeLast().with("ResolutionPolicy", REDIRECT));
        return new Step(plus(link.az(), "--resolution-policy", REDIRECT), twin);
    }

    /** A name for a new link that the zone has not given yet. */
    static String linkName(ResourceId network, List<PrivateZone.Link> links) {
        String name = "link-to-" + network.name();
        for (int n = 2; taken(name, links); n++) {
            name = "link-to-" + network.name() + "-" + n;
        }
        return name;
    }

    private static boolean taken(String name, List<PrivateZone.Link> links) {
        return links.stream().anyMatch(link -> link.id().name().equalsIgnoreCase(name));
    }

    /** Lets the endpoint write its record into the zone, in the place of any zone it writes to now. */
    static Remedy zoneGroup(PrivateEndpoint endpoint, ResourceId zone) {
        Optional<PrivateEndpoint.ZoneGroup> group = endpoint.zoneGroups().known().orElse(List.of()).stream().findFirst();
        String name = group.map(one -> one.id().name()).orElse(ZoneGroup.USUAL);
        boolean here = Zones.writesTo(endpoint).contains(zone);
        List<Step> steps = new ArrayList<>();
        if (here) {
            // Writing an unchanged group again does not touch its record.
            steps.add(ZoneGroup.delete(endpoint.id(), name));
        }
        steps.add(ZoneGroup.create(endpoint.id(), name, zone));
        String risk = here ? "The record is gone for the moments between the two steps."
                : group.isPresent() ? "The endpoint's record in the zone it writes to now goes away: clients that resolve there lose it." : "";
        return new Remedy("Let endpoint " + endpoint.id().name() + " write its record into zone " + zone.name() + " in "
                + zone.resourceGroup() + (here ? " anew" : ""), risk,
                ZoneGroup.NEEDS, steps,
                List.of("Open private endpoint " + endpoint.id().name() + ", DNS configuration.",
                        here ? "Delete configuration " + name + ", then add it again for " + zone.name() + "."
                                : "Add a configuration for " + zone.name() + " of resource group " + zone.resourceGroup()
                                        + (group.isPresent() ? " in the place of the one there." : ".")));
    }

    /** Writes the record by hand, for those who may not touch the endpoint. The set is made first, for its time to live. */
    static Remedy record(ResourceId zone, String vault, Ip ip) {
        return new Remedy("Add record " + vault + " with " + ip + " to zone " + zone.name() + " in " + zone.resourceGroup(),
                "A record kept by hand does not follow when the endpoint is created anew.", "Microsoft.Network/privateDnsZones/A/write",
                List.of(Step.in(zone.subscription(), set(zone, "create", vault, "--ttl", Long.toString(TTL)),
                                PowerShell.run("New-AzPrivateDnsRecordConfig").into("address").with("Ipv4Address", ip.toString()),
                                PowerShell.run("New-AzPrivateDnsRecordSet").with("ResourceGroupName", zone.resourceGroup())
                                        .with("ZoneName", zone.name()).with("Name", vault).with("RecordType", "A")
                                        .with("Ttl", new PowerShell.Number(TTL)).with("PrivateDnsRecord", new PowerShell.Variable("address"))),
                        Step.of(withSubscription(zone, address(zone, "add-record", vault, ip)))),
                List.of("Open zone " + zone.name() + ", Record sets, Add: name " + vault + ", type A, TTL " + TTL
                        + " seconds, address " + ip + "."));
    }

    /** Takes addresses out of the record and puts others in; the right ones go in first so that no moment is without. */
    static Remedy addresses(ResourceId zone, String vault, List<Ip> add, List<Ip> remove) {
        List<Step> steps = new ArrayList<>();
        add.forEach(ip -> steps.add(Step.in(zone.subscription(), address(zone, "add-record", vault, ip),
                edit(zone, vault, PowerShell.run("Add-AzPrivateDnsRecordConfig"), ip))));
        remove.forEach(ip -> steps.add(Step.in(zone.subscription(),
                plus(address(zone, "remove-record", vault, ip), "--keep-empty-record-set"),
                edit(zone, vault, PowerShell.run("Remove-AzPrivateDnsRecordConfig"), ip))));
        return new Remedy("Take " + linkdoctor.check.seen.Voice.listed(remove) + " out of record " + vault
                + (add.isEmpty() ? "" : " and put in " + linkdoctor.check.seen.Voice.listed(add)),
                "Clients that still use the old address lose it; caches keep it until the record's time to live is over.",
                "Microsoft.Network/privateDnsZones/A/write", steps,
                List.of("Open zone " + zone.name() + ", record " + vault + ": remove " + linkdoctor.check.seen.Voice.listed(remove)
                        + (add.isEmpty() ? "." : " and add " + linkdoctor.check.seen.Voice.listed(add) + ".")));
    }

    static Step ttl(ResourceId zone, String vault) {
        return Step.in(zone.subscription(), set(zone, "update", vault, "--set", "ttl=" + TTL),
                read(zone, vault), PowerShell.set("record", "Ttl", new PowerShell.Number(TTL)), write());
    }

    static Step dropRecord(ResourceId zone, String vault) {
        return Step.in(zone.subscription(), set(zone, "delete", vault, "--yes"),
                PowerShell.run("Remove-AzPrivateDnsRecordSet").with("ResourceGroupName", zone.resourceGroup())
                        .with("ZoneName", zone.name()).with("Name", vault).with("RecordType", "A"));
    }

    private static PowerShell[] edit(ResourceId zone, String vault, PowerShell change, Ip ip) {
        return new PowerShell[]{read(zone, vault),
                change.with("RecordSet", new PowerShell.Variable("record")).with("Ipv4Address", ip.toString()), write()};
    }

    private static PowerShell read(ResourceId zone, String vault) {
        return PowerShell.run("Get-AzPrivateDnsRecordSet").into("record").with("ResourceGroupName", zone.resourceGroup())
                .with("ZoneName", zone.name()).with("Name", vault).with("RecordType", "A");
    }

    private static PowerShell write() {
        return PowerShell.run("Set-AzPrivateDnsRecordSet").with("RecordSet", new PowerShell.Variable("record"));
    }

    private static CommandLine set(ResourceId zone, String verb, String vault, String... more) {
        return plus(CommandLine.of("az", "network", "private-dns", "record-set", "a", verb, "-g", zone.resourceGroup(),
                "-z", zone.name(), "-n", vault), more);
    }

    private static CommandLine address(ResourceId zone, String verb, String vault, Ip ip) {
        return set(zone, verb, vault, "-a", ip.toString());
    }

    private static CommandLine withSubscription(ResourceId zone, CommandLine command) {
        return plus(command, "--subscription", zone.subscription());
    }

    private static CommandLine plus(CommandLine command, String... more) {
        List<String> all = new ArrayList<>(command.args());
        all.addAll(List.of(more));
        return new CommandLine(all);
    }
}
