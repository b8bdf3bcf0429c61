package linkdoctor.lab.arm;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;

/**
 * Operations that Azure finishes later. Here all is done at once; only the telling takes as many questions as it does
 * in Azure, so that clients poll as they would.
 */
public final class Operations {
    /** In place of Azure's 10 to 15 s. Zero would do, but azure-core then waits its own 30 s. */
    private static final String RETRY_AFTER = "1";

    /** The CLI looks every 10 s only: one that finds the resource still updating doubles its wait. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private final Map<String, Boolean> told = new ConcurrentHashMap<>();
    private final Map<ResourceId, Long> updating = new ConcurrentHashMap<>();

    /** Adds to an answer where to ask about the operation: networks, endpoints, interfaces. */
    public Answer network(Answer answer, Call call) {
        String where = call.origin() + "/subscriptions/" + call.id().subscription()
                + "/providers/Microsoft.Network/locations/eastus/";
        String tail = begin() + "?api-version=" + call.apiVersion();
        Answer told = answer.with("Azure-AsyncNotification", "Enabled").with("Retry-After", RETRY_AFTER)
                .with("Azure-AsyncOperation", where + "operations/" + tail);
        return answer.status() == 202 ? told.with("Location", where + "operationResults/" + tail) : told;
    }

    /** 202 as private DNS gives it: an empty object, and two addresses to ask. */
    public Answer privateDns(Call call) {
        String where = call.origin() + "/subscriptions/" + call.id().subscription() + "/resourceGroups/"
                + call.id().resourceGroup() + "/providers/Microsoft.Network/";
        String tail = begin() + "?api-version=" + call.apiVersion();
        return Answer.json(202, Json.object()).with("Retry-After", RETRY_AFTER)
                .with("Azure-AsyncOperation", where + "privateDnsOperationStatuses/" + tail)
                .with("Location", where + "privateDnsOperationResults/" + tail);
    }

    /** 202 as Key Vault gives it for a purge. */
    public Answer vault(Call call) {
        return Answer.empty(202).with("Retry-After", RETRY_AFTER).with("Location", call.origin() + "/subscriptions/"
                + call.id().subscription() + "/providers/Microsoft.KeyVault/locations/eastus/operationResults/"
                + begin() + "?api-version=" + call.apiVersion());
    }

    /** Whether the operation is over: not at the first question, and ever after. */
    public boolean finished(String operation) {
        return Boolean.TRUE.equals(told.put(operation, true));
    }

    /** From now on the resource shows itself as Updating: once, to whoever looks before it has settled. */
    public void update(ResourceId id) {
        updating.put(id, System.nanoTime());
    }

    public boolean stillUpdating(ResourceId id) {
        Long since = updating.remove(id);
        return since != null && System.nanoTime() - since < SETTLED.toNanos();
    }

    private String begin() {
        String id = UUID.randomUUID().toString();
        told.put(id, false);
        return id;
    }
}
