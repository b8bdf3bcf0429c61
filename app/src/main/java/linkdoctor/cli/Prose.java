package linkdoctor.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import linkdoctor.facts.Snapshot;

/**
 * Sentences as one reads them at a terminal: safe for it, and long identifiers cut short in the middle. The session
 * keeps them whole, and so do commands.
 */
final class Prose {
    /** Nobody reads more of one sentence; a header from outside may have 64 KiB. */
    private static final int LONGEST = 4000;
    private static final Pattern RESOURCE = Pattern.compile("(https://[^/\\s'\"]+)?(/(?:subscriptions|providers)/[^\\s'\",;()\\[\\]]+)");
    private static final Pattern GUID = Pattern.compile("\\b([0-9a-fA-F]{8})-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{8}([0-9a-fA-F]{4})\\b");
    /** What must not be torn apart at the end of a line. */
    private static final Pattern MEASURE = Pattern.compile("(\\bTTL|\\d) (?=\\d+\\b|m?s\\b)");

    private final Style style;
    private final Map<String, String> subscriptions = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Prose(Style style, Snapshot facts) {
        this.style = style;
        facts.vault().known().stream().flatMap(search -> search.searched().items().stream()).filter(one -> !one.name().isEmpty())
                .forEach(one -> subscriptions.put(one.id(), one.name()));
    }

    String of(String text) {
        String readable = text.length() <= LONGEST ? text
                : text.substring(0, LONGEST) + "… (" + (text.length() - LONGEST) + " more characters, which --output json shows)";
        String named = RESOURCE.matcher(readable).replaceAll(found -> java.util.regex.Matcher.quoteReplacement(resource(found)));
        String brief = GUID.matcher(named).replaceAll("$1…$2");
        return MEASURE.matcher(style.plain(brief)).replaceAll("$1" + Layout.GLUE);
    }

    /** "…/vaults/fabrikam" for an id or its URL at Azure Resource Manager; the list of a subscription keeps whose it is. */
    private String resource(MatchResult found) {
        String whole = found.group(2);
        String end = whole.replaceAll("^.*?([.:]*)$", "$1");
        String path = whole.substring(0, whole.length() - end.length()).replaceAll("\\?.*$", "");
        List<String> parts = Arrays.asList(path.substring(1).split("/"));
        int providers = parts.indexOf("providers");
        if (providers < 0) {
            return scope(parts) + end;
        }
        boolean listed = parts.getFirst().equals("subscriptions") && !path.toLowerCase(Locale.ROOT).contains("/resourcegroups/");
        String tail = String.join("/", parts.subList(Math.min(parts.size(), providers + 2), parts.size()))
                .replaceAll("/providers/[^/]+", "/…");
        return (listed ? "/subscriptions/" + parts.get(1) : "") + (tail.isEmpty() ? path : "…/" + tail)
                .replaceAll("^…", listed ? "/…" : "…") + end;
    }

    private String scope(List<String> parts) {
        if (parts.size() == 2 && subscriptions.containsKey(parts.get(1))) {
            return "subscription " + subscriptions.get(parts.get(1));
        }
        return parts.size() > 3 ? "…/" + String.join("/", parts.subList(2, parts.size())) : "/" + String.join("/", parts);
    }
}
