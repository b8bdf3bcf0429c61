package linkdoctor.probe.survey;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;

/** Which facts are needed to look at another. */
final class Needs {
    private static final List<String> REQUEST = List.of("systemResolution", "proxies");
    private static final List<String> VAULT = List.of("vault", "challenge");
    private static final Map<String, List<String>> NEEDED = Map.ofEntries(
            Map.entry("byName", REQUEST), Map.entry("direct", REQUEST), Map.entry("challenge", REQUEST),
            Map.entry("identity", List.of("challenge")),
            Map.entry("vault", List.of("identity")), Map.entry("zones", List.of("identity")), Map.entry("networks", List.of("identity")),
            Map.entry("clientSubnet", List.of("identity", "imds")), Map.entry("dataPlane", List.of("identity", "byName")),
            Map.entry("connections", VAULT), Map.entry("requiredZones", VAULT), Map.entry("diagnostics", VAULT),
            Map.entry("workspaces", List.of("vault", "challenge", "diagnostics")),
            Map.entry("auditLog", List.of("vault", "challenge", "diagnostics", "byName", "dataPlane")),
            Map.entry("policies", VAULT), Map.entry("perimeter", VAULT), Map.entry("principals", VAULT), Map.entry("rights", List.of("vault", "identity")),
            Map.entry("endpoints", List.of("connections")), Map.entry("byAddress", List.of("endpoints")),
            Map.entry("lookups", List.of("resolvers", "client", "networks", "endpoints")));

    private Needs() {
    }

    /** These facts, and those that they need and that were not seen before. */
    static Set<String> of(Set<String> facts, Snapshot before) {
        Set<String> all = new HashSet<>(facts);
        Deque<String> left = new ArrayDeque<>(facts);
        while (!left.isEmpty()) {
            NEEDED.getOrDefault(left.pop(), List.of()).stream().filter(needed -> !seen(before.value(needed))).filter(all::add).forEach(left::add);
        }
        return all;
    }

    private static boolean seen(Object fact) {
        return fact instanceof Map<?, ?> many ? !many.isEmpty() && many.values().stream().allMatch(Needs::seen)
                : fact instanceof Probed.Seen<?>;
    }
}
