package linkdoctor.check.access;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.outside.OutsideCaller;
import linkdoctor.check.repair.AddressRule;
import linkdoctor.check.seen.LinkProof;
import linkdoctor.check.seen.Presence;
import linkdoctor.facts.Ip;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Vault;
import linkdoctor.facts.https.Challenge;
import linkdoctor.facts.https.DataPlaneRead;
import linkdoctor.facts.https.VaultError;
import linkdoctor.remedy.Remedy;

/** The vault's first question: where does the request come from. */
public final class LetThrough implements Check {
    private static final Finding CONNECTION = Finding.fail("access.connection-denied",
            "The vault refuses the request because it came over no private link",
            "Public access is closed, so only approved private links and trusted services get in; who is asking was not even "
                    + "looked at. The request took the public way, most often because the name led to the public address.",
            Links.NETWORK_SECURITY);
    private static final Finding FIREWALL = Finding.fail("access.firewall-denied",
            "The vault's firewall refuses the address that the request came from",
            "The request came over the public way from an address that no rule lets in; who is asking was not even looked at. A "
                    + "message that speaks of NSP rules says the same and does not prove a perimeter. Over the private link "
                    + "no rule is asked, so the name usually led to the public address.", Links.BEHIND_FIREWALL);

    @Override
    public String id() {
        return "access.let-through";
    }

    @Override
    public String title() {
        return "The vault's firewall lets the request through";
    }

    @Override
    public List<Finding> findings() {
        return List.of(CONNECTION, FIREWALL);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        Optional<Answer> answer = Answer.of(facts).filter(one -> one.passedNetwork() || one.refusedByNetwork())
                .or(() -> facts.challenge().known().map(Answer::of).filter(Answer::refusedByNetwork));
        Optional<LinkProof> proof = LinkProof.byName(facts);
        return (answer.isPresent() ? judge(facts, answer.get())
                : proof.map(link -> Outcome.pass("The firewall is not asked: " + link.said() + ".").because(link.evidence()))
                        .orElseGet(() -> Given.the(facts.dataPlane(), read -> Outcome.unknown("The vault's answer, "
                                + read.status() + read.error().map(error -> " " + Spoken.code(error)).orElse("")
                                + ", does not tell whether the firewall let the request through.", ""))))
                .because(facts.dataPlane(), facts.challenge());
    }

    private static Outcome judge(Snapshot facts, Answer answer) {
        if (answer.passedNetwork()) {
            DataPlaneRead read = facts.dataPlane().known().orElseThrow();
            return Outcome.pass("The vault answered " + read.status() + read.error().map(error -> " " + Spoken.code(error)).orElse("")
                    + ", which proves that the request passed the firewall.");
        }
        Optional<VaultError> error = facts.dataPlane().known().filter(read -> Answer.of(read).refusedByNetwork()).flatMap(DataPlaneRead::error)
                .or(() -> facts.challenge().known().flatMap(Challenge::error));
        String from = error.flatMap(Spoken::clientAddress).map(address -> " that came from " + address).orElse("");
        String said = "The vault refuses the request" + from + ": "
                + error.map(one -> Spoken.firstLine(one) + " (" + Spoken.code(one) + ")").orElse("403") + ".";
        return answer == Answer.BY_CONNECTION
                ? Outcome.problem(CONNECTION, said, Remedy.byHand("Bring the request onto the private link", steps(facts,
                        "Repair what the checklist found in the sections before: endpoint, DNS and proxy. Rules for addresses do nothing "
                                + "while public access is disabled, and letting trusted services in does not help this caller.")))
                : Outcome.problem(FIREWALL, said, Remedy.byHand("Bring the request onto the private link", steps(facts,
                        "Repair what the checklist found in the sections before: endpoint, DNS and proxy. Private addresses cannot be entered in "
                                + "the firewall, and need not be.")), letIn(facts, error.flatMap(Spoken::clientAddress).flatMap(Ip::parse)));
    }

    /** Where this runs in a service, what helps callers of its kind comes first. */
    private static String[] steps(Snapshot facts, String usual) {
        Optional<OutsideCaller> kind = facts.client().known().flatMap(client -> OutsideCaller.of(client.platform().kind()));
        return Stream.concat(kind.stream().flatMap(one -> one.advice().stream()), Stream.of(usual)).toArray(String[]::new);
    }

    /** A rule takes public IPv4 addresses alone. */
    private static Remedy letIn(Snapshot facts, Optional<Ip> from) {
        Optional<ResourceId> vault = Presence.vault(facts).known().map(Vault::id);
        Optional<String> range = from.filter(Ip::v4).filter(Ip::publicAddress).map(ip -> ip + "/32");
        return new Remedy("Let " + range.orElse("the client's public address") + " in, where the client is meant to come over the Internet",
                "Everyone who comes from that address then passes the firewall, and only rights hold them back.",
                "Microsoft.KeyVault/vaults/write",
                vault.flatMap(id -> range.map(one -> AddressRule.RANGE.add(id, one))).stream().toList(),
                List.of("Open the vault, Networking, Firewalls and virtual networks, and add "
                        + range.map(one -> "the address range " + one).orElse("its public IPv4 address") + "."));
    }
}
