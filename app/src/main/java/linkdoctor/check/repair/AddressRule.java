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

/** The steps on one rule of a vault's firewall: a public address range, or a subnet with a service endpoint. */
public enum AddressRule {
    RANGE("--ip-address", "IpAddressRange", Field.each("properties.networkAcls.ipRules", "value")),
    SUBNET("--subnet", "VirtualNetworkResourceId", Field.each("properties.networkAcls.virtualNetworkRules", "id"));

    private final String option;
    private final String parameter;
    private final Field field;

    AddressRule(String option, String parameter, Field field) {
        this.option = option;
        this.parameter = parameter;
        this.field = field;
    }

    public Step add(ResourceId vault, String value) {
        return step(vault, "add", "Add", value).that("Let " + value + " through the firewall of " + vault.name(), Reading.of(vault, Api.KEY_VAULT, field),
                Done.has(value), Undo.by(Undo.step(Undo.When.ALWAYS, step(vault, "remove", "Remove", value))));
    }

    public Step remove(ResourceId vault, String value) {
        return step(vault, "remove", "Remove", value).that("Take " + value + " out of the firewall of " + vault.name(),
                Reading.of(vault, Api.KEY_VAULT, field), Done.lacks(value), Undo.by(Undo.step(Undo.When.ALWAYS, step(vault, "add", "Add", value))));
    }

    /** Several at once, which the Azure CLI can add but not remove. */
    public Step add(ResourceId vault, String what, List<String> values) {
        return Step.in(vault.subscription(), new CommandLine(Stream.concat(command(vault, "add").stream(), values.stream()).toList()),
                        cmdlet(vault, "Add").with(parameter, new PowerShell.Texts(values)))
                .that("Let " + what + " through the firewall of " + vault.name(), Reading.of(vault, Api.KEY_VAULT, field), new Done.Has(values),
                        Undo.by(values.stream().map(value -> Undo.step(Undo.When.ALWAYS, step(vault, "remove", "Remove", value))).toArray(Undo.Way[]::new)));
    }

    private Step step(ResourceId vault, String verb, String cmdlet, String value) {
        return Step.in(vault.subscription(), new CommandLine(Stream.concat(command(vault, verb).stream(), Stream.of(value)).toList()),
                cmdlet(vault, cmdlet).with(parameter, value));
    }

    private List<String> command(ResourceId vault, String verb) {
        return List.of("az", "keyvault", "network-rule", verb, "-g", vault.resourceGroup(), "-n", vault.name(), option);
    }

    private static PowerShell cmdlet(ResourceId vault, String verb) {
        return PowerShell.run(verb + "-AzKeyVaultNetworkRule").with("ResourceGroupName", vault.resourceGroup()).with("VaultName", vault.name());
    }
}
