package linkdoctor.lab.edge.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Request;
import linkdoctor.probe.Threads;

/** A TCP port on loopback, each connection on a virtual thread of its own; closing it ends them all. */
public final class Port implements AutoCloseable {
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Talk talk;

    /** What is done with a connection. */
    @FunctionalInterface
    public interface Talk {
        void with(Socket socket) throws IOException;
    }

    private Port(ServerSocket server, Talk talk) {
        this.server = server;
        this.talk = talk;
    }

    public static Port open(Talk talk) throws IOException {
        Port port = new Port(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), talk);
        Threads.start("lab-port-" + port.server.getLocalPort(), port::accept);
        return port;
    }

    /** A port that speaks plain HTTP. */
    public static Port http(Function<Request, Answer> handler) throws IOException {
        return open(socket -> Conversation.on(socket).run(handler));
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Threads.start("lab-connection", () -> serve(socket));
            } catch (IOException closed) {
                return; // the lab is over
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            talk.with(socket);
        } catch (IOException gone) {
            // A client that goes away, distrusts the certificate or speaks no HTTP is an everyday visitor here.
            System.getLogger(Port.class.getName()).log(System.Logger.Level.DEBUG, "a connection ended", gone);
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
