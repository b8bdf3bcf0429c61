package linkdoctor.facts.https;

import java.util.List;

/**
 * The TLS handshake.
 *
 * @param chain    certificates as the server sent them, its own first
 * @param trust    how far the chain is trusted for the vault's name
 */
public record TlsSeen(String protocol, List<Certificate> chain, Trust trust, String reason) {
    public TlsSeen {
        chain = List.copyOf(chain);
    }

    /** A certificate; {@code notAfter} is ISO 8601, {@code sha256} the fingerprint in hexadecimal. */
    public record Certificate(String subject, String issuer, List<String> names, String notAfter, String sha256) {
        public Certificate {
            names = List.copyOf(names);
        }
    }

    /** How far a chain is trusted. */
    public enum Trust {
        /** By the roots of this system or of Java. */
        SYSTEM,
        /** Only because of a root given with --ca-file. */
        EXTRA_ROOT,
        /** Not at all; {@code reason} says why. */
        NONE
    }
}
