package linkdoctor.explain.read;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Azure's regions by name, to tell where one ends when the text runs on. */
final class Regions {
    private static final List<String> NAMES = List.of("""
            asiaeast asiasoutheast australiacentral australiacentral2 australiaeast australiasoutheast austriaeast belgiumcentral brazilsouth
            brazilsoutheast canadacentral canadaeast centralindia centralus centraluseuap chilecentral chinaeast chinaeast2 chinaeast3 chinanorth
            chinanorth2 chinanorth3 denmarkeast eastasia eastus eastus2 eastus2euap eastus3 francecentral francesouth germanynorth
            germanywestcentral indiasouthcentral indonesiacentral israelcentral israelnorthwest italynorth japaneast japanwest jioindiacentral
            jioindiawest koreacentral koreasouth malaysiasouth malaysiawest mexicocentral newzealandnorth northcentralus northeurope norwayeast
            norwaywest polandcentral qatarcentral southafricanorth southafricawest southcentralus southcentralus2 southeastasia southindia
            spaincentral swedencentral swedensouth switzerlandnorth switzerlandwest taiwannorth taiwannorthwest uaecentral uaenorth uksouth
            ukwest usdodcentral usdodeast usgovarizona usgoviowa usgovtexas usgovvirginia westcentralus westeurope westindia westus westus2
            westus3""".split("\\s+")).stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();

    private Regions() {
    }

    static boolean known(String name) {
        return NAMES.contains(name);
    }

    /** The longest region's name that the text begins with; a number that goes on after it is not its own. */
    static Optional<String> beginning(String text) {
        return NAMES.stream().filter(text::startsWith)
                .filter(name -> !Character.isDigit(name.charAt(name.length() - 1)) || text.length() == name.length() || !Character.isDigit(text.charAt(name.length())))
                .findFirst();
    }
}
