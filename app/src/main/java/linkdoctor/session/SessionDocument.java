package linkdoctor.session;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Found;
import linkdoctor.check.Judged;
import linkdoctor.check.callers.Gate;
import linkdoctor.check.callers.Passage;
import linkdoctor.check.callers.WhoGetsIn;
import linkdoctor.check.outside.OutsideCaller;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.remedy.Remedy;

/** The session document, member for member as it is written. */
record SessionDocument(String format, Tool tool, Instant started, Instant finished, TargetPart target,
                       Optional<RootPart> rootCause, List<CheckPart> checks,
                       @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<CallersPart> callers, Snapshot facts) {
    static final String FORMAT = "linkdoctor-session/1";

    record TargetPart(String vault, String hostname, String cloud, Optional<String> subscription,
                      Optional<ResourceId> resourceId) {
    }

    record RootPart(String code, String title, String check) {
    }

    record CheckPart(String id, int section, String title, String status, String said, Optional<String> needs,
                     List<FindingPart> findings, List<EvidencePart> evidence) {
    }

    record FindingPart(String code, String severity, String title, String said, String explanation,
                       Optional<String> followsFrom, String link, List<RemedyPart> remedies) {
    }

    record RemedyPart(String summary, String risk, String needs, List<String> bash, List<String> powershell,
                      List<String> portal) {
    }

    /** The table of who gets in; {@code after} is missing where the fix leaves it as now. */
    record CallersPart(String identity, List<String> changes, List<CallerPart> rows) {
        static CallersPart of(WhoGetsIn table) {
            return new CallersPart(table.identity(), table.changes(), table.entries().stream().map(entry -> new CallerPart(
                    word(entry.caller().role()), entry.caller().name(), entry.caller().more(), PassagePart.of(entry.now()),
                    entry.after().map(PassagePart::of), entry.advised().map(OutsideCaller::advice).orElse(List.of()))).toList());
        }
    }

    record CallerPart(String role, String name, String more, PassagePart now, Optional<PassagePart> after, List<String> advice) {
    }

    record PassagePart(String end, Optional<String> decides, String said, List<CellPart> gates) {
        static PassagePart of(Passage passage) {
            return new PassagePart(word(passage.end()), passage.decides().map(SessionDocument::word), passage.said(), Arrays.stream(Gate.values())
                    .map(gate -> new CellPart(word(gate), word(passage.cell(gate).state()), passage.cell(gate).said(), passage.cell(gate).rests())).toList());
        }
    }

    record CellPart(String gate, String state, String said, String rests) {
    }

    /** "private-link" for PRIVATE_LINK. */
    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    record EvidencePart(String asked, String answered, Instant at, long millis, String tryYourself) {
    }

    static SessionDocument of(Diagnosis diagnosis, Tool tool, Instant finished, Optional<WhoGetsIn> callers) {
        Snapshot facts = diagnosis.facts();
        return new SessionDocument(FORMAT, tool, facts.started(), finished, target(facts),
                root(diagnosis),
                diagnosis.checks().stream().map(SessionDocument::check).toList(), callers.map(CallersPart::of), facts);
    }

    static Optional<RootPart> root(Diagnosis diagnosis) {
        return diagnosis.root().map(root -> new RootPart(root.found().finding().code(), root.found().finding().title(), root.by().check().id()));
    }

    private static TargetPart target(Snapshot facts) {
        var target = facts.target();
        Optional<ResourceId> id = facts.vault().known().flatMap(search -> search.vault()).map(vault -> vault.id())
                .or(target::resourceId);
        return new TargetPart(target.vault(), target.hostname(), target.cloud().name(),
                id.map(ResourceId::subscription).or(target::subscription), id);
    }

    private static CheckPart check(Judged judged) {
        Optional<String> needs = judged.outcome() instanceof linkdoctor.check.Outcome.Unknown unknown && !unknown.needs().isEmpty()
                ? Optional.of(unknown.needs()) : Optional.empty();
        return new CheckPart(judged.check().id(), judged.section().number(), judged.check().title(),
                judged.outcome().status().word(), judged.outcome().said(), needs,
                Diagnosis.found(judged.outcome()).map(found -> finding(judged, found)).toList(),
                judged.outcome().evidence().stream().map(SessionDocument::evidence).toList());
    }

    private static FindingPart finding(Judged judged, Found found) {
        var finding = found.finding();
        return new FindingPart(finding.code(), finding.severity().status().word(), finding.title(), found.said(),
                finding.explanation(), judged.followsFrom(found), finding.link(),
                found.remedies().stream().map(SessionDocument::remedy).toList());
    }

    static RemedyPart remedy(Remedy remedy) {
        return new RemedyPart(remedy.summary(), remedy.risk(), remedy.needs(), remedy.bash(), remedy.powershell(),
                remedy.portal());
    }

    private static EvidencePart evidence(Evidence evidence) {
        return new EvidencePart(evidence.asked(), evidence.answered(), evidence.at(), evidence.took().toMillis(),
                evidence.tryYourself());
    }
}
