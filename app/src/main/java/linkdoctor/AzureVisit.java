package linkdoctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import linkdoctor.engine.Visit;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.azure.Subscription;
import linkdoctor.facts.azure.Vault;
import linkdoctor.lab.Lab;
import linkdoctor.probe.Arm;
import linkdoctor.probe.survey.Look;
import linkdoctor.probe.Progress;
import linkdoctor.probe.survey.Survey;

/** A visit over the probes: one signed-in Azure, and a lab to stop at the end where it is one. */
final class AzureVisit implements Visit {
    private final Optional<Arm> arm;
    private final Survey survey;
    private final Look how;
    private final Optional<Lab> lab;

    AzureVisit(Optional<Arm> arm, Survey survey, Look how, Optional<Lab> lab) {
        this.arm = arm;
        this.survey = survey;
        this.how = how;
        this.lab = lab;
    }

    @Override
    public Probed<Identity> signIn(Optional<String> tenantHint) {
        return arm.map(azure -> azure.signIn(tenantHint)).orElseGet(AzureVisit::nobody);
    }

    @Override
    public Probed<List<Subscription>> subscriptions() {
        return arm.map(Arm::subscriptions).orElseGet(AzureVisit::nobody);
    }

    @Override
    public Probed<List<Vault>> vaults(Subscription in) {
        return arm.map(azure -> azure.vaults(in)).orElseGet(AzureVisit::nobody);
    }

    private static <T> Probed<T> nobody() {
        return Probed.notTried("This visit does without a sign-in.");
    }

    @Override
    public Snapshot look(Target target, Progress progress) {
        return survey.look(target, how, Instant.now(), progress);
    }

    @Override
    public Snapshot lookAgain(Snapshot before, Set<String> facts, Progress progress) {
        return survey.lookAgain(before, facts, how, Instant.now(), progress);
    }

    @Override
    public List<String> practiceLines() {
        return lab.map(ServedLab::lines).orElse(List.of());
    }

    @Override
    public void close() {
        try {
            if (lab.isPresent()) {
                lab.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
