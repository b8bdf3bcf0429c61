package linkdoctor.session;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import linkdoctor.facts.Ip;

/**
 * Aliases for the names of vaults, resources, machines, people and subscriptions that a document of facts holds, such
 * that the facts are judged alike.
 */
final class Names {
    private static final String SEGMENT = "[^/\\s'\",;?()\\[\\]|]+";
    private static final Pattern GROUP = Pattern.compile("(?i)/resourceGroups/(" + SEGMENT + ")");
    private static final Pattern RESOURCE = Pattern.compile("(?i)/providers/[a-z.]+((?:/[a-z]+/" + SEGMENT + ")+)");
    private static final Map<String, String> KINDS = Map.ofEntries(Map.entry("vaults", "vault"), Map.entry("deletedvaults", "vault"),
            Map.entry("privateendpoints", "endpoint"), Map.entry("privateendpointconnections", "connection"), Map.entry("virtualnetworks", "network"),
            Map.entry("subnets", "subnet"), Map.entry("networkinterfaces", "interface"), Map.entry("virtualmachines", "machine"),
            Map.entry("virtualnetworklinks", "link"), Map.entry("networksecuritygroups", "rules"), Map.entry("routetables", "routes"),
            Map.entry("workspaces", "workspace"), Map.entry("networksecurityperimeters", "perimeter"));
    /** Their names are Azure's or DNS's own, or have aliases already; verdicts rest on them. */
    private static final Set<String> KEPT_TYPES = Set.of("providers", "privatednszones", "a", "aaaa", "locations", "roledefinitions", "roleassignments",
            "policydefinitions", "policysetdefinitions", "subscriptions");
    /** Words of Azure and of the facts: whoever names a thing so gives nothing away. */
    private static final Set<String> WORDS = Set.of("default", "vault", "vaults", "keyvault", "secret", "secrets", "key", "keys", "certificates", "public",
            "private", "azure", "microsoft", "network", "networks", "subnet", "endpoint", "endpoints", "connection", "zone", "link", "user", "app", "browser", "cli",
            "environment", "system", "none", "audit", "approved", "pending", "rejected", "disconnected", "succeeded", "updating", "failed", "enabled",
            "disabled", "allow", "deny", "connected", "completed", "seen", "reader", "owner", "contributor", "usgov", "china");
    private static final int SHORTEST = 3;

    private final Map<String, String> alias = new TreeMap<>();
    private final Map<String, Integer> count = new TreeMap<>();
    private final Addresses addresses = new Addresses();

    private Names() {
    }

    /** A copy of the facts, whose identifiers have aliases already, with names and public addresses replaced too. */
    static JsonNode replaced(JsonNode facts) {
        Names names = new Names();
        String vault = facts.path("target").path("vault").asText();
        // A name that no vault can have stays: the verdict is on it.
        if (vault.matches("[A-Za-z](?!.*--)[A-Za-z0-9-]{1,22}[A-Za-z0-9]")) {
            names.add(vault, "vault");
        }
        facts.path("vault").path("value").path("searched").path("items")
                .forEach(one -> names.same(one.path("name").asText(), one.path("id").asText()));
        Texts.each(facts, names::learn);
        Pattern known = names.known();
        return Texts.map(facts, text -> names.addresses.replaced(known.matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(names.alias.get(name.group().toLowerCase(Locale.ROOT))))));
    }

    private void learn(String key, String text) {
        for (Matcher group = GROUP.matcher(text); group.find(); ) {
            add(group.group(1), "resource-group");
        }
        for (Matcher path = RESOURCE.matcher(text); path.find(); ) {
            String[] parts = path.group(1).substring(1).split("/");
            for (int i = 0; i + 1 < parts.length; i += 2) {
                String type = parts[i].toLowerCase(Locale.ROOT);
                if (!KEPT_TYPES.contains(type)) {
                    add(parts[i + 1].replaceFirst("[.:]+$", ""), KINDS.getOrDefault(type, "resource"));
                }
            }
        }
        switch (key) {
            case "hostname" -> add(text, "machine");
            case "displayName" -> add(text, "person");
            case "proxy" -> add(text.replaceFirst(":\\d+$", ""), "proxy");
            case "prefixes", "remotePrefixes", "subnets" -> addresses.network(text);
            default -> { }
        }
    }

    private void add(String name, String kind) {
        if (tells(name) && !alias.containsKey(name.toLowerCase(Locale.ROOT))) {
            alias.put(name.toLowerCase(Locale.ROOT), kind + "-" + count.merge(kind, 1, Integer::sum));
        }
    }

    /** A subscription's name becomes the alias of its identifier. */
    private void same(String name, String id) {
        if (tells(name)) {
            alias.putIfAbsent(name.toLowerCase(Locale.ROOT), id);
        }
    }

    private static boolean tells(String name) {
        return name.length() >= SHORTEST && !WORDS.contains(name.toLowerCase(Locale.ROOT)) && !name.equalsIgnoreCase("this machine")
                && Ip.parse(name).isEmpty() && !name.matches("(id|user|principal|tenant|application|subscription)-\\d+");
    }

    /** Longer names first, so that none is taken for a part of another; a name also counts within one that nobody knows. */
    private Pattern known() {
        return Pattern.compile(alias.keySet().stream().sorted(Comparator.comparing(String::length).reversed()).map(Pattern::quote)
                .collect(Collectors.joining("|", "(?i)(?<![A-Za-z0-9])(?:", ")(?![A-Za-z0-9])")));
    }
}
