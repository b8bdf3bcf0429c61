package linkdoctor.probe;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/** Opens TCP connections: straight, or over the lab's practice network. */
@FunctionalInterface
public interface Dialer {

    /**
     * @param host a literal address, or a name (of a proxy) to resolve as this machine does
     * @throws java.net.SocketTimeoutException when nothing answers within the deadline
     */
    Socket connect(String host, int port, Duration deadline) throws IOException;

    /** The real network. */
    Dialer DIRECT = (host, port, deadline) -> {
        Socket socket = new Socket(java.net.Proxy.NO_PROXY);
        try {
            socket.connect(new java.net.InetSocketAddress(host, port), (int) deadline.toMillis());
            return socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    };
}
