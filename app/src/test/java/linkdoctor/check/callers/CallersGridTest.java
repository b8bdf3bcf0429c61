package linkdoctor.check.callers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Healthy;
import linkdoctor.check.Ids;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.azure.Vault;
import linkdoctor.facts.azure.VirtualNetwork;
import linkdoctor.facts.host.Client;
import linkdoctor.facts.https.DataPlaneRead;
import linkdoctor.facts.https.NetworkInfo;
import linkdoctor.facts.https.VaultError;

import static linkdoctor.check.Healthy.connection;
import static linkdoctor.check.Healthy.failed;
import static linkdoctor.check.Healthy.known;
import static linkdoctor.check.Healthy.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

/** Callers against gates, a row for each that an estate speaks of; the signs stand in the gates' order. */
class CallersGridTest {
    private static final String LISTED = "20.62.10.0/24";
    private static final ResourceId SUBNET = Ids.SNET_APP;

    /** @param signs one for each gate: link, public, rules, bypass, perimeter, token, right */
    record Case(String name, Snapshot facts, String caller, String signs, String says) {
        @Override
        public String toString() {
            return name + ": " + caller;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(network(), seen(), identities(), asked()).flatMap(List::stream);
    }

    private static List<Case> network() {
        Snapshot closed = vault("Disabled", "Deny", "AzureServices");
        Snapshot open = vault("Enabled", "Allow", "AzureServices");
        Snapshot listed = vault("Enabled", "Deny", "AzureServices");
        return List.of(
                of("closed", closed, "Network vnet-app", "✓––––✓✓", "pec-fabrikam is Approved"),
                of("closed", closed, "Another public address", "–✖·····", "not honoured"),
                of("closed: rules are not honoured", closed, LISTED, "–✖·····", "Disabled"),
                of("closed: nor are those for subnets", closed, "Subnet snet-app", "–✖·····", "Disabled"),
                of("closed, and still let past", closed, "A trusted service", "–––✓–??", "The bypass is AzureServices"),
                of("closed, and no bypass", vault("Disabled", "Deny", "None"), "A trusted service", "–––✖···", "bypass is None"),
                of("open", open, "Another public address", "–✓✓––✓✓", "default action is Allow"),
                of("open needs no bypass", vault("Enabled", "Allow", "None"), "A trusted service", "–✓✓––??", "identity of its own"),
                of("no settings at all", vault(Optional.empty(), Optional.empty()), "Another public address", "–✓✓––✓✓", "no rules are set"),
                of("listed", listed, LISTED, "–✓✓––✓✓", "The rule " + LISTED),
                of("listed", listed, "Another public address", "–✓✖····", "no rule names it"),
                of("a listed subnet with its service endpoint", listed.with("networks", subnets("Microsoft.KeyVault")), "Subnet snet-app", "–✓✓––✓✓", "service endpoint"),
                of("a listed subnet without one", listed, "Subnet snet-app", "–✓✖····", "does nothing"),
                of("a listed subnet that cannot be read", listed.with("networks", failed(Failure.Kind.DENIED, "Reader")), "Subnet snet-app", "–✓?––✓✓",
                        "could not be read"),
                of("no bypass", vault("Enabled", "Deny", "None"), "A trusted service", "–✓–✖···", "bypass is None"),
                of("a bypass that is not said", vault("Enabled", "Deny", ""), "A trusted service", "–✓–✓–??", "bypass is AzureServices"),
                of("a perimeter that decides", open.with("perimeter", perimeter("Enforced")), "Another public address", "––––?✓✓", "nsp-fabrikam"),
                of("a perimeter that decides", closed.with("perimeter", perimeter("Enforced")), "Network vnet-app", "✓––––✓✓", "Approved"),
                of("a perimeter overrides the bypass", closed.with("perimeter", perimeter("Enforced")), "A trusted service", "––––???", "not read here"),
                of("a perimeter that is not there", vault("SecuredByPerimeter", "Allow", "AzureServices"), "A trusted service", "––––✖··", "no perimeter is associated"),
                of("a perimeter in transition", open.with("perimeter", perimeter("Learning")), "Another public address", "–✓✓–✓✓✓", "logs only"),
                of("a perimeter that cannot be read", closed.with("perimeter", failed(Failure.Kind.DENIED, "Reader")), "Another public address", "–??–?✓✓",
                        "unless an enforced perimeter"),
                of("a vault that cannot be read", snapshot().with("vault", failed(Failure.Kind.DENIED, "Reader")), "Another public address", "–????✓✓", "DENIED"),
                of("a vault that cannot be read, over its endpoint", snapshot().with("vault", failed(Failure.Kind.DENIED, "Reader")), "Network vnet-app",
                        "✓––––✓✓", "Approved"),
                of("pending", snapshot().with("connections", known(List.of(connection("Pending")))), "Network vnet-app", "✖······", "is Pending"),
                of("not provisioned", snapshot().with("connections", known(List.of(connection("pec-fabrikam", Ids.ENDPOINT, "Approved", "Failed")))),
                        "Network vnet-app", "✖······", "provisioning Failed"),
                of("an endpoint that cannot be read", snapshot().with("endpoints", java.util.Map.of()), "Network of pe-fabrikam", "✓––––✓✓", "Approved"),
                of("connections that cannot be read", snapshot().with("connections", failed(Failure.Kind.DENIED, "Reader")), "A private endpoint's network",
                        "?––––✓✓", "DENIED"));
    }

