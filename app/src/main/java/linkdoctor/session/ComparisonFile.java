package linkdoctor.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import linkdoctor.check.Found;
import linkdoctor.check.Status;
import linkdoctor.check.compare.Comparison;
import linkdoctor.check.compare.Difference;
import linkdoctor.check.compare.FactChange;
import linkdoctor.check.compare.Side;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.host.Client;

/** Writes what changed between two sessions as a document. */
public final class ComparisonFile {
    private static final String FORMAT = "linkdoctor-diff/1";

    private ComparisonFile() {
    }

    /** The document, member for member as it is written. */
    private record Document(String format, Tool tool, List<String> cautions, SidePart before, SidePart after, List<ChangePart> changes,
                            List<FactPart> facts) {
    }

    private record SidePart(String vault, String hostname, String cloud, String version, Instant started, Instant finished, Optional<String> machine,
                            Optional<String> signedIn, Optional<SessionDocument.RootPart> rootCause) {
    }

    private record ChangePart(String change, Optional<String> code, String check, int section, String title, StatePart before, StatePart after) {
    }

    private record StatePart(String status, String said) {
    }

    private record FactPart(int section, String what, String before, String after) {
    }

    /** The document of a comparison, as text that ends with a line end. */
    public static String write(Comparison comparison, Tool tool) {
        return SessionFile.text(new Document(FORMAT, tool, comparison.cautions(), side(comparison.before()), side(comparison.after()),
                comparison.differences().stream().map(ComparisonFile::change).toList(), comparison.facts().stream().map(ComparisonFile::fact).toList()));
    }

    private static SidePart side(Side side) {
        Snapshot facts = side.facts();
        return new SidePart(facts.target().vault(), facts.target().hostname(), facts.target().cloud().name(), side.version(), facts.started(), side.finished(),
                facts.client().known().map(Client::hostname), facts.identity().known().map(Identity::objectId), SessionDocument.root(side.diagnosis()));
    }

    private static ChangePart change(Difference one) {
        return new ChangePart(one.change().word(), one.found().map(Found::finding).map(finding -> finding.code()), one.check().id(), one.section().number(),
                one.title(), state(one.statusBefore(), one.saidBefore()), state(one.statusAfter(), one.saidAfter()));
    }

    private static StatePart state(Status status, String said) {
        return new StatePart(status.word(), said);
    }

    private static FactPart fact(FactChange one) {
        return new FactPart(one.section().number(), one.what(), one.before(), one.after());
    }
}
