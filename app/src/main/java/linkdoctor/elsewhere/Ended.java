package linkdoctor.elsewhere;

import java.util.Optional;

import linkdoctor.facts.Failure;
import linkdoctor.facts.Failure.Kind;

/** How a request ended that was not answered, in words. */
final class Ended {
    private Ended() {
    }

    /**
     * @param stage   at which step: tcp, proxy, tls or http
     * @param kind    how, or the status with which a proxy refused
     * @param peer    what it was sent to
     * @param through the proxy on the way
     */
    static Failure failure(String stage, String kind, String peer, Optional<String> through, String host) {
        String at = stage.equals("proxy") || stage.equals("tcp") && through.isPresent() ? "the proxy " + through.orElse("that is set") : peer;
        String what = switch (stage) {
            case "tls" -> "the TLS handshake";
            case "http" -> "the answer";
            default -> "the connection";
        };
        return switch (kind) {
            case "timeout" -> Failure.of(Kind.TIMEOUT, stage.equals("tcp") ? "Nothing answered at " + at + " within 5 s."
                    : peer + " did not finish " + what + " in time.");
            case "refused" -> Failure.of(Kind.REFUSED, capital(at) + " refused the connection.");
            case "unreachable" -> Failure.of(Kind.UNREACHABLE, "There is no route to " + at + ".");
            case "unresolved" -> Failure.of(Kind.UNREACHABLE, "The name of " + at + " does not resolve there.");
            case "alert" -> Failure.of(Kind.SERVER_ERROR, capital(peer) + " refused " + what + " with an alert.");
            case "reset" -> Failure.of(Kind.RESET, capital(peer) + " closed the connection in the middle of " + what + ".");
            case "407" -> new Failure(Kind.DENIED, capital(at) + " asks for a user name and password (407) before it connects to " + host + ".",
                    "an exception for " + host + " in the proxy settings");
            case "403" -> new Failure(Kind.DENIED, capital(at) + " does not allow connections to " + host + " (403).",
                    "an exception for " + host + " in the proxy settings");
            default -> kind.matches("\\d{3}") ? Failure.of(Kind.UNREACHABLE, capital(at) + " answered " + kind + " when asked to connect to " + host + ".")
                    : Failure.of(Kind.GARBAGE, capital(peer) + " did not keep to the protocol during " + what + ".");
        };
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
