package linkdoctor.facts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a user wrote for a vault: a name, a host name, a URI or a resource id, in the ways people paste them. */
public final class TargetParser {
    private static final Pattern RESOURCE_ID = Pattern.compile("(?i).*?(?:^|/)(subscriptions/[^/]+/.*)");
    private static final Pattern VAULT_ID = Pattern.compile(
            "(?i)(subscriptions/([^/]+)/resourceGroups/[^/]+/providers/Microsoft\\.KeyVault/vaults/([^/?#]+)).*");
    /** No resource id is longer; a whole log pasted by mistake is. */
    private static final int LONGEST = 2000;
    private static final String QUOTES = "[\\s\"'`<>\u2018\u2019\u201c\u201d\u00ab\u00bb]+";

    private TargetParser() {
    }

    /** What became of the text. */
    public sealed interface Parsed {
    }

    /** A target; its name may still be one that no vault can have, which is for a check to say. */
    public record Read(Target target) implements Parsed {
    }

    /** Not even a target; {@code said} is one sentence. */
    public record Refused(String said) implements Parsed {
    }

    /**
     * @param given  what the user wrote
     * @param chosen the cloud that the user named; else the host name's suffix chooses it, and the first known is usual
     * @param known  the clouds to recognise host names of, at least one
     */
    public static Parsed parse(String given, Optional<Cloud> chosen, List<Cloud> known) {
        if (given.length() > LONGEST) {
            return new Refused("This is too long for a vault: say its name, host name, URI or resource id.");
        }
        String text = given.replaceAll("^" + QUOTES, "").replaceAll(QUOTES + "$", "");
        if (text.isEmpty()) {
            return new Refused("Say which vault: its name, host name, URI or resource id.");
        }
        if (text.startsWith("-")) {
            return new Refused("\"" + text + "\" is no vault: say its name, host name, URI or resource id.");
        }
        Cloud usual = chosen.orElse(known.getFirst());
        Matcher id = RESOURCE_ID.matcher(text);
        return id.matches() ? fromId(given, id.group(1), usual) : fromName(given, bareHost(text), chosen, known);
    }

    private static Parsed fromId(String given, String id, Cloud cloud) {
        Matcher vault = VAULT_ID.matcher(id);
        if (!vault.matches()) {
            return new Refused("\"" + given.strip() + "\" is not the resource id of a key vault.");
        }
        return new Read(new Target(given, vault.group(3).toLowerCase(Locale.ROOT), cloud, Optional.of(vault.group(2)),
                Optional.of(ResourceId.of("/" + vault.group(1))), Optional.empty()));
    }

    private static Parsed fromName(String given, String host, Optional<Cloud> chosen, List<Cloud> known) {
        if (host.isEmpty()) {
            return new Refused("\"" + given.strip() + "\" names no vault.");
        }
        for (Cloud cloud : known) {
            for (String suffix : List.of(cloud.vaultSuffix(), cloud.privateZone(), cloud.vaultCoreSuffix())) {
                if (host.length() > suffix.length() + 1 && host.endsWith("." + suffix.toLowerCase(Locale.ROOT))) {
                    String name = host.substring(0, host.length() - suffix.length() - 1);
                    return chosen.isPresent() && !chosen.get().vaultSuffix().equalsIgnoreCase(cloud.vaultSuffix())
                            ? new Refused(host + " is a name in the cloud " + cloud.name() + ", but the cloud asked for is "
                            + chosen.get().name() + ".")
                            : read(given, name, chosen.orElse(cloud));
                }
            }
        }
        return read(given, host, chosen.orElse(known.getFirst()));
    }

    private static Parsed read(String given, String vault, Cloud cloud) {
        return new Read(new Target(given, vault, cloud, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** The host part of a URI or name, in lower case, without port and trailing dots. */
    private static String bareHost(String text) {
        return text.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://+", "").replaceFirst("[/?#\\\\].*$", "")
                .replaceFirst("^.*@", "").replaceFirst(":\\d*$", "").strip().replaceFirst("\\.+$", "").toLowerCase(Locale.ROOT);
    }
}
