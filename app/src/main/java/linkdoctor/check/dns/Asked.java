package linkdoctor.check.dns;

import java.util.function.Function;

import linkdoctor.check.seen.Answers;
import linkdoctor.check.Given;
import linkdoctor.check.Outcome;
import linkdoctor.check.seen.Reach;
import linkdoctor.facts.Snapshot;

/** What the checks of this section begin with: someone must have answered. */
final class Asked {
    private Asked() {
    }

    /** Judges the answers; where no server answered, the operating system's resolution, and then its trouble. */
    static Outcome the(Snapshot facts, Function<Answers, Outcome> judge) {
        Answers answers = Answers.of(facts, Reach.of(facts));
        if (!answers.decisive().isEmpty()) {
            return judge.apply(answers).because(answers.evidence());
        }
        if (answers.voices().isEmpty()) {
            return Given.the(facts.systemResolution(), ips -> Outcome.skipped(
                    "The hosts file answers for the vault's name, and no DNS server was asked."));
        }
        return Outcome.skipped("None of this machine's DNS servers gave a usable answer.");
    }
}
