package linkdoctor.lab;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.ResourceId;

/**
 * The practice Azure's resources: each a JSON document in ARM's own shape under its id. Child resources that ARM
 * also embeds in their parents (a vault's connections, an endpoint's zone groups) are documents of their own and are
 * embedded when the parent is shown; subnets and peerings live inside their network. Thread-safe: what is read is a copy.
 */
public final class Estate {
    private final Map<String, ObjectNode> documents = new TreeMap<>();

    public synchronized Optional<ObjectNode> get(ResourceId id) {
        return Optional.ofNullable(documents.get(key(id))).map(ObjectNode::deepCopy);
    }

    public synchronized void put(ResourceId id, ObjectNode document) {
        documents.put(key(id), document.deepCopy());
    }

    /** Removes the document and everything below it. */
    public synchronized boolean remove(ResourceId id) {
        documents.keySet().removeIf(other -> other.startsWith(key(id) + "/"));
        return documents.remove(key(id)) != null;
    }

    /** Every document. */
    public synchronized List<ObjectNode> all() {
        return documents.values().stream().map(ObjectNode::deepCopy).toList();
    }

    /** Every document of a type such as {@code Microsoft.KeyVault/vaults/privateEndpointConnections}. */
    public synchronized List<ObjectNode> ofType(String type) {
        return documents.values().stream().filter(d -> d.path("type").asText().equalsIgnoreCase(type))
                .map(ObjectNode::deepCopy).toList();
    }

    /** Documents of a type directly or indirectly below an id. */
    public synchronized List<ObjectNode> below(ResourceId id, String type) {
        return documents.entrySet().stream().filter(e -> e.getKey().startsWith(key(id) + "/"))
                .map(Map.Entry::getValue).filter(d -> d.path("type").asText().equalsIgnoreCase(type))
                .map(ObjectNode::deepCopy).toList();
    }

    private static String key(ResourceId id) {
        return id.text().toLowerCase(Locale.ROOT);
    }
}
