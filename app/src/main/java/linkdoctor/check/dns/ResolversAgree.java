package linkdoctor.check.dns;

import java.util.ArrayList;
import java.util.List;

import linkdoctor.check.seen.Answers;
import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Reach;
import linkdoctor.check.seen.Voice;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.VirtualNetwork;
import linkdoctor.facts.dns.DnsServer;
import linkdoctor.facts.dns.Lookup;
import linkdoctor.remedy.Remedy;

/**
 * Whether everyone who could be asked says the same. A server that gives no answer does not disagree, and neither does
 * one that this client has nothing to do with: another network's, or Azure DNS where its network has servers of its own.
 */
public final class ResolversAgree implements Check {
    private static final Finding DISAGREE = Finding.warn("dns.resolvers-disagree",
            "The DNS servers do not say the same",
            "Which server happens to be asked decides where a request goes, and a test on one machine proves nothing for "
                    + "the next. Usually private and public DNS servers stand in one list, the zone is linked to one "
                    + "network and not to another, or one server still holds an old answer.", Links.ENDPOINT_DNS);

    @Override
    public String id() {
        return "dns.resolvers-agree";
    }

    @Override
    public String title() {
        return "All DNS servers that were asked say the same";
    }

    @Override
    public List<Finding> findings() {
        return List.of(DISAGREE);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        Reach reach = Reach.of(facts);
        Answers answers = Answers.of(facts, reach);
        // One server asked in two roles is one voice.
        List<Voice> heard = new ArrayList<>(facts.lookups().stream().filter(one -> concerns(one, reach, answers))
                .filter(one -> facts.lookups().stream().filter(other -> other.server().ip().equals(one.server().ip())
                        && other.server().port() == one.server().port()).findFirst().orElseThrow() == one)
                .map(one -> Voice.of(facts, reach, one)).filter(Voice::answered).toList());
        answers.system().filter(Voice::answered).ifPresent(heard::add);
        if (heard.size() < 2) {
            return Outcome.skipped("There are no two DNS servers' answers to compare.");
        }
        Outcome outcome = heard.stream().map(Voice::gists).distinct().count() == 1
                ? Outcome.pass(Answers.sentence(heard) + ".")
                : Outcome.problem(DISAGREE, Answers.sentence(heard) + ".", Remedy.byHand(
                        "Have " + facts.target().hostname() + " answered alike by every server in use",
                        "Take servers that do not know the private zone out of the lists of the network and of this machine, "
                                + "or let them forward to one that does.",
                        "A public resolver that was asked only for comparison gives a public address by design: "
                                + "that proves neither a leak nor an endpoint."));
        return outcome.because(heard.stream().flatMap(one -> one.evidence().stream()).toList());
    }

    private static boolean concerns(Lookup lookup, Reach reach, Answers answers) {
        List<VirtualNetwork> mine = reach.client().known().orElse(List.of());
        Ip ip = lookup.server().ip();
        return switch (lookup.server().role()) {
            case SYSTEM, EXTRA -> true;
            case NETWORK -> mine.isEmpty() || mine.stream().anyMatch(one -> one.dnsServers().contains(ip));
            case AZURE -> !answers.good() || mine.stream().allMatch(one -> one.dnsServers().isEmpty() || one.dnsServers().contains(ip));
        };
    }
}
