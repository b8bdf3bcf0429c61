package linkdoctor.check.access;

import java.util.Optional;

import linkdoctor.facts.Snapshot;
import linkdoctor.facts.https.DataPlaneRead;

/**
 * What the vault itself said of how far a request of this machine came; it outweighs what its settings let expect.
 *
 * @param said one sentence with its answer
 */
public record Heard(Answer answer, String said) {

    /** Empty where it was not asked, or its answer says nothing of the way. */
    public static Optional<Heard> of(Snapshot facts) {
        Optional<Heard> read = facts.dataPlane().known().map(Heard::of);
        return read.filter(one -> one.answer != Answer.OTHER).or(() -> facts.challenge().known()
                .map(challenge -> new Heard(Answer.of(challenge), said(challenge.status(), challenge.error().map(Spoken::code))))
                .filter(one -> one.answer.refusedByNetwork())).or(() -> read);
    }

    private static Heard of(DataPlaneRead read) {
        return new Heard(Answer.of(read), said(read.status(), read.error().map(Spoken::code)));
    }

    private static String said(int status, Optional<String> code) {
        return "The vault answered " + status + code.map(one -> " " + one).orElse("") + ".";
    }
}
