package linkdoctor.explain.read;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import linkdoctor.facts.Cloud;
import linkdoctor.facts.ResourceId;

/** Finds the vault that a text speaks of. */
final class VaultNames {
    private static final String NAME = "([a-z][a-z0-9-]{1,22}[a-z0-9])";
    private static final String SUFFIX = "\\.(?:" + Stream.concat(Cloud.KNOWN.stream().flatMap(cloud -> Stream.of(cloud.vaultSuffix(),
            cloud.privateZone())), Stream.of("managedhsm.azure.net")).map(Pattern::quote).collect(Collectors.joining("|")) + ")";
    /** Of a resource, not of an action on one. */
    private static final String IN_PATH = "microsoft\\.keyvault/vaults/(?!(?:read|write|delete|secrets|keys|certificates|certificatecas|deploy|join)(?![a-z0-9-]))";
    /** In the text without blanks: what follows ends the name for certain. */
    private static final List<Pattern> IN_RUN = Stream.of("vault:\"?" + NAME + ";location=", "keyvault\"?" + NAME + ";location=",
            "https?://" + NAME + SUFFIX).map(VaultNames::any).toList();
    /** In the lines: a blank ends the name, but not the end of a line, where it may be broken. */
    private static final List<Pattern> IN_LINES = Stream.of("(?<![a-z0-9._*/{-])" + NAME + SUFFIX,
            IN_PATH + NAME + "(?=[\"/;,) ])",
            "(?:vault[-_ ]?name|vault was not found|the vault|key ?vault)\"?[ :=]{1,3}\"" + NAME + "\"",
            "--vault-name[ =]\"?" + NAME + "(?=[\" ])").map(VaultNames::any).toList();
    private static final Pattern IN_ID = any(IN_PATH + NAME + "(?=[\"/;,)])");
    private static final Pattern ID = any("(/subscriptions/[a-z0-9-]{30,40}/resourcegroups/[^/\"]{1,90}/providers/microsoft\\.keyvault/vaults/"
            + "[a-z][a-z0-9-]{1,22}[a-z0-9])(?=[\"/;,)])");

    private VaultNames() {
    }

    private static Pattern any(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    static Optional<String> vault(PastedText text) {
        return IN_RUN.stream().flatMap(pattern -> first(pattern, text.run()).stream()).findFirst()
                .or(() -> IN_LINES.stream().flatMap(pattern -> unbroken(pattern, text.lines()).stream()).findFirst())
                .or(() -> first(IN_ID, text.run()))
                .map(name -> name.equals(name.toUpperCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : name);
    }

    /** The vault's resource id; a masked one is none. */
    static Optional<ResourceId> id(PastedText text) {
        return first(ID, text.run()).map(ResourceId::of);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (named(matcher.group(1))) {
                return Optional.of(matcher.group(1));
            }
        }
        return Optional.empty();
    }

    /** The same, but not where the name may have begun on the line before. */
    private static Optional<String> unbroken(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            int before = matcher.start() - 2;
            boolean broken = before >= 0 && text.charAt(before + 1) == '\n' && Character.isLetterOrDigit(text.charAt(before));
            if (!broken && named(matcher.group(1))) {
                return Optional.of(matcher.group(1));
            }
        }
        return Optional.empty();
    }

    /** Not a mask, nor a label of Azure's own names. */
    private static boolean named(String name) {
        return !name.matches("(?i)x+|privatelink|vault|name|your-.*");
    }
}
