package linkdoctor.check.repair;

import java.util.List;
import java.util.stream.Stream;

import linkdoctor.facts.CommandLine;
import linkdoctor.facts.ResourceId;
import linkdoctor.remedy.Api;
import linkdoctor.remedy.Done;
import linkdoctor.remedy.Field;
import linkdoctor.remedy.PowerShell;
import linkdoctor.remedy.Reading;
import linkdoctor.remedy.Step;
import linkdoctor.remedy.Undo;

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
                        .with("VirtualNetwork", new PowerShell.Variable("network")).with("RemoteVirtualNetworkId", remote.text()))
                .that("Peer " + network.name() + " with " + remote.name() + " as " + name, Reading.presence(id(network, name), Api.NETWORK),
                        new Done.There(), Undo.of(remove(network, name)));
    }

    private static ResourceId id(ResourceId network, String name) {
        return ResourceId.of(network.text() + "/virtualNetworkPeerings/" + name);
    }

    /**
     * Removes a half to be made anew, as long as one half of the two is Disconnected.
     *
     * @param witness      the network whose half is Disconnected
     * @param disconnected the name of that half
     */
    public static Step delete(ResourceId network, String name, ResourceId witness, String disconnected) {
        return remove(network, name).that("Remove peering " + name + " of " + network.name() + ", to be made anew",
                Reading.of(id(witness, disconnected), Api.NETWORK, Field.at("properties.peeringState")), Done.lacks("Disconnected"),
                new Undo.Never("Nothing is lost with it: a peering of which a half is Disconnected carries nothing and cannot be brought back."));
    }

    private static Step remove(ResourceId network, String name) {
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
                PowerShell.run("Set-AzVirtualNetworkPeering").with("VirtualNetworkPeering", new PowerShell.Variable("peering")))
                .that("Allow access over peering " + name + " of " + network.name(),
                        Reading.of(id(network, name), Api.NETWORK, Field.at("properties.allowVirtualNetworkAccess")), Done.is("true"), blocked(network, name));
    }

    private static Undo blocked(ResourceId network, String name) {
        return Undo.by(new Undo.Way(Undo.When.WAS_THERE, command("update", network, name, "--subscription", network.subscription()),
                List.of(new Undo.Literal("--set"), new Undo.Was("allowVirtualNetworkAccess=", 0, "true")),
                List.of(PowerShell.run("Set-AzContext").with("Subscription", network.subscription()),
                        PowerShell.run("Get-AzVirtualNetworkPeering").into("peering").with("ResourceGroupName", network.resourceGroup())
                                .with("VirtualNetworkName", network.name()).with("Name", name),
                        PowerShell.set("peering", "AllowVirtualNetworkAccess", new PowerShell.Variable("false")),
                        PowerShell.run("Set-AzVirtualNetworkPeering").with("VirtualNetworkPeering", new PowerShell.Variable("peering")))));
    }

    private static CommandLine command(String verb, ResourceId network, String name, String... more) {
        return new CommandLine(Stream.concat(Stream.of("az", "network", "vnet", "peering", verb, "-g", network.resourceGroup(),
                "--vnet-name", network.name(), "-n", name), Stream.of(more)).toList());
    }
}
