package linkdoctor.lab.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import linkdoctor.probe.Threads;

/** A responder on a loopback port, UDP and TCP alike. */
final class Listener implements AutoCloseable {
    private static final int TRIES = 20;
    private static final int CLIENT_PATIENCE_MILLIS = 10_000;

    private final Responder responder;
    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private Listener(Responder responder, DatagramSocket udp, ServerSocket tcp) {
        this.responder = responder;
        this.udp = udp;
        this.tcp = tcp;
    }

    /** Listens on a port that is free for both, chosen by the system. */
    static Listener open(Responder responder) throws IOException {
        InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
        SocketException last = new SocketException("no loopback port is free for UDP and TCP");
        for (int i = 0; i < TRIES; i++) {
            DatagramSocket udp = new DatagramSocket(0, loopback);
            try {
                ServerSocket tcp = new ServerSocket();
                tcp.bind(new InetSocketAddress(loopback, udp.getLocalPort()));
                Listener listener = new Listener(responder, udp, tcp);
                listener.start();
                return listener;
            } catch (SocketException taken) {
                // Somebody else has that port for TCP: the next one may be free for both.
                udp.close();
                last = taken;
            }
        }
        throw last;
    }

    private void start() throws IOException {
        if (responder.closed() || responder.has(Trouble.TRUNCATE_NO_TCP)) {
            tcp.close();
        } else {
            Threads.start("lab-dns-tcp-" + responder.ip(), this::accept);
        }
        if (responder.closed()) {
            // A connected socket keeps the port, and the system answers everybody else "port unreachable".
            udp.connect(udp.getLocalSocketAddress());
        } else {
            Threads.start("lab-dns-udp-" + responder.ip(), this::receive);
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress(udp.getLocalAddress(), udp.getLocalPort());
    }

    Responder responder() {
        return responder;
    }

    private void receive() {
        byte[] buffer = new byte[65_535];
        while (!udp.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                udp.receive(packet);
            } catch (IOException closed) {
                // The lab ends, or a client's port is gone: the loop's condition tells which.
                continue;
            }
            byte[] question = Arrays.copyOf(packet.getData(), packet.getLength());
            Threads.start("lab-dns-reply", () -> reply(question, packet.getSocketAddress()));
        }
    }

    private void reply(byte[] question, java.net.SocketAddress to) {
        Optional<byte[]> answer = Wire.overUdp(responder, question);
        if (answer.isEmpty() || !waited(responder.delay())) {
            return;
        }
        try {
            udp.send(new DatagramPacket(answer.get(), answer.get().length, to));
        } catch (IOException clientGone) {
            // UDP promises nothing: who asked no longer listens, or the lab ends.
            return;
        }
    }

    private void accept() {
        while (!tcp.isClosed()) {
            try {
                Socket socket = tcp.accept();
                open.add(socket);
                Threads.start("lab-dns-connection", () -> serve(socket));
            } catch (IOException closed) {
                // The lab ends: the loop's condition sees it.
                continue;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setSoTimeout(CLIENT_PATIENCE_MILLIS);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            while (true) {
                byte[] question = in.readNBytes(in.readUnsignedShort());
                Optional<byte[]> answer = Wire.overTcp(responder, question);
                if (answer.isPresent() && waited(responder.delay())) {
                    byte[] framed = new byte[answer.get().length + 2];
                    framed[0] = (byte) (answer.get().length >> 8);
                    framed[1] = (byte) answer.get().length;
                    System.arraycopy(answer.get(), 0, framed, 2, answer.get().length);
                    out.write(framed);
                    out.flush();
                }
            }
        } catch (IOException done) {
            // The client has its answer and hung up, or was too slow.
            open.remove(socket);
        }
    }

    private static boolean waited(Duration delay) {
        try {
            Thread.sleep(delay);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
