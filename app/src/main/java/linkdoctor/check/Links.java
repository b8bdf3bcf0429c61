package linkdoctor.check;

/** Microsoft's pages that findings point to, each written once. */
public final class Links {
    private static final String KEY_VAULT = "https://learn.microsoft.com/azure/key-vault/general/";

    public static final String DIAGNOSTICS = KEY_VAULT + "private-link-diagnostics";
    public static final String PRIVATE_LINK = KEY_VAULT + "private-link-service";
    public static final String NETWORK_SECURITY = KEY_VAULT + "network-security";
    public static final String BEHIND_FIREWALL = KEY_VAULT + "access-behind-firewall";
    public static final String RECOVERY = KEY_VAULT + "key-vault-recovery";
    public static final String RBAC = KEY_VAULT + "rbac-guide";
    public static final String DENY_ASSIGNMENTS = "https://learn.microsoft.com/azure/role-based-access-control/deny-assignments";
    public static final String ACCESS_POLICY = KEY_VAULT + "assign-access-policy";
    public static final String ERROR_CODES = KEY_VAULT + "rest-error-codes";
    public static final String MANAGED_IDENTITY = "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token";
    public static final String AUTHENTICATION = KEY_VAULT + "authentication";
    public static final String THROTTLING = KEY_VAULT + "overview-throttling";
    public static final String LOGGING = KEY_VAULT + "logging";
    public static final String TRUSTED_SERVICES = KEY_VAULT + "overview-vnet-service-endpoints";
    public static final String ENDPOINT_DNS = "https://learn.microsoft.com/azure/private-link/private-endpoint-dns";
    public static final String ENDPOINT_POLICIES =
            "https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy";
    public static final String DNS_FALLBACK = "https://learn.microsoft.com/azure/dns/private-dns-fallback";
    public static final String ZONE_LINKS = "https://learn.microsoft.com/azure/dns/private-dns-virtual-network-links";
    public static final String PEERING =
            "https://learn.microsoft.com/azure/virtual-network/virtual-network-peering-overview";
    public static final String PERIMETER =
            "https://learn.microsoft.com/azure/private-link/network-security-perimeter-concepts";

    private Links() {
    }
}
