package linkdoctor.check.repair;

import java.util.List;
import java.util.stream.Stream;

import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Ip;
import linkdoctor.facts.ResourceId;
import linkdoctor.remedy.Api;
import linkdoctor.remedy.Done;
import linkdoctor.remedy.Field;
import linkdoctor.remedy.PowerShell;
import linkdoctor.remedy.Reading;
import linkdoctor.remedy.Step;
import linkdoctor.remedy.Undo;

/** The steps on an endpoint's zone group, through which Azure itself writes the record. */
public final class ZoneGroup {
    public static final String USUAL = "default";
    public static final String NEEDS = "Microsoft.Network/privateEndpoints/privateDnsZoneGroups/write and Microsoft.Network/privateDnsZones/join/action";

    private ZoneGroup() {
    }

    public static Step create(ResourceId endpoint, String name, ResourceId zone) {
        return create(endpoint, name, zone, List.of());
    }

    /**
     * Makes the group with this one zone; a group of that name which is there already then has this zone and no other.
     *
     * @param before what puts the record back that the zone had without the group; Azure removes it together with the group
     */
    public static Step create(ResourceId endpoint, String name, ResourceId zone, List<Step> before) {
        String config = config(zone);
        return Step.in(endpoint.subscription(),
                CommandLine.of("az", "network", "private-endpoint", "dns-zone-group", "create", "-g", endpoint.resourceGroup(),
                        "--endpoint-name", endpoint.name(), "-n", name, "--private-dns-zone", zone.text(), "--zone-name", config),
                PowerShell.run("New-AzPrivateDnsZoneConfig").into("config").with("Name", config).with("PrivateDnsZoneId", zone.text()),
                PowerShell.run("New-AzPrivateDnsZoneGroup").with("ResourceGroupName", endpoint.resourceGroup())
                        .with("PrivateEndpointName", endpoint.name()).with("Name", name)
                        .with("PrivateDnsZoneConfig", new PowerShell.Variable("config")).on("Force"))
                .that("Let endpoint " + endpoint.name() + " write its record into zone " + zone.name() + " through zone group " + name,
                        zones(endpoint, name), Done.is(zone.text()), back(endpoint, name, zone, before));
    }

    private static String config(ResourceId zone) {
        return zone.name().replace('.', '-');
    }

    private static ResourceId id(ResourceId endpoint, String name) {
        return ResourceId.of(endpoint.text() + "/privateDnsZoneGroups/" + name);
    }

    private static Reading zones(ResourceId endpoint, String name) {
        return Reading.of(id(endpoint, name), Api.NETWORK, Field.each("properties.privateDnsZoneConfigs", "properties.privateDnsZoneId"));
    }

    /** A group that was there before gets its zone back; it hardly ever has more than one. */
    private static Undo back(ResourceId endpoint, String name, ResourceId zone, List<Step> record) {
        Step delete = remove(endpoint, name);
        Undo.Was before = new Undo.Was("", 0, "");
        Undo.Way again = new Undo.Way(Undo.When.WAS_THERE,
                new CommandLine(List.of("az", "network", "private-endpoint", "dns-zone-group", "create", "-g", endpoint.resourceGroup(),
                        "--endpoint-name", endpoint.name(), "-n", name, "--zone-name", config(zone), "--subscription", endpoint.subscription())),
                List.of(new Undo.Literal("--private-dns-zone"), before),
                List.of(PowerShell.run("Set-AzContext").with("Subscription", endpoint.subscription()),
                        PowerShell.run("New-AzPrivateDnsZoneConfig").into("config").with("Name", config(zone))
                                .with("PrivateDnsZoneId", new PowerShell.Recorded(before)),
                        PowerShell.run("New-AzPrivateDnsZoneGroup").with("ResourceGroupName", endpoint.resourceGroup())
                                .with("PrivateEndpointName", endpoint.name()).with("Name", name)
                                .with("PrivateDnsZoneConfig", new PowerShell.Variable("config")).on("Force")));
        return new Undo.By(Stream.concat(Stream.of(Undo.step(Undo.When.WAS_MISSING, delete), again),
                record.stream().map(step -> Undo.step(Undo.When.ALWAYS, step))).toList(), "");
    }

    /** Removes a group that has not written the record it should: a group that is written again unchanged does not touch its record. */
    public static Step reset(ResourceId endpoint, String name, ResourceId zone, String vault, List<Ip> right) {
        return remove(endpoint, name).that("Remove zone group " + name + " of endpoint " + endpoint.name() + ", to be made anew",
                Reading.of(ResourceId.of(zone.text() + "/A/" + vault), Api.PRIVATE_DNS, Field.each("properties.aRecords", "ipv4Address")),
                new Done.Has(right.stream().map(Ip::toString).toList()),
                new Undo.Never("The zone group is there again, and what its record was before is not wanted back."));
    }

    /** Removes the group, and with it the record that it wrote. */
    private static Step remove(ResourceId endpoint, String name) {
        return Step.in(endpoint.subscription(),
                CommandLine.of("az", "network", "private-endpoint", "dns-zone-group", "delete", "-g", endpoint.resourceGroup(),
                        "--endpoint-name", endpoint.name(), "-n", name),
                PowerShell.run("Remove-AzPrivateDnsZoneGroup").with("ResourceGroupName", endpoint.resourceGroup())
                        .with("PrivateEndpointName", endpoint.name()).with("Name", name).on("Force"));
    }
}
