package linkdoctor.probe.survey;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import linkdoctor.facts.Ip;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Probed;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.VirtualNetwork;
import linkdoctor.facts.dns.DnsServer;
import linkdoctor.facts.dns.Lookup;
import linkdoctor.facts.host.Client;
import linkdoctor.probe.Names;

/** The DNS servers of a run: each is asked as soon as something tells of it. */
final class Servers {
    private static final Set<String> LOOKUPS = Set.of("lookups");
    private final Board board;
    private final Names names;
    private final String hostname;
    private final int repeats;
    private final Map<DnsServer, Future<Lookup>> asked = new HashMap<>();
    private final List<DnsServer> order = new CopyOnWriteArrayList<>();

    Servers(Board board, Names names, String hostname, int repeats) {
        this.board = board;
        this.names = names;
        this.hostname = hostname;
        this.repeats = repeats;
    }

    /** Asks those that were named, Azure's, this machine's, and those of the networks that matter. */
    void ask(List<DnsServer> extra, Future<Probed<List<Ip>>> resolvers, Future<Probed<Client>> client,
             Future<Probed<Listing<VirtualNetwork>>> networks, Future<List<PrivateEndpoint>> endpoints) {
        if (!board.asks("lookups")) {
            return;
        }
        extra.forEach(this::ask);
        ask(new DnsServer(Ip.AZURE_DNS, 53, DnsServer.Role.AZURE));
        board.task(LOOKUPS, () -> {
            resolvers.get().known().orElse(List.of()).forEach(ip -> ask(new DnsServer(ip, 53, DnsServer.Role.SYSTEM)));
            return null;
        });
        board.task(LOOKUPS, () -> {
            List<Ip> mine = client.get().known().map(Client::addresses).orElse(List.of());
            List<PrivateEndpoint> seen = endpoints.get();
            networks.get().known().map(Listing::items).orElse(List.of()).stream()
                    .filter(network -> mine.stream().anyMatch(network::contains)
                            || seen.stream().anyMatch(one -> one.network().equals(network.id())))
                    .flatMap(network -> network.dnsServers().stream()).distinct()
                    .forEach(ip -> ask(new DnsServer(ip, 53, DnsServer.Role.NETWORK)));
            return null;
        });
    }

    /** Asks a server once; one that was asked before in another role is not asked again. */
    private void ask(DnsServer server) {
        Future<Lookup> answers;
        synchronized (asked) {
            Optional<DnsServer> before = asked.keySet().stream()
                    .filter(one -> one.ip().equals(server.ip()) && one.port() == server.port()).findFirst();
            answers = before.isPresent() ? asked.get(before.get()) : board.task(() -> {
                board.looking("asking " + server.label());
                return repeatedly(server);
            });
            if (asked.putIfAbsent(server, answers) != null) {
                return;
            }
            order.add(server);
        }
        board.task(LOOKUPS, () -> {
            Lookup lookup = new Lookup(server, answers.get().attempts());
            board.change(so -> so.with("lookups", Stream.concat(so.lookups().stream(), Stream.of(lookup))
                    .sorted(Comparator.comparing((Lookup one) -> one.server().role())
                            .thenComparing(one -> order.indexOf(one.server()))).toList()));
            return null;
        });
    }

    /** Azure's address is silent outside Azure: one question tells, and only what answers is asked again. */
    private Lookup repeatedly(DnsServer server) {
        if (server.role() != DnsServer.Role.AZURE || repeats < 2) {
            return names.ask(server, hostname, repeats);
        }
        Lookup first = names.ask(server, hostname, 1);
        return first.answers().isEmpty() ? first : new Lookup(server, Stream.concat(first.attempts().stream(),
                names.ask(server, hostname, repeats - 1).attempts().stream()).toList());
    }
}
