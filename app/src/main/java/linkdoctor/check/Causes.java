package linkdoctor.check;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

import linkdoctor.facts.Ip;
import linkdoctor.facts.Snapshot;

/**
 * What follows from what. Each line names a finding and what can be behind it, nearest first; a finding follows
 * from the first of these that was found too.
 */
final class Causes {
    private static final List<String> CONNECTION = List.of("connection.pending", "connection.rejected",
            "connection.disconnected", "connection.not-succeeded", "connection.none");
    private static final List<String> RESOLVED_WRONG = List.of("environment.hosts-override", "dns.public-no-alias",
            "dns.public-with-alias", "dns.wrong-private-ip", "dns.mixed", "dns.name-not-found", "dns.server-failed");
    private static final List<String> VAULT_GONE = List.of("vault.soft-deleted", "vault.not-found", "vault.name-invalid");

    private static final Map<String, List<String>> OF = Map.ofEntries(
            entry("vault.unreadable", List.of("access.wrong-tenant", "access.token-failed")),
            entry("vault.not-found", List.of("access.wrong-tenant")),
            entry("connection.leftover", List.of()),
            entry("firewall.closed-without-endpoint", CONNECTION),
            entry("private-ip.unknown", CONNECTION),
            entry("private-ip.outside-vnet", List.of("private-ip.mismatch")),
            entry("zone.missing", List.of("zone.misnamed", "connection.none")),
            entry("zone.not-linked", List.of("zone.misnamed")),
            entry("zone.record-missing", join(List.of("zone.misnamed", "private-ip.unknown"), CONNECTION,
                    VAULT_GONE)),
            entry("zone.record-wrong-ip", List.of("private-ip.mismatch", "connection.disconnected")),
            entry("zone.record-extra-ip", List.of("private-ip.mismatch")),
            entry("zone.competing", List.of("zone.not-linked")),
            entry("dns.public-no-alias", join(CONNECTION, VAULT_GONE)),
            entry("dns.public-with-alias", List.of("environment.custom-dns", "environment.dns-override",
                    "zone.not-linked", "zone.link-pending", "zone.misnamed", "zone.missing", "zone.record-missing",
                    "zone.record-wrong-ip", "connection.other-vnet", "client.cloud-shell")),
            entry("dns.name-not-found", join(VAULT_GONE, List.of("zone.record-missing", "environment.custom-dns",
                    "environment.dns-override", "zone.misnamed"))),
            entry("dns.wrong-private-ip", List.of("zone.record-wrong-ip", "zone.record-extra-ip", "private-ip.mismatch",
                    "environment.custom-dns", "environment.dns-override", "connection.other-vnet")),
            entry("dns.mixed", List.of("zone.record-extra-ip", "zone.link-pending", "environment.custom-dns",
                    "environment.dns-override")),
            entry("dns.server-failed", List.of("environment.peering", "environment.custom-dns", "environment.dns-override")),
            entry("dns.resolvers-disagree", List.of("environment.custom-dns", "environment.dns-override", "dns.mixed",
                    "dns.public-with-alias", "dns.public-no-alias", "dns.server-failed", "dns.name-not-found", "dns.wrong-private-ip",
                    "zone.not-linked", "zone.record-wrong-ip", "zone.record-missing")),
            entry("environment.custom-dns", List.of("zone.not-linked", "zone.link-pending")),
            entry("environment.dns-override", List.of()),
            entry("environment.hosts-override", List.of()),
            entry("environment.peering", List.of()),
            entry("connection.other-vnet", join(List.of("environment.peering"), CONNECTION)),
            entry("healthstatus.unreachable", join(RESOLVED_WRONG, List.of("environment.proxy", "environment.peering",
                    "connection.other-vnet", "environment.subnet-policy"), CONNECTION, VAULT_GONE)),
            entry("healthstatus.untrusted-tls", join(List.of("environment.proxy"), RESOLVED_WRONG)),
            entry("healthstatus.not-key-vault", join(List.of("healthstatus.untrusted-tls", "environment.proxy"),
                    RESOLVED_WRONG)),
            entry("healthstatus.public-source", join(List.of("environment.proxy"), RESOLVED_WRONG, CONNECTION)),
            entry("healthstatus.service-endpoint", join(RESOLVED_WRONG, CONNECTION)),
            entry("healthstatus.other-endpoint", join(RESOLVED_WRONG, List.of("environment.proxy"))),
            entry("healthstatus.name-differs-from-ip", join(List.of("environment.proxy"), RESOLVED_WRONG,
                    List.of("healthstatus.public-source", "healthstatus.other-endpoint"))),
            entry("access.connection-denied", join(List.of("healthstatus.public-source",
                    "firewall.closed-without-endpoint", "healthstatus.service-endpoint", "environment.proxy",
                    "client.cloud-shell"), RESOLVED_WRONG, CONNECTION)),
            entry("access.firewall-denied", join(List.of("healthstatus.public-source", "healthstatus.service-endpoint",
                    "environment.proxy", "client.cloud-shell"), RESOLVED_WRONG, CONNECTION)),
            entry("access.token-failed", List.of("access.wrong-tenant")),
            entry("access.role-missing", List.of("access.wrong-tenant")),
            entry("access.deny-assignment", List.of("access.wrong-tenant")),
            entry("access.policy-missing", List.of("access.wrong-tenant")),
            entry("access.model-mismatch", List.of("access.role-missing", "access.policy-missing", "access.deny-assignment")));

