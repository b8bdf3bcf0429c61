package linkdoctor.check.dns;

import java.util.List;

import linkdoctor.check.seen.Answers;
import linkdoctor.check.Check;
import linkdoctor.check.Finding;
import linkdoctor.check.Links;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Resolution;
import linkdoctor.check.seen.Voice;
import linkdoctor.facts.Snapshot;
import linkdoctor.remedy.Remedy;

/** A private zone without the vault's record answers that the name does not exist, and so does a vault's absence. */
public final class NameExists implements Check {
    private static final Finding NOT_FOUND = Finding.fail("dns.name-not-found",
            "The vault's name does not resolve",
            "A client that gets no address cannot connect at all. When the name has the private link alias, a private "
                    + "zone that is asked for it holds no record of the vault; when it has no alias at all, no vault of "
                    + "that name exists, or a DNS server holds a zone of its own that hides the public one.", Links.DIAGNOSTICS);

    @Override
    public String id() {
        return "dns.name-exists";
    }

    @Override
    public String title() {
        return "The vault's name resolves to an address";
    }

    @Override
    public List<Finding> findings() {
        return List.of(NOT_FOUND);
    }

    @Override
    public Outcome judge(Snapshot facts) {
        return Asked.the(facts, answers -> {
            List<Voice> lost = answers.saying(Resolution.Kind.NOT_FOUND);
            return lost.isEmpty() ? Outcome.pass(Answers.sentence(answers.decisive()) + ".")
                    : Outcome.problem(NOT_FOUND, Answers.sentence(lost) + ", " + chain(facts, lost) + ".", remedy(facts));
        });
    }

    private static String chain(Snapshot facts, List<Voice> lost) {
        return lost.stream().flatMap(one -> one.usable().stream()).flatMap(one -> one.answer().lastAlias().stream()).findFirst()
                .map(last -> "at the end of the alias " + last.replaceFirst("\\.$", ""))
                .orElse("not even an alias for " + facts.target().hostname());
    }

    private static Remedy remedy(Snapshot facts) {
        return Remedy.byHand("Give " + facts.target().hostname() + " an answer in the zone that this machine's DNS servers ask",
                "See in the section on the private DNS zone whether it holds the record " + facts.target().vault() + ".",
                "On DNS servers of your own, look for a zone named " + facts.target().cloud().vaultSuffix() + " or "
                        + facts.target().cloud().privateZone() + " that does not hold the vault.",
                "Where there is no alias, see whether the vault's name is spelled rightly and the vault exists.");
    }
}
