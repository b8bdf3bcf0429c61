package linkdoctor.cli.text;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Found;
import linkdoctor.check.Judged;
import linkdoctor.check.Severity;
import linkdoctor.check.Status;
import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.https.LiveRequest;
import linkdoctor.facts.https.NetworkInfo;

/** The end of the text: the root cause and what follows from it, what could not be looked at, and the next step. */
final class VerdictView {
    /** Where everything is hidden, the sections above name it. */
    private static final int MOST_NAMED = 8;
    private final Sheet sheet;
    private final RemedyView remedies;
    private final CommandLine again;
    private final Set<String> told = new HashSet<>();

    VerdictView(Sheet sheet, RemedyView remedies, CommandLine again) {
        this.sheet = sheet;
        this.remedies = remedies;
        this.again = again;
    }

    void add(Diagnosis diagnosis) {
        diagnosis.root().ifPresentOrElse(root -> rootCause(diagnosis, root.found()), () -> nothingBroken(diagnosis));
        unread(diagnosis);
        diagnosis.root().ifPresent(root -> nextStep(root.found()));
    }

    private void rootCause(Diagnosis diagnosis, Found root) {
        sheet.heading("Root cause");
        headline(root);
        sheet.detail(root.finding().explanation());
        sheet.detail("See " + root.finding().link());
        consequences(diagnosis, root, 5);
        List<Found> apart = diagnosis.found().stream().filter(other -> other.finding().severity() == Severity.FAIL)
                .filter(other -> !told.contains(other.finding().code())).toList();
        if (!apart.isEmpty()) {
            sheet.heading("Also broken, and not because of it");
            apart.stream().filter(other -> told.add(other.finding().code())).forEach(other -> {
                sheet.entry(Status.FAIL, other.finding().title() + " [" + other.finding().code() + "]");
                sheet.detail(other.said());
                consequences(diagnosis, other, 5);
            });
        }
    }

    /** The one sentence that stands out. */
    private void headline(Found found) {
        told.add(found.finding().code());
        sheet.text().wrapped(3, sheet.style().icon(Status.FAIL) + " ", 2,
                sheet.prose().of(found.said() + " [" + found.finding().code() + "]"), sheet.style()::bold);
    }

    private void consequences(Diagnosis diagnosis, Found cause, int indent) {
        for (Judged judged : diagnosis.checks()) {
            Diagnosis.found(judged.outcome())
                    .filter(found -> judged.followsFrom(found).filter(cause.finding().code()::equals).isPresent())
                    .filter(found -> told.add(found.finding().code())).forEach(found -> {
                        String lead = sheet.style().arrow() + " ";
                        sheet.text().wrapped(indent, lead, lead.length(),
                                sheet.prose().of("therefore: " + found.said() + " [" + found.finding().code() + "]"));
                        consequences(diagnosis, found, indent + 2);
                    });
        }
    }

    private void nothingBroken(Diagnosis diagnosis) {
        Optional<String> proof = proof(diagnosis.facts());
        boolean all = diagnosis.unread().isEmpty() && proof.isPresent();
        long warnings = diagnosis.found().stream().filter(found -> found.finding().severity() == Severity.WARN).count();
        sheet.heading(!all ? "Nothing broken was seen" : warnings == 0 ? "All is well" : "Nothing is broken");
        proof.ifPresent(said -> sheet.entry(Status.PASS, said));
        if (warnings > 0) {
            sheet.entry(Status.WARN, warnings == 1 ? "One warning stands above." : warnings + " warnings stand above.");
        }
    }

    /** The live request that proves it: which address, which endpoint the service itself named, how long it took. */
    private static Optional<String> proof(Snapshot facts) {
        return facts.byName().known().flatMap(request -> request.answer().known().map(answer -> proof(request, answer)));
    }

    private static String proof(LiveRequest request, LiveRequest.Answer answer) {
        Duration took = request.answer().evidence().stream().map(Evidence::took).reduce(Duration.ZERO, Duration::plus);
        String to = request.connected().map(ip -> " at " + ip).or(() -> request.proxy().map(proxy -> " through the proxy " + proxy)).orElse("");
        Optional<NetworkInfo> info = answer.networkInfo();
        String by = info.flatMap(NetworkInfo::privateEndpoint).map(id -> ", and Key Vault says it came over the private endpoint " + id.name()).orElse("");
        String from = info.flatMap(NetworkInfo::source).map(ip -> by.isEmpty() ? ", and Key Vault saw it come from " + ip : " from " + ip).orElse("");
        return "A request to " + request.host() + to + " was answered in " + Sheet.took(took) + by + from + ".";
    }

    /** One reason often hides many things: it stands once, with all that it hides. */
    private void unread(Diagnosis diagnosis) {
        if (diagnosis.unread().isEmpty()) {
            return;
        }
        sheet.heading("What could not be looked at");
        diagnosis.unread().stream().collect(Collectors.groupingBy(one -> one.why() + " " + takes(one.needs()), LinkedHashMap::new, Collectors.toList()))
                .forEach((why, hidden) -> {
                    boolean behind = hidden.stream().anyMatch(Diagnosis.Unread::mayBeBehindRoot);
                    String reason = why.strip() + (behind ? " What is behind the root cause may be here." : "");
                    if (hidden.size() == 1) {
                        sheet.entry(Status.UNKNOWN, hidden.getFirst().check().check().title() + ": " + reason);
                    } else {
                        sheet.entry(Status.UNKNOWN, reason + " Not looked at for that reason:");
                        hidden.stream().limit(MOST_NAMED).forEach(one -> sheet.text().wrapped(5, "- ", 2, sheet.prose().of(one.check().check().title())));
                        if (hidden.size() > MOST_NAMED) {
                            sheet.text().line(7, "and " + (hidden.size() - MOST_NAMED) + " more, which have a ? above");
                        }
                    }
                });
    }

    /** What would make it readable, as a sentence; nothing where that is not known. */
    static String takes(String needs) {
        return needs.isEmpty() ? "" : needs.endsWith(".") ? needs : "It takes " + needs + ".";
    }

    private void nextStep(Found root) {
        sheet.heading("Next step");
        remedies.nextSteps();
        sheet.text().line(3, (root.remedies().isEmpty() ? "Repair the root cause, then" : "Then") + " look again: "
                + sheet.style().command(again.bash()));
    }
}
