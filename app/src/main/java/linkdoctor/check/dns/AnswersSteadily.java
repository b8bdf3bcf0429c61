package linkdoctor.check.dns;

import java.util.List;
import java.util.stream.Collectors;

import linkdoctor.check.seen.Answers;
import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Resolution;
import linkdoctor.check.seen.Voice;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Snapshot;
import linkdoctor.remedy.Remedy;

/** Requests that fail now and then can come from answers that change now and then. */
public final class AnswersSteadily implements Check {
    private static final Finding MIXED = Finding.fail("dns.mixed",
            "The answers vary between the endpoint's address and others",
            "Each request goes where the answer of the moment sends it, so that some arrive privately and some do not. "
                    + "Usually a DNS server spreads questions over forwarders of which some know the private zone and "
                    + "some do not, a conditional forwarder covers only part of the alias chain, or a record holds "
                    + "public beside private addresses.", Links.DIAGNOSTICS);

    @Override
    public String id() {
        return "dns.answers-steadily";
    }

    @Override
    public String title() {
        return "The same question gets the same answer";
    }

    @Override
    public List<Finding> findings() {
        return List.of(MIXED);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Asked.the(facts, answers -> {
            List<Voice> mixed = answers.decisive().stream()
                    .filter(one -> one.gists().size() > 1 || one.gists().contains(Resolution.Kind.MIXED) || turning(one)).toList();
            return mixed.isEmpty() ? Outcome.pass(answers.decisive().stream().mapToInt(one -> one.usable().size()).sum()
                            + " answers say the same: " + Answers.said(answers.decisive()) + ".")
                    : Outcome.problem(MIXED, Answers.sentence(mixed) + (mixed.stream().allMatch(AnswersSteadily::together)
                            ? ", private and public addresses in one answer." : ", now one and now another."), remedy(facts, mixed));
        });
    }

    /** Public addresses take turns by design; a private zone gives every address of its record each time. */
    private static boolean turning(Voice voice) {
        return voice.usable().stream().filter(one -> !Resolution.PUBLIC.contains(one.kind()))
                .map(one -> one.answer().ips().stream().filter(Ip::v4).collect(Collectors.toSet())).distinct().count() > 1;
    }

    private static boolean together(Voice voice) {
        return voice.gists().equals(java.util.Set.of(Resolution.Kind.MIXED)) && !turning(voice);
    }

    private static Remedy remedy(Snapshot facts, List<Voice> mixed) {
        String servers = Voice.listed(mixed.stream().map(Voice::who).toList());
        return Remedy.byHand("Let every forwarder of " + servers + " lead to the private zone",
                "Forward the public zones " + facts.target().cloud().vaultSuffix() + " and "
                        + facts.target().cloud().vaultCoreSuffix() + " whole, not single names and not the privatelink zone.",
                "Remove forwarders and DNS servers that do not know the private zone, public resolvers among them.",
                "See that the record of the vault holds the endpoint's address alone.");
    }
}
