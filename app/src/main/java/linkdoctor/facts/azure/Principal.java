package linkdoctor.facts.azure;

import linkdoctor.facts.Probed;

/**
 * Somebody else than the caller, asked about by object id, and what may be done at the vault.
 *
 * @param entry who it is, as the directory says
 */
public record Principal(String objectId, Probed<Entry> entry, AccessRights rights) {

    /**
     * An entry of the directory.
     *
     * @param kind {@code user}, {@code servicePrincipal} or {@code group}
     */
    public record Entry(String kind, String displayName) {
    }

    /** What to call it. */
    public String called() {
        return entry.known().map(Entry::displayName).filter(name -> !name.isBlank()).orElse(objectId);
    }
}
