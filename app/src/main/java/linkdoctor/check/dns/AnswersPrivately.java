package linkdoctor.check.dns;

import java.util.ArrayList;
import java.util.List;

import linkdoctor.check.seen.Answers;
import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Found;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Resolution;
import linkdoctor.check.seen.Voice;
import linkdoctor.facts.Snapshot;
import linkdoctor.remedy.Remedy;

/** The heart of guide section 5: inside the network the name must lead to a private address. */
public final class AnswersPrivately implements Check {
    private static final String BY_DESIGN = " That a public address exists is by design and proves neither a leak nor an "
            + "endpoint: the public DNS goes on answering when public access is closed.";
    private static final Finding NO_ALIAS = Finding.fail("dns.public-no-alias",
            "The name resolves to a public address and shows no private link alias",
            "A client that is given the public address leaves the private network. Azure adds the alias as soon as one "
                    + "private endpoint connection of the vault is approved, so its absence means that none is, or "
                    + "that a DNS server gives an answer of its own." + BY_DESIGN, Links.DIAGNOSTICS);
    private static final Finding WITH_ALIAS = Finding.fail("dns.public-with-alias",
            "The name resolves to a public address although it has the private link alias",
            "The vault is ready for private link, but this machine's DNS servers follow the alias into the public DNS, so "
                    + "its requests leave the private network. Usually the private zone is not linked to the network "
                    + "whose DNS is asked, or a custom DNS server does not forward to Azure DNS; on a machine outside "
                    + "the network this is the normal answer." + BY_DESIGN, Links.DIAGNOSTICS);

    @Override
    public String id() {
        return "dns.answers-privately";
    }

    @Override
    public String title() {
        return "The vault's name resolves to a private address";
    }

    @Override
    public List<Finding> findings() {
        return List.of(NO_ALIAS, WITH_ALIAS);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Asked.the(facts, answers -> {
            List<Voice> open = answers.saying(Resolution.Kind.PUBLIC_WITH_ALIAS);
            // Caches let one answer lag behind another: the alias is there when any of them shows it.
            List<Voice> with = open.stream().filter(one -> one.usable().stream()
                    .anyMatch(answer -> answer.kind() == Resolution.Kind.PUBLIC_WITH_ALIAS)).toList();
            List<Voice> without = open.stream().filter(one -> !with.contains(one)).toList();
            List<Found> found = new ArrayList<>();
            if (!with.isEmpty()) {
                found.add(new Found(WITH_ALIAS, Answers.sentence(with) + ", a public address, " + (shown(with, facts) ? "by way of" : "although the vault has") + " the alias "
                        + facts.target().privateLinkName() + ".", List.of(askThePrivateZone(facts))));
            }
            if (!without.isEmpty()) {
                found.add(new Found(NO_ALIAS, Answers.sentence(without) + ", a public address, without the alias "
                        + facts.target().privateLinkName() + ".", List.of(approve(facts))));
            }
            if (found.isEmpty() && !answers.good()) {
                return Outcome.skipped("No server answers with public addresses alone: " + Answers.said(answers.decisive()) + ".");
            }
            return Outcome.problems(found, Answers.sentence(answers.decisive()) + ", as a client on the private network should get.");
        });
    }

    /** A forwarder may leave the aliases out. */
    private static boolean shown(List<Voice> voices, Snapshot facts) {
        return voices.stream().flatMap(one -> one.usable().stream()).anyMatch(one -> one.answer().passes(facts.target().privateLinkName()));
    }

    private static Remedy askThePrivateZone(Snapshot facts) {
        String zone = facts.target().cloud().privateZone();
        return Remedy.byHand("Let this machine's DNS servers answer from the private zone " + zone,
                "Link the zone " + zone + " to the virtual network whose DNS this machine asks.",
                "On DNS servers of your own, forward " + facts.target().cloud().vaultSuffix() + " and "
                        + facts.target().cloud().vaultCoreSuffix() + " to 168.63.129.16 (inside Azure) or to the inbound "
                        + "endpoint of a DNS Private Resolver (from anywhere else).",
                "Outside the virtual network, run the check on a machine that is connected to it.");
    }

    private static Remedy approve(Snapshot facts) {
        return Remedy.byHand("Get a private endpoint connection of " + facts.target().vault() + " approved",
                "Open the vault, Networking, Private endpoint connections: one must be Approved and Succeeded.",
                "Where one is, wait until old answers have run out of the DNS servers' caches, and look at what those "
                        + "servers hold for the vault's name themselves.");
    }
}
