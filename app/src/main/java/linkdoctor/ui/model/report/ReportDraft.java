package linkdoctor.ui.model.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import linkdoctor.check.Diagnosis;
import linkdoctor.engine.ReportFormat;
import linkdoctor.engine.Version;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.azure.Vault;
import linkdoctor.session.Disclosure;
import linkdoctor.session.Redaction;

/**
 * A report before it is saved.
 *
 * @param text     the whole file
 * @param says     the beginning of what it says, as a person reads it: of a page for a browser its text
 * @param fileName how to call it: after its vault, under the name that it has in the report, and the time of the look
 * @param samples  what became of identifiers of this session
 * @param tells    what it tells about the estate, and what has aliases in it
 */
public record ReportDraft(String text, String says, String fileName, List<Sample> samples, Disclosure tells) {
    private static final int MOST_LINES = 150;
    private static final int LONGEST_LINE = 1000;

    public ReportDraft {
        samples = List.copyOf(samples);
    }

    /** An identifier of the session, and what stands in its place. */
    public record Sample(String what, String before, String after) {
    }

    /** Slow: it is written whole. */
    public static ReportDraft of(Diagnosis diagnosis, ReportFormat format, Redaction redaction) {
        Diagnosis shown = redaction.apply(diagnosis);
        String text = text(diagnosis, shown, format, redaction);
        String readable = format == ReportFormat.HTML ? text(diagnosis, shown, ReportFormat.MARKDOWN, redaction) : text;
        return new ReportDraft(text, beginning(readable), fileName(shown.facts(), format),
                samples(diagnosis.facts(), shown.facts()), Disclosure.of(diagnosis.facts(), redaction));
    }

    /** The whole file; {@code shown} is the diagnosis with aliases in it. */
    static String text(Diagnosis diagnosis, Diagnosis shown, ReportFormat format, Redaction redaction) {
        return format.write(shown, Version.TOOL, finished(diagnosis), redaction);
    }

    /** A text field lays out every line that it holds, seen or not, so it is not given thousands. */
    private static String beginning(String text) {
        List<String> lines = text.lines().toList();
        String shown = lines.stream().limit(MOST_LINES).map(line -> line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…")
                .collect(Collectors.joining("\n"));
        return lines.size() <= MOST_LINES ? shown : shown + "\n… and " + (lines.size() - MOST_LINES) + " more lines, which the file has.";
    }

    private static String fileName(Snapshot facts, ReportFormat format) {
        return facts.target().vault().replaceAll("[^A-Za-z0-9-]", "_") + "-" + facts.started().toString().replaceAll("[-:]", "").replaceFirst("\\..*|Z", "") + "Z"
                + format.ending();
    }

    /** When the last answer came. */
    private static Instant finished(Diagnosis diagnosis) {
        return diagnosis.checks().stream().flatMap(one -> one.outcome().evidence().stream()).map(ReportDraft::end)
                .max(Instant::compareTo).orElse(diagnosis.facts().started());
    }

    private static Instant end(Evidence evidence) {
        return evidence.at().plus(evidence.took());
    }

    private static List<Sample> samples(Snapshot before, Snapshot after) {
        List<Sample> samples = new ArrayList<>();
        add(samples, "Subscription", subscription(before), subscription(after));
        add(samples, "Tenant", identity(before).map(Identity::tenant), identity(after).map(Identity::tenant));
        add(samples, "Who is signed in", identity(before).map(ReportDraft::name), identity(after).map(ReportDraft::name));
        add(samples, "Vault", Optional.of(before.target().hostname()), Optional.of(after.target().hostname()));
        return samples;
    }

    private static void add(List<Sample> samples, String what, Optional<String> before, Optional<String> after) {
        before.filter(text -> !text.isBlank()).ifPresent(text -> samples.add(new Sample(what, text, after.orElse(text))));
    }

    private static Optional<Identity> identity(Snapshot facts) {
        return facts.identity().known();
    }

    private static String name(Identity who) {
        return who.displayName().isBlank() ? who.objectId() : who.displayName();
    }

    private static Optional<String> subscription(Snapshot facts) {
        return facts.vault().known().flatMap(search -> search.vault()).map(Vault::id).map(ResourceId::subscription).or(() -> facts.target().subscription());
    }
}
