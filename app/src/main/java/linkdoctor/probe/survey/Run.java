package linkdoctor.probe.survey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;

import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.host.Client;
import linkdoctor.facts.host.Imds;
import linkdoctor.facts.host.ProxyRoute;
import linkdoctor.facts.https.Challenge;
import linkdoctor.facts.https.LiveRequest;

/** One run: the graph of what waits for what. */
final class Run {
    private static final int MOST_ADDRESSES = 8;
    private final Survey by;
    private final Board board;
    private final Target target;
    private final Look how;

    Run(Survey by, Board board, Target target, Look how) {
        this.by = by;
        this.board = board;
        this.target = target;
        this.how = how;
    }

    Snapshot go() {
        Future<Probed<Client>> client = board.fact("client", by.host()::client);
        board.fact("hosts", () -> by.host().hosts(target));
        Future<Probed<Imds>> imds = board.fact("imds", by.host()::imds);
        board.fact("machineIdentity", () -> by.host().machineIdentity(target));
        Future<Probed<List<ProxyRoute>>> proxies = board.fact("proxies",
                () -> by.host().proxies(List.of(target.healthUrl(), target.cloud().arm(), target.cloud().login())));
        Future<Probed<List<Ip>>> system = board.fact("systemResolution", () -> by.names().system(target.hostname()));
        Future<Probed<List<Ip>>> resolvers = board.fact("resolvers", by.host()::resolvers);
        Future<Probed<LiveRequest>> byName = byName(system, proxies);
        direct(system, proxies);
        Future<Probed<Challenge>> challenge = challenge(system, proxies);
        target.endpointIp().ifPresent(this::byAddress);
        Azure azure = new Azure(by.arm(), board, target, how);
        Azure.Coming coming = azure.look(imds, challenge, byName);
        Future<List<PrivateEndpoint>> endpoints = azure.endpoints(coming,
                one -> one.addresses().stream().limit(MOST_ADDRESSES).forEach(this::byAddress));
        new Servers(board, by.names(), target.hostname(), how.repeats()).ask(how.extraServers(), resolvers, client, coming.networks(), endpoints);
        return board.finish(how.timeout());
    }

    private Future<Probed<LiveRequest>> byName(Future<Probed<List<Ip>>> system, Future<Probed<List<ProxyRoute>>> proxies) {
        return board.fact("byName", () -> {
            Optional<String> proxy = proxy(proxies);
            Probed<List<Ip>> to = system.get();
            if (proxy.isEmpty() && address(to).isEmpty()) {
                return unresolved(to);
            }
            board.looking("asking " + target.healthUrl());
            return Probed.seen(by.https().health(target, proxy.isPresent() ? Optional.empty() : address(to), proxy));
        });
    }

    private void direct(Future<Probed<List<Ip>>> system, Future<Probed<List<ProxyRoute>>> proxies) {
        board.fact("direct", () -> {
            Probed<List<Ip>> to = system.get();
            if (proxy(proxies).isEmpty()) {
                return Probed.notTried("There is no proxy to leave out.");
            }
            return address(to).isEmpty() ? unresolved(to) : Probed.seen(by.https().health(target, address(to), Optional.empty()));
        });
    }

    private Future<Probed<Challenge>> challenge(Future<Probed<List<Ip>>> system, Future<Probed<List<ProxyRoute>>> proxies) {
        return board.fact("challenge", () -> {
            Optional<String> proxy = proxy(proxies);
            Probed<List<Ip>> to = system.get();
            return proxy.isEmpty() && address(to).isEmpty() ? unresolved(to)
                    : by.https().challenge(target, proxy.isPresent() ? Optional.empty() : address(to), proxy);
        });
    }

    private Optional<String> proxy(Future<Probed<List<ProxyRoute>>> proxies) throws Exception {
        return proxies.get().known().stream().flatMap(List::stream).findFirst().flatMap(ProxyRoute::proxy);
    }

    /** An application takes the first address; one that it cannot reach by this protocol family comes last. */
    private Optional<Ip> address(Probed<List<Ip>> resolved) {
        List<Ip> all = resolved.known().orElse(List.of());
        return all.stream().filter(Ip::v4).findFirst().or(() -> all.stream().findFirst());
    }

    private <T> Probed<T> unresolved(Probed<List<Ip>> resolved) {
        Failure failure = resolved.trouble().orElse(Failure.of(Failure.Kind.UNREACHABLE, target.hostname() + " has no address here."));
        return new Probed.Failed<>(failure, resolved.evidence());
    }

    private void byAddress(Ip ip) {
        if (!board.asks("byAddress")) {
            return;
        }
        board.task(Set.of("byAddress"), () -> {
            board.looking("asking " + ip);
            LiveRequest seen = by.https().health(target, Optional.of(ip), Optional.empty());
            board.change(so -> so.with("byAddress", plus(so.byAddress(), ip, seen)));
            return null;
        });
    }

    static <K, V> Map<K, V> plus(Map<K, V> map, K key, V value) {
        Map<K, V> more = new HashMap<>(map);
        more.put(key, value);
        return more;
    }
}
