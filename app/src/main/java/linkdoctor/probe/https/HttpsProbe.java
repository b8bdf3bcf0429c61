package linkdoctor.probe.https;

import java.net.Socket;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.net.ssl.SSLSocket;

import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Failure.Kind;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Target;
import linkdoctor.facts.https.Challenge;
import linkdoctor.facts.https.LiveRequest;
import linkdoctor.facts.https.NetworkInfo;
import linkdoctor.facts.https.TlsSeen;
import linkdoctor.probe.Https;
import linkdoctor.probe.Outside;
import linkdoctor.probe.Trust;
import linkdoctor.probe.https.http.HttpAnswer;

/** Requests to the vault over real sockets, each step with its own deadline and evidence (the guide's section 7). */
public final class HttpsProbe implements Https {
    private static final String HEALTH = "/healthstatus";
    private static final String SECRETS = "/secrets?api-version=7.4";
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

    private final TcpStep tcp;
    private final TlsStep tls;
    private final HttpStep http;

    public HttpsProbe(Outside outside, Trust trust) {
        this(outside, trust, Limits.USUAL);
    }

    HttpsProbe(Outside outside, Trust trust, Limits limits) {
        tcp = new TcpStep(outside.dialer(), limits);
        tls = new TlsStep(trust, limits);
        http = new HttpStep(limits);
    }

    @Override
    public LiveRequest health(Target target, Optional<Ip> to, Optional<String> proxy) {
        Visit visit = visit(target, to, proxy, HEALTH);
        return new LiveRequest(target.hostname(), to, proxy.map(HttpsProbe::shown), visit.tcp(), visit.tls(),
                visit.answer().map(HttpsProbe::answer));
    }

    @Override
    public Probed<Challenge> challenge(Target target, Optional<Ip> to, Optional<String> proxy) {
        Visit visit = visit(target, to, proxy, SECRETS);
        Optional<Failure> before = visit.tcp().trouble().or(() -> visit.tls().trouble()).or(() -> untrusted(visit.tls()));
        if (before.isPresent()) {
            return Probed.failed(before.get(), visit.evidence());
        }
        return visit.tcp() instanceof Probed.NotTried<String>(String why) ? Probed.notTried(why)
                : visit.answer().map(HttpsProbe::challenge);
    }

    /** What each step came to. */
    private record Visit(Probed<String> tcp, Probed<TlsSeen> tls, Probed<HttpAnswer> answer) {
        Evidence[] evidence() {
            return java.util.stream.Stream.of(tcp, tls, answer).flatMap(step -> step.evidence().stream())
                    .toArray(Evidence[]::new);
        }
    }

    private Visit visit(Target target, Optional<Ip> to, Optional<String> proxy, String path) {
        Optional<ProxyAddress> through = proxy.flatMap(ProxyAddress::parse);
        if (proxy.isPresent() && through.isEmpty()) {
            return stopped(Probed.failed(Failure.of(Kind.UNSUPPORTED,
                    "The proxy setting " + shown(proxy.get()) + " is not a host and a port.")));
        }
        if (!HOST_NAME.matcher(target.hostname()).matches()) {
            return stopped(Probed.notTried("No server can have the name " + target.hostname() + "."));
        }
        Route route = new Route(target.hostname(), to, through);
        return switch (tcp.open(route, path)) {
            case Probed.Seen<Socket>(Socket socket, var evidence) -> {
                Visit visit = connected(Probed.seen(route.label(), evidence), socket, route, path);
                Bounded.close(socket);
                yield visit;
            }
            case Probed.Failed<Socket>(Failure failure, var evidence) ->
                    stopped(Probed.failed(failure, evidence.toArray(Evidence[]::new)));
            case Probed.NotTried<Socket>(String why) -> stopped(Probed.notTried(why));
        };
    }

    private static Visit stopped(Probed<String> tcp) {
        return new Visit(tcp, Probed.notTried("There is no TCP connection."), Probed.notTried("There is no TCP connection."));
    }

    private Visit connected(Probed<String> tcp, Socket socket, Route route, String path) {
        Probed<TlsStep.Secured> secured = tls.secure(socket, route, path);
        Optional<SSLSocket> verified = secured.known().flatMap(TlsStep.Secured::socket);
        Probed<HttpAnswer> answer = verified.isPresent() ? http.get(verified.get(), route, path)
                : Probed.notTried("There is no TLS connection that can be trusted, so nothing was sent over it.");
        return new Visit(tcp, secured.map(TlsStep.Secured::seen), answer);
    }

    private static Optional<Failure> untrusted(Probed<TlsSeen> tls) {
        return tls.known().filter(seen -> seen.trust() == TlsSeen.Trust.NONE).map(seen -> Failure.of(Kind.UNTRUSTED,
                "The server's certificate is not trusted: " + seen.reason() + "."));
    }

    private static LiveRequest.Answer answer(HttpAnswer answer) {
        return new LiveRequest.Answer(answer.status(), networkInfo(answer), answer.header("x-ms-keyvault-service-version"),
                answer.header("x-ms-keyvault-region"), answer.header("server"));
    }

    private static Challenge challenge(HttpAnswer answer) {
        Challenges challenges = Challenges.parse(answer.all("www-authenticate"));
        return new Challenge(answer.status(), challenges.tenant(), challenges.audience(), networkInfo(answer),
                ErrorBody.parse(answer.body()));
    }

    private static Optional<NetworkInfo> networkInfo(HttpAnswer answer) {
        return answer.header(NetworkInfo.HEADER).map(NetworkInfo::parse);
    }

    /** A proxy for people to read: a user name and password in it are never shown. */
    private static String shown(String proxy) {
        return ProxyAddress.parse(proxy).map(ProxyAddress::toString)
                .orElse(proxy.substring(proxy.lastIndexOf('@') + 1));
    }
}
