package linkdoctor.probe.azure;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Request;

/** Azure's names behind a loopback CONNECT proxy that ends TLS itself and answers as the test says. */
final class PracticeCloud implements AutoCloseable {
    private static final SSLContext TLS;
    private static final Path ROOT;

    static {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            KeyPair keys = generator.generateKeyPair();
            X500Name name = new X500Name("CN=practice");
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(name, BigInteger.TEN,
                    Date.from(Instant.now().minusSeconds(3600)), Date.from(Instant.now().plusSeconds(86400)), name, keys.getPublic());
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(Stream.of("management.azure.com",
                    "login.microsoftonline.com", "*.vault.azure.net", "elsewhere.example")
                    .map(host -> new GeneralName(GeneralName.dNSName, host)).toArray(GeneralName[]::new)));
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
            StringWriter pem = new StringWriter();
            try (JcaPEMWriter writer = new JcaPEMWriter(pem)) {
                writer.writeObject(certificate);
            }
            ROOT = Files.writeString(Files.createTempFile("practice", ".pem"), pem.toString());
            ROOT.toFile().deleteOnExit();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("key", keys.getPrivate(), new char[0], new Certificate[]{certificate});
            KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
            managers.init(store, new char[0]);
            TLS = SSLContext.getInstance("TLS");
            TLS.init(managers.getKeyManagers(), null, null);
        } catch (Exception e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** What the host answers. */
    @FunctionalInterface
    interface Hosts {
        Answer answer(String host, Request request);
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Hosts hosts;

    PracticeCloud(Hosts hosts) throws IOException {
        this.hosts = hosts;
        Thread.ofVirtual().start(this::accept);
    }

    static Path root() {
        return ROOT;
    }

    Optional<InetSocketAddress> proxy(URI ignored) {
        return Optional.of(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()));
    }

    /** What the host answers to a browser, which goes another way. */
    Answer answer(String host, Request request) {
        return hosts.answer(host, request);
    }

    /** Host, method and target of each request so far. */
    List<String> asked() {
        return asked;
    }

    List<Request> requests() {
        return requests;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> tunnel(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void tunnel(Socket raw) {
        try (raw) {
            InputStream plain = raw.getInputStream();
            String[] first = line(plain).split(" ");
            String host = first[1].split(":")[0];
            while (!line(plain).isEmpty()) {
                continue;
            }
            raw.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            SSLSocket socket = (SSLSocket) TLS.getSocketFactory().createSocket(raw, host, raw.getPort(), true);
            socket.setUseClientMode(false);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (String start = line(in); !start.isEmpty(); start = line(in)) {
                Request request = request(start, in);
                asked.add(host + " " + request.method() + " " + request.rawTarget());
                requests.add(request);
                if (!write(socket, raw, hosts.answer(host, request))) {
                    return;
                }
            }
        } catch (IOException gone) {
            // The client went away: the next one may come.
        }
    }

    private static Request request(String start, InputStream in) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            headers.put(header.substring(0, header.indexOf(':')), header.substring(header.indexOf(':') + 1).strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
        return new Request(start.split(" ")[0], start.split(" ")[1], headers, body);
    }

    private static boolean write(SSLSocket socket, Socket raw, Answer answer) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " X\r\nContent-Length: " + answer.body().length + "\r\n");
        answer.headers().forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        OutputStream out = socket.getOutputStream();
        switch (answer.delivery()) {
            case WHOLE -> {
                out.write((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                out.write(answer.body());
                out.flush();
                return true;
            }
            case HALF -> {
                out.write((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                out.write(answer.body(), 0, answer.body().length / 2);
                out.flush();
                raw.close();
            }
            case RESET -> {
                raw.setSoLinger(true, 0);
                raw.close();
            }
            case HANG -> socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
        return false;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
