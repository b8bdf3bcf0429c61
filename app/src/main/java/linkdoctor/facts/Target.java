package linkdoctor.facts;

import java.util.Optional;

/**
 * The vault that the user asked about.
 *
 * @param given        what the user wrote
 * @param vault        the vault's name taken from it
 * @param cloud        where it lives
 * @param subscription the subscription to look in first, by id or name
 * @param resourceId   when the user gave one
 * @param endpointIp   the endpoint's address, for those who may not read the endpoint
 */
public record Target(String given, String vault, Cloud cloud, Optional<String> subscription,
                     Optional<ResourceId> resourceId, Optional<Ip> endpointIp) {

    public String hostname() {
        return vault.toLowerCase(java.util.Locale.ROOT) + "." + cloud.vaultSuffix();
    }

    /** The public alias of a vault that has an approved private endpoint connection. */
    public String privateLinkName() {
        return vault.toLowerCase(java.util.Locale.ROOT) + "." + cloud.privateZone();
    }

    /** The healthstatus URL. */
    public String healthUrl() {
        return "https://" + hostname() + "/healthstatus";
    }
}
