package linkdoctor.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Found;
import linkdoctor.check.Judged;
import linkdoctor.check.Severity;
import linkdoctor.check.Status;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.https.LiveRequest;
import linkdoctor.facts.https.NetworkInfo;
import linkdoctor.remedy.Remedy;

/** The end of the text: the root cause and what follows from it, what could not be looked at, and the next step. */
final class VerdictView {
    private final Style style;
    private final Layout text;
    private final Set<String> told = new HashSet<>();

    VerdictView(Style style, Layout text) {
        this.style = style;
        this.text = text;
    }

    void add(Diagnosis diagnosis) {
        text.blank();
        diagnosis.root().ifPresentOrElse(root -> rootCause(diagnosis, root), () -> nothingBroken(diagnosis));
        unread(diagnosis);
        nextStep(diagnosis);
    }

    private void rootCause(Diagnosis diagnosis, Diagnosis.Root root) {
        text.line(0, style.bold("Root cause"));
        Found found = root.found();
        told.add(found.finding().code());
        text.wrapped(3, style.icon(Status.FAIL) + " ", 2, style.plain(found.finding().title() + " [" + found.finding().code() + "]"));
        text.wrapped(5, style.plain(found.said()));
        text.wrapped(5, style.plain(found.finding().explanation()));
        text.wrapped(5, style.plain("See " + found.finding().link()));
        consequences(diagnosis, found.finding().code(), 5);
        List<Found> apart = diagnosis.found().stream().filter(other -> other.finding().severity() == Severity.FAIL)
                .filter(other -> !told.contains(other.finding().code())).toList();
        if (!apart.isEmpty()) {
            text.blank().line(0, style.bold("Also broken, and not because of it"));
            apart.stream().filter(other -> told.add(other.finding().code())).forEach(other -> {
                text.wrapped(3, style.icon(Status.FAIL) + " ", 2, sentence(other));
                consequences(diagnosis, other.finding().code(), 5);
            });
        }
    }

    private void consequences(Diagnosis diagnosis, String cause, int indent) {
        for (Judged judged : diagnosis.checks()) {
            Diagnosis.found(judged.outcome()).filter(found -> judged.followsFrom(found).filter(cause::equals).isPresent())
                    .filter(found -> told.add(found.finding().code())).forEach(found -> {
                        String lead = style.arrow() + " ";
                        text.wrapped(indent, lead, lead.length(), style.plain("therefore: " + found.said()) + " [" + found.finding().code() + "]");
                        consequences(diagnosis, found.finding().code(), indent + 2);
                    });
        }
    }

    private String sentence(Found found) {
        return style.plain(found.finding().title() + " [" + found.finding().code() + "]");
    }

    private void nothingBroken(Diagnosis diagnosis) {
        Optional<String> proof = proof(diagnosis.facts());
        boolean all = diagnosis.unread().isEmpty() && proof.isPresent();
        text.line(0, style.bold(all ? "All is well" : "Nothing broken was seen"));
        proof.ifPresent(said -> text.wrapped(3, style.icon(Status.PASS) + " ", 2, style.plain(said)));
        long warnings = diagnosis.found().stream().filter(found -> found.finding().severity() == Severity.WARN).count();
        if (warnings > 0) {
            text.wrapped(3, style.icon(Status.WARN) + " ", 2, warnings == 1 ? "One warning stands above." : warnings + " warnings stand above.");
        }
    }

    /** The live request that proves it: which address, which endpoint the service itself named, how long it took. */
    private static Optional<String> proof(Snapshot facts) {
        return facts.byName().known().flatMap(request -> request.answer().known().map(answer -> proof(request, answer)));
    }

    private static String proof(LiveRequest request, LiveRequest.Answer answer) {
        long millis = request.answer().evidence().stream().map(Evidence::took).mapToLong(java.time.Duration::toMillis).sum();
        String to = request.connected().map(ip -> "at " + ip).or(() -> request.proxy().map(proxy -> "through the proxy " + proxy)).orElse("");
        Optional<NetworkInfo> info = answer.networkInfo();
        String by = info.flatMap(NetworkInfo::privateEndpoint).map(id -> ", and the service says it came over the private endpoint " + id.name()).orElse("");
        String from = info.flatMap(NetworkInfo::source).map(ip -> by.isEmpty() ? ", and the service saw it come from " + ip : " from " + ip).orElse("");
        return "A request to " + request.host() + " " + to + " was answered in " + millis + " ms" + by + from + ".";
    }

    private void unread(Diagnosis diagnosis) {
        if (diagnosis.unread().isEmpty()) {
            return;
        }
        text.blank().line(0, style.bold("What could not be looked at"));
        for (Diagnosis.Unread unread : diagnosis.unread()) {
            String needs = unread.needs().isEmpty() ? "" : " It takes " + unread.needs() + ".";
            String behind = unread.mayBeBehindRoot() ? " What is behind the root cause may be here." : "";
            text.wrapped(3, style.icon(Status.UNKNOWN) + " ", 2,
                    style.plain(unread.check().check().title() + ": " + unread.why() + needs + behind));
        }
    }

    private void nextStep(Diagnosis diagnosis) {
        Optional<List<Remedy>> remedies = diagnosis.root().map(root -> root.found().remedies());
        if (remedies.isEmpty()) {
            return;
        }
        text.blank().line(0, style.bold("Next step"));
        remedies.get().forEach(remedy -> TextView.remedy(text, style, 3, diagnosis.facts(), remedy));
        String again = linkdoctor.facts.CommandLine.of("linkdoctor", "check", diagnosis.facts().target().vault()).bash();
        text.wrapped(3, style.plain((remedies.get().isEmpty() ? "Repair the root cause, then" : "Then") + " look again: " + again));
    }
}
