package linkdoctor.explain;

import java.util.List;
import java.util.Optional;

import linkdoctor.remedy.Remedy;

/**
 * What a pasted error means. What the text does not hold, or holds only in part, is empty.
 *
 * @param code          of the checklist's finding that says the same
 * @param explanation   what happened with the actual values, then why it matters and usually happens
 * @param innerCode     the service's own innermost error code
 * @param clientAddress where the service saw the request come from
 * @param vault         the vault's name
 * @param location      the vault's region
 * @param action        what was asked for: a data action, a kind of object and a permission, or a logged operation
 * @param link          Microsoft's page on it
 */
public record Explanation(Optional<String> code, Layer layer, String title, String explanation, Optional<String> innerCode,
                          Optional<String> clientAddress, Optional<String> vault, Optional<String> location, Optional<String> action,
                          Caller caller, List<Remedy> remedies, Optional<String> link) {
    public Explanation {
        remedies = List.copyOf(remedies);
    }

    /**
     * Who asked, as far as the text names it.
     *
     * @param tenant     that issued the token
     * @param resourceId of the Azure resource whose managed identity it is
     */
    public record Caller(Optional<String> appId, Optional<String> objectId, Optional<String> tenant, Optional<String> resourceId) {
        /** Whether the text names nothing of the caller. */
        public boolean unnamed() {
            return appId.isEmpty() && objectId.isEmpty() && tenant.isEmpty() && resourceId.isEmpty();
        }
    }
}
