package linkdoctor.check.firewall;

import java.util.List;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.facts.CommandLine;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.remedy.Api;
import linkdoctor.remedy.Done;
import linkdoctor.remedy.Field;
import linkdoctor.remedy.PowerShell;
import linkdoctor.remedy.Reading;
import linkdoctor.remedy.Remedy;
import linkdoctor.remedy.Step;
import linkdoctor.remedy.Undo;

/** Guide section 3: a private link adds a way in and closes none. */
public final class FirewallClosed implements Check {
    private static final String NEEDS = "Microsoft.KeyVault/vaults/write";
    private static final Finding OPEN = Finding.warn("firewall.public-open",
            "The vault takes requests from the whole Internet",
            "A private endpoint adds a private way and leaves the public one as it is, so anyone with valid credentials can "
                    + "still come from anywhere. Settings that were never made count as open.", Links.NETWORK_SECURITY);

    @Override
    public String id() {
        return "firewall.closed";
    }

    @Override
    public String title() {
        return "The public way is closed or limited";
    }

    @Override
    public List<Finding> findings() {
        return List.of(OPEN);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Given.the(Gates.of(facts), gates -> {
            if (!gates.open()) {
                String perimeter = gates.perimeterMissing(facts) ? "; no perimeter is associated, so no public request gets in" : gates.enforced() ? "; a network security perimeter decides" : "";
                return Outcome.pass("On " + gates.vault().name() + ", " + gates.said() + perimeter + ".");
            }
            String unless = facts.perimeter().trouble().map(failure -> "; whether a perimeter overrides this cannot be read").orElse("");
            String said = "On " + gates.vault().name() + ", " + gates.said() + unless + ".";
            ResourceId vault = gates.vault().id();
            return facts.connections().known().filter(Gates::linked).isPresent() ? Outcome.problem(OPEN, said, close(vault), deny(vault))
                    : Outcome.problem(OPEN, said, Remedy.byHand("Give the vault a private endpoint before closing public access",
                                    "Close public access only once an endpoint is in force and its clients use it."));
        }).because(facts.perimeter());
    }

    /** For vaults that some clients are meant to reach over the Internet. */
    private static Remedy deny(ResourceId vault) {
        return new Remedy("Keep public access to " + vault.name() + " for the addresses and subnets of its rules alone",
                "It locks out every client that uses neither the private link nor an address or subnet of the rules; trusted services still get in.",
                NEEDS, List.of(Step.in(vault.subscription(),
                        CommandLine.of("az", "keyvault", "update", "-g", vault.resourceGroup(), "-n", vault.name(), "--default-action", "Deny",
                                "--bypass", "AzureServices"),
                        PowerShell.run("Update-AzKeyVaultNetworkRuleSet").with("ResourceGroupName", vault.resourceGroup())
                                .with("VaultName", vault.name()).with("DefaultAction", "Deny").with("Bypass", "AzureServices"))
                        .that("Deny " + vault.name() + " to public addresses and subnets that no rule names", Reading.of(vault, Api.KEY_VAULT,
                                Field.at("properties.networkAcls.defaultAction"), Field.at("properties.networkAcls.bypass")),
                                Done.is("Deny", "AzureServices"), allowed(vault))),
                List.of("Open the vault, Networking, Firewalls and virtual networks; choose Allow public access from specific virtual "
                        + "networks and IP addresses, and let trusted services in."), Remedy.Caution.LOCKS_OUT);
    }

    /** A vault without network rules allows everybody. */
    private static Undo allowed(ResourceId vault) {
        Undo.Was action = new Undo.Was("", 0, "Allow");
        Undo.Was bypass = new Undo.Was("", 1, "AzureServices");
        return Undo.by(new Undo.Way(Undo.When.ALWAYS,
                CommandLine.of("az", "keyvault", "update", "-g", vault.resourceGroup(), "-n", vault.name(), "--subscription", vault.subscription()),
                List.of(new Undo.Literal("--default-action"), action, new Undo.Literal("--bypass"), bypass),
                List.of(PowerShell.run("Set-AzContext").with("Subscription", vault.subscription()),
                        PowerShell.run("Update-AzKeyVaultNetworkRuleSet").with("ResourceGroupName", vault.resourceGroup()).with("VaultName", vault.name())
                                .with("DefaultAction", new PowerShell.Recorded(action)).with("Bypass", new PowerShell.Recorded(bypass)))));
    }

    private static Remedy close(ResourceId vault) {
        return new Remedy("Disable public access to " + vault.name(),
                "It locks out every client that does not use the private link, the portal's view of secrets among them; trusted services "
                        + "still get in. Do it once /healthstatus shows that the clients come over private link.",
                NEEDS,
                List.of(Step.in(vault.subscription(),
                        CommandLine.of("az", "keyvault", "update", "-g", vault.resourceGroup(), "-n", vault.name(), "--public-network-access", "Disabled"),
                        PowerShell.run("Update-AzKeyVault").with("ResourceGroupName", vault.resourceGroup()).with("VaultName", vault.name())
                                .with("PublicNetworkAccess", "Disabled"))
                        .that("Disable public access to " + vault.name(), Reading.of(vault, Api.KEY_VAULT, Field.at("properties.publicNetworkAccess")),
                                Done.is("Disabled"), opened(vault))),
                List.of("Open the vault, Networking, Firewalls and virtual networks; choose Disable public access."), Remedy.Caution.LOCKS_OUT);
    }

    /** A vault that says nothing of public access has it enabled. */
    private static Undo opened(ResourceId vault) {
        Undo.Was before = new Undo.Was("", 0, "Enabled");
        return Undo.by(new Undo.Way(Undo.When.ALWAYS,
                CommandLine.of("az", "keyvault", "update", "-g", vault.resourceGroup(), "-n", vault.name(), "--subscription", vault.subscription()),
                List.of(new Undo.Literal("--public-network-access"), before),
                List.of(PowerShell.run("Set-AzContext").with("Subscription", vault.subscription()),
                        PowerShell.run("Update-AzKeyVault").with("ResourceGroupName", vault.resourceGroup()).with("VaultName", vault.name())
                                .with("PublicNetworkAccess", new PowerShell.Recorded(before)))));
    }
}
