package linkdoctor.probe.https;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Failure.Kind;
import linkdoctor.facts.Probed;
import linkdoctor.probe.Dialer;
import linkdoctor.probe.https.http.HttpAnswer;
import linkdoctor.probe.https.http.HttpReader;

/** The first step of a request: the TCP connection, and the proxy's CONNECT when there is a proxy. */
final class TcpStep {
    private final Dialer dialer;
    private final Limits limits;

    TcpStep(Dialer dialer, Limits limits) {
        this.dialer = dialer;
        this.limits = limits;
    }

    /** An open connection to the vault; the caller closes it. */
    Probed<Socket> open(Route route, String path) {
        if (route.proxy().isPresent()) {
            return throughProxy(route, route.proxy().get(), path);
        }
        if (route.to().isEmpty()) {
            return Probed.notTried("There is no address of " + route.host() + " to connect to.");
        }
        return connect(route.to().get().toString(), Route.HTTPS_PORT, route.destination(), route.curl(path));
    }

    private Probed<Socket> connect(String host, int port, String label, String tryYourself) {
        Asking asking = Asking.now("TCP connection to " + label, tryYourself);
        try {
            Socket socket = Bounded.within(limits.tcp(), () -> dialer.connect(host, port, limits.tcp()));
            return Probed.seen(socket, asking.answered("connected"));
        } catch (Exception e) {
            return asking.failed(Trouble.connecting(label, limits.tcp(), e));
        }
    }

    private Probed<Socket> throughProxy(Route route, ProxyAddress proxy, String path) {
        Probed<Socket> toProxy = connect(proxy.host(), proxy.port(), "the proxy " + proxy, route.curl(path));
        return switch (toProxy) {
            case Probed.Seen<Socket>(Socket socket, var evidence) -> tunnel(route, proxy, path, socket, evidence);
            case Probed.Failed<Socket> failed -> failed;
            case Probed.NotTried<Socket> notTried -> notTried;
        };
    }

    private Probed<Socket> tunnel(Route route, ProxyAddress proxy, String path, Socket socket, List<Evidence> before) {
        Asking asking = Asking.now("CONNECT " + route.destination() + " at the proxy " + proxy, route.curl(path));
        List<Evidence> evidence = new ArrayList<>(before);
        Failure failure;
        try {
            HttpAnswer answer = Bounded.within(limits.http(), socket, () -> connectRequest(socket, route));
            evidence.add(asking.answered((answer.status() + " " + answer.reason()).strip()));
            Optional<Failure> refusal = refusal(answer, route, proxy);
            if (refusal.isEmpty()) {
                return Probed.seen(socket, evidence);
            }
            failure = refusal.get();
        } catch (Exception e) {
            failure = Trouble.during("the CONNECT request", "The proxy " + proxy, limits.http(), e);
            evidence.add(asking.answered(failure.said()));
        }
        Bounded.close(socket);
        return Probed.failed(failure, evidence.toArray(Evidence[]::new));
    }

    private static HttpAnswer connectRequest(Socket socket, Route route) throws IOException {
        String request = "CONNECT " + route.destination() + " HTTP/1.1\r\nHost: " + route.destination() + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return HttpReader.readHead(socket.getInputStream());
    }

    private static Optional<Failure> refusal(HttpAnswer answer, Route route, ProxyAddress proxy) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return Optional.empty();
        }
        String destination = route.destination();
        return Optional.of(switch (status) {
            case 407 -> new Failure(Kind.DENIED, "The proxy " + proxy + " asks for a user name and password (407) before it"
                    + " connects to " + destination + ".", "an exception for " + route.host() + " in the proxy settings");
            case 403 -> new Failure(Kind.DENIED, "The proxy " + proxy + " does not allow connections to " + destination
                    + " (403).", "an exception for " + route.host() + " in the proxy settings");
            case 502, 503 -> Failure.of(Kind.UNREACHABLE,
                    "The proxy " + proxy + " cannot reach " + destination + " (" + status + ").");
            case 504 -> Failure.of(Kind.TIMEOUT,
                    "The proxy " + proxy + " waited in vain for " + destination + " (504).");
            default -> Failure.of(Kind.SERVER_ERROR, "The proxy " + proxy + " answered " + status
                    + " when asked to connect to " + destination + ".");
        });
    }
}
