package linkdoctor.probe.https;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A server on loopback that does one thing with each connection. */
final class TestServer implements AutoCloseable {
    private final ServerSocket listening;
    private final CountDownLatch closed = new CountDownLatch(1);
    final List<String> requests = new CopyOnWriteArrayList<>();

    /** What to do with a connection. */
    interface Conversation {
        void with(TestServer server, Socket socket) throws Exception;
    }

    TestServer(Conversation conversation) throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!listening.isClosed()) {
                try {
                    Socket socket = listening.accept();
                    Thread.ofVirtual().start(() -> converse(conversation, socket));
                } catch (IOException closedMeanwhile) {
                    return;
                }
            }
        });
    }

    private void converse(Conversation conversation, Socket socket) {
        try (socket) {
            conversation.with(this, socket);
        } catch (Exception clientLeft) {
            requests.add("broken: " + clientLeft);
        }
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Answers each request over TLS with this text. */
    static TestServer tls(SSLContext context, String answer) throws IOException {
        return new TestServer((server, socket) -> {
            SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, null, false);
            server.requests.add(head(tls.getInputStream()));
            tls.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            tls.getOutputStream().flush();
            tls.close();
        });
    }

    /** Accepts and says nothing until the server is closed. */
    static TestServer silent() throws IOException {
        return new TestServer((server, socket) -> server.closed.await());
    }

    /** Says something in the clear and closes. */
    static TestServer saying(String text) throws IOException {
        return new TestServer((server, socket) -> {
            server.requests.add(String.valueOf(socket.getInputStream().read()));
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        });
    }

    /** Breaks the connection with RST after the client's first byte. */
    static TestServer resetting() throws IOException {
        return new TestServer((server, socket) -> {
            server.requests.add(String.valueOf(socket.getInputStream().read()));
            socket.setSoLinger(true, 0);
        });
    }

    /** A CONNECT proxy that answers so, and tunnels to the port given when it is 2xx. */
    static TestServer proxy(String answer, int to) throws IOException {
        return new TestServer((server, socket) -> {
            server.requests.add(head(socket.getInputStream()));
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            if (answer.startsWith("HTTP/1.1 2")) {
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), to);
                Thread back = Thread.ofVirtual().start(() -> pump(upstream, socket));
                pump(socket, upstream);
                back.join();
            }
        });
    }

    private static void pump(Socket from, Socket into) {
        try {
            from.getInputStream().transferTo(into.getOutputStream());
            into.shutdownOutput();
        } catch (IOException oneSideLeft) {
            Bounded.close(into);
        }
    }

    static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                break;
            }
            head.write(b);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listening.close();
    }
}
