package linkdoctor.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.Map;
import java.util.Optional;

import linkdoctor.check.Check;
import linkdoctor.check.Diagnosis;
import linkdoctor.check.Finding;
import linkdoctor.check.Found;
import linkdoctor.check.Judged;
import linkdoctor.check.Outcome;
import linkdoctor.check.Section;
import linkdoctor.facts.Cloud;
import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.host.Client;
import linkdoctor.facts.https.LiveRequest;
import linkdoctor.facts.https.NetworkInfo;
import linkdoctor.remedy.Remedy;
import linkdoctor.remedy.Step;

/** Diagnoses written by hand, so that views are tested apart from the checks. */
final class Written {
    static final Target FABRIKAM = new Target("fabrikam", "fabrikam", Cloud.PUBLIC, Optional.empty(), Optional.empty(), Optional.empty());
    private static final Instant AT = Instant.parse("2026-11-20T10:11:12Z");
    private static final Section VAULT = new Section(0, "The vault", "?", Set.of(), List.of());
    private static final Section DNS = new Section(5, "DNS resolution", "?", Set.of(), List.of());
    private static final Section ZONE = new Section(6, "The private DNS zone", "?", Set.of(), List.of());
    private static final Section REQUEST = new Section(7, "The live request", "?", Set.of(), List.of());

    private Written() {
    }

    static Evidence evidence(String asked, String answered, String command) {
        return new Evidence(asked, answered, AT, Duration.ofMillis(84), command);
    }

    static Snapshot facts() {
        return Snapshot.blank(FABRIKAM, AT, "Nothing was tried.")
                .with("identity", Probed.seen(new Identity("browser", "11111111-1111-4111-8111-111111111111",
                        "22222222-2222-4222-8222-222222222222", "a", "engineer@fabrikam.example", "user", List.of(), Optional.empty())))
                .with("client", Probed.seen(Client.here("jump-box", "Linux", List.of(Ip.of("10.1.0.4")),
                        new Client.Platform(Client.Kind.MACHINE, Optional.empty()))));
    }

