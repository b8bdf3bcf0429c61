package linkdoctor.facts.azure;

/** The vault's association with a network security perimeter; {@code mode} Enforced, Learning (transition) or Audit. */
public record Perimeter(String id, String mode, String profile) {
}
