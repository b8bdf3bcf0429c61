package linkdoctor.lab.edge;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import linkdoctor.probe.Dialer;

/** Opens connections as the practice network's client machine: over the gateway, failing as TCP and DNS would. */
public record GatewayDialer(InetSocketAddress gateway) implements Dialer {

    @Override
    public Socket connect(String host, int port, Duration deadline) throws IOException {
        Socket socket = new Socket(Proxy.NO_PROXY);
        try {
            int millis = (int) Math.max(1, deadline.toMillis());
            socket.connect(gateway, millis);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(millis);
            String target = (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
            socket.getOutputStream().write(("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            String head = head(socket.getInputStream());
            if (!head.startsWith("HTTP/1.1 200")) {
                throw head.contains(Gateway.NO_SUCH_NAME) ? new UnknownHostException(host)
                        : new ConnectException("Connection refused");
            }
            socket.setSoTimeout(0);
            return socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /** Byte by byte: what follows the head belongs to the caller. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw head.isEmpty() ? new SocketException("Connection reset") : new EOFException();
            }
            head.append((char) next);
        }
        return head.toString();
    }
}
