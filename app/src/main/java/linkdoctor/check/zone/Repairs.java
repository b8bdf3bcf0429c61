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
import linkdoctor.remedy.Api;
import linkdoctor.remedy.Done;
import linkdoctor.remedy.Field;
import linkdoctor.remedy.PowerShell;
import linkdoctor.remedy.Reading;
import linkdoctor.remedy.Remedy;
import linkdoctor.remedy.Step;
import linkdoctor.remedy.Undo;

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
                PowerShell.run("New-AzPrivateDnsZone").with("ResourceGroupName", zone.resourceGroup()).with("Name", zone.name()))
                .that("Create zone " + zone.name() + " in " + zone.resourceGroup(), Reading.presence(zone, Api.PRIVATE_DNS), new Done.There(),
                        Undo.of(Step.in(zone.subscription(), CommandLine.of("az", "network", "private-dns", "zone", "delete", "-g", zone.resourceGroup(),
                                "-n", zone.name(), "--yes"), PowerShell.run("Remove-AzPrivateDnsZone").with("ResourceGroupName", zone.resourceGroup())
                                .with("Name", zone.name()))));
    }

    static Step link(ResourceId zone, ResourceId network, String name) {
        return linking(zone, network, name).that("Link zone " + zone.name() + " to " + network.name(),
                Reading.presence(linkId(zone, name), Api.PRIVATE_DNS), new Done.There(), Undo.of(unlink(zone, name)));
    }

    private static ResourceId linkId(ResourceId zone, String name) {
        return ResourceId.of(zone.text() + "/virtualNetworkLinks/" + name);
    }

    private static Step linking(ResourceId zone, ResourceId network, String name) {
        return Step.in(zone.subscription(),
                CommandLine.of("az", "network", "private-dns", "link", "vnet", "create", "-g", zone.resourceGroup(), "-z", zone.name(),
                        "-n", name, "-v", network.text(), "-e", "false"),
                PowerShell.run("New-AzPrivateDnsVirtualNetworkLink").with("ResourceGroupName", zone.resourceGroup())
                        .with("ZoneName", zone.name()).with("Name", name).with("VirtualNetworkId", network.text()));
    }

    /** The same link once more, for one that Azure does not bring to an end. */
    static List<Step> linkAnew(ResourceId zone, PrivateZone.Link link) {
        String name = link.id().name();
        Step fresh = link(zone, link.network(), name);
        return List.of(unlink(zone, name).that("Remove link " + name + " of zone " + zone.name() + ", to be made anew",
                        Reading.of(linkId(zone, name), Api.PRIVATE_DNS, Field.at("properties.virtualNetworkLinkState")), Done.lacks(link.state()),
                        new Undo.Never("Nothing is lost with it: the link that takes its place leads to the same network.")),
                link.fallsBackToInternet() ? falling(fresh).kept() : fresh.kept());
    }

    private static Step unlink(ResourceId zone, String name) {
        return Step.in(zone.subscription(),
                CommandLine.of("az", "network", "private-dns", "link", "vnet", "delete", "-g", zone.resourceGroup(), "-z", zone.name(),
                        "-n", name, "--yes"),
                PowerShell.run("Remove-AzPrivateDnsVirtualNetworkLink").with("ResourceGroupName", zone.resourceGroup())
                        .with("ZoneName", zone.name()).with("Name", name));
    }

    private static Step falling(Step link) {
        List<PowerShell> twin = new ArrayList<>(link.powershell());
        twin.addLast(twin.removeLast().with("ResolutionPolicy", REDIRECT));
        return new Step(plus(link.az(), "--resolution-policy", REDIRECT), twin, link.change());
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
    static Remedy zoneGroup(PrivateEndpoint endpoint, ResourceId zone, String vault, Optional<PrivateZone.RecordSet> before) {
        Optional<PrivateEndpoint.ZoneGroup> group = endpoint.zoneGroups().known().orElse(List.of()).stream().findFirst();
        String name = group.map(one -> one.id().name()).orElse(ZoneGroup.USUAL);
        boolean here = Zones.writesTo(endpoint).contains(zone);
        List<Step> steps = new ArrayList<>();
        if (here) {
            // Writing an unchanged group again does not touch its record.
            steps.add(ZoneGroup.reset(endpoint.id(), name, zone, vault, endpoint.addresses()));
        }
        Step create = ZoneGroup.create(endpoint.id(), name, zone, before.map(set -> putBack(zone, vault, set)).orElse(List.of()));
        steps.add(here ? create.kept() : create);
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

    /** The addresses first: the first makes the record where it is gone, with a time to live of its own. */
    private static List<Step> putBack(ResourceId zone, String vault, PrivateZone.RecordSet record) {
        PowerShell.Number ttl = new PowerShell.Number(record.ttl());
        List<Step> steps = new ArrayList<>();
        record.addresses().stream().filter(Ip::v4).forEach(ip -> steps.add(new Step(plus(address(zone, "add-record", vault, ip), "--subscription", zone.subscription()),
                steps.isEmpty() ? List.of(context(zone), newSet(zone, vault, ttl).on("Overwrite"), read(zone, vault), adding(ip), write())
                        : List.of(context(zone), read(zone, vault), adding(ip), write()), Optional.empty())));
        steps.add(new Step(plus(set(zone, "update", vault, "--set", "ttl=" + record.ttl()), "--subscription", zone.subscription()),
                List.of(context(zone), read(zone, vault), PowerShell.set("record", "Ttl", ttl), write()), Optional.empty()));
        return steps;
    }

    private static PowerShell adding(Ip ip) {
        return PowerShell.run("Add-AzPrivateDnsRecordConfig").with("RecordSet", new PowerShell.Variable("record")).with("Ipv4Address", ip.toString());
    }

    /** Writes the record by hand, for those who may not touch the endpoint. The set is made first, for its time to live. */
    static Remedy record(ResourceId zone, String vault, Ip ip) {
        return new Remedy("Add record " + vault + " with " + ip + " to zone " + zone.name() + " in " + zone.resourceGroup(),
                "A record kept by hand does not follow when the endpoint is created anew.", "Microsoft.Network/privateDnsZones/A/write",
                List.of(Step.in(zone.subscription(), set(zone, "create", vault, "--ttl", Long.toString(TTL)),
                                newSet(zone, vault, new PowerShell.Number(TTL)))
                                .that("Create record set " + vault + " in zone " + zone.name() + " with " + TTL + " seconds to live",
                                        Reading.presence(recordId(zone, vault), Api.PRIVATE_DNS), new Done.There(), Undo.of(drop(zone, vault))),
                        add(zone, vault, ip)),
                List.of("Open zone " + zone.name() + ", Record sets, Add: name " + vault + ", type A, TTL " + TTL
                        + " seconds, address " + ip + "."));
    }

    /** Takes addresses out of the record and puts others in; the right ones go in first so that no moment is without. */
    static Remedy addresses(ResourceId zone, String vault, List<Ip> add, List<Ip> remove) {
        List<Step> steps = new ArrayList<>();
        add.forEach(ip -> steps.add(add(zone, vault, ip)));
        remove.forEach(ip -> steps.add(taken(zone, vault, ip).that("Take " + ip + " out of record " + vault + " in zone " + zone.name(),
                addresses(zone, vault), Done.lacks(ip.toString()), Undo.by(Undo.step(Undo.When.ALWAYS, put(zone, vault, ip))))));
        return new Remedy("Take " + linkdoctor.check.seen.Voice.listed(remove) + " out of record " + vault
                + (add.isEmpty() ? "" : " and put in " + linkdoctor.check.seen.Voice.listed(add)),
                "Clients that still use the old address lose it; caches keep it until the record's time to live is over.",
                "Microsoft.Network/privateDnsZones/A/write", steps,
                List.of("Open zone " + zone.name() + ", record " + vault + ": remove " + linkdoctor.check.seen.Voice.listed(remove)
                        + (add.isEmpty() ? "." : " and add " + linkdoctor.check.seen.Voice.listed(add) + ".")));
    }

    static Step ttl(ResourceId zone, String vault) {
        return Step.in(zone.subscription(), set(zone, "update", vault, "--set", "ttl=" + TTL),
                read(zone, vault), PowerShell.set("record", "Ttl", new PowerShell.Number(TTL)), write())
                .that("Set the time to live of record " + vault + " in zone " + zone.name() + " to " + TTL + " seconds",
                        Reading.of(recordId(zone, vault), Api.PRIVATE_DNS, Field.at("properties.ttl")), Done.is(Long.toString(TTL)), longer(zone, vault));
    }

    private static Undo longer(ResourceId zone, String vault) {
        Undo.Was before = new Undo.Was("ttl=", 0, Long.toString(TTL));
        return Undo.by(new Undo.Way(Undo.When.WAS_THERE, set(zone, "update", vault, "--subscription", zone.subscription()),
                List.of(new Undo.Literal("--set"), before),
                List.of(context(zone), read(zone, vault), PowerShell.set("record", "Ttl", new PowerShell.Recorded(before)), write())));
    }

    static Step dropRecord(ResourceId zone, String vault) {
        return drop(zone, vault).that("Remove record " + vault + " from zone " + zone.name() + " in " + zone.resourceGroup(),
                Reading.of(recordId(zone, vault), Api.PRIVATE_DNS, Field.at("properties.ttl"), Field.each("properties.aRecords", "ipv4Address")),
                new Done.Gone(), restored(zone, vault).but("The record's metadata, which tells who made it, is not put back."));
    }

    /** The set first, for its time to live, then each address. */
    private static Undo restored(ResourceId zone, String vault) {
        Undo.Was ttl = new Undo.Was("", 0, Long.toString(TTL));
        Undo.Each ip = new Undo.Each();
        return Undo.by(new Undo.Way(Undo.When.WAS_THERE, set(zone, "create", vault, "--subscription", zone.subscription()),
                        List.of(new Undo.Literal("--ttl"), ttl), List.of(context(zone), newSet(zone, vault, new PowerShell.Recorded(ttl)))),
                new Undo.Way(Undo.When.FOR_EACH, set(zone, "add-record", vault, "--subscription", zone.subscription()),
                        List.of(new Undo.Literal("-a"), ip), List.of(context(zone), read(zone, vault),
                                PowerShell.run("Add-AzPrivateDnsRecordConfig").with("RecordSet", new PowerShell.Variable("record"))
                                        .with("Ipv4Address", new PowerShell.Recorded(ip)), write())));
    }

    private static PowerShell context(ResourceId zone) {
        return PowerShell.run("Set-AzContext").with("Subscription", zone.subscription());
    }

    private static PowerShell newSet(ResourceId zone, String vault, PowerShell.Value ttl) {
        return PowerShell.run("New-AzPrivateDnsRecordSet").with("ResourceGroupName", zone.resourceGroup()).with("ZoneName", zone.name())
                .with("Name", vault).with("RecordType", "A").with("Ttl", ttl);
    }

    private static ResourceId recordId(ResourceId zone, String vault) {
        return ResourceId.of(zone.text() + "/A/" + vault);
    }

    private static Reading addresses(ResourceId zone, String vault) {
        return Reading.of(recordId(zone, vault), Api.PRIVATE_DNS, Field.each("properties.aRecords", "ipv4Address"));
    }

    private static Step add(ResourceId zone, String vault, Ip ip) {
        return put(zone, vault, ip).that("Put " + ip + " into record " + vault + " in zone " + zone.name(), addresses(zone, vault),
                Done.has(ip.toString()), Undo.by(Undo.step(Undo.When.ALWAYS, taken(zone, vault, ip))));
    }

    private static Step put(ResourceId zone, String vault, Ip ip) {
        return Step.in(zone.subscription(), address(zone, "add-record", vault, ip),
                edit(zone, vault, PowerShell.run("Add-AzPrivateDnsRecordConfig"), ip));
    }

    private static Step taken(ResourceId zone, String vault, Ip ip) {
        return Step.in(zone.subscription(), plus(address(zone, "remove-record", vault, ip), "--keep-empty-record-set"),
                edit(zone, vault, PowerShell.run("Remove-AzPrivateDnsRecordConfig"), ip));
    }

    private static Step drop(ResourceId zone, String vault) {
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

    private static CommandLine plus(CommandLine command, String... more) {
        List<String> all = new ArrayList<>(command.args());
        all.addAll(List.of(more));
        return new CommandLine(all);
    }
}
