package linkdoctor.facts.azure;

import java.util.Optional;

import linkdoctor.facts.ResourceId;

/** A diagnostic setting of the vault; {@code audits} when it sends the audit log somewhere. */
public record DiagnosticSetting(String name, boolean audits, String destination) {

    /** The workspace that it sends to, where it is one. */
    public Optional<ResourceId> workspace() {
        return ResourceId.parse(destination).filter(id -> id.after("workspaces").isPresent());
    }
}
