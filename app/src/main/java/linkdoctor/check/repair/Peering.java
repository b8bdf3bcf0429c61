package linkdoctor.check.repair;

import java.util.stream.Stream;

import linkdoctor.facts.CommandLine;
import linkdoctor.facts.ResourceId;
import linkdoctor.remedy.PowerShell;
import linkdoctor.remedy.Step;

/** The steps on one half of a peering: the one that a network has to another. */
public final class Peering {
    public static final String NEEDS = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write and "
            + "Microsoft.Network/virtualNetworks/peer/action";

    private Peering() {
    }

    /** A name for a half that is not there yet. */
    public static String name(ResourceId network, ResourceId remote) {
        return network.name() + "-to-" + remote.name();
    }

    public static Step create(ResourceId network, ResourceId remote, String name) {
        return Step.in(network.subscription(), command("create", network, name, "--remote-vnet", remote.text(), "--allow-vnet-access", "true"),
                PowerShell.run("Get-AzVirtualNetwork").into("network").with("ResourceGroupName", network.resourceGroup()).with("Name", network.name()),
                PowerShell.run("Add-AzVirtualNetworkPeering").with("Name", name)
                        .with("VirtualNetwork", new PowerShell.Variable("network")).with("RemoteVirtualNetworkId", remote.text()));
    }

    public static Step delete(ResourceId network, String name) {
        return Step.in(network.subscription(), command("delete", network, name),
                PowerShell.run("Remove-AzVirtualNetworkPeering").with("ResourceGroupName", network.resourceGroup())
                        .with("VirtualNetworkName", network.name()).with("Name", name).on("Force"));
    }

    /** Lets the remote network's machines in over a half that blocks them. */
    public static Step open(ResourceId network, String name) {
        return Step.in(network.subscription(), command("update", network, name, "--set", "allowVirtualNetworkAccess=true"),
                PowerShell.run("Get-AzVirtualNetworkPeering").into("peering").with("ResourceGroupName", network.resourceGroup())
                        .with("VirtualNetworkName", network.name()).with("Name", name),
                PowerShell.set("peering", "AllowVirtualNetworkAccess", new PowerShell.Variable("true")),
                PowerShell.run("Set-AzVirtualNetworkPeering").with("VirtualNetworkPeering", new PowerShell.Variable("peering")));
    }

    private static CommandLine command(String verb, ResourceId network, String name, String... more) {
        return new CommandLine(Stream.concat(Stream.of("az", "network", "vnet", "peering", verb, "-g", network.resourceGroup(),
                "--vnet-name", network.name(), "-n", name), Stream.of(more)).toList());
    }
}
