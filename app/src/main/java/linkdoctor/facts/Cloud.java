package linkdoctor.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An Azure cloud: its names and addresses.
 *
 * @param name        {@code public}, {@code usgov}, {@code china}, or the name in a cloud file
 * @param vaultSuffix what follows the vault's name in its host name, without a leading dot
 * @param privateZone the private DNS zone that private endpoints of vaults need
 * @param login       authority of Entra ID, an https URL without trailing slash
 * @param arm         Azure Resource Manager, an https URL without trailing slash
 * @param armAudience the audience of ARM tokens, without trailing slash
 */
public record Cloud(String name, String vaultSuffix, String privateZone, String login, String arm, String armAudience) {

    public static final Cloud PUBLIC = new Cloud("public", "vault.azure.net", "privatelink.vaultcore.azure.net",
            "https://login.microsoftonline.com", "https://management.azure.com", "https://management.core.windows.net");
    public static final Cloud USGOV = new Cloud("usgov", "vault.usgovcloudapi.net",
            "privatelink.vaultcore.usgovcloudapi.net", "https://login.microsoftonline.us",
            "https://management.usgovcloudapi.net", "https://management.core.usgovcloudapi.net");
    public static final Cloud CHINA = new Cloud("china", "vault.azure.cn", "privatelink.vaultcore.azure.cn",
            "https://login.chinacloudapi.cn", "https://management.chinacloudapi.cn",
            "https://management.core.chinacloudapi.cn");
    public static final List<Cloud> KNOWN = List.of(PUBLIC, USGOV, CHINA);
    private static final Map<String, String> LOGS = Map.of(PUBLIC.arm, "https://api.loganalytics.io", USGOV.arm, "https://api.loganalytics.us",
            CHINA.arm, "https://api.loganalytics.azure.cn");

    /** The audience of data-plane tokens. */
    public String vaultAudience() {
        return "https://" + vaultSuffix;
    }

    /** Microsoft Graph; empty where its address is not known. */
    public Optional<String> graph() {
        return Optional.ofNullable(Map.of("public", "https://graph.microsoft.com", "usgov", "https://graph.microsoft.us",
                "china", "https://microsoftgraph.chinacloudapi.cn").get(name));
    }

    /** The queries of Log Analytics, an https URL without trailing slash that is their tokens' audience too; empty where it is not known. */
    public Optional<String> logs() {
        return Optional.ofNullable(LOGS.get(arm));
    }

    /** The zone's name without {@code privatelink.}: the suffix of the public aliases. */
    public String vaultCoreSuffix() {
        return privateZone.replaceFirst("^privatelink\\.", "");
    }
}
