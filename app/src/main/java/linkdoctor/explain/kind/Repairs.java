package linkdoctor.explain.kind;

import java.util.List;
import java.util.Optional;

import linkdoctor.explain.read.Reading;
import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Ip;
import linkdoctor.remedy.PowerShell;
import linkdoctor.remedy.Remedy;
import linkdoctor.remedy.Step;

/** Repairs of the network's refusals, with commands where the text names all that they take. */
final class Repairs {
    private Repairs() {
    }

    static Remedy privateLink(Reading reading, String beware) {
        return Remedy.byHand("Bring the request onto the private link",
                "On the machine that was refused, run linkdoctor check " + reading.vault().orElse("VAULT")
                        + ": it shows whether endpoint, DNS or a proxy sends requests the public way, and the commands that repair it.",
                "A service outside the network, such as a hosted build agent or an application without network integration, must be brought "
                + "onto it first.",
                beware);
    }

    static Remedy letIn(Reading reading) {
        Optional<String> range = reading.client().filter(Ip::v4).filter(Ip::publicAddress).map(ip -> ip + "/32");
        return new Remedy("Let " + range.orElse("the client's public address") + " in, where the client is meant to come over the Internet",
                "Everyone who comes from that address then passes the firewall, and only rights hold them back.",
                "Microsoft.KeyVault/vaults/write",
                reading.vault().flatMap(vault -> range.map(one -> rule(vault, one))).stream().toList(),
                List.of("Open the vault, Networking, Firewalls and virtual networks, and add "
                        + range.map(one -> "the address range " + one).orElse("its public IPv4 address") + "."));
    }

    private static Step rule(String vault, String range) {
        return Step.of(CommandLine.of("az", "keyvault", "network-rule", "add", "-n", vault, "--ip-address", range),
                PowerShell.run("Add-AzKeyVaultNetworkRule").with("VaultName", vault).with("IpAddressRange", range));
    }

    /** That public access is enabled does not mean that it is open: the default action is a second gate. */
    static Remedy lookAtGates(Reading reading) {
        List<Step> show = reading.vault().map(vault -> Step.of(
                CommandLine.of("az", "keyvault", "show", "-n", vault, "--query",
                        "{publicNetworkAccess:properties.publicNetworkAccess, networkAcls:properties.networkAcls}"),
                PowerShell.run("Get-AzKeyVault").with("VaultName", vault))).stream().toList();
        return new Remedy("Where " + Sentence.vault(reading) + " is meant to be open, look at both gates: public access, and the default "
                + "action of its network rules", "",
                "Microsoft.KeyVault/vaults/read", show, List.of("Open the vault, Networking. Public access that is enabled is still closed to "
                + "every address that is not listed while the default action is Deny."));
    }
}