    private static List<Case> seen() {
        Snapshot closed = vault("Disabled", "Deny", "AzureServices");
        return List.of(
                of("over private link", closed, "This client", "✓––––✓✓", "Key Vault saw it come over private link"),
                of("refused by connection", read(closed, 403, "ForbiddenByConnection"), "This client", "–✖·····", "403 ForbiddenByConnection"),
                of("refused by firewall", read(vault("Enabled", "Deny", "None"), 403, "ForbiddenByFirewall"), "This client", "–✓✖····", "ForbiddenByFirewall"),
                of("refused by a perimeter", read(closed.with("perimeter", perimeter("Enforced")), 403, "ForbiddenByFirewall"), "This client", "––––✖··",
                        "ForbiddenByFirewall"),
                of("what it hears beats settings", read(closed, 403, "ForbiddenByRbac"), "This client", "–✓✓––✓✖", "no role"),
                of("what it hears beats what is not read", read(closed.with("vault", failed(Failure.Kind.DENIED, "Reader")), 200, ""), "This client",
                        "–✓✓✓✓✓✓", "past the network"),
                of("nothing was heard", closed.with("dataPlane", failed(Failure.Kind.TIMEOUT, "")).with("byName", failed(Failure.Kind.TIMEOUT, "")), "This client",
                        "?????✓✓", "was not seen"),
                of("in App Service", read(closed, 403, "ForbiddenByConnection").with("client", known(Healthy.client(Client.Kind.APP_SERVICE, Healthy.CLIENT_IP))),
                        "This client", "–✖·····", "refused here"));
    }

    private static List<Case> identities() {
        Snapshot policies = snapshot().with("vault", known(Healthy.search(model(List.of())))).with("dataPlane", failed(Failure.Kind.TIMEOUT, ""));
        return List.of(
                of("nobody is signed in", snapshot().with("identity", Probed.notTried("--no-sign-in was given.")).with("dataPlane", Probed.notTried("No sign-in.")),
                        "Network vnet-app", "✓––––??", "Nobody is signed in"),
                of("the sign-in failed", snapshot().with("identity", failed(Failure.Kind.NOT_SIGNED_IN, "")).with("dataPlane", failed(Failure.Kind.NOT_SIGNED_IN, "")),
                        "This client", "✓––––✖·", "NOT_SIGNED_IN"),
                of("the sign-in failed here, which says nothing of others", snapshot().with("identity", failed(Failure.Kind.NOT_SIGNED_IN, ""))
                        .with("dataPlane", failed(Failure.Kind.NOT_SIGNED_IN, "")), "Network vnet-app", "✓––––??", "NOT_SIGNED_IN"),
                of("another tenant", snapshot().with("identity", known(elsewhere())).with("dataPlane", failed(Failure.Kind.TIMEOUT, "")), "Network vnet-app",
                        "✓––––✖·", "alone"),
                of("no role", read(snapshot(), 403, "ForbiddenByRbac"), "Network vnet-app", "✓––––✓✖", "no role"),
                of("no policy at all", policies, "Network vnet-app", "✓––––✓✖", "no access policy at all"),
                of("a policy that may name a group", policies.with("vault", known(Healthy.search(model(List.of(policy("someone-else", "list")))))),
                        "Network vnet-app", "✓––––✓?", "a group"),
                of("a policy", policies.with("vault", known(Healthy.search(model(List.of(policy(Ids.CALLER, "list")))))), "Network vnet-app", "✓––––✓✓", "Approved"),
                of("a role, by what is assigned", snapshot().with("dataPlane", failed(Failure.Kind.TIMEOUT, "")), "Network vnet-app", "✓––––✓✓", "Approved"),
                of("roles that cannot be read", snapshot().with("dataPlane", failed(Failure.Kind.TIMEOUT, "")).with("rights", failed(Failure.Kind.DENIED, "")),
                        "Network vnet-app", "✓––––✓?", "could not be read"));
    }

