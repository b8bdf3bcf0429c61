package linkdoctor.check;

import java.util.List;
import java.util.stream.Stream;

import linkdoctor.check.access.Allowed;
import linkdoctor.check.access.Audited;
import linkdoctor.check.access.LetThrough;
import linkdoctor.check.access.ModelMatches;
import linkdoctor.check.access.NotThrottled;
import linkdoctor.check.access.RightTenant;
import linkdoctor.check.access.SignedIn;
import linkdoctor.check.client.ClientOnNetwork;
import linkdoctor.check.client.ClientPlatform;
import linkdoctor.check.connection.ConnectionApproved;
import linkdoctor.check.connection.ConnectionExists;
import linkdoctor.check.connection.ConnectionInReach;
import linkdoctor.check.connection.ConnectionSingle;
import linkdoctor.check.connection.ConnectionTidy;
import linkdoctor.check.firewall.FirewallClosed;
import linkdoctor.check.firewall.FirewallPerimeter;
import linkdoctor.check.firewall.FirewallPolicyFree;
import linkdoctor.check.firewall.FirewallRulesNeeded;
import linkdoctor.check.firewall.FirewallWayIn;
import linkdoctor.check.privateip.PrivateIpAgrees;
import linkdoctor.check.privateip.PrivateIpInNetwork;
import linkdoctor.check.privateip.PrivateIpKnown;
import linkdoctor.check.vault.VaultExists;
import linkdoctor.check.vault.VaultNameValid;
import linkdoctor.check.vault.VaultReadable;

/** The product's table of contents: every section and check, in the guide's order. A new check is one line here. */
public final class Checklist {
    public static final List<Section> SECTIONS = List.of(
            new Section(0, "The vault", "Does the vault exist?", List.of(
                    new VaultNameValid(), new VaultExists(), new VaultReadable())),
            new Section(1, "The client", "Is this machine on the endpoint's network?", List.of(
                    new ClientPlatform(), new ClientOnNetwork())),
            new Section(2, "The connection", "Is the private endpoint's connection in force?", List.of(
                    new ConnectionExists(), new ConnectionApproved(), new ConnectionInReach(), new ConnectionTidy(),
                    new ConnectionSingle())),
            new Section(3, "The firewall", "Is the public way closed as it should be?", List.of(
                    new FirewallClosed(), new FirewallWayIn(), new FirewallRulesNeeded(), new FirewallPerimeter(),
                    new FirewallPolicyFree())),
            new Section(4, "The private address", "Which private address does the vault have?", List.of(
                    new PrivateIpKnown(), new PrivateIpAgrees(), new PrivateIpInNetwork())),
            new Section(5, "DNS resolution", "Does the vault's name resolve to that address?", List.of()),
            new Section(6, "The private DNS zone", "Does the private zone give the right answer?", List.of()),
            new Section(7, "The live request", "Does a request travel over the private link?", List.of()),
            new Section(8, "Surroundings", "Does anything around this machine interfere?", List.of()),
            new Section(9, "Access", "Does the vault let the caller in?", List.of(
                    new SignedIn(), new RightTenant(), new LetThrough(), new Allowed(), new ModelMatches(), new NotThrottled(),
                    new Audited())));

    private Checklist() {
    }

    public static Stream<Check> checks() {
        return SECTIONS.stream().flatMap(section -> section.checks().stream());
    }
}
