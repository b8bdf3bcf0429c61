package linkdoctor.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Found;
import linkdoctor.check.Judged;
import linkdoctor.check.Outcome;
import linkdoctor.check.Section;
import linkdoctor.check.Status;
import linkdoctor.check.callers.Caller;
import linkdoctor.check.callers.Passage;
import linkdoctor.check.callers.WhoGetsIn;
import linkdoctor.check.outside.OutsideCaller;
import linkdoctor.check.verdict.Answered;
import linkdoctor.check.verdict.Effect;
import linkdoctor.check.verdict.Hidden;
import linkdoctor.check.verdict.Readable;
import linkdoctor.check.verdict.Run;
import linkdoctor.check.verdict.ServiceLog;
import linkdoctor.check.verdict.Verdict;
import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Words;
import linkdoctor.picture.Lanes;
import linkdoctor.picture.RequestPath;
import linkdoctor.remedy.Remedy;
import linkdoctor.report.Report.Access;
import linkdoctor.report.Report.CallerEnd;
import linkdoctor.report.Report.CallerRow;
import linkdoctor.report.Report.Cause;
import linkdoctor.report.Report.Entry;
import linkdoctor.report.Report.Line;
import linkdoctor.report.Report.Log;
import linkdoctor.report.Report.LogRow;
import linkdoctor.report.Report.Part;
import linkdoctor.report.Report.Proof;
import linkdoctor.report.Report.Repair;
import linkdoctor.report.Report.Step;
import linkdoctor.report.Report.Text;
import linkdoctor.report.Report.Unseen;

/** Makes the report's model from a diagnosis. */
final class Writer {
    private final Diagnosis diagnosis;
    private final Verdict verdict;
    private final Readable readable;
    private final RightsWriter rights = new RightsWriter(this::text, remedy -> repair("Repair", remedy, false));
    private final Set<String> reasons = new HashSet<>();

    Writer(Diagnosis diagnosis) {
        this.diagnosis = diagnosis;
        verdict = Verdict.of(diagnosis);
        readable = new Readable(diagnosis.facts());
    }

    Report report(String tool, Instant finished, String privacy) {
        WhoGetsIn callers = WhoGetsIn.of(diagnosis);
        return new Report(Words.line(diagnosis.facts().target().hostname()), about(tool, finished), status(), verdict.title(), text(verdict.headline()),
                verdict.root().map(root -> cause(root.found(), Optional.empty(), List.of())), verdict.root().map(this::steps).orElse(List.of()),
                verdict.apart().stream().map(one -> cause(one.found(), Optional.empty(), steps(one))).toList(), nextSteps(),
                verdict.warnings().stream().map(found -> cause(found, Optional.empty(), List.of())).toList(),
                verdict.hidden().stream().map(this::unseen).toList(), sections(),
                rights.tables(diagnosis.facts()), rights.move(diagnosis.facts()), ServiceLog.of(diagnosis).map(this::log), RequestPath.of(diagnosis), access(callers), Lanes.of(callers, diagnosis),
                Words.harmless(CommandLine.of("linkdoctor", "check", diagnosis.facts().target().vault()).bash()), privacy);
    }

    private Access access(WhoGetsIn callers) {
        return new Access(callers.entries().stream().map(this::caller).toList(), oneLine(callers.identity()), oneLine(callers.fix()));
    }

    private CallerRow caller(WhoGetsIn.Entry entry) {
        Caller caller = entry.caller();
        return new CallerRow(oneLine(caller.name()), oneLine(caller.more()), status(entry.now()), entry.now().ends(), text(entry.now().said()),
                entry.after().map(after -> new CallerEnd(status(after), after.ends(), text(after.said()))),
                entry.advised().map(OutsideCaller::standing).orElse(""), entry.advised().map(OutsideCaller::advice).orElse(List.of()));
    }

    private static Status status(Passage passage) {
        return switch (passage.end()) {
            case IN -> Status.PASS;
            case STOPPED -> Status.FAIL;
            case NOT_KNOWN -> Status.UNKNOWN;
        };
    }

    private String oneLine(String whole) {
        return Words.line(readable.of(whole));
    }

    private List<Entry> about(String tool, Instant finished) {
        Run run = Run.of(diagnosis.facts());
        return List.of(new Entry("Vault", text(run.vault())), new Entry("Signed in", text(run.signedIn())), new Entry("Looked at", text(run.lookedAt())),
                new Entry("Complete", text(Run.when(finished))), new Entry("Written by", text(tool)));
    }

    /** A query ends its lines where it will. */
    private Log log(ServiceLog log) {
        return new Log(text(log.lead()), log.query().lines().map(Words::harmless).collect(Collectors.joining("\n")), text(log.said()),
                log.rows().stream().map(row -> new LogRow(text(row.at()), row.refused(), text(ServiceLog.told(row)))).toList(), log.more());
    }

    private Status status() {
        return verdict.root().isPresent() ? Status.FAIL : !verdict.hidden().isEmpty() ? Status.UNKNOWN
                : verdict.warningsOnly().isEmpty() ? Status.PASS : Status.WARN;
    }