    /** The order in which a request meets the links of the path: the earliest broken one is the root. */
    private static final List<String> PATH = List.of("vault", "client", "connection", "environment.peering",
            "private-ip", "zone", "environment.custom-dns", "environment.dns-override", "environment.hosts-override",
            "dns", "environment", "firewall.closed-without-endpoint", "healthstatus", "firewall", "access");

    /** Causes that are behind a finding only where something else is so as well; {@code found} are all codes of the run. */
    private static final Map<String, BiPredicate<Set<String>, Snapshot>> ONLY = Map.of(
            // A lost record lets a public answer through where the link falls back, and a wrong one where it is public itself.
            "dns.public-with-alias from zone.record-missing", (found, facts) -> found.contains("zone.fallback-to-internet"),
            "dns.public-with-alias from zone.record-wrong-ip", (found, facts) -> facts.zones().known().stream()
                    .flatMap(zones -> zones.items().stream()).flatMap(zone -> zone.records().known().stream()).flatMap(List::stream)
                    .anyMatch(record -> record.addresses().stream().anyMatch(Ip::publicAddress)));

    private Causes() {
    }

    /** The cause, among these failures, that the finding follows from; {@code found} are all findings of the run. */
    static Optional<String> of(String code, Set<String> failures, Set<String> found, Snapshot facts) {
        return of(code).stream().filter(failures::contains)
                .filter(cause -> Optional.ofNullable(ONLY.get(code + " from " + cause)).map(so -> so.test(found, facts)).orElse(true)).findFirst();
    }

    /** What can be behind the finding, nearest first. */
    static List<String> of(String code) {
        return OF.getOrDefault(code, List.of());
    }

    /** Every finding that can lie behind this one, however far. */
    static Set<String> behind(String code) {
        Set<String> all = new java.util.LinkedHashSet<>();
        List<String> next = of(code);
        while (!next.isEmpty()) {
            next = next.stream().filter(all::add).flatMap(cause -> of(cause).stream()).collect(Collectors.toList());
        }
        return all;
    }

    /** Position on the path; smaller is earlier. */
    static int position(String code) {
        int exact = PATH.indexOf(code);
        return exact >= 0 ? exact : PATH.indexOf(code.substring(0, code.indexOf('.')));
    }

    /** Every code that the table speaks of, for the test that they all exist. */
    static Set<String> codes() {
        return OF.entrySet().stream().flatMap(e -> java.util.stream.Stream.concat(
                java.util.stream.Stream.of(e.getKey()), e.getValue().stream())).collect(Collectors.toSet());
    }

    @SafeVarargs
    private static List<String> join(List<String>... lists) {
        return java.util.Arrays.stream(lists).flatMap(List::stream).toList();
    }
}
