package linkdoctor.facts.monitor;

import linkdoctor.facts.ResourceId;

/**
 * A Log Analytics workspace, which can keep a vault's audit log.
 *
 * @param customerId the id by which it is queried; not the one of its resource
 */
public record Workspace(ResourceId id, String location, String customerId) {
}
