package linkdoctor.picture;

import java.util.List;
import java.util.Map;
import java.util.Set;

import linkdoctor.check.Check;
import linkdoctor.picture.Hop.Kind;

import static java.util.Map.entry;

/** Which hop each finding marks, and which checks say that a hop is fine. */
final class Places {
    /** By code, or by its section where all of a section lies on one hop; what answers in the vault's place stands where its endpoint should. */
    private static final Map<String, Kind> HOPS = Map.ofEntries(
            entry("vault", Kind.DNS), entry("vault.soft-deleted", Kind.ENDPOINT), entry("vault.unreadable", Kind.CLIENT),
            entry("client", Kind.CLIENT), entry("environment.proxy", Kind.CLIENT),
            entry("dns", Kind.DNS), entry("zone", Kind.DNS), entry("environment", Kind.DNS),
            entry("connection", Kind.ENDPOINT), entry("private-ip", Kind.ENDPOINT), entry("healthstatus", Kind.ENDPOINT),
            entry("environment.peering", Kind.ENDPOINT), entry("environment.subnet-policy", Kind.ENDPOINT),
            entry("firewall", Kind.FIREWALL), entry("access.connection-denied", Kind.FIREWALL), entry("access.firewall-denied", Kind.FIREWALL),
            entry("access.token-failed", Kind.IDENTITY), entry("access.wrong-tenant", Kind.IDENTITY),
            entry("access.identity-none", Kind.IDENTITY), entry("access.identity-closed", Kind.IDENTITY), entry("access.identity-behind-proxy", Kind.IDENTITY),
            entry("access", Kind.PERMISSION));

    private Places() {
    }

    /** @throws IllegalArgumentException for a code of no section that the table knows */
    static Kind hop(String code) {
        Kind exact = HOPS.getOrDefault(code, HOPS.get(code.substring(0, code.indexOf('.'))));
        if (exact == null) {
            throw new IllegalArgumentException("no hop for " + code);
        }
        return exact;
    }

    /** The hop that a check speaks of when it finds nothing. */
    static Kind hop(Check check) {
        return hop(check.findings().getFirst().code());
    }

    /**
     * The checks that say whether the request gets past a hop: the first group of which one was judged counts, and one
     * that passes is enough, for what was seen live beats what could not be read.
     */
    static List<Set<String>> deciding(Kind kind) {
        return switch (kind) {
            case CLIENT -> List.of(Set.of("client.on-network"), Set.of("client.platform"));
            case DNS -> List.of(Set.of("dns.answers-privately"), Set.of("dns.name-exists"));
            case ENDPOINT -> List.of(Set.of("connection.approved", "healthstatus.over-private-link"));
            case FIREWALL -> List.of(Set.of("firewall.closed", "access.let-through"));
            case IDENTITY -> List.of(Set.of("access.signed-in"));
            case PERMISSION -> List.of(Set.of("access.allowed"));
        };
    }

    /** The section that tells of a hop when there is nothing in particular to tell. */
    static int home(Kind kind) {
        return switch (kind) {
            case CLIENT -> 1;
            case DNS -> 5;
            case ENDPOINT -> 2;
            case FIREWALL -> 3;
            case IDENTITY, PERMISSION -> 9;
        };
    }
}
