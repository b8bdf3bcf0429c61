package linkdoctor.facts.azure;

/** A subscription that the signed-in identity can read. */
public record Subscription(String id, String name, String tenant) {
}
