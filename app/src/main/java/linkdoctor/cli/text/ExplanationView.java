package linkdoctor.cli.text;

import java.util.Optional;

import linkdoctor.check.Status;
import linkdoctor.explain.Explanation;
import linkdoctor.explain.Layer;

/** An explanation as text for a terminal: the layer first, then who called from where for what, then what to do. */
public final class ExplanationView {
    private final Sheet sheet;

    private ExplanationView(Sheet sheet) {
        this.sheet = sheet;
    }

    /** @param operatingSystem of this machine, which decides in which shell's words the commands are */
    public static String of(Explanation explanation, Look look, String operatingSystem) {
        ExplanationView view = new ExplanationView(Sheet.of(look));
        view.headline(explanation);
        view.values(explanation);
        view.whatToDo(explanation, operatingSystem);
        return view.sheet.text().toString();
    }

    private void headline(Explanation explanation) {
        Style style = sheet.style();
        Status status = status(explanation.layer());
        sheet.text().line(0, style.bold(explanation.layer().label()));
        sheet.text().wrapped(3, style.icon(status) + " ", 2, sheet.prose().of(explanation.title()
                + explanation.code().map(code -> " [" + code + "]").orElse("")), style::bold);
        sheet.detail(explanation.explanation());
        explanation.link().ifPresent(link -> sheet.detail("See " + link));
    }

    private void values(Explanation explanation) {
        Explanation.Caller caller = explanation.caller();
        if (caller.unnamed() && explanation.vault().isEmpty() && explanation.clientAddress().isEmpty() && explanation.action().isEmpty()
                && explanation.innerCode().isEmpty()) {
            return;
        }
        sheet.heading("What the text holds");
        row("Vault", explanation.vault().map(name -> name + explanation.location().map(where -> " (" + where + ")").orElse("")));
        row("Came from", explanation.clientAddress());
        row("Asked for", explanation.action());
        row("Application", caller.appId());
        row("Object id", caller.objectId());
        row("Tenant", caller.tenant());
        row("Identity of", caller.resourceId());
        row("Inner code", explanation.innerCode());
    }

    /** Values are there to be copied, so identifiers stay whole. */
    private void row(String name, Optional<String> value) {
        value.ifPresent(text -> sheet.text().line(3, sheet.style().bold((name + "             ").substring(0, 13)) + sheet.style().plain(text)));
    }

    private void whatToDo(Explanation explanation, String operatingSystem) {
        if (!explanation.remedies().isEmpty()) {
            sheet.heading("What to do");
            new RemedyView(sheet, operatingSystem, explanation.remedies()).nextSteps();
        }
    }

    private static Status status(Layer layer) {
        return switch (layer) {
            case NONE -> Status.PASS;
            case UNKNOWN -> Status.UNKNOWN;
            case THROTTLING -> Status.WARN;
            case NETWORK, IDENTITY, PERMISSION, DNS, TLS, PROXY, VAULT -> Status.FAIL;
        };
    }
}
