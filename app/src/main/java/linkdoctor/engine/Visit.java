package linkdoctor.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.azure.ServiceTag;
import linkdoctor.facts.azure.Subscription;
import linkdoctor.facts.azure.Vault;
import linkdoctor.probe.Progress;

/**
 * A visit to Azure or to a running lab: somebody signs in once, and it is looked at as often as wanted. Every call
 * blocks, ends within its deadline or soon after its thread is interrupted, and never throws: trouble is a failed fact.
 * Closing it interrupts what still runs, forgets who signed in and stops the lab; what is asked afterwards says so.
 */
public interface Visit extends AutoCloseable {

    /**
     * Signs in as asked, unless that has been done; after a failure it tries anew.
     *
     * @param tenantHint the vault's tenant, where it is known; a tenant asked for goes before it
     */
    Probed<Identity> signIn(Optional<String> tenantHint);

    /** The subscriptions that the signed-in identity can read. */
    Probed<List<Subscription>> subscriptions();

    /** The vaults of one subscription. */
    Probed<List<Vault>> vaults(Subscription in);

    /** The service tags of a region with their addresses, as told to a subscription. */
    Probed<List<ServiceTag>> serviceTags(String subscription, String location);

    /** Looks at everything that matters for the vault; signs in first, if nobody is. */
    Snapshot look(Target target, Progress progress);

    /**
     * Looks again at some facts and keeps the others, the same instances, but for those that are needed on the way and
     * were not seen before. When the caller is interrupted, what was not seen anew stays as it was in {@code before}.
     *
     * @param facts names of the snapshot's components, for example those of a section of the checklist
     */
    Snapshot lookAgain(Snapshot before, Set<String> facts, Progress progress);

    /** How to point other programs (the Azure CLI, curl) at the lab, line by line; empty on the real Azure. */
    List<String> practiceLines();

    @Override
    void close();
}
