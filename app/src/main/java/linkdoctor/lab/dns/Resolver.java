package linkdoctor.lab.dns;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import linkdoctor.facts.Ip;
import linkdoctor.facts.dns.DnsAnswer;
import linkdoctor.facts.host.HostsFile;
import linkdoctor.lab.Estate;
import linkdoctor.lab.World;

/** The client machine's own resolver: its hosts file, then its servers in turn, without going over sockets. */
public final class Resolver {
    private final Estate estate;
    private final World world;
    private final Map<Ip, Responder> responders;

    public Resolver(Estate estate, World world) {
        this.estate = estate;
        this.world = world;
        this.responders = Responder.all(estate, world).stream().collect(Collectors.toMap(Responder::ip, Function.identity()));
    }

    /** The servers this machine asks, in order: its own, else its network's, else Azure's (outside Azure, a public one). */
    public List<Ip> servers() {
        if (!world.client().resolvers().isEmpty()) {
            return world.client().resolvers();
        }
        if (world.client().subnet().isEmpty()) {
            return List.of(Responder.PUBLIC.getFirst());
        }
        List<Ip> ofNetwork = world.client().subnet().flatMap(subnet -> estate.get(subnet.parent())).stream()
                .flatMap(network -> StreamSupport.stream(dnsServers(network).spliterator(), false))
                .flatMap(server -> Ip.parse(server.asText()).stream()).toList();
        return ofNetwork.isEmpty() ? List.of(Ip.AZURE_DNS) : ofNetwork;
    }

    private static JsonNode dnsServers(JsonNode network) {
        return network.path("properties").path("dhcpOptions").path("dnsServers");
    }

    /** The addresses of a name; empty when it has none or no server could say. */
    public Optional<List<Ip>> resolve(String name) {
        List<Ip> written = HostsFile.parse("hosts", world.client().hosts(), name::equalsIgnoreCase).entries().stream()
                .map(HostsFile.Entry::ip).distinct().toList();
        if (!written.isEmpty()) {
            return Optional.of(written);
        }
        // A server that answers ends the search, even when it says that there is no such name.
        return servers().stream().flatMap(server -> Optional.ofNullable(responders.get(server)).stream())
                .filter(Responder::usable).map(server -> server.answer(name, "A"))
                .filter(answer -> !answer.rcode().equals("SERVFAIL")).findFirst()
                .map(answer -> answer.addresses().stream().map(DnsAnswer.Address::ip).toList())
                .filter(ips -> !ips.isEmpty());
    }
}
