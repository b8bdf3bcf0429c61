package linkdoctor.cli.text;

import java.util.List;

import linkdoctor.check.Found;
import linkdoctor.check.Status;
import linkdoctor.check.verdict.Effect;
import linkdoctor.check.verdict.Hidden;
import linkdoctor.check.verdict.Verdict;
import linkdoctor.facts.CommandLine;

/** The end of the text: the root cause and what follows from it, what could not be looked at, and the next step. */
final class VerdictView {
    /** Where everything is hidden, the sections above name it. */
    private static final int MOST_NAMED = 8;
    private final Sheet sheet;
    private final RemedyView remedies;
    private final CommandLine again;

    VerdictView(Sheet sheet, RemedyView remedies, CommandLine again) {
        this.sheet = sheet;
        this.remedies = remedies;
        this.again = again;
    }

    void add(Verdict verdict) {
        sheet.heading(verdict.title());
        verdict.root().ifPresentOrElse(root -> rootCause(root, verdict.apart()), () -> nothingBroken(verdict));
        hidden(verdict.hidden());
        verdict.root().ifPresent(root -> nextStep(root.found()));
    }

    private void rootCause(Effect root, List<Effect> apart) {
        sheet.text().wrapped(3, sheet.style().icon(Status.FAIL) + " ", 2,
                sheet.prose().of(root.found().said() + " [" + root.code() + "]"), sheet.style()::bold);
        sheet.detail(root.found().finding().explanation());
        sheet.detail("See " + root.found().finding().link());
        consequences(root, 5);
        if (!apart.isEmpty()) {
            sheet.heading("Also broken, and not because of it");
            apart.forEach(other -> {
                sheet.entry(Status.FAIL, other.found().finding().title() + " [" + other.code() + "]");
                sheet.detail(other.found().said());
                consequences(other, 5);
            });
        }
    }

    private void consequences(Effect cause, int indent) {
        for (Effect effect : cause.therefore()) {
            String lead = sheet.style().arrow() + " ";
            sheet.text().wrapped(indent, lead, lead.length(),
                    sheet.prose().of("therefore: " + effect.found().said() + " [" + effect.code() + "]"));
            consequences(effect, indent + 2);
        }
    }

    private void nothingBroken(Verdict verdict) {
        verdict.proof().ifPresent(said -> sheet.entry(Status.PASS, said));
        int warnings = verdict.warningsOnly().size();
        if (warnings > 0) {
            sheet.entry(Status.WARN, warnings == 1 ? "One warning stands above." : warnings + " warnings stand above.");
        }
    }

    /** One reason often hides many things: it stands once, with all that it hides. */
    private void hidden(List<Hidden> all) {
        if (all.isEmpty()) {
            return;
        }
        sheet.heading("What could not be looked at");
        for (Hidden hidden : all) {
            if (hidden.checks().size() == 1) {
                sheet.entry(Status.UNKNOWN, hidden.checks().getFirst().check().title() + ": " + hidden.reason());
                continue;
            }
            sheet.entry(Status.UNKNOWN, hidden.reason() + " Not looked at for that reason:");
            hidden.checks().stream().limit(MOST_NAMED).forEach(one -> sheet.text().wrapped(5, "- ", 2, sheet.prose().of(one.check().title())));
            if (hidden.checks().size() > MOST_NAMED) {
                sheet.text().line(7, "and " + (hidden.checks().size() - MOST_NAMED) + " more, which have a ? above");
            }
        }
    }

    private void nextStep(Found root) {
        sheet.heading("Next step");
        remedies.nextSteps();
        sheet.text().line(3, (root.remedies().isEmpty() ? "Repair the root cause, then" : "Then") + " look again: "
                + sheet.style().command(again.bash()));
    }
}
