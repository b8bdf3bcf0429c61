package linkdoctor.facts.azure;

/** A diagnostic setting of the vault; {@code audits} when it sends the audit log somewhere. */
public record DiagnosticSetting(String name, boolean audits, String destination) {
}
