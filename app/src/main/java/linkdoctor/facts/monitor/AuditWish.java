package linkdoctor.facts.monitor;

import java.util.Optional;

import linkdoctor.facts.ResourceId;

/**
 * What the user wants of the audit log.
 *
 * @param workspace the workspace that keeps it, or is to keep it, where the user named one
 */
public record AuditWish(Optional<ResourceId> workspace, Reading reading) {
    /** Nothing in particular. */
    public static final AuditWish NONE = new AuditWish(Optional.empty(), Reading.LEFT_OUT);

    /** Whether the log is read: it costs a sign-in to another service, and a second or two. */
    public enum Reading { LEFT_OUT, WANTED }

    public AuditWish wanted() {
        return new AuditWish(workspace, Reading.WANTED);
    }
}
