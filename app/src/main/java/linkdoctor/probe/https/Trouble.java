package linkdoctor.probe.https;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import linkdoctor.facts.Failure;
import linkdoctor.facts.Failure.Kind;
import linkdoctor.probe.https.http.MalformedAnswer;

/** What went wrong on a connection, told from the exception it ended with. */
final class Trouble {
    private Trouble() {
    }

    /** A TCP connection that did not come about; {@code peer} is host:port. */
    static Failure connecting(String peer, Duration deadline, Exception e) {
        String message = text(e);
        if (timedOut(e) || message.contains("timed out")) {
            return Failure.of(Kind.TIMEOUT, "Nothing answered at " + peer + " within " + seconds(deadline) + ".");
        }
        if (e instanceof InterruptedException) {
            return cancelled();
        }
        if (e instanceof UnknownHostException) {
            return Failure.of(Kind.UNREACHABLE, "The name in " + peer + " does not resolve on this machine.");
        }
        if (e instanceof NoRouteToHostException || message.contains("unreachable") || message.contains("no route")) {
            return Failure.of(Kind.UNREACHABLE, "This machine has no route to " + peer + ".");
        }
        if (e instanceof ConnectException) {
            return Failure.of(Kind.REFUSED, peer + " refused the connection.");
        }
        return Failure.of(Kind.RESET, "The connection to " + peer + " broke off while it was being opened.");
    }

    /** A conversation that broke; {@code what} is what was going on, as a noun. */
    static Failure during(String what, String peer, Duration deadline, Exception e) {
        if (timedOut(e)) {
            return Failure.of(Kind.TIMEOUT, peer + " did not finish " + what + " within " + seconds(deadline) + ".");
        }
        if (e instanceof InterruptedException) {
            return cancelled();
        }
        if (e instanceof MalformedAnswer) {
            return Failure.of(Kind.GARBAGE, peer + " sent something else in the course of " + what + ": " + e.getMessage() + ".");
        }
        String message = text(e);
        if (message.contains("received fatal alert")) {
            return Failure.of(Kind.SERVER_ERROR, peer + " refused " + what + " with the alert "
                    + message.replaceFirst(".*received fatal alert: ?", "") + ".");
        }
        if (brokeOff(e) || message.contains("terminated the handshake") || !(e instanceof SSLException)) {
            return Failure.of(Kind.RESET, peer + " closed the connection in the middle of " + what + ".");
        }
        return Failure.of(Kind.GARBAGE, peer + " did not keep to the protocol during " + what + ".");
    }

    static Failure cancelled() {
        return Failure.of(Kind.CANCELLED, "The run was cancelled before this was finished.");
    }

    private static boolean timedOut(Exception e) {
        return e instanceof TimeoutException || e instanceof SocketTimeoutException;
    }

    private static boolean brokeOff(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException || cause instanceof SocketException) {
                return true;
            }
        }
        return false;
    }

    private static String text(Exception e) {
        return e instanceof IOException && e.getMessage() != null ? e.getMessage().toLowerCase(Locale.ROOT) : "";
    }

    static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
