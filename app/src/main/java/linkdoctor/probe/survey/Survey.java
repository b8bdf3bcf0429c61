package linkdoctor.probe.survey;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.probe.Arm;
import linkdoctor.probe.Host;
import linkdoctor.probe.Https;
import linkdoctor.probe.Names;
import linkdoctor.probe.Progress;

/**
 * Looks at everything that matters for one vault, independent things at once, and returns what was seen.
 *
 * @param arm Azure; empty to look at nothing that needs a sign-in
 */
public record Survey(Optional<Arm> arm, Names names, Https https, Host host) {

    /**
     * Looks. Ends within the timeout, or soon after the calling thread is interrupted; what was not seen until then is
     * a failure that says so.
     */
    public Snapshot look(Target target, Look how, Instant started, Progress progress) {
        if (!target.legalName()) {
            Snapshot blank = Snapshot.blank(target, started, "The vault's name is not a legal one.");
            progress.seen(blank, Set.of());
            return blank;
        }
        return look(Snapshot.blank(target, started, Progress.PENDING), Snapshot.names(), how, started, progress);
    }

    /**
     * Looks again at some facts and keeps the others as they are, but for those that are needed on the way and were
     * not seen before. When the calling thread is interrupted, what was not seen anew stays as it was before.
     *
     * @param facts   names of the snapshot's components
     * @param started the time of this look, by which the new snapshot is judged
     */
    public Snapshot lookAgain(Snapshot before, Set<String> facts, Look how, Instant started, Progress progress) {
        Look asked = facts.contains("auditLog") ? how.withAuditLog() : how;
        return before.target().legalName() ? look(before, Needs.of(facts, before), asked, started, progress)
                : look(before.target(), how, started, progress);
    }

    private Snapshot look(Snapshot before, Set<String> asked, Look how, Instant started, Progress progress) {
        try (Board board = new Board(before, asked, started, progress)) {
            return new Run(this, board, before.target(), how).go();
        }
    }
}
