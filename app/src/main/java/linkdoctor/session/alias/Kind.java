package linkdoctor.session.alias;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an alias stands for; its word begins the alias, and its name is what a person calls such a thing. */
public enum Kind {
    SUBSCRIPTION("subscription"), TENANT("tenant"), PRINCIPAL("principal"), APPLICATION("application"), USER("user", "user name"), ID("id", "other identifier"),
    SUBSCRIPTION_NAME("subscription-name", "subscription name"), VAULT("vault"), RESOURCE_GROUP("resource-group", "resource group"),
    ENDPOINT("endpoint", "private endpoint"), CONNECTION("connection", "endpoint connection"), NETWORK("network", "virtual network"), SUBNET("subnet"),
    INTERFACE("interface", "network interface"), LINK("link", "zone link"), RULES("rules", "network security group"), ROUTES("routes", "route table"),
    WORKSPACE("workspace"), PERIMETER("perimeter", "network security perimeter"), RESOURCE("resource", "other resource"), MACHINE("machine"),
    PROXY("proxy", "proxy host"), PERSON("person", "name of a person or application", "names of people and applications"),
    /** A text of a document's own that looks like an alias. */
    TEXT("text", "text that looks like an alias", "texts that look like aliases"),
    /** Its alias is an address again. */
    ADDRESS("address", "public address", "public addresses");

    private static final Map<String, Kind> TYPES = Map.ofEntries(Map.entry("vaults", VAULT), Map.entry("deletedvaults", VAULT),
            Map.entry("privateendpoints", ENDPOINT), Map.entry("privateendpointconnections", CONNECTION), Map.entry("virtualnetworks", NETWORK),
            Map.entry("subnets", SUBNET), Map.entry("networkinterfaces", INTERFACE), Map.entry("virtualmachines", MACHINE),
            Map.entry("virtualnetworklinks", LINK), Map.entry("networksecuritygroups", RULES), Map.entry("routetables", ROUTES),
            Map.entry("workspaces", WORKSPACE), Map.entry("networksecurityperimeters", PERIMETER));
    private static final Pattern NUMBERED = Pattern.compile("(" + Arrays.stream(values()).filter(kind -> kind != ADDRESS).map(kind -> kind.word)
            .collect(Collectors.joining("|")) + ")-[1-9]\\d{0,8}");

    private final String word;
    private final String one;
    private final String many;

    Kind(String word) {
        this(word, word);
    }

    Kind(String word, String one) {
        this(word, one, one + "s");
    }

    Kind(String word, String one, String many) {
        this.word = word;
        this.one = one;
        this.many = many;
    }

    String word() {
        return word;
    }

    /** "1 vault", "3 vaults". */
    public String counted(int number) {
        return number + " " + (number == 1 ? one : many);
    }

    /** Of resources of this type of Azure's. */
    static Kind ofType(String type) {
        return TYPES.getOrDefault(type.toLowerCase(Locale.ROOT), RESOURCE);
    }

    /** What an alias stands for; empty when the text has not the form of one. */
    public static Optional<Kind> of(String alias) {
        if (Addresses.isAlias(alias)) {
            return Optional.of(ADDRESS);
        }
        var numbered = NUMBERED.matcher(alias);
        return numbered.matches() ? List.of(values()).stream().filter(kind -> kind.word.equals(numbered.group(1))).findFirst() : Optional.empty();
    }
}
