package linkdoctor.facts;

import java.util.Locale;
import java.util.Optional;

/**
 * An Azure resource id. Services write the same id in different case, so two ids are equal when they
 * differ in nothing else.
 */
public record ResourceId(String text) {

    public ResourceId {
        text = text.replaceAll("/{2,}", "/").replaceAll("/$", "");
    }

    public static ResourceId of(String text) {
        return new ResourceId(text);
    }

    /** The id, when the text begins like one: {@code /subscriptions/…/providers/…}. */
    public static Optional<ResourceId> parse(String text) {
        ResourceId id = new ResourceId(text.strip());
        return id.after("subscriptions").isPresent() && id.after("providers").isPresent()
                ? Optional.of(id) : Optional.empty();
    }

    /** The last segment. */
    public String name() {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    public String subscription() {
        return after("subscriptions").orElse("");
    }

    public String resourceGroup() {
        return after("resourceGroups").orElse("");
    }

    /** The segment that follows the one given, whatever its case: {@code after("virtualNetworks")}. */
    public Optional<String> after(String segment) {
        String[] parts = text.split("/");
        for (int i = 0; i + 1 < parts.length; i++) {
            if (parts[i].equalsIgnoreCase(segment) && !parts[i + 1].isEmpty()) {
                return Optional.of(parts[i + 1]);
            }
        }
        return Optional.empty();
    }

    /** The id two segments up: a subnet's network, a connection's vault. */
    public ResourceId parent() {
        String up = text.substring(0, Math.max(0, text.lastIndexOf('/')));
        return new ResourceId(up.substring(0, Math.max(0, up.lastIndexOf('/'))));
    }

    private String canonical() {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResourceId id && id.canonical().equals(canonical());
    }

    @Override
    public int hashCode() {
        return canonical().hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
