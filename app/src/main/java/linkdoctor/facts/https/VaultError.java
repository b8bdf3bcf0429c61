package linkdoctor.facts.https;

/**
 * An error body of the data plane, {@code {"error":{"code","message","innererror":{"code"}}}}.
 *
 * @param innerCode for example ForbiddenByFirewall; may be empty
 */
public record VaultError(String code, String innerCode, String message) {
}
