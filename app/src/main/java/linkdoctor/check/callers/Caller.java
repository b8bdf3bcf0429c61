package linkdoctor.check.callers;

import java.util.Optional;

import linkdoctor.check.outside.OutsideCaller;

/**
 * Somebody who calls the vault.
 *
 * @param name what to call it, short enough for a table
 * @param more what else tells it from others; may be empty
 * @param kind what kind of caller outside one's networks it is, where it is one; its advice is for it
 */
public record Caller(Role role, String name, String more, Way way, Optional<OutsideCaller> kind) {

    /** Why it stands in the table. */
    public enum Role {
        /** The machine that looked. */
        THIS_CLIENT,
        /** The network of a private endpoint. */
        ENDPOINT,
        /** An address range of the vault's rules. */
        RANGE,
        /** A subnet of the vault's rules. */
        SUBNET,
        /** A service that Microsoft lists. */
        SERVICE,
        /** Anybody else on the Internet. */
        PUBLIC,
        /** The user asked for it. */
        NAMED
    }

    static Caller of(Role role, String name, String more, Way way) {
        return new Caller(role, name, more, way, Optional.empty());
    }

    Caller by(Way other) {
        return new Caller(role, name, more, other, kind);
    }

    /** Whether it signs in with an identity of its own, of which nothing is known here. */
    boolean ownIdentity() {
        return role == Role.SERVICE || way instanceof Way.Trusted || way instanceof Way.Changing;
    }
}
