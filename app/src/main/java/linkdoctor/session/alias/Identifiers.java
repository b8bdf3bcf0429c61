package linkdoctor.session.alias;

import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** Aliases for identifiers of subscriptions, tenants, principals and applications, and for user names. */
public final class Identifiers {
    /** Role and policy definitions keep theirs: those are Azure's own, the same everywhere, and verdicts rest on them. */
    private static final Pattern GUID = Pattern.compile("(?i)(?<![0-9a-f-]|Definitions/)[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-f-])");
    private static final Pattern USER = Pattern.compile("(?<![A-Za-z0-9._%+#-])[A-Za-z0-9._%+#-]++@[A-Za-z0-9-]++(?:\\.[A-Za-z0-9-]++)++");
    private static final Pattern IN_PATH = Pattern.compile("(?i)/subscriptions/(" + GUID.pattern() + ")");
    private static final Map<String, Kind> KINDS = Map.of("tenant", Kind.TENANT, "homeTenant", Kind.TENANT, "objectId", Kind.PRINCIPAL,
            "principalId", Kind.PRINCIPAL, "groups", Kind.PRINCIPAL, "appId", Kind.APPLICATION, "applicationId", Kind.APPLICATION,
            "subscription", Kind.SUBSCRIPTION);
    private final Aliases aliases;

    private Identifiers(Aliases aliases) {
        this.aliases = aliases;
    }

    /** A copy of the document with its identifiers replaced, wherever they stand. */
    public static JsonNode replaced(JsonNode document, Aliases aliases) {
        Identifiers identifiers = new Identifiers(aliases);
        UnaryOperator<String> makingWay = aliases.makingWay();
        Texts.each(document, identifiers::learn);
        NamedSubscription.all(document).forEach(one -> identifiers.learn("subscription", one.id()));
        return Texts.map(document, text -> identifiers.replaced(makingWay.apply(text)));
    }

    /** The same for a document in which nothing else is replaced. */
    public static JsonNode replacedAlone(JsonNode document, Aliases aliases) {
        Set<String> known = aliases.all().keySet();
        return Texts.map(replaced(document, aliases), text -> Addresses.makingWay(text, aliases, known));
    }

    /** Names the identifiers whose kind their place tells, before any is met in running text. */
    private void learn(String key, String text) {
        for (Matcher id = IN_PATH.matcher(text); id.find(); ) {
            aliases.of(id.group(1), Kind.SUBSCRIPTION);
        }
        if (KINDS.containsKey(key) && GUID.matcher(text).matches()) {
            aliases.of(text, KINDS.get(key));
        }
    }

    private String replaced(String text) {
        String ids = GUID.matcher(text).replaceAll(id -> aliases.of(id.group(), Kind.ID));
        return USER.matcher(ids).replaceAll(user -> aliases.of(user.group(), Kind.USER));
    }
}
