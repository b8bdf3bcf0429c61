package linkdoctor.probe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.facts.azure.Connection;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.Subscription;
import linkdoctor.facts.azure.Vault;
import linkdoctor.facts.azure.VaultSearch;
import linkdoctor.facts.azure.VirtualNetwork;
import linkdoctor.facts.dns.DnsServer;
import linkdoctor.facts.dns.Lookup;
import linkdoctor.facts.host.Imds;
import linkdoctor.facts.host.ProxyRoute;
import linkdoctor.facts.https.Challenge;
import linkdoctor.facts.https.LiveRequest;

/** Looks at everything that matters for one vault, independent things at once, and returns what was seen. */
public final class Survey {
    private static final int MOST_ADDRESSES = 8;
    private static final Failure NOT_SIGNED_IN = new Failure(Failure.Kind.NOT_SIGNED_IN, "Nobody is signed in.", "a sign-in");

    private final Optional<Arm> arm;
    private final Names names;
    private final Https https;
    private final Host host;

    /** @param arm Azure; empty to look at nothing that needs a sign-in */
    public Survey(Optional<Arm> arm, Names names, Https https, Host host) {
        this.arm = arm;
        this.names = names;
        this.https = https;
        this.host = host;
    }

    /**
     * Looks. Ends within the timeout, or soon after the calling thread is interrupted; what was not seen until then is
     * a failure that says so.
     */
    public Snapshot look(Target target, Look how, Instant started, Progress progress) {
        if (!target.legalName()) {
            return Snapshot.blank(target, started, "The vault's name is not a legal one.");
        }
        try (Board board = new Board(Snapshot.blank(target, started, Board.PENDING), progress)) {
            return new Run(board, target, how).go();
        }
    }

    /**
     * Looks again at some facts and keeps the others.
     *
     * @param facts names of the snapshot's components
     */
    public Snapshot lookAgain(Snapshot before, Set<String> facts, Look how, Progress progress) {
        return look(before.target(), how, Instant.now(), progress);
    }

    /** One run: the graph of what waits for what. */
    private final class Run {
        private final Board board;
        private final Target target;
        private final Look how;
        private Future<Probed<LiveRequest>> byName;
        private final Map<DnsServer, Future<Lookup>> asked = new HashMap<>();
        private final List<DnsServer> order = new CopyOnWriteArrayList<>();

        private Run(Board board, Target target, Look how) {
            this.board = board;
            this.target = target;
            this.how = how;
        }

        Snapshot go() {
            board.fact("client", host::client);
            board.fact("hosts", () -> host.hosts(target));
            Future<Probed<Imds>> imds = board.fact("imds", host::imds);
            Future<Probed<List<ProxyRoute>>> proxies = board.fact("proxies",
                    () -> host.proxies(List.of(target.healthUrl(), target.cloud().arm(), target.cloud().login())));
            Future<Probed<List<Ip>>> system = board.fact("systemResolution", () -> names.system(target.hostname()));
            Future<Probed<List<Ip>>> resolvers = board.fact("resolvers", host::resolvers);
            board.task(() -> {
                resolvers.get().known().orElse(List.of()).forEach(ip -> ask(new DnsServer(ip, 53, DnsServer.Role.SYSTEM)));
                return null;
            });
            how.extraServers().forEach(this::ask);
            ask(new DnsServer(Ip.AZURE_DNS, 53, DnsServer.Role.AZURE));
            Future<Probed<Challenge>> challenge = live(system, proxies);
            target.endpointIp().ifPresent(this::byAddress);
            if (arm.isPresent()) {
                azure(arm.get(), imds, challenge);
            } else {
                withoutSignIn();
            }
            return board.finish(how.timeout());
        }

