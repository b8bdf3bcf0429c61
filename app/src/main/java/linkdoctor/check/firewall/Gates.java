package linkdoctor.check.firewall;

import java.util.List;
import java.util.stream.Stream;

import linkdoctor.check.seen.Presence;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Words;
import linkdoctor.facts.azure.Connection;
import linkdoctor.facts.azure.Perimeter;
import linkdoctor.facts.azure.Vault;

/**
 * The gates a public request meets, in their order: an enforced perimeter, then {@code publicNetworkAccess}, then the
 * vault's own rules. Requests over a private endpoint pass them all.
 */
public record Gates(Vault vault, List<Perimeter> perimeters) {

    public static Probed<Gates> of(Snapshot facts) {
        return Presence.vault(facts).map(vault -> new Gates(vault, facts.perimeter().known().orElse(List.of())));
    }

    /** Absent means enabled. */
    public String publicNetworkAccess() {
        return vault.publicNetworkAccess().orElse("Enabled");
    }

    public boolean disabled() {
        return publicNetworkAccess().equalsIgnoreCase("Disabled");
    }

    public boolean securedByPerimeter() {
        return publicNetworkAccess().equalsIgnoreCase("SecuredByPerimeter");
    }

    /** An enforced perimeter decides in place of the vault's own settings. */
    public boolean enforced() {
        return securedByPerimeter() || perimeters.stream().anyMatch(one -> one.mode().equalsIgnoreCase("Enforced"));
    }

    /** Absent rules mean open. */
    public boolean defaultAllow() {
        return vault.rules().filter(rules -> !rules.defaultAction().isBlank())
                .filter(rules -> !rules.defaultAction().equalsIgnoreCase("Allow")).isEmpty();
    }

    boolean hasRules() {
        return vault.rules().filter(rules -> !rules.ipRules().isEmpty() || !rules.subnets().isEmpty()).isPresent();
    }

    /** Whether the whole Internet gets as far as the vault. */
    boolean open() {
        return !enforced() && !disabled() && defaultAllow();
    }

    /** Whether no public request but a trusted service's gets in. */
    boolean closed() {
        return !enforced() && (disabled() || !defaultAllow() && !hasRules());
    }

    /** SecuredByPerimeter without a perimeter lets no public request in. */
    public boolean perimeterMissing(Snapshot facts) {
        return securedByPerimeter() && facts.perimeter().known().filter(List::isEmpty).isPresent();
    }

    /** Both settings in words. */
    String said() {
        return "public network access is " + publicNetworkAccess() + (vault.publicNetworkAccess().isEmpty() ? " (not set)" : "")
                + " and the default action is " + (defaultAllow() ? "Allow" : "Deny") + (vault.rules().isEmpty() ? " (no rules set)" : "");
    }

    /** Who gets in from outside, in as few words as a drawing has room for. */
    public String brief() {
        if (enforced()) {
            return "Perimeter";
        }
        if (disabled()) {
            return "Private only";
        }
        if (defaultAllow()) {
            return "Open to all";
        }
        int addresses = vault.rules().map(rules -> rules.ipRules().size()).orElse(0);
        int subnets = vault.rules().map(rules -> rules.subnets().size()).orElse(0);
        List<String> open = Stream.of(addresses == 0 ? "" : addresses == 1 ? "1 address" : addresses + " addresses",
                subnets == 0 ? "" : Words.count(subnets, "subnet")).filter(one -> !one.isEmpty()).toList();
        return open.isEmpty() ? "Private only" : "Open to " + Words.list(open);
    }

    static boolean linked(List<Connection> connections) {
        return connections.stream().anyMatch(Connection::effective);
    }
}