    /** Zone not linked, what follows from it, a note, an unknown and a skipped check, and a failure of its own. */
    static Diagnosis broken() {
        Finding notLinked = Finding.fail("zone.not-linked", "The private DNS zone is not linked to the client's network",
                "A zone answers only in networks that it is linked to. It usually happens when the endpoint was made in another network "
                        + "than the clients, or when the link was left for later.", "https://learn.microsoft.com/zone");
        Finding publicly = Finding.fail("dns.public-with-alias", "The name resolves to a public address", "…", "https://learn.microsoft.com/dns");
        Finding source = Finding.fail("healthstatus.public-source", "The request reached the vault from the Internet", "…", "https://x");
        Finding ttl = Finding.note("zone.no-group", "The record is kept by hand", "…", "https://x");
        Finding other = Finding.fail("healthstatus.untrusted-tls", "The certificate is not trusted", "…", "https://x");
        Remedy link = new Remedy("Link the zone to vnet-app", "Names without a record in the zone stop resolving there.",
                "Microsoft.Network/privateDnsZones/virtualNetworkLinks/write", List.of(Step.of(CommandLine.of("az", "network", "private-dns",
                "link", "vnet", "create", "-g", "rg-dns", "-z", "privatelink.vaultcore.azure.net", "-n", "it's vnet-app", "-e", "false"))), List.of());
        List<Judged> checks = new ArrayList<>();
        checks.add(judged(VAULT, "vault.found", "The vault exists", Outcome.pass("fabrikam is in rg-fabrikam."), Map.of()));
        checks.add(judged(DNS, "dns.private", "The name resolves to the private address", new Outcome.Problem(List.of(new Found(publicly,
                "168.63.129.16 says 52.168.109.101, and the endpoint's address is 10.1.1.5.", List.of())), List.of(
                evidence("A and AAAA of fabrikam.vault.azure.net at 168.63.129.16 (this machine's)",
                        "NOERROR\u001b[31m, alias\n privatelink.vaultcore.azure.net, 52.168.109.101 (ttl 60)", "nslookup fabrikam.vault.azure.net 168.63.129.16"))),
                Map.of("dns.public-with-alias", "zone.not-linked")));
        checks.add(judged(DNS, "dns.same", "All resolvers agree", Outcome.skipped("There is one resolver alone."), Map.of()));
        Judged root = judged(ZONE, "zone.linked", "The zone is linked to the client's network", new Outcome.Problem(List.of(
                new Found(notLinked, "privatelink.vaultcore.azure.net in rg-dns is linked to vnet-hub, and not to vnet-app where this machine is.",
                        List.of(link)), new Found(ttl, "The record fabrikam names no endpoint.", List.of())),
                List.of(evidence("GET …/virtualNetworkLinks", "200, 1 link", "az network private-dns link vnet list -g rg-dns -z privatelink.vaultcore.azure.net"))), Map.of());
        checks.add(root);
        checks.add(judged(ZONE, "zone.alone", "No other zone of the name competes", new Outcome.Unknown("ARM refused to list the zones of subscription hub (403).",
                "Microsoft.Network/privateDnsZones/read on subscription hub", List.of()), Map.of()));
        checks.add(judged(REQUEST, "request.private", "The request travels over the private endpoint", Outcome.problem(source,
                "The service saw the request come from 20.62.10.10.", Remedy.byHand("Nothing of its own")),
                Map.of("healthstatus.public-source", "dns.public-with-alias")));
        checks.add(judged(REQUEST, "request.tls", "The certificate is trusted", Outcome.problem(other, "Its issuer is Contoso Inspection CA.",
                Remedy.byHand("Leave the vault out of the inspection", "Ask whoever runs the proxy to except *.vault.azure.net.")), Map.of()));
        Found found = ((Outcome.Problem) root.outcome()).found().getFirst();
        return new Diagnosis(facts(), List.copyOf(checks), Optional.of(new Diagnosis.Root(root, found)), List.of(
                new Diagnosis.Unread(checks.get(4), checks.get(4).outcome().said(), "Microsoft.Network/privateDnsZones/read on subscription hub", true)));
    }

    /** All is as it should be, and the request proves it. */
    static Diagnosis well() {
        NetworkInfo info = NetworkInfo.parse("conn_type=PrivateLink;private_endpoint=/subscriptions/s/resourceGroups/g/providers"
                + "/Microsoft.Network/privateEndpoints/pe-fabrikam;addr=10.1.0.4;act_addr_fam=InterNetworkV6;");
        LiveRequest request = new LiveRequest("fabrikam.vault.azure.net", Optional.of(Ip.of("10.1.1.5")), Optional.empty(), Probed.seen("x"),
                Probed.notTried("left out"), Probed.seen(new LiveRequest.Answer(200, Optional.of(info), Optional.empty(), Optional.empty(), Optional.empty()),
                evidence("GET", "200", "curl")));
        return new Diagnosis(facts().with("byName", Probed.seen(request)), List.of(
                judged(VAULT, "vault.found", "The vault exists", Outcome.pass("fabrikam is in rg-fabrikam."), Map.of()),
                judged(ZONE, "zone.linked", "The zone is linked to the client's network", Outcome.pass("It is."), Map.of())), Optional.empty(), List.of());
    }

    /** Nothing failed, and something could not be looked at. */
    static Diagnosis unsure() {
        Judged unknown = broken().checks().get(4);
        return new Diagnosis(Snapshot.blank(FABRIKAM, AT, "You asked not to sign in."), List.of(unknown), Optional.empty(),
                List.of(new Diagnosis.Unread(unknown, unknown.outcome().said(), "", false)));
    }

    private static Judged judged(Section section, String id, String title, Outcome outcome, Map<String, String> follows) {
        List<Finding> findings = Diagnosis.found(outcome).map(Found::finding).toList();
        return new Judged(section, new WrittenCheck(id, title, findings), outcome, follows);
    }

    private record WrittenCheck(String id, String title, List<Finding> findings) implements Check {
        @Override
        public Outcome judge(Snapshot facts) {
            throw new UnsupportedOperationException("judged before");
        }
    }
}
