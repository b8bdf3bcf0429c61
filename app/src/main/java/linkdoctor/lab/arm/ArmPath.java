package linkdoctor.lab.arm;

import java.util.ArrayList;
import java.util.List;

import linkdoctor.facts.ResourceId;

/**
 * The path of a request to ARM, read from its last provider on: {@code SCOPE/providers/NAMESPACE/TYPE/NAME…}.
 *
 * @param segments  the whole path
 * @param provider  index of the last {@code providers}; the number of segments when there is none
 */
public record ArmPath(List<String> segments, int provider) {

    public static ArmPath of(List<String> segments) {
        for (int i = segments.size() - 1; i >= 0; i--) {
            if (segments.get(i).equalsIgnoreCase("providers")) {
                return new ArmPath(List.copyOf(segments), i);
            }
        }
        return new ArmPath(List.copyOf(segments), segments.size());
    }

    public static ArmPath of(ResourceId id) {
        return of(List.of(id.text().substring(1).split("/")));
    }

    /** The whole path as an id. */
    public ResourceId id() {
        return upTo(segments.size());
    }

    /** What stands before the last {@code providers}: a subscription, a group, a resource, or {@code /}. */
    public ResourceId scope() {
        return upTo(provider);
    }

    public String namespace() {
        return provider + 1 < segments.size() ? segments.get(provider + 1) : "";
    }

    /** The type with its namespace, as the client wrote it: {@code Microsoft.KeyVault/vaults}. */
    public String type() {
        List<String> words = new ArrayList<>(List.of(namespace()));
        for (int i = provider + 2; i < segments.size(); i += 2) {
            words.add(segments.get(i));
        }
        return String.join("/", words);
    }

    /** Whether the path ends with a type and not with a name: a collection, or an action. */
    public boolean collection() {
        return (segments.size() - provider) % 2 == 1;
    }

    /** The last segment. */
    public String name() {
        return segments.isEmpty() ? "" : segments.getLast();
    }

    /** The path less its last segment: what an action acts on, what a child collection belongs to. */
    public ArmPath above() {
        return of(segments.subList(0, segments.size() - 1));
    }

    /** The resource that the last type of this path lies in; empty names the scope itself. */
    public ResourceId parent() {
        int types = (segments.size() - provider - 1) / 2;
        return types <= 1 ? scope() : upTo(segments.size() - (collection() ? 1 : 2));
    }


    private ResourceId upTo(int end) {
        return ResourceId.of("/" + String.join("/", segments.subList(0, end)));
    }
}
