package linkdoctor.probe.https;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;

import linkdoctor.probe.Timed;

/** Runs one step within its deadline; a conversation that does not end is ended by closing its socket. */
final class Bounded {
    private Bounded() {
    }

    static <T> T within(Duration deadline, Callable<T> step) throws Exception {
        try {
            return Timed.within(deadline, step);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw e;
        }
    }

    static <T> T within(Duration deadline, Socket socket, Callable<T> step) throws Exception {
        try {
            return within(deadline, step);
        } catch (TimeoutException | InterruptedException e) {
            close(socket);
            throw e;
        }
    }

    /** Closes a socket that is of no use any more. */
    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // Closing a broken connection may fail; there is nothing left to save.
        }
    }
}
