package linkdoctor.lab.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.Ip;
import linkdoctor.facts.ResourceId;
import linkdoctor.lab.World;
import linkdoctor.lab.World.ClientMachine;

/** Instructions that change what is around the estate: the client machine, DNS servers, faults, slowness. */
final class WorldLines {
    private static final Set<String> SERVICES = Set.of("arm", "entra", "vault", "imds", "dns", "tls", "proxy", "logs");

    private WorldLines() {
    }

    static void follow(Line line, Stage stage) {
        switch (line.verb()) {
            case "client" -> {
                String[] parts = line.parts(2, "address|subnet|public-ip|resolver|hosts|env|mac VALUE");
                stage.client = client(line, stage.client, parts[0], parts[1]);
            }
            case "dns-server" -> dnsServer(line, stage);
            case "network" -> network(line, stage);
            case "public-name" -> {
                String[] parts = line.parts(2, "NAME ADDRESS");
                stage.publicNames.put(parts[0], ip(line, parts[1]));
            }
            case "fault" -> {
                String[] parts = line.parts(3, "SERVICE WHERE WHAT [DETAIL]");
                String[] what = word(parts[2]);
                stage.faults.add(new World.Fault(service(line, parts[0]), parts[1], what[0], what[1]));
            }
            default -> {
                String[] parts = line.parts(2, "SERVICE MILLISECONDS");
                if (!parts[1].matches("\\d+")) {
                    throw new BadLine(line, parts[1] + " is no number of milliseconds.");
                }
                stage.latency.put(service(line, parts[0]), Duration.ofMillis(Long.parseLong(parts[1])));
            }
        }
    }

    private static ClientMachine client(Line line, ClientMachine was, String what, String value) {
        List<Ip> addresses = was.addresses();
        Optional<ResourceId> subnet = was.subnet();
        Ip publicIp = was.publicIp();
        List<Ip> resolvers = was.resolvers();
        String hosts = was.hosts();
        Map<String, String> environment = new LinkedHashMap<>(was.environment());
        String mac = was.mac();
        switch (what) {
            case "address" -> addresses = ips(line, value);
            case "subnet" -> subnet = value.equals("none") ? Optional.empty() : Optional.of(Names.id(line, value));
            case "public-ip" -> publicIp = ip(line, value);
            case "resolver" -> resolvers = ips(line, value);
            case "hosts" -> hosts = hosts + value + "\n";
            case "env" -> {
                String[] pair = value.split("=", 2);
                environment.put(pair[0], pair.length > 1 ? pair[1] : "");
            }
            case "mac" -> mac = value;
            default -> throw new BadLine(line, "a client has no " + what + ".");
        }
        return new ClientMachine(addresses, subnet, publicIp, resolvers, hosts, Map.copyOf(environment), mac);
    }

    private static void dnsServer(Line line, Stage stage) {
        String[] parts = line.parts(3, "ADDRESS in NETWORK forwards|public, or ADDRESS outside forwards|public");
        boolean inside = parts[1].equals("in");
        String[] where = inside ? word(parts[2]) : new String[] {"", parts[2]};
        boolean forwards = where[1].equals("forwards");
        if (!inside && !parts[1].equals("outside") || !forwards && !where[1].equals("public")) {
            throw new BadLine(line, "a DNS server stands \"in NETWORK\" or \"outside\", and \"forwards\" to Azure DNS "
                    + "or asks the \"public\" DNS.");
        }
        stage.dnsServers.add(new World.NameServer(ip(line, parts[0]),
                inside ? Optional.of(Names.id(line, where[0])) : Optional.empty(), forwards));
    }

    private static void network(Line line, Stage stage) {
        String[] parts = line.parts(3, "NETWORK dns ADDRESS …");
        ResourceId id = Names.id(line, parts[0]);
        ObjectNode network = stage.estate.get(id)
                .orElseThrow(() -> new BadLine(line, "there is no network " + parts[0] + "."));
        ArrayNode servers = network.withObjectProperty("properties").putObject("dhcpOptions").putArray("dnsServers");
        ips(line, parts[2]).forEach(ip -> servers.add(ip.toString()));
        stage.estate.put(id, network);
    }

    /** The first word, in quotes when it has blanks, and the rest. */
    private static String[] word(String text) {
        if (text.startsWith("\"") && text.indexOf('"', 1) > 0) {
            int end = text.indexOf('"', 1);
            return new String[] {text.substring(1, end), text.substring(end + 1).strip()};
        }
        String[] parts = text.split("\\s+", 2);
        return new String[] {parts[0], parts.length > 1 ? parts[1] : ""};
    }

    private static String service(Line line, String name) {
        if (!SERVICES.contains(name)) {
            throw new BadLine(line, "\"" + name + "\" is no service; known are "
                    + String.join(", ", SERVICES.stream().sorted().toList()) + ".");
        }
        return name;
    }

    private static List<Ip> ips(Line line, String text) {
        List<Ip> ips = new ArrayList<>();
        Stream.of(text.split("\\s+")).forEach(one -> ips.add(ip(line, one)));
        return List.copyOf(ips);
    }

    private static Ip ip(Line line, String text) {
        return Ip.parse(text).orElseThrow(() -> new BadLine(line, text + " is no address."));
    }
}
