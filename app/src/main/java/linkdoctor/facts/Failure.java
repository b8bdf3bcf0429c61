package linkdoctor.facts;

/**
 * Why something could not be looked at.
 *
 * @param kind  what kind of trouble
 * @param said  one plain sentence with the actual names
 * @param needs the right or the circumstance that would make it readable, for example
 *              {@code Microsoft.Network/privateDnsZones/read on subscription hub}; may be empty
 */
public record Failure(Kind kind, String said, String needs) {

    /** The kinds of trouble a call can run into. */
    public enum Kind {
        /** 403, or 401 with a token that was accepted elsewhere. */
        DENIED,
        /** 404 where something was expected. */
        NOT_FOUND,
        /** 429, and Retry-After did not fit the deadline. */
        THROTTLED,
        /** No answer within the deadline. */
        TIMEOUT,
        /** TCP connection refused. */
        REFUSED,
        /** Connection broken in the middle, or half an answer. */
        RESET,
        /** No route, or the name of the server itself does not resolve. */
        UNREACHABLE,
        /** An answer that is not what the protocol allows. */
        GARBAGE,
        /** 5xx, SERVFAIL and the like. */
        SERVER_ERROR,
        /** The server's certificate is not trusted. */
        UNTRUSTED,
        /** No token: not signed in, or sign-in failed. */
        NOT_SIGNED_IN,
        /** The run was cancelled, or its overall time was up. */
        CANCELLED,
        /** This system does not offer it (a file missing, an unsupported platform). */
        UNSUPPORTED
    }

    public static Failure of(Kind kind, String said) {
        return new Failure(kind, said, "");
    }
}
