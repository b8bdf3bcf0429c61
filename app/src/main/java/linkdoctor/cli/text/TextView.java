package linkdoctor.cli.text;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Found;
import linkdoctor.check.Judged;
import linkdoctor.check.Outcome;
import linkdoctor.check.Section;
import linkdoctor.check.Status;
import linkdoctor.check.verdict.Run;
import linkdoctor.check.verdict.ServiceLog;
import linkdoctor.check.verdict.Verdict;
import linkdoctor.facts.CommandLine;

/** A diagnosis as text for a terminal: the checklist section by section, then the verdict. */
public final class TextView {
    private final Sheet sheet;
    private final RemedyView remedies;
    private final Set<String> reasons = new HashSet<>();

    private TextView(Sheet sheet, RemedyView remedies) {
        this.sheet = sheet;
        this.remedies = remedies;
    }

    /** @param again the command that looks at the same vault again in the same way */
    public static String of(Diagnosis diagnosis, Look look, CommandLine again) {
        Sheet sheet = Sheet.of(look, diagnosis.facts());
        RemedyView remedies = new RemedyView(sheet, diagnosis.facts(), diagnosis.root().map(root -> root.found().remedies()).orElse(List.of()));
        TextView view = new TextView(sheet, remedies);
        view.header(Run.of(diagnosis.facts()));
        diagnosis.checks().stream().collect(Collectors.groupingBy(Judged::section, LinkedHashMap::new, Collectors.toList()))
                .forEach(view::section);
        // The table is long: it stands where somebody asked about others.
        if (diagnosis.facts().principals().known().isPresent()) {
            PermissionView.add(sheet, remedies, diagnosis.facts());
        }
        ServiceLog.of(diagnosis).ifPresent(log -> ServiceLogView.add(sheet, log, again.bash() + " --audit-log",
                CommandLine.of("linkdoctor", "kql", diagnosis.facts().target().vault()).bash()));
        new VerdictView(sheet, remedies, again).add(Verdict.of(diagnosis));
        return sheet.text().toString();
    }

    private void header(Run run) {
        row("Vault", run.vault());
        row("Signed in", run.signedIn());
        row("Looked at", run.lookedAt());
    }

    private void row(String name, String value) {
        sheet.led(0, (name + "           ").substring(0, 11), value);
    }

    private void section(Section section, List<Judged> checks) {
        sheet.heading(section.number() + "  " + section.title());
        Set<Outcome> outcomes = checks.stream().map(Judged::outcome).collect(Collectors.toSet());
        if (outcomes.size() == 1 && outcomes.iterator().next() instanceof Outcome.Skipped(String said)) {
            sheet.entry(Status.SKIPPED, Status.SKIPPED.label() + ": " + said);
            return;
        }
        checks.forEach(this::check);
    }

    private void check(Judged judged) {
        String title = judged.check().title();
        switch (judged.outcome()) {
            case Outcome.Pass pass -> sheet.entry(Status.PASS, title);
            case Outcome.Skipped(String said) -> skipped(title, said);
            case Outcome.Unknown unknown -> unknown(title, unknown);
            case Outcome.Problem problem -> problem(judged, problem);
        }
    }

    private void skipped(String title, String said) {
        if (!reasons.add(said)) {
            sheet.faint(Status.SKIPPED, title + " (not needed, as above)");
            return;
        }
        sheet.faint(Status.SKIPPED, title);
        sheet.text().wrapped(5, "", 0, sheet.prose().of(Status.SKIPPED.label() + ": " + said), sheet.style()::dim);
    }

    /** One missing right leaves many checks unknown: its reason stands once. */
    private void unknown(String title, Outcome.Unknown unknown) {
        if (!reasons.add(unknown.said() + unknown.needs())) {
            sheet.entry(Status.UNKNOWN, title + " (could not look, as above)");
            return;
        }
        sheet.entry(Status.UNKNOWN, title);
        sheet.detail(Status.UNKNOWN.label() + ": " + unknown.said());
        if (!unknown.needs().isEmpty()) {
            sheet.detail(Outcome.takes(unknown.needs()));
        }
        EvidenceView.add(sheet, unknown.evidence(), unknown.said());
    }

    private void problem(Judged judged, Outcome.Problem problem) {
        for (Found found : problem.found()) {
            Status status = found.finding().severity().status();
            sheet.entry(status, status.label() + ": " + found.finding().title() + " [" + found.finding().code() + "]");
            sheet.detail(found.said());
            judged.followsFrom(found).ifPresent(cause -> sheet.detail("Follows from " + cause + ", which comes first."));
        }
        EvidenceView.add(sheet, problem.evidence(), problem.found().stream().map(Found::said).collect(Collectors.joining(" ")));
        problem.found().stream().flatMap(found -> found.remedies().stream()).forEach(remedies::add);
    }
}
