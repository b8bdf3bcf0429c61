package linkdoctor.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import linkdoctor.check.Diagnosis;
import linkdoctor.check.Found;
import linkdoctor.check.Judged;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.remedy.Remedy;

/** The session document, member for member as it is written. */
record SessionDocument(String format, Tool tool, Instant started, Instant finished, TargetPart target,
                       Optional<RootPart> rootCause, List<CheckPart> checks, Snapshot facts) {
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

    record EvidencePart(String asked, String answered, Instant at, long millis, String tryYourself) {
    }

    static SessionDocument of(Diagnosis diagnosis, Tool tool, Instant finished) {
        Snapshot facts = diagnosis.facts();
        return new SessionDocument(FORMAT, tool, facts.started(), finished, target(facts),
                root(diagnosis),
                diagnosis.checks().stream().map(SessionDocument::check).toList(), facts);
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
