package linkdoctor.session.alias;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import linkdoctor.facts.Ip;

/**
 * Aliases for the names of vaults, resources, machines, people and subscriptions that a document of facts holds, such
 * that the facts are judged alike.
 */
public final class Names {
    private static final String SEGMENT = "[^/\\s'\",;?()\\[\\]|]+";
    private static final Pattern GROUP = Pattern.compile("(?i)/resourceGroups/(" + SEGMENT + ")");
    private static final Pattern RESOURCE = Pattern.compile("(?i)/providers/[a-z.]+((?:/[a-z]+/" + SEGMENT + ")+)");
    private static final Pattern RANGE = Pattern.compile("[0-9A-Fa-f.:]+/\\d{1,3}\\b");
    /** Their names are Azure's or DNS's own, or have aliases already; verdicts rest on them. */
    private static final Set<String> KEPT_TYPES = Set.of("providers", "privatednszones", "a", "aaaa", "locations", "roledefinitions", "roleassignments",
            "policydefinitions", "policysetdefinitions", "subscriptions");
    /** Words of Azure and of the facts: whoever names a thing so gives nothing away. */
    private static final Set<String> WORDS = Set.of("default", "vault", "vaults", "keyvault", "secret", "secrets", "key", "keys", "certificates", "public",
            "private", "azure", "microsoft", "network", "networks", "subnet", "endpoint", "endpoints", "connection", "zone", "link", "user", "app", "browser", "cli",
            "environment", "system", "none", "audit", "approved", "pending", "rejected", "disconnected", "succeeded", "updating", "failed", "enabled",
            "disabled", "allow", "deny", "connected", "completed", "seen", "reader", "owner", "contributor", "usgov", "china", "tenant", "principal",
            "application", "subscription", "resource", "group", "person", "machine", "name", "text");
    private static final int SHORTEST = 3;

    private final Aliases aliases;
    private final Addresses addresses;
    private final UnaryOperator<String> restoring;
    private final Map<String, String> names = new TreeMap<>();

    private Names(Aliases aliases) {
        this.aliases = aliases;
        addresses = new Addresses(aliases);
        restoring = aliases.restoring();
    }

    /** A copy of the facts, whose identifiers have aliases already, with names and public addresses replaced too. */
    public static JsonNode replaced(JsonNode facts, Aliases aliases) {
        Names names = new Names(aliases);
        String vault = facts.path("target").path("vault").asText();
        // A name that no vault can have stays: the verdict is on it.
        if (vault.matches("[A-Za-z](?!.*--)[A-Za-z0-9-]{1,22}[A-Za-z0-9]")) {
            names.add(vault, Kind.VAULT);
        }
        NamedSubscription.all(facts).forEach(one -> names.add(one.name(), Kind.SUBSCRIPTION_NAME, one.id().replaceFirst("^subscription-", "subscription-name-")));
        Texts.each(facts, names::learn);
        Swap swap = new Swap(names.names);
        return Texts.map(facts, text -> names.addresses.replaced(swap.apply(text)));
    }

    /** The addresses of private networks, which every document keeps. */
    public static Set<Ip> keptAddresses(JsonNode facts) {
        Names names = new Names(new Aliases(Map.of(), facts));
        Set<Ip> kept = new TreeSet<>();
        Texts.each(facts, names::learn);
        Texts.each(facts, (key, text) -> Addresses.each(RANGE.matcher(text).replaceAll(""), (written, ip) -> {
            if (names.addresses.keeps(ip)) {
                kept.add(ip);
            }
            return written;
        }));
        return kept;
    }

    private void learn(String key, String text) {
        for (Matcher group = GROUP.matcher(text); group.find(); ) {
            add(group.group(1), Kind.RESOURCE_GROUP);
        }
        for (Matcher path = RESOURCE.matcher(text); path.find(); ) {
            String[] parts = path.group(1).substring(1).split("/");
            for (int i = 0; i + 1 < parts.length; i += 2) {
                String type = parts[i].toLowerCase(Locale.ROOT);
                if (!KEPT_TYPES.contains(type)) {
                    add(parts[i + 1].replaceFirst("[.:]+$", ""), Kind.ofType(type));
                }
            }
        }
        switch (key) {
            case "hostname" -> add(text, Kind.MACHINE);
            case "displayName" -> add(text, Kind.PERSON);
            case "proxy" -> add(text.replaceFirst(":\\d+$", ""), Kind.PROXY);
            case "prefixes", "remotePrefixes", "subnets" -> addresses.network(text);
            default -> { }
        }
    }

    private void add(String name, Kind kind) {
        add(name, kind, "");
    }

    /** @param wanted the alias to take when it is free */
    private void add(String name, Kind kind, String wanted) {
        if (tells(name)) {
            // It may hold an alias itself, of an identifier; what it stands for does not.
            String real = restoring.apply(name);
            names.computeIfAbsent(name.toLowerCase(Locale.ROOT), unseen -> Kind.of(wanted).isPresent() ? aliases.of(real, kind, wanted) : aliases.of(real, kind));
        }
    }

    private static boolean tells(String name) {
        return name.length() >= SHORTEST && name.chars().anyMatch(Character::isLetter) && !WORDS.contains(name.toLowerCase(Locale.ROOT)) && !Vocabulary.has(name)
                && !name.equalsIgnoreCase("this machine") && Ip.parse(name).isEmpty() && Kind.of(name).isEmpty();
    }
}
