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

    private static final java.util.regex.Pattern LEGAL = java.util.regex.Pattern.compile("[A-Za-z](?!.*--)[A-Za-z0-9-]{1,22}[A-Za-z0-9]");

    /** Whether Azure would take the name: 3 to 24 letters, digits and hyphens, a letter first, no hyphen last or doubled. */
    public boolean legalName() {
        return LEGAL.matcher(vault).matches();
    }

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
