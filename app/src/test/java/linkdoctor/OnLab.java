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
import linkdoctor.facts.azure.Subscription;
import linkdoctor.facts.azure.Vault;
import linkdoctor.lab.Lab;
import linkdoctor.probe.Progress;
import linkdoctor.probe.SignInPrompt;

/** The program's engine whose visits all go to one lab, which outlives them. */
record OnLab(Lab lab) implements Engine {
    @Override
    public Reply<Cloud> cloud(Path metadata) {
        return new Wiring().cloud(metadata);
    }

    @Override
    public Reply<Visit> visit(Asked asked, Cloud cloud, Consumer<SignInPrompt> tell) {
        try {
            return new Done<>(new Kept(Wiring.visit(lab, asked, cloud, tell)));
        } catch (IOException e) {
            return new Refused<>(e.getMessage());
        }
    }

    @Override
    public List<Scenario> scenarios() {
        return new Wiring().scenarios();
    }

    @Override
    public Reply<Served> serve(String scenario) {
        return new Wiring().serve(scenario);
    }

    /** A visit whose end leaves the lab running. */
    private record Kept(Visit visit) implements Visit {
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
            // The test closes the lab.
        }
    }
}
