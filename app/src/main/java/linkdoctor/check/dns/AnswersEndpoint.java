package linkdoctor.check.dns;

import java.util.List;

import linkdoctor.check.seen.Answers;
import linkdoctor.check.seen.Arrival;
import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Given;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Reach;
import linkdoctor.check.seen.Resolution;
import linkdoctor.check.seen.Voice;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Snapshot;
import linkdoctor.remedy.Remedy;

/** A private answer is right only when it is the endpoint's own address (guide sections 4 and 5). */
public final class AnswersEndpoint implements Check {
    private static final Finding WRONG = Finding.fail("dns.wrong-private-ip",
            "The name resolves to another address than the endpoint's",
            "A request to an address that is not the endpoint's reaches nothing, or something else. Usually the endpoint was "
                    + "created anew and the record kept the old address, two endpoints share one zone, a record was "
                    + "written by hand, or a DNS server holds an answer of its own.", Links.DIAGNOSTICS);

    @Override
    public String id() {
        return "dns.answers-endpoint";
    }

    @Override
    public String title() {
        return "The vault's name resolves to the endpoint's address";
    }

    @Override
    public List<Finding> findings() {
        return List.of(WRONG);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Asked.the(facts, answers -> judge(facts, answers).because(Reach.of(facts).expected()).because(answers.evidence()));
    }

    private static Outcome judge(Snapshot facts, Answers answers) {
        List<Ip> expected = Reach.of(facts).expected().known().orElse(List.of());
        List<Voice> wrong = answers.saying(Resolution.Kind.WRONG_PRIVATE);
        if (!wrong.isEmpty()) {
            String right = expected.isEmpty() ? "an endpoint has no such address" : "the endpoint has " + Voice.listed(expected);
            return Outcome.problem(WRONG, Answers.sentence(wrong) + ", but " + right + given(facts, answers, expected) + ".", remedy(facts, expected));
        }
        if (!answers.good()) {
            return Outcome.skipped("The name does not resolve to a private address: " + Answers.said(answers.decisive()) + ".");
        }
        boolean known = answers.decisive().stream().flatMap(one -> one.usable().stream())
                .allMatch(one -> one.kind() == Resolution.Kind.RIGHT);
        if (!known && proven(facts, answers)) {
            return Outcome.pass(Answers.sentence(answers.decisive()) + ", and a request to it arrives over private link.").because(facts.byName());
        }
        return known ? Outcome.pass(Answers.sentence(answers.decisive()) + ", the endpoint's address.")
                : Given.the(Reach.of(facts).expected(), some -> Outcome.unknown(Answers.sentence(answers.decisive())
                        + ", which may be that of an endpoint that cannot be read.",
                        "Microsoft.Network/privateEndpoints/read on the endpoint, or its address with --endpoint-ip"));
    }

    /** An address that only the user knows may be the wrong one. */
    private static String given(Snapshot facts, Answers answers, List<Ip> expected) {
        if (!facts.target().endpointIp().map(List::of).filter(expected::equals).isPresent() || Reach.of(facts).usable().known().isPresent()) {
            return "";
        }
        return " as given with --endpoint-ip" + (proven(facts, answers)
                ? "; yet a request to the address answered arrives over private link, so see whether the one given is right" : "");
    }

    /** Who may not read the endpoint still sees where a request to the address arrived. */
    private static boolean proven(Snapshot facts, Answers answers) {
        return facts.byName().known().filter(live -> live.connected().filter(to -> answers.decisive().stream()
                .allMatch(one -> one.addresses().equals(List.of(to)))).isPresent())
                .flatMap(live -> Arrival.of(facts, live)).filter(Arrival.PRIVATE_LINK::equals).isPresent();
    }

    private static Remedy remedy(Snapshot facts, List<Ip> expected) {
        String right = expected.isEmpty() ? "the endpoint's address" : Voice.listed(expected);
        return Remedy.byHand("Let " + facts.target().hostname() + " resolve to " + right,
                "In the private zone, see that the record " + facts.target().vault() + " holds " + right + " alone.",
                "On DNS servers of your own, take out records for the vault that were written by hand.",
                "Wait for the time to live of the old record before checking again.");
    }
}
