package linkdoctor.cli.text;

import java.util.ArrayList;
import java.util.List;

import linkdoctor.facts.Snapshot;
import linkdoctor.facts.host.Client;
import linkdoctor.remedy.Remedy;

/** Repairs, each in full at one place: the root's as the next step, any other under its check. */
final class RemedyView {
    private final Sheet sheet;
    private final boolean windows;
    private final List<Remedy> nextStep;
    private final List<Remedy> told = new ArrayList<>();

    /** @param nextStep the root's repairs, which stand at the end */
    RemedyView(Sheet sheet, Snapshot facts, List<Remedy> nextStep) {
        this(sheet, facts.client().known().map(Client::operatingSystem).orElse(""), nextStep);
    }

    /** @param operatingSystem of the machine that the commands are for; empty where it is not known */
    RemedyView(Sheet sheet, String operatingSystem, List<Remedy> nextStep) {
        this.sheet = sheet;
        this.nextStep = nextStep;
        windows = operatingSystem.startsWith("Windows");
    }

    /** Under its check. */
    void add(Remedy remedy) {
        if (nextStep.contains(remedy)) {
            sheet.led(5, "Repair: ", remedy.summary() + " (" + (commands(remedy).isEmpty() ? "" : "commands ") + "under Next step)");
        } else if (told.contains(remedy)) {
            sheet.led(5, "Repair: ", remedy.summary() + " (as above)");
        } else {
            told.add(remedy);
            full(5, "Repair: ", remedy);
        }
    }

    void nextSteps() {
        for (Remedy remedy : nextStep) {
            full(3, nextStep.size() == 1 ? "Do: " : remedy.equals(nextStep.getFirst()) ? "Either: " : "Or: ", remedy);
        }
    }

    /** What it does, its commands (for PowerShell where the client is a Windows machine), or what a person does where no command can. */
    private void full(int indent, String lead, Remedy remedy) {
        sheet.led(indent, lead, remedy.summary());
        if (!remedy.risk().isEmpty()) {
            sheet.text().wrapped(indent + 2, "Risk: ", 6, sheet.prose().of(remedy.risk()));
        }
        if (!remedy.needs().isEmpty()) {
            sheet.text().wrapped(indent + 2, "Right: ", 7, sheet.prose().of(remedy.needs()));
        }
        List<String> commands = commands(remedy);
        commands.forEach(command -> sheet.text().line(indent + 2, sheet.style().command(command)));
        if (commands.isEmpty()) {
            remedy.portal().forEach(step -> sheet.text().wrapped(indent + 2, "- ", 2, sheet.prose().of(step)));
        }
    }

    private List<String> commands(Remedy remedy) {
        return windows && !remedy.powershell().isEmpty() ? remedy.powershell() : remedy.bash();
    }
}
