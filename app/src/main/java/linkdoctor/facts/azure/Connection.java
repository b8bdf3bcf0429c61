package linkdoctor.facts.azure;

import linkdoctor.facts.ResourceId;

import java.util.Optional;

/**
 * A private endpoint connection as the vault lists it.
 *
 * @param status            Approved, Pending, Rejected, Disconnected, or what Azure adds
 * @param provisioningState Succeeded, Updating, Failed …
 */
public record Connection(ResourceId id, Optional<ResourceId> endpoint, String status, String provisioningState,
                         String description) {

    public boolean approved() {
        return status.equalsIgnoreCase("Approved");
    }

    public boolean succeeded() {
        return provisioningState.isEmpty() || provisioningState.equalsIgnoreCase("Succeeded");
    }

    /** Approved and provisioned: requests can travel over it. */
    public boolean effective() {
        return approved() && succeeded();
    }
}
