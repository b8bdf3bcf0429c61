package linkdoctor.check.callers;

import java.util.List;
import java.util.Optional;

import linkdoctor.check.firewall.Gates;
import linkdoctor.check.outside.TrustedService;
import linkdoctor.check.outside.TrustedServices;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Prefix;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Words;
import linkdoctor.facts.azure.Vault;
import linkdoctor.facts.azure.VirtualNetwork;

/** The vault's own gates for requests over the public way, where no perimeter decides in their place. */
final class PublicGates {
    private static final String SERVICE_ENDPOINT = "Microsoft.KeyVault";
    private final Gates gates;
    private final Snapshot facts;

    PublicGates(Gates gates, Snapshot facts) {
        this.gates = gates;
        this.facts = facts;
    }

    Cell access(Way way) {
        String setting = gates.publicNetworkAccess();
        String rests = "publicNetworkAccess " + setting + (gates.vault().publicNetworkAccess().isEmpty() ? " (not set)" : "");
        return !gates.disabled() ? Cell.passes("Public network access is " + setting + ".", rests)
                : way instanceof Way.Trusted ? Cell.notNeeded("Public network access is Disabled; for a trusted service the bypass decides.", rests)
                : Cell.stops("Public network access is Disabled, and rules for addresses and subnets are not honoured.", rests);
    }

    Cell rules(Way way) {
        if (gates.disabled() && way instanceof Way.Trusted) {
            return access(way);
        }
        if (gates.defaultAllow()) {
            return Cell.passes("The default action is Allow" + (gates.vault().rules().isEmpty() ? ", as no rules are set." : "."), "defaultAction Allow");
        }
        String rests = "defaultAction Deny";
        return switch (way) {
            case Way.Trusted trusted -> Cell.notNeeded("The default action is Deny; for a trusted service the bypass decides.", rests);
            case Way.Address(String range) -> address(range, rests);
            case Way.ServiceEndpoint(ResourceId subnet) -> subnet(subnet, rests);
            case Way.Changing(var caller) -> listed() == 0 ? Cell.stops("The default action is Deny, and the rules name nobody.", rests)
                    : Cell.notKnown("The default action is Deny with " + Words.count(listed(), "rule") + "; whether it is named there is not known, as its addresses change.", rests);
            case Way.Elsewhere elsewhere -> Cell.stops("The default action is Deny, and no rule names it.", rests);
            case Way.Link link -> Cell.notNeeded("A request over private link is not asked this.", rests);
            case Way.Unseen(String why) -> Cell.notKnown(why, rests);
        };
    }

    Cell bypass(Way way) {
        return switch (way) {
            case Way.Trusted(Optional<TrustedService> service) -> trusted(service);
            case Way.Changing(var caller) -> Cell.notNeeded(caller.standing(), "the list of " + TrustedServices.LISTED.dated());
            case Way.Address address -> unlisted();
            case Way.Elsewhere elsewhere -> unlisted();
            case Way.ServiceEndpoint endpoint -> unlisted();
            case Way.Link link -> unlisted();
            case Way.Unseen unseen -> unlisted();
        };
    }

    private static Cell unlisted() {
        return Cell.notNeeded("It is no service that Microsoft lists.", "the list of " + TrustedServices.LISTED.dated());
    }

    /** A vault that says nothing of it bypasses for trusted services. */
    private Cell trusted(Optional<TrustedService> service) {
        String bypass = gates.vault().rules().map(Vault.NetworkRules::bypass).filter(one -> !one.isBlank()).orElse("AzureServices");
        String rests = "bypass " + bypass;
        if (!gates.disabled() && gates.defaultAllow()) {
            return Cell.notNeeded("The public way is open, so there is nothing to bypass.", rests);
        }
        String use = service.map(one -> ", and " + one.name() + " is listed for " + one.use())
                .orElse(", which lets past the services that Microsoft lists, for the uses that it lists");
        return bypass.equalsIgnoreCase("None") ? Cell.stops("The bypass is None, so trusted services are refused like anybody else.", rests)
                : Cell.passes("The bypass is " + bypass + use + ".", rests);
    }

    private Cell address(String range, String rests) {
        Optional<Prefix> wanted = Prefix.parse(range);
        Optional<String> rule = addresses().stream().filter(one -> one.equals(range)
                || wanted.isPresent() && Prefix.parse(one).filter(listed -> holds(listed, wanted.get())).isPresent()).findFirst();
        return rule.map(one -> Cell.passes("The rule " + one + " lets it in.", "ipRules " + one))
                .orElseGet(() -> wanted.filter(one -> !one.network().v4()).isPresent()
                        ? Cell.stops("The default action is Deny, and rules take IPv4 addresses alone.", rests)
                        : Cell.stops("The default action is Deny, and no rule names " + range + ".", rests));
    }

    private static boolean holds(Prefix rule, Prefix wanted) {
        Ip first = wanted.network();
        return rule.length() <= wanted.length() && rule.contains(first);
    }

    private Cell subnet(ResourceId subnet, String rests) {
        if (gates.vault().rules().filter(one -> one.subnets().contains(subnet)).isEmpty()) {
            return Cell.stops("The default action is Deny, and no rule names subnet " + subnet.name() + ".", rests);
        }
        String rule = "virtualNetworkRules " + subnet.name();
        Optional<VirtualNetwork.Subnet> known = facts.networks().known().map(Listing::items).orElse(List.of()).stream()
                .flatMap(network -> network.subnets().stream()).filter(one -> one.id().equals(subnet)).findFirst();
        return known.map(one -> one.serviceEndpoints().stream().anyMatch(PublicGates::ofKeyVault)
                        ? Cell.passes("A rule names subnet " + subnet.name() + ", and it has the service endpoint " + SERVICE_ENDPOINT + ".", rule)
                        : Cell.stops("A rule names subnet " + subnet.name() + ", and it has no service endpoint " + SERVICE_ENDPOINT
                                + ", so the rule does nothing for it.", "serviceEndpoints of " + subnet.name()))
                .orElseGet(() -> Cell.notKnown("A rule names subnet " + subnet.name() + "; whether it has the service endpoint " + SERVICE_ENDPOINT
                        + " could not be read.", rule));
    }

    private static boolean ofKeyVault(String serviceEndpoint) {
        return serviceEndpoint.equalsIgnoreCase(SERVICE_ENDPOINT) || serviceEndpoint.equalsIgnoreCase(SERVICE_ENDPOINT + ".Global");
    }

    private List<String> addresses() {
        return gates.vault().rules().map(Vault.NetworkRules::ipRules).orElse(List.of());
    }

    private int listed() {
        return addresses().size() + gates.vault().rules().map(one -> one.subnets().size()).orElse(0);
    }
}
