package linkdoctor.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

import linkdoctor.engine.Visit;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.azure.ServiceTag;
import linkdoctor.facts.azure.Subscription;
import linkdoctor.facts.azure.Vault;
import linkdoctor.probe.Progress;

/** A visit that only looks, as a test says. */
record OneLook(BiFunction<Target, Progress, Snapshot> look) implements Visit {

    @Override
    public Snapshot look(Target target, Progress progress) {
        return look.apply(target, progress);
    }

    @Override
    public Probed<List<ServiceTag>> serviceTags(String subscription, String location) {
        return Probed.notTried("Not here.");
    }

    @Override
    public Snapshot lookAgain(Snapshot before, Set<String> facts, Progress progress) {
        return look(before.target(), progress);
    }

    @Override
    public Probed<Identity> signIn(Optional<String> tenantHint) {
        return Probed.notTried("Not here.");
    }

    @Override
    public Probed<List<Subscription>> subscriptions() {
        return Probed.notTried("Not here.");
    }

    @Override
    public Probed<List<Vault>> vaults(Subscription in) {
        return Probed.notTried("Not here.");
    }

    @Override
    public List<String> practiceLines() {
        return List.of();
    }

    @Override
    public void close() {
    }
}
