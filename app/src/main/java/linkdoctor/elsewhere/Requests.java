package linkdoctor.elsewhere;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Target;
import linkdoctor.facts.https.Challenge;
import linkdoctor.facts.https.LiveRequest;
import linkdoctor.facts.https.NetworkInfo;
import linkdoctor.facts.https.TlsSeen;
import linkdoctor.probe.https.Challenges;
import linkdoctor.probe.https.ErrorBody;

/** The requests that the other machine sent to the vault. */
final class Requests {
    private static final int AUTHENTICATE = 5;
    private static final int BODY = 6;
    private static final int HEADERS = 6;
    private final Voice voice;
    private final Target target;
    private final Probed<List<Ip>> system;
    private final Optional<String> proxy;
    private final Map<String, Line> requests = new HashMap<>();
    private final Map<String, List<String>> answers = new HashMap<>();
    private final Map<String, TlsSeen.Certificate> certificates = new HashMap<>();

    /** @param proxy the one that requests by name go through, host:port */
    Requests(ProbeOutput output, Target target, Probed<List<Ip>> system, Optional<String> proxy) {
        this.voice = new Voice(output);
        this.target = target;
        this.system = system;
        this.proxy = proxy;
        read(output);
    }

    /** Headers that are the same as in the answer before are written as a sign for that, and certificates once. */
    private void read(ProbeOutput output) {
        List<String> before = List.of();
        Optional<TlsSeen.Certificate> shown = Optional.empty();
        for (Line line : output.lines()) {
            switch (line.key()) {
                case "request" -> requests.put(line.value(2), line);
                case "cert" -> shown = Optional.of(Certificates.read(line));
                case "tls" -> shown.ifPresent(one -> certificates.put(line.value(0), one));
                case "answer" -> {
                    List<String> values = new ArrayList<>(List.of(line.value(1)));
                    for (int i = 0; i < HEADERS; i++) {
                        String value = line.value(i + 2);
                        values.add(!value.equals("=") ? value : before.isEmpty() ? "" : before.get(i + 1));
                    }
                    before = List.copyOf(values);
                    values.add(line.value(HEADERS + 2));
                    answers.put(line.value(0), values);
                }
                default -> { }
            }
        }
    }

    Probed<LiveRequest> byName() {
        return request("name", proxy);
    }

    Probed<LiveRequest> direct() {
        return proxy.isEmpty() ? Probed.notTried("There is no proxy to leave out.") : request("direct", Optional.empty());
    }

    Map<Ip, LiveRequest> byAddress() {
        Map<Ip, LiveRequest> all = new HashMap<>();
        requests.forEach((route, line) -> Ip.typed(route).ifPresent(ip -> all.put(ip, live(line, Optional.of(ip), Optional.empty()))));
        return all;
    }

    Probed<Challenge> challenge() {
        Line line = requests.get("secrets");
        if (line == null) {
            return requests.containsKey("name") && !line("name").stage().equals("ok")
                    ? Probed.notTried("The vault gave no answer by its name, so it was not asked who may sign in.") : voice.absent("the vault's challenge", "curl", "request");
        }
        Step step = new Step(line);
        return switch (live(line, step.remote(), proxy).answer()) {
            case Probed.Seen<LiveRequest.Answer>(var answer, var evidence) -> {
                List<String> values = answers.getOrDefault("secrets", List.of());
                Challenges asked = Challenges.parse(value(values, AUTHENTICATE + 1).stream().toList());
                yield Probed.seen(new Challenge(answer.status(), asked.tenant(), asked.audience(), answer.networkInfo(),
                        value(values, BODY + 1).flatMap(body -> ErrorBody.parse(body.getBytes(StandardCharsets.UTF_8)))), evidence);
            }
            case Probed.Failed<LiveRequest.Answer>(Failure failure, var evidence) -> new Probed.Failed<>(failure, evidence);
            case Probed.NotTried<LiveRequest.Answer>(String why) -> Probed.notTried(why);
        };
    }

    private Step line(String route) {
        return new Step(requests.get(route));
    }

    /** A request line: when and how long, by which route to which address, at which step it ended and how. */
    private record Step(Line line) {
        Optional<Ip> remote() {
            return Ip.parse(line.value(3));
        }

        String stage() {
            return line.value(4);
        }

        String kind() {
            return line.value(5);
        }

        String protocol() {
            return line.value(6).isEmpty() ? "TLS" : line.value(6);
        }

        String message() {
            return line.value(7);
        }
    }

    private Probed<LiveRequest> request(String route, Optional<String> through) {
        Line line = requests.get(route);
        if (line == null) {
            return voice.absent("the request for " + target.healthUrl(), "curl", "request");
        }
        Step step = new Step(line);
        // The failure of the name is told as such, once.
        return through.isEmpty() && step.kind().equals("unresolved") && system.trouble().isPresent()
                ? new Probed.Failed<>(system.trouble().get(), system.evidence())
                : Probed.seen(live(line, step.remote().or(() -> system.known().stream().flatMap(List::stream).filter(Ip::v4).findFirst()), through));
    }

