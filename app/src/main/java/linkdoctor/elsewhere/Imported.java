package linkdoctor.elsewhere;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.facts.Words;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.VirtualNetwork;
import linkdoctor.facts.host.Client;
import linkdoctor.facts.host.ProxyRoute;

/** Facts in which another machine speaks in the place of the one that the program runs on. */
public final class Imported {
    /** The facts that a machine tells of itself, and those that only hold for the machine that they were seen from. */
    public static final Set<String> FACTS = Set.of("client", "hosts", "resolvers", "imds", "proxies", "systemResolution", "lookups", "byName",
            "direct", "byAddress", "challenge", "clientSubnet", "dataPlane", "machineIdentity");

    private static final List<String> OF_AZURE = List.of("vault", "zones", "networks", "connections", "requiredZones", "rights", "diagnostics", "policies", "perimeter", "principals");
    private static final Failure NOT_SIGNED_IN = new Failure(Failure.Kind.NOT_SIGNED_IN, "Nobody is signed in.", "a sign-in");

    private Imported() {
    }

    /** What importing came to. */
    public sealed interface Result {
    }

    /** The facts to judge. */
    public record Facts(Snapshot facts) implements Result {
    }

    /** The output does not belong to them; {@code said} is one sentence. */
    public record Refused(String said) implements Result {
    }

    /** Facts of which Azure's part is kept, and the client's comes from the output. */
    public static Result into(Snapshot facts, ProbeOutput output) {
        Target target = facts.target();
        if (output.name().filter(name -> !name.equalsIgnoreCase(target.hostname())).isPresent()) {
            return new Refused("The output is about " + Words.line(output.name().get()) + ", and not about " + target.hostname() + ".");
        }
        return new Facts(replaced(facts, output));
    }

    /** The output alone: what needs no rights in Azure. */
    public static Result alone(Target target, ProbeOutput output) {
        Snapshot facts = Snapshot.blank(target, output.at(), "Azure was not asked: only what " + output.host() + " told is known.");
        for (String fact : OF_AZURE) {
            facts = facts.with(fact, Probed.failed(NOT_SIGNED_IN));
        }
        return into(facts, output);
    }

    private static Snapshot replaced(Snapshot facts, ProbeOutput output) {
        Target target = facts.target();
        Machine machine = new Machine(output, target);
        Probed<Client> client = machine.client();
        Probed<List<Ip>> resolvers = machine.resolvers();
        Probed<List<Ip>> system = machine.system();
        Probed<List<ProxyRoute>> proxies = machine.proxies();
        Optional<String> proxy = proxies.known().stream().flatMap(List::stream).findFirst().flatMap(ProxyRoute::proxy);
        Requests requests = new Requests(output, target, system, proxy);
        Servers servers = new Servers(output, target.hostname());
        return facts.with("client", client).with("hosts", machine.hosts()).with("resolvers", resolvers).with("imds", machine.imds())
                .with("machineIdentity", Probed.notTried("The probe script asks for no token, so whether " + output.host() + " has a managed identity is not known."))
                .with("proxies", proxies).with("systemResolution", system)
                .with("lookups", servers.lookups(resolvers.known().orElse(List.of()), ofNetworks(facts, client)))
                .with("byName", requests.byName()).with("direct", requests.direct()).with("byAddress", requests.byAddress())
                .with("challenge", requests.challenge())
                .with("clientSubnet", Probed.notTried("In which subnet " + output.host() + " is was not asked of Azure."))
                .with("dataPlane", Probed.notTried("The probe script takes no token along, so no request with rights was sent from " + output.host() + "."));
    }

    /** The DNS servers set on the client's networks and those of the endpoints. */
    private static List<Ip> ofNetworks(Snapshot facts, Probed<Client> client) {
        List<Ip> mine = client.known().map(Client::addresses).orElse(List.of());
        List<PrivateEndpoint> endpoints = facts.endpoints().values().stream().flatMap(one -> one.known().stream()).toList();
        Stream<VirtualNetwork> networks = facts.networks().known().map(Listing::items).orElse(List.of()).stream();
        return networks.filter(network -> mine.stream().anyMatch(network::contains) || endpoints.stream().anyMatch(one -> one.network().equals(network.id())))
                .flatMap(network -> network.dnsServers().stream()).distinct().toList();
    }

    /** Whether the client's part of these facts was told by another machine. */
    public static Optional<Client> from(Snapshot facts) {
        return facts.client().known().filter(client -> client.told().isPresent());
    }

    /** Those of the facts that can be looked at again from here: not what another machine told. */
    public static Set<String> here(Snapshot facts, Set<String> wanted) {
        return from(facts).isEmpty() ? wanted : wanted.stream().filter(fact -> !FACTS.contains(fact)).collect(Collectors.toSet());
    }

    /** Newer facts, but with another machine's part as it was before: only that machine can tell it anew. */
    public static Snapshot keep(Snapshot before, Snapshot now) {
        Snapshot kept = now;
        for (String fact : from(before).isEmpty() ? Set.<String>of() : FACTS) {
            kept = kept.with(fact, before.value(fact));
        }
        return kept;
    }
}