    /** Callers that a user named. */
    private static List<Case> asked() {
        Snapshot closed = vault("Disabled", "Deny", "AzureServices");
        Snapshot listed = vault("Enabled", "Deny", "AzureServices");
        return List.of(
                of("an address within a rule", listed, "20.62.10.77", "–✓✓––✓✓", LISTED),
                of("an address outside it", listed, "203.0.113.7", "–✓✖····", "203.0.113.7"),
                of("a range wider than the rule", listed, "20.62.0.0/16", "–✓✖····", "no rule names"),
                of("rules know no IPv6", listed, "2001:4860:4860::8888", "–✓✖····", "IPv4"),
                of("an address in the endpoint's network", closed, "10.1.7.7", "✓––––✓✓", "Approved"),
                of("a private address elsewhere", closed, "192.168.0.4", "?????✓✓", "private address"),
                of("App Service for itself", closed, "app-service", "–✖·····", "Disabled"),
                of("App Service, among rules", listed, "app-service", "–✓?––??", "addresses change"),
                of("Azure DevOps, without any rule", vault(Optional.of("Enabled"), Optional.of(new Vault.NetworkRules("Deny", "AzureServices", List.of(), List.of()))),
                        "azure-devops", "–✓✖····", "the rules name nobody"),
                of("a service that is listed", closed, "Azure Backup", "–––✓–??", "and Azure Backup is listed for"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void judges(Case one) {
        WhoGetsIn table = WhoGetsIn.of(Diagnosis.of(one.facts()), Named.of(one.caller()).stream().toList());
        Passage passage = table.entries().reversed().stream().filter(entry -> entry.caller().name().equals(one.caller())
                || entry.caller().kind().filter(kind -> kind.id().equals(one.caller())).isPresent()).findFirst()
                .orElseThrow(() -> new AssertionError("no " + one.caller() + " among " + table.entries())).now();
        assertThat(signs(passage)).as(passage.toString()).isEqualTo(one.signs());
        assertThat(passage.said()).contains(one.says());
        assertThat(passage.cells()).filteredOn(cell -> cell.state() != Cell.State.NOT_REACHED).allSatisfy(cell -> {
            assertThat(cell.said()).as("one sentence").endsWith(".").doesNotContain("  ", "Optional[", "null", "..");
            assertThat(cell.rests()).as(cell.said()).isNotBlank();
        });
    }

    @Test
    void manyRulesAreToldTogether() {
        List<String> ranges = new ArrayList<>(IntStream.range(1, 40).mapToObj(i -> "20.62." + i + ".0/24").toList());
        WhoGetsIn table = WhoGetsIn.of(Diagnosis.of(vault(Optional.of("Enabled"), Optional.of(new Vault.NetworkRules("Deny", "None", ranges, List.of())))));
        assertThat(table.entries()).filteredOn(one -> one.caller().role() == Caller.Role.RANGE).hasSize(6).last()
                .extracting(one -> one.caller().name()).isEqualTo("34 more address rules");
    }

    @Test
    void whatNamesNobodyIsRefused() {
        assertThat(Named.of("my laptop")).isEmpty();
        assertThat(Named.of("10.1")).isEmpty();
        assertThat(Named.known()).contains("app-service", "azure-devops");
    }

    static String signs(Passage passage) {
        return passage.cells().stream().map(cell -> cell.state().sign()).collect(Collectors.joining());
    }

    private static Case of(String name, Snapshot facts, String caller, String signs, String says) {
        return new Case(name, facts, caller, signs, says);
    }

    static Snapshot vault(String access, String action, String bypass) {
        return vault(Optional.of(access), Optional.of(new Vault.NetworkRules(action, bypass, List.of(LISTED), List.of(SUBNET))));
    }

    static Snapshot vault(Optional<String> access, Optional<Vault.NetworkRules> rules) {
        return snapshot().with("vault", known(Healthy.search(Healthy.vault(access, rules))));
    }

    static Snapshot read(Snapshot facts, int status, String code) {
        NetworkInfo info = code.equals("ForbiddenByRbac") && facts.equals(snapshot()) ? Healthy.linkInfo() : Healthy.publicInfo(Healthy.EGRESS);
        return facts.with("dataPlane", known(new DataPlaneRead(status, code.isEmpty() ? Optional.empty()
                : Optional.of(new VaultError("Forbidden", code, "No.")), Optional.of(info), Optional.empty())));
    }

    static Probed<?> perimeter(String mode) {
        return known(List.of(new linkdoctor.facts.azure.Perimeter("/subscriptions/x/networkSecurityPerimeters/nsp-fabrikam", mode, "default")));
    }

    private static Probed<?> subnets(String serviceEndpoint) {
        VirtualNetwork.Subnet plain = Healthy.subnet(SUBNET, "10.1.0.0/24");
        VirtualNetwork.Subnet subnet = new VirtualNetwork.Subnet(plain.id(), plain.prefixes(), plain.endpointPolicies(), plain.networkSecurityGroup(), plain.routeTable(),
                List.of(serviceEndpoint));
        return known(Listing.whole(List.of(Healthy.network(Ids.APP, "10.1.0.0/16", List.of(subnet)))));
    }

    private static Identity elsewhere() {
        return new Identity("browser", "99999999-9999-4999-8999-999999999999", Ids.CALLER, "", "guest@example.com", "user", List.of(), Optional.empty());
    }

    private static Vault model(List<Vault.AccessPolicy> policies) {
        Vault rbac = Healthy.vault();
        return new Vault(rbac.id(), rbac.name(), rbac.location(), rbac.tenant(), rbac.vaultUri(), rbac.publicNetworkAccess(), rbac.rules(), false, policies,
                rbac.provisioningState());
    }

    private static Vault.AccessPolicy policy(String principal, String right) {
        return new Vault.AccessPolicy(Ids.TENANT, principal, Optional.empty(), List.of("get", right), List.of(), List.of());
    }
}