    private List<Step> steps(Effect cause) {
        List<Step> steps = new ArrayList<>();
        add(steps, cause, 1);
        return steps;
    }

    private void add(List<Step> steps, Effect cause, int depth) {
        cause.therefore().forEach(effect -> {
            steps.add(new Step(depth, text(effect.found().said()), effect.code()));
            add(steps, effect, depth + 1);
        });
    }

    private Unseen unseen(Hidden hidden) {
        return new Unseen(text(hidden.why()), Words.line(readable.of(Outcome.takes(hidden.needs()))), hidden.mayBeBehindRoot(),
                hidden.checks().stream().map(one -> one.check().title()).toList());
    }

    private List<Part> sections() {
        Map<Section, List<Judged>> sections = diagnosis.checks().stream()
                .collect(Collectors.groupingBy(Judged::section, LinkedHashMap::new, Collectors.toList()));
        return sections.entrySet().stream().map(entry -> section(entry.getKey(), entry.getValue())).toList();
    }

    private Part section(Section section, List<Judged> checks) {
        Set<Outcome> outcomes = checks.stream().map(Judged::outcome).collect(Collectors.toSet());
        Optional<String> skipped = outcomes.size() == 1 && outcomes.iterator().next() instanceof Outcome.Skipped(String said)
                ? Optional.of(Words.line(readable.of(said))) : Optional.empty();
        return new Part(section.number(), section.title(), section.question(), worst(checks), skipped,
                skipped.isPresent() ? List.of() : checks.stream().map(this::line).toList());
    }

    /** The worst that was seen; what could not be looked at weighs more than a note, and what is not needed least. */
    private static Status worst(List<Judged> checks) {
        List<Status> order = List.of(Status.FAIL, Status.WARN, Status.UNKNOWN, Status.NOTE, Status.PASS, Status.SKIPPED);
        return checks.stream().map(one -> one.outcome().status()).min(Comparator.comparing(order::indexOf)).orElse(Status.SKIPPED);
    }

    /** One reason hides many things: it stands in full where it is met first. */
    private Line line(Judged judged) {
        Outcome outcome = judged.outcome();
        if ((outcome instanceof Outcome.Unknown || outcome instanceof Outcome.Skipped) && !reasons.add(outcome.said())) {
            return new Line(judged.check().title(), outcome.status(), text(outcome.said()), Optional.of("for the same reason as above"), "", List.of(), List.of());
        }
        String takes = outcome instanceof Outcome.Unknown unknown ? Words.line(readable.of(Outcome.takes(unknown.needs()))) : "";
        List<Found> found = Diagnosis.found(outcome).toList();
        String said = found.isEmpty() ? outcome.said() : found.stream().map(Found::said).collect(Collectors.joining(" "));
        return new Line(judged.check().title(), outcome.status(), text(outcome.said()), Optional.empty(), takes,
                found.stream().map(one -> cause(one, judged.followsFrom(one), List.of())).toList(),
                evidence(Answered.of(outcome.evidence(), said)));
    }

    /** A command that asks for several answers stands with the first of them. */
    private List<Proof> evidence(List<Answered> all) {
        Set<String> told = new HashSet<>();
        return all.stream().map(one -> proof(one, one.same().stream().map(Evidence::tryYourself).filter(command -> !command.isBlank())
                .findFirst().filter(told::add).orElse(""))).toList();
    }

    private Proof proof(Answered answered, String command) {
        return new Proof(text(answered.asked()), text(answered.answered()), answered.measure(), Run.when(answered.same().getFirst().at()).substring(11),
                Words.harmless(command));
    }

    private Cause cause(Found found, Optional<String> from, List<Step> follows) {
        var finding = found.finding();
        return new Cause(finding.severity().status(), finding.title(), text(found.said()), finding.explanation(), finding.link(), finding.code(),
                from, follows, found.remedies().stream().map(one -> repair("Repair", one, verdict.nextSteps().contains(one))).toList());
    }

    private List<Repair> nextSteps() {
        List<Remedy> next = verdict.nextSteps();
        return IntStream.range(0, next.size()).mapToObj(i -> repair(next.size() == 1 ? "Do" : i == 0 ? "Either" : "Or", next.get(i), false)).toList();
    }

    private Repair repair(String lead, Remedy remedy, boolean told) {
        return new Repair(lead, text(remedy.summary()), text(remedy.risk()), text(remedy.needs()), commands(remedy.bash().stream()),
                commands(remedy.powershell().stream()), remedy.portal().stream().map(this::text).toList(), told);
    }

    private static List<String> commands(Stream<String> commands) {
        return commands.map(Words::harmless).toList();
    }

    private Text text(String whole) {
        String brief = Words.line(readable.of(whole));
        String line = Readable.once(Words.line(whole));
        return new Text(brief, brief.equals(line) || line.length() > 1000 ? Optional.empty() : Optional.of(line));
    }
}
