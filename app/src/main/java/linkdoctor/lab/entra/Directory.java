package linkdoctor.lab.entra;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import linkdoctor.lab.Estate;
import linkdoctor.lab.World;
import linkdoctor.lab.World.Account;

/** The practice tenants and who is in them. */
final class Directory {
    /** Programs of Microsoft's own that every tenant knows: Azure CLI (also used by the SDK), PowerShell, VS Code. */
    private static final Set<String> PUBLIC_CLIENTS = Set.of("04b07795-8ddb-461a-bbee-02f9e1bf7b46",
            "1950a258-227b-4e31-a9cf-717495945fc2", "aebc6443-996d-45c2-90f0-388ff96faa56",
            "872cd9fa-d31f-45e0-9eab-6e460a02d1f1");
    private static final Set<String> ANY_TENANT = Set.of("common", "organizations");

    private final Estate estate;
    private final World world;

    Directory(Estate estate, World world) {
        this.estate = estate;
        this.world = world;
    }

    /** Whether a tenant in a URL is one of {@code common} and the like. */
    static boolean anyTenant(String tenant) {
        return ANY_TENANT.contains(tenant.toLowerCase(Locale.ROOT));
    }

    /** The tenant's id, by id or by a domain of its users; empty when there is no such tenant. */
    Optional<String> tenant(String given) {
        return tenants().stream().filter(given::equalsIgnoreCase).findFirst()
                .or(() -> world.accounts().stream()
                        .filter(account -> account.login().toLowerCase(Locale.ROOT)
                                .endsWith("@" + given.toLowerCase(Locale.ROOT)))
                        .map(Account::tenant).findFirst());
    }

    private Set<String> tenants() {
        Stream<String> ofAccounts = world.accounts().stream().map(Account::tenant);
        Stream<String> ofVaults = estate.ofType("Microsoft.KeyVault/vaults").stream()
                .map(vault -> vault.path("properties").path("tenantId").asText());
        return Stream.concat(ofAccounts, ofVaults).filter(id -> !id.isEmpty()).collect(Collectors.toSet());
    }

    boolean knowsClient(String clientId) {
        return PUBLIC_CLIENTS.contains(clientId.toLowerCase(Locale.ROOT))
                || world.accounts().stream().anyMatch(account -> account.appId().equalsIgnoreCase(clientId));
    }

    /** An application of a tenant. */
    Optional<Account> app(String clientId, String tenant) {
        return world.accounts().stream().filter(account -> account.kind().equals("app"))
                .filter(account -> account.appId().equalsIgnoreCase(clientId)
                        && (anyTenant(tenant) || account.tenant().equalsIgnoreCase(tenant))).findFirst();
    }

    /** The accounts with a user's name, the one of its home tenant first. */
    List<Account> users(String login) {
        return world.accounts().stream().filter(account -> account.kind().equals("user"))
                .filter(account -> account.login().equalsIgnoreCase(login.strip())).toList();
    }

    /** Who a token was given to. */
    Optional<Account> byObjectId(String objectId, String tenant) {
        return world.accounts().stream().filter(account -> account.objectId().equalsIgnoreCase(objectId)
                && account.tenant().equalsIgnoreCase(tenant)).findFirst();
    }

    List<Account> accounts() {
        return world.accounts();
    }
}
