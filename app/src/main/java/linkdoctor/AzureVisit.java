package linkdoctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import linkdoctor.engine.Visit;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.azure.ServiceTag;
import linkdoctor.facts.azure.Subscription;
import linkdoctor.facts.azure.Vault;
import linkdoctor.lab.Lab;
import linkdoctor.probe.Arm;
import linkdoctor.probe.Progress;
import linkdoctor.probe.survey.Look;
import linkdoctor.probe.survey.Survey;

/** A visit over the probes: one signed-in Azure, and a lab to stop at the end where it is one. */
final class AzureVisit implements Visit {
    private final Survey survey;
    private final Look how;
    private final Optional<Lab> lab;
    private final Set<Thread> busy = new HashSet<>();
    private boolean ended;

    AzureVisit(Survey survey, Look how, Optional<Lab> lab) {
        this.survey = survey;
        this.how = how;
        this.lab = lab;
    }

    @Override
    public Probed<Identity> signIn(Optional<String> tenantHint) {
        return ask(azure -> azure.signIn(tenantHint));
    }

    @Override
    public Probed<List<Subscription>> subscriptions() {
        return ask(Arm::subscriptions);
    }

    @Override
    public Probed<List<Vault>> vaults(Subscription in) {
        return ask(azure -> azure.vaults(in));
    }

    @Override
    public Probed<List<ServiceTag>> serviceTags(String subscription, String location) {
        return ask(azure -> azure.serviceTags(subscription, location));
    }

    private <T> Probed<T> ask(Function<Arm, Probed<T>> question) {
        return survey.arm().map(azure -> unlessEnded(() -> question.apply(azure), AzureVisit::<T>gone))
                .orElseGet(() -> Probed.notTried("This visit does without a sign-in."));
    }

    private static <T> Probed<T> gone() {
        return Probed.failed(Failure.of(Failure.Kind.CANCELLED, "The visit has ended."));
    }

    @Override
    public Snapshot look(Target target, Progress progress) {
        return unlessEnded(() -> survey.look(target, how, Instant.now(), progress),
                () -> Snapshot.blank(target, Instant.now(), "The visit has ended."));
    }

    @Override
    public Snapshot lookAgain(Snapshot before, Set<String> facts, Progress progress) {
        return unlessEnded(() -> survey.lookAgain(before, facts, how, Instant.now(), progress), () -> before);
    }

    /** Does something that the end of the visit interrupts, as does an interrupt by the caller. */
    private <T> T unlessEnded(Supplier<T> work, Supplier<T> otherwise) {
        synchronized (busy) {
            if (ended) {
                return otherwise.get();
            }
            busy.add(Thread.currentThread());
        }
        try {
            return work.get();
        } finally {
            synchronized (busy) {
                busy.remove(Thread.currentThread());
            }
        }
    }

    @Override
    public List<String> practiceLines() {
        return lab.map(ServedLab::lines).orElse(List.of());
    }

    @Override
    public void close() {
        synchronized (busy) {
            ended = true;
            busy.forEach(Thread::interrupt);
        }
        survey.arm().ifPresent(Arm::close);
        try {
            if (lab.isPresent()) {
                lab.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