        /** The requests that need no rights, by name. */
        private Future<Probed<Challenge>> live(Future<Probed<List<Ip>>> system, Future<Probed<List<ProxyRoute>>> proxies) {
            byName = board.fact("byName", () -> {
                Optional<String> proxy = proxy(proxies);
                Probed<List<Ip>> to = system.get();
                if (proxy.isEmpty() && address(to).isEmpty()) {
                    return unresolved(to);
                }
                board.looking("asking " + target.healthUrl());
                return Probed.seen(https.health(target, proxy.isPresent() ? Optional.empty() : address(to), proxy));
            });
            board.fact("direct", () -> {
                Probed<List<Ip>> to = system.get();
                if (proxy(proxies).isEmpty()) {
                    return Probed.notTried("There is no proxy to leave out.");
                }
                return address(to).isEmpty() ? unresolved(to)
                        : Probed.seen(https.health(target, address(to), Optional.empty()));
            });
            return board.fact("challenge", () -> {
                Optional<String> proxy = proxy(proxies);
                Probed<List<Ip>> to = system.get();
                return proxy.isEmpty() && address(to).isEmpty() ? unresolved(to)
                        : https.challenge(target, proxy.isPresent() ? Optional.empty() : address(to), proxy);
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
            board.task(() -> {
                board.looking("asking " + ip);
                var seen = https.health(target, Optional.of(ip), Optional.empty());
                board.change(so -> so.with("byAddress", plus(so.byAddress(), ip, seen)));
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
            board.task(() -> {
                Lookup lookup = new Lookup(server, answers.get().attempts());
                board.change(so -> so.with("lookups", Stream.concat(so.lookups().stream(), Stream.of(lookup))
                        .sorted(java.util.Comparator.comparing((Lookup one) -> one.server().role())
                                .thenComparing(one -> order.indexOf(one.server()))).toList()));
                return null;
            });
        }

        /** Azure's address is silent outside Azure: one question tells, and only what answers is asked again. */
        private Lookup repeatedly(DnsServer server) {
            if (server.role() != DnsServer.Role.AZURE || how.repeats() < 2) {
                return names.ask(server, target.hostname(), how.repeats());
            }
            Lookup first = names.ask(server, target.hostname(), 1);
            return first.answers().isEmpty() ? first : new Lookup(server, Stream.concat(first.attempts().stream(),
                    names.ask(server, target.hostname(), how.repeats() - 1).attempts().stream()).toList());
        }

        private void azure(Arm arm, Future<Probed<Imds>> imds, Future<Probed<Challenge>> challenge) {
            Future<Probed<Identity>> identity = board.fact("identity", () -> {
                Optional<String> tenant = how.tenantGiven() ? Optional.empty() : challenge.get().known().flatMap(Challenge::tenant);
                board.looking("signing in");
                return board.patiently(how.signInPatience(), () -> arm.signIn(tenant));
            });
            board.fact("dataPlane", () -> Board.after(identity, who -> Board.after(byName, request -> {
                if (request.answer().known().isEmpty()) {
                    return Probed.notTried("The vault gave no answer to a request without credentials, so none was sent with them.");
                }
                board.looking("reading as the signed-in identity");
                return arm.read(target);
            })));
            board.fact("clientSubnet", () -> Board.after(identity, who -> Board.after(imds, arm::clientSubnet)));
            Future<Probed<List<Subscription>>> subscriptions = board.task(() -> Board.after(identity, who -> {
                board.looking("listing subscriptions");
                return arm.subscriptions();
            }));
            Future<Probed<VaultSearch>> search = board.fact("vault", () -> Board.after(subscriptions, in -> {
                board.looking("looking for " + target.vault());
                return arm.vault(target, in);
            }));
            board.fact("zones", () -> Board.after(subscriptions, in -> {
                board.looking("listing private DNS zones");
                return arm.zones(target, in);
            }));
            Future<Probed<Listing<VirtualNetwork>>> networks = board.fact("networks", () -> Board.after(subscriptions, arm::networks));
            Future<Probed<ResourceId>> vault = board.task(() -> Board.after(search, one -> found(one, challenge)));
            board.fact("requiredZones", () -> Board.after(vault, arm::requiredZones));
            board.fact("rights", () -> Board.after(vault, id -> Board.after(identity, who -> arm.rights(id, who))));
            board.fact("diagnostics", () -> Board.after(vault, arm::diagnostics));
            board.fact("policies", () -> Board.after(vault, arm::policies));
            board.fact("perimeter", () -> Board.after(vault, arm::perimeter));
            Future<Probed<List<Connection>>> connections = board.fact("connections", () -> Board.after(vault, arm::connections));
            board.task(() -> {
                List<Future<Probed<PrivateEndpoint>>> endpoints = connections.get().known().orElse(List.of()).stream()
                        .flatMap(one -> one.endpoint().stream()).distinct().map(id -> endpoint(arm, id)).toList();
                List<PrivateEndpoint> seen = new ArrayList<>();
                for (var one : endpoints) {
                    one.get().known().ifPresent(seen::add);
                }
                networks.get().known().ifPresent(all -> askNetworks(all.items(), seen));
                return null;
            });
        }

        /** The vault's id; a search with gaps, or a service that answers, does not say that there is none. */
        private static Probed<ResourceId> found(VaultSearch search, Future<Probed<Challenge>> challenge) throws Exception {
            if (search.vault().isPresent()) {
                return Probed.seen(search.vault().get().id());
            }
            if (search.deleted().isPresent()) {
                return Probed.notTried("The vault is soft-deleted.");
            }
            if (!search.searched().gaps().isEmpty()) {
                return Probed.failed(search.searched().gaps().getFirst().failure());
            }
            return challenge.get().known().flatMap(Challenge::tenant).map(home -> Probed.<ResourceId>failed(new Failure(Failure.Kind.DENIED,
                            "The vault exists, and no subscription that can be read shows it.",
                            "Microsoft.KeyVault/vaults/read on the vault, at tenant " + home)))
                    .orElseGet(() -> Probed.notTried("No subscription that can be read shows the vault."));
        }

        private Future<Probed<PrivateEndpoint>> endpoint(Arm arm, ResourceId id) {
            return board.task(() -> {
                board.looking("reading endpoint " + id.name());
                Probed<PrivateEndpoint> seen = arm.endpoint(id);
                board.change(so -> so.with("endpoints", plus(so.endpoints(), id, seen)));
                seen.known().stream().flatMap(one -> one.addresses().stream()).limit(MOST_ADDRESSES).forEach(this::byAddress);
                return seen;
            });
        }

        /** The custom DNS servers of the networks that hold this machine or an endpoint. */
        private void askNetworks(List<VirtualNetwork> networks, List<PrivateEndpoint> endpoints) {
            List<Ip> mine = host.client().known().map(one -> one.addresses()).orElse(List.of());
            networks.stream()
                    .filter(network -> mine.stream().anyMatch(network::contains)
                            || endpoints.stream().anyMatch(one -> one.network().equals(network.id())))
                    .flatMap(network -> network.dnsServers().stream()).distinct()
                    .forEach(ip -> ask(new DnsServer(ip, 53, DnsServer.Role.NETWORK)));
        }

        private void withoutSignIn() {
            board.change(so -> {
                for (String component : List.of("vault", "connections", "requiredZones", "networks", "clientSubnet", "zones",
                        "rights", "diagnostics", "policies", "perimeter", "dataPlane")) {
                    so = so.with(component, Probed.failed(NOT_SIGNED_IN));
                }
                return so.with("identity", Probed.notTried("--no-sign-in was given."));
            });
        }
    }

    private static <K, V> Map<K, V> plus(Map<K, V> map, K key, V value) {
        Map<K, V> more = new HashMap<>(map);
        more.put(key, value);
        return more;
    }
}
