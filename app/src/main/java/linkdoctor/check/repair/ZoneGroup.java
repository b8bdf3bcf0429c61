package linkdoctor.check.repair;

import linkdoctor.facts.CommandLine;
import linkdoctor.facts.ResourceId;
import linkdoctor.remedy.PowerShell;
import linkdoctor.remedy.Step;

/** The steps on an endpoint's zone group, through which Azure itself writes the record. */
public final class ZoneGroup {
    public static final String USUAL = "default";
    public static final String NEEDS = "Microsoft.Network/privateEndpoints/privateDnsZoneGroups/write and Microsoft.Network/privateDnsZones/join/action";

    private ZoneGroup() {
    }

    /** Makes the group with this one zone; a group of that name which is there already then has this zone and no other. */
    public static Step create(ResourceId endpoint, String name, ResourceId zone) {
        String config = zone.name().replace('.', '-');
        return Step.in(endpoint.subscription(),
                CommandLine.of("az", "network", "private-endpoint", "dns-zone-group", "create", "-g", endpoint.resourceGroup(),
                        "--endpoint-name", endpoint.name(), "-n", name, "--private-dns-zone", zone.text(), "--zone-name", config),
                PowerShell.run("New-AzPrivateDnsZoneConfig").into("config").with("Name", config).with("PrivateDnsZoneId", zone.text()),
                PowerShell.run("New-AzPrivateDnsZoneGroup").with("ResourceGroupName", endpoint.resourceGroup())
                        .with("PrivateEndpointName", endpoint.name()).with("Name", name)
                        .with("PrivateDnsZoneConfig", new PowerShell.Variable("config")).on("Force"));
    }

    /** Removes the group, and with it the record that it wrote. */
    public static Step delete(ResourceId endpoint, String name) {
        return Step.in(endpoint.subscription(),
                CommandLine.of("az", "network", "private-endpoint", "dns-zone-group", "delete", "-g", endpoint.resourceGroup(),
                        "--endpoint-name", endpoint.name(), "-n", name),
                PowerShell.run("Remove-AzPrivateDnsZoneGroup").with("ResourceGroupName", endpoint.resourceGroup())
                        .with("PrivateEndpointName", endpoint.name()).with("Name", name).on("Force"));
    }
}
