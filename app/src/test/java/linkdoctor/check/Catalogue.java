package linkdoctor.check;

import java.util.List;

/** Every code that the product promises, as its contract lists them: none is ever renamed or used for another thing. */
public final class Catalogue {
    public static final List<String> CODES = List.of(
            "vault.name-invalid", "vault.not-found", "vault.soft-deleted", "vault.unreadable",
            "client.outside-vnet", "client.cloud-shell", "client.managed-service",
            "connection.none", "connection.pending", "connection.rejected", "connection.disconnected",
            "connection.not-succeeded", "connection.leftover", "connection.duplicate-in-vnet", "connection.other-vnet",
            "firewall.public-open", "firewall.rules-unneeded", "firewall.closed-without-endpoint", "firewall.perimeter",
            "firewall.policy-enforced",
            "private-ip.unknown", "private-ip.mismatch", "private-ip.outside-vnet",
            "dns.public-no-alias", "dns.public-with-alias", "dns.wrong-private-ip", "dns.name-not-found", "dns.mixed",
            "dns.server-failed", "dns.resolvers-disagree",
            "zone.missing", "zone.misnamed", "zone.not-linked", "zone.link-pending", "zone.record-missing",
            "zone.record-wrong-ip", "zone.record-extra-ip", "zone.ttl-out-of-range", "zone.fallback-to-internet",
            "zone.competing", "zone.no-group",
            "healthstatus.unreachable", "healthstatus.untrusted-tls", "healthstatus.not-key-vault",
            "healthstatus.public-source", "healthstatus.service-endpoint", "healthstatus.other-endpoint",
            "healthstatus.name-differs-from-ip",
            "environment.custom-dns", "environment.dns-override", "environment.hosts-override", "environment.proxy",
            "environment.peering", "environment.subnet-policy",
            "access.connection-denied", "access.firewall-denied", "access.role-missing", "access.policy-missing", "access.deny-assignment", "access.identity-none",
            "access.identity-closed", "access.identity-behind-proxy",
            "access.model-mismatch", "access.wrong-tenant", "access.token-failed", "access.throttled", "access.audit-off");

    private Catalogue() {
    }
}
