package linkdoctor.lab.edge.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Request;

/** HTTP/1.1 on one connection, as a server: requests one after the other until the client or an answer ends it. */
public final class Conversation {
    private static final int LONGEST_LINE = 64 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    private Conversation(Socket socket, InputStream in) throws IOException {
        this.socket = socket;
        this.in = in;
        this.out = socket.getOutputStream();
    }

    public static Conversation on(Socket socket) throws IOException {
        return new Conversation(socket, new BufferedInputStream(socket.getInputStream()));
    }

    /** Reads byte by byte, so that what follows a CONNECT is left in the socket for TLS. */
    public static Conversation unbuffered(Socket socket) throws IOException {
        return new Conversation(socket, socket.getInputStream());
    }

    /** Answers until the connection ends. */
    public void run(Function<Request, Answer> handler) throws IOException {
        for (Optional<Request> next = read(); next.isPresent(); next = read()) {
            Request request = next.get();
            Answer answer = handler.apply(request);
            if (!write(request, answer)) {
                return;
            }
        }
    }

    /** The next request; empty when the client closed the connection between two. */
    public Optional<Request> read() throws IOException {
        String first = line();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = first.split(" ");
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
            throw new ProtocolException("not an HTTP request");
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            if (colon > 0) {
                headers.merge(header.substring(0, colon).strip(), header.substring(colon + 1).strip(),
                        (one, other) -> one + ", " + other);
            }
        }
        if ("100-continue".equalsIgnoreCase(headers.get("Expect"))) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        if (parts[2].equals("HTTP/1.0")) {
            headers.putIfAbsent("Connection", "close");
        }
        return Optional.of(new Request(parts[0], parts[1], headers, body(headers)));
    }

    /** Sends the answer; says whether another request may follow. */
    public boolean write(Request request, Answer answer) throws IOException {
        switch (answer.delivery()) {
            case HANG -> {
                waitForClient();
                return false;
            }
            case RESET -> {
                Wire.reset(socket);
                return false;
            }
            case HALF -> {
                send(request, answer, answer.body().length / 2);
                socket.close();
                return false;
            }
            case WHOLE -> {
                send(request, answer, answer.body().length);
                return !"close".equalsIgnoreCase(request.headers().get("Connection"))
                        && !"close".equalsIgnoreCase(answer.headers().get("Connection"));
            }
        }
        throw new IllegalStateException("a delivery without a way");
    }

    private void send(Request request, Answer answer, int length) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(answer.status()).append(' ')
                .append(Wire.reason(answer.status())).append("\r\n");
        answer.headers().forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (answer.status() != 204 && answer.status() != 304) {
            head.append("Content-Length: ").append(answer.body().length).append("\r\n");
        }
        head.append("Date: ").append(DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)))
                .append("\r\n\r\n");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        if (!request.method().equals("HEAD")) {
            whole.write(answer.body(), 0, length);
        }
        out.write(whole.toByteArray());
        out.flush();
    }

    /** Says that the tunnel stands: what follows on the socket is no longer ours. */
    public void established() throws IOException {
        out.write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Reads and drops until the client gives up. */
    public void waitForClient() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            for (int size = chunkSize(); size > 0; size = chunkSize()) {
                whole.writeBytes(exactly(size));
                line();
            }
            while (!line().isEmpty()) {
                continue; // trailers say nothing that matters here
            }
            return whole.toByteArray();
        }
        try {
            return exactly(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
        } catch (NumberFormatException notALength) {
            throw new ProtocolException("not a length");
        }
    }

    private int chunkSize() throws IOException {
        try {
            return Integer.parseInt(line().split(";")[0].strip(), 16);
        } catch (NumberFormatException notALength) {
            throw new ProtocolException("not a chunk");
        }
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (text.length() == LONGEST_LINE) {
                throw new ProtocolException("a line too long");
            }
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }
}
