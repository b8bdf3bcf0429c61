package linkdoctor.facts.azure;

/**
 * An Azure Policy assignment that rewrites or forbids public access to vaults.
 *
 * @param effect Modify, Deny, DeployIfNotExists, Audit … as far as it could be read; may be empty
 */
public record PolicyAssignment(String id, String displayName, String scope, String effect) {
}
