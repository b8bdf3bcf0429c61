package linkdoctor.cli;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Found;
import linkdoctor.check.Judged;
import linkdoctor.check.Outcome;
import linkdoctor.check.Section;
import linkdoctor.check.Status;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Identity;
import linkdoctor.remedy.Remedy;

/** A diagnosis as text for a terminal: the checklist section by section, then the verdict. */
final class TextView {
    private static final int MOST_EVIDENCE = 6;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Style style;
    private final Layout text = new Layout();

    private final Snapshot facts;

    private TextView(Style style, Snapshot facts) {
        this.style = style;
        this.facts = facts;
    }

    static String of(Diagnosis diagnosis, Terminal.Look look) {
        Style style = new Style(look);
        TextView view = new TextView(style, diagnosis.facts());
        view.header();
        diagnosis.checks().stream().collect(Collectors.groupingBy(Judged::section, java.util.LinkedHashMap::new, Collectors.toList()))
                .forEach(view::section);
        new VerdictView(style, view.text).add(diagnosis);
        return view.text.toString();
    }

    private void header() {
        row("Vault", facts.target().hostname() + " (cloud " + facts.target().cloud().name() + ")");
        row("Signed in", signedIn(facts.identity()));
        row("Looked at", WHEN.format(facts.started())
                + facts.client().known().map(client -> ", from " + client.hostname()).orElse(""));
    }

    private void row(String name, String value) {
        String lead = (name + "           ").substring(0, 11);
        text.wrapped(0, style.bold(lead), lead.length(), style.plain(value));
    }

    private static String signedIn(Probed<Identity> identity) {
        return switch (identity) {
            case Probed.Seen<Identity>(Identity who, var evidence) ->
                    (who.displayName().isEmpty() ? who.kind() + " " + who.objectId() : who.displayName())
                            + ", tenant " + who.tenant() + " (" + who.method() + ")";
            case Probed.Failed<Identity>(Failure failure, var evidence) -> "no: " + failure.said();
            case Probed.NotTried<Identity>(String why) -> "no: " + why;
        };
    }

    private void section(Section section, List<Judged> checks) {
        text.blank().line(0, style.bold(section.number() + "  " + section.title()));
        checks.forEach(this::check);
    }

    private void check(Judged judged) {
        switch (judged.outcome()) {
            case Outcome.Pass pass -> entry(Status.PASS, judged.check().title());
            case Outcome.Skipped(String said) -> text.line(3, style.icon(Status.SKIPPED) + " "
                    + style.dim(style.plain(Style.word(Status.SKIPPED) + ": " + judged.check().title() + ". " + said)));
            case Outcome.Unknown unknown -> unknown(judged, unknown);
            case Outcome.Problem problem -> problem(judged, problem);
        }
    }

    private void unknown(Judged judged, Outcome.Unknown unknown) {
        entry(Status.UNKNOWN, Style.word(Status.UNKNOWN) + " whether this is so: " + judged.check().title());
        detail(unknown.said());
        if (!unknown.needs().isEmpty()) {
            detail("It takes " + unknown.needs() + ".");
        }
        evidence(unknown.evidence());
    }

    private void problem(Judged judged, Outcome.Problem problem) {
        for (Found found : problem.found()) {
            Status status = Style.status(found.finding().severity());
            entry(status, Style.word(status) + ": " + found.finding().title() + " [" + found.finding().code() + "]");
            detail(found.said());
            judged.followsFrom(found).ifPresent(cause -> detail("Follows from " + cause + "."));
        }
        evidence(problem.evidence());
        problem.found().stream().flatMap(found -> found.remedies().stream())
                .forEach(remedy -> remedy(text, style, 5, facts, remedy));
    }

    private void entry(Status status, String sentence) {
        text.wrapped(3, style.icon(status) + " ", 2, style.plain(sentence));
    }

    private void detail(String sentence) {
        text.wrapped(5, style.plain(sentence));
    }

    private void evidence(List<Evidence> evidence) {
        evidence.stream().limit(MOST_EVIDENCE).forEach(one -> text.wrapped(7, style.dim("- "), 2,
                style.plain(one.asked() + " " + style.arrow() + " " + one.answered() + ", " + one.took().toMillis() + " ms")));
        if (evidence.size() > MOST_EVIDENCE) {
            text.line(9, "and " + (evidence.size() - MOST_EVIDENCE) + " more, which --output json shows");
        }
        evidence.stream().map(Evidence::tryYourself).filter(command -> !command.isBlank()).reduce((first, last) -> last)
                .ifPresent(command -> text.line(7, "Ask it yourself: " + style.command(command)));
    }

    /** A repair: what it does, its commands (for PowerShell where the client is a Windows machine), or what a person does where no command can. */
    static void remedy(Layout text, Style style, int indent, Snapshot facts, Remedy remedy) {
        text.wrapped(indent, style.bold("Repair: "), 8, style.plain(remedy.summary()));
        if (!remedy.risk().isEmpty()) {
            text.wrapped(indent + 2, "Risk: ", 6, style.plain(remedy.risk()));
        }
        if (!remedy.needs().isEmpty()) {
            text.wrapped(indent + 2, "Right: ", 7, style.plain(remedy.needs()));
        }
        boolean windows = facts.client().known().filter(client -> client.operatingSystem().startsWith("Windows")).isPresent();
        List<String> commands = windows && !remedy.powershell().isEmpty() ? remedy.powershell() : remedy.bash();
        commands.forEach(command -> text.line(indent + 2, style.command(command)));
        if (commands.isEmpty()) {
            remedy.portal().forEach(step -> text.wrapped(indent + 2, "- ", 2, style.plain(step)));
        }
    }
}
