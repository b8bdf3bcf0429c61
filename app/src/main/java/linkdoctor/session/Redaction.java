package linkdoctor.session;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import linkdoctor.check.Diagnosis;
import linkdoctor.facts.Snapshot;

/** Whether identifiers are replaced by aliases that stay the same throughout a document. */
public enum Redaction {
    /** Everything stays. */
    NONE,
    /** Identifiers of subscriptions, tenants, principals and applications, and user names; private addresses stay. */
    IDS,
    /** The names of vaults, resources, machines and people as well, and public addresses. */
    ALL;

    /** Role and policy definitions keep theirs: those are Azure's own, the same everywhere, and verdicts rest on them. */
    private static final Pattern GUID = Pattern.compile("(?i)(?<![0-9a-f-]|Definitions/)[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-f-])");
    private static final Pattern USER = Pattern.compile("(?<![A-Za-z0-9._%+#-])[A-Za-z0-9._%+#-]++@[A-Za-z0-9-]++(?:\\.[A-Za-z0-9-]++)++");
    private static final Pattern IN_PATH = Pattern.compile("(?i)/subscriptions/(" + GUID.pattern() + ")");
    private static final Map<String, String> KINDS = Map.of("tenant", "tenant", "homeTenant", "tenant", "objectId", "principal",
            "principalId", "principal", "groups", "principal", "appId", "application", "applicationId", "application",
            "subscription", "subscription");

    /** What becomes of identifiers, for the reader of a document. */
    public String said() {
        return switch (this) {
            case NONE -> "Identifiers stand here as they are.";
            case IDS -> "Identifiers of subscriptions, tenants, people and applications are replaced by aliases that stay the same throughout.";
            case ALL -> "Identifiers, the names of vaults, resources, machines and people, and public addresses are replaced by aliases "
                    + "that stay the same throughout; private addresses stay.";
        };
    }

    /** The facts with their identifiers replaced: what is judged and written from them then holds none either. */
    public Snapshot apply(Snapshot facts) {
        return this == NONE ? facts : SessionFile.facts(apply(SessionFile.json(facts)));
    }

    /** The same diagnosis, judged from facts with their identifiers replaced. */
    public Diagnosis apply(Diagnosis diagnosis) {
        return this == NONE ? diagnosis : Diagnosis.of(apply(diagnosis.facts()));
    }

    /** A copy of the document with its identifiers replaced, wherever they stand. */
    JsonNode apply(JsonNode document) {
        return switch (this) {
            case NONE -> document;
            case IDS -> {
                Aliases aliases = new Aliases();
                Texts.each(document, aliases::learn);
                yield Texts.map(document, aliases::replaced);
            }
            case ALL -> Names.replaced(IDS.apply(document));
        };
    }

    /** The aliases of one document. */
    private static final class Aliases {
        private final Map<String, String> alias = new TreeMap<>();
        private final Map<String, Integer> count = new TreeMap<>();

        /** Names the identifiers whose kind their place tells, before any is met in running text. */
        void learn(String key, String text) {
            for (Matcher id = IN_PATH.matcher(text); id.find(); ) {
                aliasOf(id.group(1), "subscription");
            }
            if (KINDS.containsKey(key) && GUID.matcher(text).matches()) {
                aliasOf(text, KINDS.get(key));
            }
        }

        private String replaced(String text) {
            String ids = GUID.matcher(text).replaceAll(id -> aliasOf(id.group(), "id"));
            return USER.matcher(ids).replaceAll(user -> aliasOf(user.group(), "user"));
        }

        private String aliasOf(String id, String kind) {
            return alias.computeIfAbsent(id.toLowerCase(Locale.ROOT), unseen -> kind + "-" + count.merge(kind, 1, Integer::sum));
        }
    }
}