    private LiveRequest live(Line line, Optional<Ip> to, Optional<String> through) {
        Step step = new Step(line);
        String route = line.value(2);
        Optional<Ip> connected = through.isPresent() ? Optional.empty() : to;
        String peer = connected.map(Ip::toString).orElse(target.hostname()) + through.map(by -> " through the proxy " + by).orElse("");
        String path = route.equals("secrets") ? "/secrets?api-version=7.4" : "/healthstatus";
        CommandLine command = curl(path, route, connected);
        String what = "GET https://" + target.hostname() + path + connected.map(ip -> ", at " + ip).orElse("") + through.map(by -> ", through the proxy " + by).orElse("");
        Probed<String> tcp = switch (step.stage()) {
            case "tcp", "proxy" -> failed(step, peer, through, voice.evidence("TCP connection to " + peer, step.message(), line.number(0), line.number(1), command));
            default -> Probed.seen(peer, voice.evidence("TCP connection to " + peer, "connected", line.number(0), 0, command));
        };
        if (tcp.known().isEmpty()) {
            return new LiveRequest(target.hostname(), connected, through, tcp, Probed.notTried("There is no TCP connection."), Probed.notTried("There is no TCP connection."));
        }
        String handshake = "TLS handshake for " + target.hostname() + " with " + peer;
        Probed<TlsSeen> tls = switch (step.stage()) {
            case "tls" -> failed(step, peer, through, voice.evidence(handshake, step.message(), line.number(0), line.number(1), command));
            case "cert" -> seen(route, step, TlsSeen.Trust.NONE, handshake, command);
            default -> seen(route, step, TlsSeen.Trust.SYSTEM, handshake, command);
        };
        return new LiveRequest(target.hostname(), connected, through, tcp, tls, switch (step.stage()) {
            case "ok" -> Optional.ofNullable(answers.get(route)).map(values -> answer(values, voice.evidence(what, said(values), line.number(0), line.number(1), command)))
                    .orElseGet(() -> voice.absent("the answer"));
            case "http" -> failed(step, peer, through, voice.evidence(what, step.message(), line.number(0), line.number(1), command));
            default -> Probed.notTried("There is no TLS connection that can be trusted, so nothing was sent over it.");
        });
    }

    private Probed<TlsSeen> seen(String route, Step step, TlsSeen.Trust trust, String asked, CommandLine command) {
        List<TlsSeen.Certificate> chain = Optional.ofNullable(certificates.get(route.equals("secrets") ? "name" : route)).stream().toList();
        String of = chain.isEmpty() ? "" : ", certificate of " + chain.getFirst().subject() + " issued by " + chain.getFirst().issuer();
        return Probed.seen(new TlsSeen(step.protocol(), chain, trust, trust == TlsSeen.Trust.NONE ? step.message() : ""),
                voice.evidence(asked, step.protocol() + of + (trust == TlsSeen.Trust.NONE ? ", not trusted: " + step.message() : ", trusted"),
                        step.line().number(0), step.line().number(1), command));
    }

    private static Probed<LiveRequest.Answer> answer(List<String> values, Evidence evidence) {
        return Probed.seen(new LiveRequest.Answer(status(values), value(values, 1).map(NetworkInfo::parse), value(values, 2), value(values, 3), value(values, 4)), evidence);
    }

    private static int status(List<String> values) {
        return values.getFirst().matches("\\d{3}") ? Integer.parseInt(values.getFirst()) : 0;
    }

    private static String said(List<String> values) {
        return values.getFirst() + value(values, 1).map(info -> ", " + NetworkInfo.parse(info).told()).orElse("");
    }

    private static Optional<String> value(List<String> values, int place) {
        return place < values.size() ? Optional.of(values.get(place)).filter(text -> !text.isEmpty()) : Optional.empty();
    }

    private <T> Probed<T> failed(Step step, String peer, Optional<String> through, Evidence evidence) {
        return Probed.failed(Ended.failure(step.stage(), step.kind(), peer, through, target.hostname()), evidence);
    }

    private CommandLine curl(String path, String route, Optional<Ip> connected) {
        List<String> args = new ArrayList<>(List.of("curl", "-sv", "--max-time", "10"));
        if (!route.equals("name") && !route.equals("secrets")) {
            args.addAll(List.of("--noproxy", "*"));
            connected.filter(ip -> !route.equals("direct")).ifPresent(ip -> args.addAll(List.of("--resolve", target.hostname() + ":443:" + ip)));
        }
        args.add("https://" + target.hostname() + path);
        return new CommandLine(args);
    }
}
