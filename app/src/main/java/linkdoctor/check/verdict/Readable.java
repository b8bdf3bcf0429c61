package linkdoctor.check.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import linkdoctor.facts.Snapshot;

/**
 * Sentences as one reads them: long identifiers cut short in the middle, times without their date where it is the
 * run's. The session keeps them whole, and so do commands.
 */
public final class Readable {
    /** Nobody reads more of one sentence; a header from outside may have 64 KiB. */
    private static final int LONGEST = 4000;
    private static final Pattern RESOURCE = Pattern.compile("https://[^/\\s'\"]+(/(?:subscriptions|providers)/\\S+)"
            + "|(/(?:subscriptions|providers)/[^\\s'\",;()\\[\\]]+)");
    private static final Pattern GUID = Pattern.compile("\\b([0-9a-fA-F]{8})-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{8}([0-9a-fA-F]{4})\\b");
    private static final Pattern INSTANT = Pattern.compile("\\b(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d:\\d\\d)(?:\\.\\d+)?(?:Z|\\+00:00)");

    /** An alias says itself what it stands for. */
    private static final Pattern TWICE = Pattern.compile("\\b(subscription|tenant|application|principal|user|vault|subnet|link|workspace|machine|person) (?=\\1-(?:name-)?\\d)");

    private final String today;
    private final Map<String, String> subscriptions = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private Readable(String today) {
        this.today = today;
    }

    /** For what was not looked at here: no time of it, and no subscription's name. */
    public static Readable ofNothing() {
        return new Readable("");
    }

    public Readable(Snapshot facts) {
        this(facts.started().toString().substring(0, 10));
        facts.vault().known().stream().flatMap(search -> search.searched().items().stream()).filter(one -> !one.name().isEmpty())
                .forEach(one -> subscriptions.put(one.id(), one.name()));
    }

    public String of(String text) {
        String readable = text.length() <= LONGEST ? text
                : text.substring(0, LONGEST) + "… (" + (text.length() - LONGEST) + " more characters, which the session holds)";
        String named = RESOURCE.matcher(readable).replaceAll(found -> java.util.regex.Matcher.quoteReplacement(resource(found)));
        String timed = INSTANT.matcher(named).replaceAll(found ->
                (found.group(1).equals(today) ? "" : found.group(1) + " ") + found.group(2) + " UTC");
        return once(guids(timed));
    }

    /** "tenant-1" for "tenant tenant-1". */
    public static String once(String text) {
        return TWICE.matcher(text).replaceAll("");
    }

    /** "44444444…4444" for each GUID in the text. */
    public static String guids(String text) {
        return GUID.matcher(text).replaceAll("$1…$2");
    }

    /** "…/rg-fabrikam/vaults/fabrikam" for an id or its URL at Azure Resource Manager; the list of a subscription keeps whose it is. */
    private String resource(MatchResult found) {
        String whole = found.group(1) == null ? found.group(2) : found.group(1);
        String end = whole.replaceAll("^.*?([.:]*)$", "$1");
        String path = whole.substring(0, whole.length() - end.length()).replaceAll("\\?.*$", "");
        List<String> parts = Arrays.asList(path.substring(1).split("/"));
        int providers = parts.indexOf("providers");
        if (providers < 0) {
            return scope(parts) + end;
        }
        String tail = String.join("/", parts.subList(Math.min(parts.size(), providers + 2), parts.size()))
                .replaceAll("/providers/[^/]+", "/…");
        String before = providers == 4 ? "…/" + parts.get(3) + "/"
                : providers == 2 ? "/subscriptions/" + parts.get(1) + "/…/" : "…/";
        return (tail.isEmpty() ? path : before + tail) + end;
    }

    private String scope(List<String> parts) {
        if (parts.size() == 2 && subscriptions.containsKey(parts.get(1))) {
            return "subscription " + subscriptions.get(parts.get(1));
        }
        return parts.size() > 3 ? "…/" + String.join("/", parts.subList(2, parts.size())) : "/" + String.join("/", parts);
    }
}
