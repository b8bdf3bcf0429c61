package linkdoctor.check.outside;

/**
 * A service that the firewall lets past while its bypass is AzureServices.
 *
 * @param use what alone it is let past for
 */
public record TrustedService(String name, String use) {
}
