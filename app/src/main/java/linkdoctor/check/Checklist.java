package linkdoctor.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
import linkdoctor.check.dns.AnswersEndpoint;
import linkdoctor.check.dns.AnswersPrivately;
import linkdoctor.check.dns.AnswersSteadily;
import linkdoctor.check.dns.NameExists;
import linkdoctor.check.dns.ResolversAgree;
import linkdoctor.check.dns.ServersAnswer;
import linkdoctor.check.environment.HostsUntouched;
import linkdoctor.check.environment.MachineDns;
import linkdoctor.check.environment.NetworkDns;
import linkdoctor.check.environment.NoProxy;
import linkdoctor.check.environment.PeeringWhole;
import linkdoctor.check.environment.SubnetPolicies;
import linkdoctor.check.firewall.FirewallClosed;
import linkdoctor.check.firewall.FirewallPerimeter;
import linkdoctor.check.firewall.FirewallPolicyFree;
import linkdoctor.check.firewall.FirewallRulesNeeded;
import linkdoctor.check.firewall.FirewallWayIn;
import linkdoctor.check.healthstatus.Answered;
import linkdoctor.check.healthstatus.FromKeyVault;
import linkdoctor.check.healthstatus.OverOwnEndpoint;
import linkdoctor.check.healthstatus.OverPrivateLink;
import linkdoctor.check.healthstatus.SameByAddress;
import linkdoctor.check.healthstatus.Trusted;
import linkdoctor.check.privateip.PrivateIpAgrees;
import linkdoctor.check.privateip.PrivateIpInNetwork;
import linkdoctor.check.privateip.PrivateIpKnown;
import linkdoctor.check.vault.VaultExists;
import linkdoctor.check.vault.VaultNameValid;
import linkdoctor.check.vault.VaultReadable;
import linkdoctor.check.zone.GroupKeepsRecord;
import linkdoctor.check.zone.LinkReady;
import linkdoctor.check.zone.NoFallback;
import linkdoctor.check.zone.OneClaims;
import linkdoctor.check.zone.RecordExists;
import linkdoctor.check.zone.RecordRight;
import linkdoctor.check.zone.RecordTtl;
import linkdoctor.check.zone.ZoneExists;
import linkdoctor.check.zone.ZoneLinked;

/** The product's table of contents: every section and check, in the guide's order. A new check is one line here. */
public final class Checklist {
    /** What says whether the vault exists. */
    private static final Set<String> PRESENCE = Set.of("vault", "identity", "lookups", "byName", "challenge");
    /** What says where this client stands towards the endpoints. */
    private static final Set<String> REACH = Set.of("client", "clientSubnet", "imds", "networks", "connections", "endpoints", "byAddress");
    /** What says that requests do travel over the private link. */
    private static final Set<String> PROOF = Set.of("connections", "endpoints", "byName", "direct", "byAddress", "challenge", "dataPlane");
    /** What says how the name resolves, and whether that is right. */
    private static final Set<String> RESOLUTION = with(REACH, "byName", "hosts", "lookups", "systemResolution");
    /** What says how the vault is set up, and how one gets there. */
    private static final Set<String> SETTING = with(with(PRESENCE, REACH), PROOF);

    public static final List<Section> SECTIONS = List.of(
            new Section(0, "The vault", "Does the vault exist?",
                    PRESENCE, List.of(
                    new VaultNameValid(), new VaultExists(), new VaultReadable())),
            new Section(1, "The client", "Is this machine on the endpoint's network?",
                    with(REACH, PROOF), List.of(
                    new ClientPlatform(), new ClientOnNetwork())),
            new Section(2, "The connection", "Is the private endpoint's connection in force?",
                    with(SETTING, "requiredZones", "zones"), List.of(
                    new ConnectionExists(), new ConnectionApproved(), new ConnectionInReach(), new ConnectionTidy(),
                    new ConnectionSingle())),
            new Section(3, "The firewall", "Is the public way closed as it should be?",
                    with(SETTING, "perimeter", "policies"), List.of(
                    new FirewallClosed(), new FirewallWayIn(), new FirewallRulesNeeded(), new FirewallPerimeter(),
                    new FirewallPolicyFree())),
            new Section(4, "The private address", "Which private address does the vault have?",
                    with(SETTING, "requiredZones", "zones"), List.of(
                    new PrivateIpKnown(), new PrivateIpAgrees(), new PrivateIpInNetwork())),
            new Section(5, "DNS resolution", "Does the vault's name resolve to that address?",
                    RESOLUTION, List.of(
                    new ServersAnswer(), new NameExists(), new AnswersPrivately(), new AnswersEndpoint(),
                    new AnswersSteadily(), new ResolversAgree())),
            new Section(6, "The private DNS zone", "Does the private zone give the right answer?",
                    with(RESOLUTION, "requiredZones", "resolvers", "vault", "zones"), List.of(
                    new ZoneExists(), new ZoneLinked(), new LinkReady(), new RecordExists(), new RecordRight(),
                    new RecordTtl(), new NoFallback(), new OneClaims(), new GroupKeepsRecord())),
            new Section(7, "The live request", "Does a request travel over the private link?",
                    with(REACH, "byName", "direct", "systemResolution"), List.of(
                    new Answered(), new Trusted(), new FromKeyVault(), new OverPrivateLink(), new OverOwnEndpoint(),
                    new SameByAddress())),
            new Section(8, "Surroundings", "Does anything around this machine interfere?",
                    with(RESOLUTION, "proxies", "requiredZones", "resolvers", "vault", "zones"), List.of(
                    new NetworkDns(), new MachineDns(), new HostsUntouched(), new NoProxy(), new PeeringWhole(),
                    new SubnetPolicies())),
            new Section(9, "Access", "Does the vault let the caller in?",
                    with(PRESENCE, "client", "connections", "dataPlane", "diagnostics", "endpoints", "rights"), List.of(
                    new SignedIn(), new RightTenant(), new LetThrough(), new Allowed(), new ModelMatches(), new NotThrottled(),
                    new Audited())));

    private Checklist() {
    }

    private static Set<String> with(Set<String> facts, Set<String> more) {
        return Stream.concat(facts.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> with(Set<String> facts, String... more) {
        return with(facts, Set.of(more));
    }

    public static Stream<Check> checks() {
        return SECTIONS.stream().flatMap(section -> section.checks().stream());
    }
}
