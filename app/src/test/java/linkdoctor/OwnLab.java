package linkdoctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import linkdoctor.engine.Asked;
import linkdoctor.engine.Engine;
import linkdoctor.engine.Visit;
import linkdoctor.facts.Cloud;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.azure.ServiceTag;
import linkdoctor.facts.azure.Subscription;
import linkdoctor.facts.azure.Vault;
import linkdoctor.lab.Lab;
import linkdoctor.probe.Progress;
import linkdoctor.probe.SignInPrompt;

/** An engine whose visits all go to one lab, which is the test's own and is not closed with them. */
record OwnLab(Engine engine, Lab lab) implements Engine {

    @Override
    public Reply<Visit> visit(Asked asked, Cloud cloud, Consumer<SignInPrompt> tell) {
        try {
            return new Done<>(new Open(Wiring.visit(lab, asked, cloud, tell)));
        } catch (IOException e) {
            return new Refused<>(e.getMessage());
        }
    }

    @Override
    public Reply<Cloud> cloud(Path metadata) {
        return engine.cloud(metadata);
    }

    @Override
    public List<Scenario> scenarios() {
        return engine.scenarios();
    }

    @Override
    public Reply<Closed> window(Optional<Scenario> first) {
        return engine.window(first);
    }

    @Override
    public Reply<Served> serve(String scenario) {
        return engine.serve(scenario);
    }

    private record Open(Visit visit) implements Visit {
        @Override
        public Probed<Identity> signIn(Optional<String> tenantHint) {
            return visit.signIn(tenantHint);
        }

        @Override
        public Probed<List<Subscription>> subscriptions() {
            return visit.subscriptions();
        }

        @Override
        public Probed<List<Vault>> vaults(Subscription in) {
            return visit.vaults(in);
        }

        @Override
        public Probed<List<ServiceTag>> serviceTags(String subscription, String location) {
            return visit.serviceTags(subscription, location);
        }

        @Override
        public Snapshot look(Target target, Progress progress) {
            return visit.look(target, progress);
        }

        @Override
        public Snapshot lookAgain(Snapshot before, Set<String> facts, Progress progress) {
            return visit.lookAgain(before, facts, progress);
        }

        @Override
        public List<String> practiceLines() {
            return visit.practiceLines();
        }

        @Override
        public void close() {
            // The lab goes on.
        }
    }
}
