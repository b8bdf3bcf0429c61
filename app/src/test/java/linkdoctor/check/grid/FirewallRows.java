package linkdoctor.check.grid;

import static linkdoctor.check.Healthy.connection;
import static linkdoctor.check.Healthy.failed;
import static linkdoctor.check.Healthy.known;
import static linkdoctor.check.Healthy.snapshot;

import java.util.List;
import java.util.Optional;

import linkdoctor.check.Healthy;
import linkdoctor.check.Ids;
import linkdoctor.check.Row;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Perimeter;
import linkdoctor.facts.azure.PolicyAssignment;
import linkdoctor.facts.azure.Vault;

/** The grid's rows of section 3: who gets in over the public way. */
public final class FirewallRows {
    private static final Vault.NetworkRules DENY = rules("Deny");

    private FirewallRows() {
    }

    public static List<Row> rows() {
        return List.of(
                Row.of("firewall.closed", "enabled and Allow", gates("Enabled", rules("Allow"))).warns("firewall.public-open").noRoot(),
                Row.of("firewall.closed", "neither setting was ever made", gates(null, null)).warns("firewall.public-open").says("not set"),
                Row.of("firewall.closed", "enabled, rules absent", gates("Enabled", null)).warns("firewall.public-open"),
                Row.of("firewall.closed", "enabled does not mean open", gates("Enabled", DENY)).passes(),
                Row.of("firewall.closed", "not set, with Deny", gates(null, DENY)).passes(),
                Row.of("firewall.closed", "disabled, whatever the rules say", gates("Disabled", rules("Allow"))).passes(),
                Row.of("firewall.closed", "secured by perimeter", gates("SecuredByPerimeter", rules("Allow"))).passes(),
                Row.of("firewall.closed", "an enforced perimeter overrides Allow", gates("Enabled", rules("Allow")).with("perimeter",
                        known(List.of(perimeter("Enforced"))))).passes(),
                Row.of("firewall.closed", "a perimeter in transition overrides nothing", gates("Enabled", rules("Allow")).with("perimeter",
                        known(List.of(perimeter("Learning"))))).warns("firewall.public-open"),
                Row.of("firewall.closed", "open, without an endpoint in force", unlinked(gates("Enabled", null))).warns("firewall.public-open"),
                Row.of("firewall.closed", "the vault may not be read", snapshot().with("vault", failed(Failure.Kind.DENIED, "Reader"))).unknown(),

                Row.of("firewall.way-in", "disabled, and the connection pending", unlinked(gates("Disabled", DENY)))
                        .fails("firewall.closed-without-endpoint").root("connection.pending"),
                Row.of("firewall.way-in", "rules are not honoured while disabled", unlinked(gates("Disabled", rules("Deny", "20.62.10.10/32"))))
                        .fails("firewall.closed-without-endpoint"),
                Row.of("firewall.way-in", "Deny without rules", unlinked(gates("Enabled", DENY))).fails("firewall.closed-without-endpoint"),
                Row.of("firewall.way-in", "Deny with a rule", unlinked(gates("Enabled", rules("Deny", "20.62.10.10/32")))).passes(),
                Row.of("firewall.way-in", "the perimeter's rules may let in", unlinked(gates("SecuredByPerimeter", DENY))
                        .with("perimeter", known(List.of(perimeter("Learning"))))).passes(),
                Row.of("firewall.way-in", "secured by a perimeter that is not there", unlinked(gates("SecuredByPerimeter", DENY)))
                        .fails("firewall.closed-without-endpoint"),
                Row.of("firewall.way-in", "open", unlinked(gates(null, null))).passes(),
                Row.of("firewall.way-in", "the connections may not be read", snapshot().with("connections", failed(Failure.Kind.DENIED, "Reader"))).unknown(),

                Row.of("firewall.rules-needed", "an address rule beside an endpoint", gates("Enabled", rules("Deny", "20.62.10.10/32")))
                        .notes("firewall.rules-unneeded").says("20.62.10.10/32").noRoot(),
                Row.of("firewall.rules-needed", "a subnet rule that does nothing", gates("Disabled", new Vault.NetworkRules("Deny", "None", List.of(),
                        List.of(Ids.SNET_APP)))).notes("firewall.rules-unneeded").says("snet-app of vnet-app"),
                Row.of("firewall.rules-needed", "rules without an endpoint in force", unlinked(gates("Enabled", rules("Deny", "20.62.10.10/32")))).skipped(),

                Row.of("firewall.perimeter-free", "an enforced perimeter", snapshot().with("perimeter", known(List.of(perimeter("Enforced")))))
                        .notes("firewall.perimeter").says("nsp-fabrikam (Enforced)").noRoot(),
                Row.of("firewall.perimeter-free", "a perimeter in transition", snapshot().with("perimeter", known(List.of(perimeter("Learning")))))
                        .notes("firewall.perimeter").says("logs only"),
                Row.of("firewall.perimeter-free", "secured by a perimeter that may not be read", gates("SecuredByPerimeter", DENY).with("perimeter",
                        failed(Failure.Kind.DENIED, "Reader"))).notes("firewall.perimeter"),
                Row.of("firewall.perimeter-free", "perimeters may not be read", snapshot().with("perimeter", failed(Failure.Kind.DENIED, "Reader"))).unknown(),

                Row.of("firewall.policy-free", "a policy that modifies", policies("Modify")).notes("firewall.policy-enforced").says("Close vaults (Modify)").noRoot(),
                Row.of("firewall.policy-free", "a policy of which the effect is not known", policies("")).notes("firewall.policy-enforced"),
                Row.of("firewall.policy-free", "a policy that watches", policies("Audit")).passes(),
                Row.of("firewall.policy-free", "policies may not be read", snapshot().with("policies", failed(Failure.Kind.DENIED, "Reader"))).unknown());
    }

    private static Snapshot gates(String publicNetworkAccess, Vault.NetworkRules rules) {
        return snapshot().with("vault", known(Healthy.search(Healthy.vault(Optional.ofNullable(publicNetworkAccess), Optional.ofNullable(rules)))));
    }

    private static Snapshot unlinked(Snapshot facts) {
        return ConnectionRows.with(connection("Pending")).with("vault", facts.vault());
    }

    private static Vault.NetworkRules rules(String defaultAction, String... ips) {
        return new Vault.NetworkRules(defaultAction, "AzureServices", List.of(ips), List.of());
    }

    private static Perimeter perimeter(String mode) {
        return new Perimeter(Ids.id(Ids.HUB, "rg-security", "Microsoft.Network/networkSecurityPerimeters/nsp-fabrikam").text(), mode, "default");
    }

    private static Snapshot policies(String effect) {
        return snapshot().with("policies", known(List.of(new PolicyAssignment("/providers/Microsoft.Authorization/policyAssignments/close-vaults",
                "Close vaults", "/subscriptions/" + Ids.WORKLOAD, effect))));
    }
}
