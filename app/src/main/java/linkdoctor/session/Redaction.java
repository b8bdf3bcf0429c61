package linkdoctor.session;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import linkdoctor.check.Diagnosis;
import linkdoctor.facts.Snapshot;
import linkdoctor.session.alias.Aliases;
import linkdoctor.session.alias.Identifiers;
import linkdoctor.session.alias.Names;

/** Whether identifiers are replaced by aliases that stay the same throughout a document. */
public enum Redaction {
    /** Everything stays. */
    NONE,
    /** Identifiers of subscriptions, tenants, principals and applications, and user names; private addresses stay. */
    IDS,
    /** The names of vaults, resources, machines and people as well, and public addresses. */
    ALL;

    /** What becomes of identifiers, for the reader of a document. */
    public String said() {
        return switch (this) {
            case NONE -> "Identifiers stand here as they are.";
            case IDS -> "Identifiers of subscriptions, tenants, people and applications are replaced by aliases that stay the same throughout.";
            case ALL -> "Identifiers, the names of vaults, resources, machines and people, and public addresses are replaced by aliases "
                    + "that stay the same throughout; private addresses stay.";
        };
    }

    /**
     * Facts with aliases in them.
     *
     * @param key maps these aliases back, and those that were known before
     */
    public record Redacted(Snapshot facts, RedactionKey key) {
    }

    /** The facts with their identifiers replaced: what is judged and written from them then holds none either. */
    public Snapshot apply(Snapshot facts) {
        return apply(facts, RedactionKey.NEW).facts();
    }

    /** The same with the aliases of a key wherever it has one. */
    public Redacted apply(Snapshot facts, RedactionKey known) {
        if (this == NONE) {
            return new Redacted(facts, known);
        }
        JsonNode document = SessionFile.json(facts);
        Aliases aliases = new Aliases(known.aliases(), document);
        Snapshot redacted = SessionFile.facts(apply(document, aliases));
        return new Redacted(redacted, known.and(facts.target().vault(), aliases.all()));
    }

    /** The same diagnosis, judged from facts with their identifiers replaced. */
    public Diagnosis apply(Diagnosis diagnosis) {
        return this == NONE ? diagnosis : Diagnosis.of(apply(diagnosis.facts()));
    }

    /** A copy of the document with its identifiers replaced, wherever they stand. */
    JsonNode apply(JsonNode document) {
        return apply(document, new Aliases(Map.of(), document));
    }

    private JsonNode apply(JsonNode document, Aliases aliases) {
        return switch (this) {
            case NONE -> document;
            case IDS -> Identifiers.replacedAlone(document, aliases);
            case ALL -> Names.replaced(Identifiers.replaced(document, aliases), aliases);
        };
    }
}
