package linkdoctor.lab.edge;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.Ip;
import linkdoctor.facts.ResourceId;
import linkdoctor.lab.Estate;
import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.World;
import linkdoctor.lab.World.Account;
import linkdoctor.lab.World.ClientMachine;
import linkdoctor.lab.World.Fault;

/** The healthy world with one thing changed. */
public final class Worlds {
    private static final World HEALTHY = HealthyEstate.world();

    private Worlds() {
    }

    public static World with(Fault... faults) {
        return new World(HEALTHY.client(), HEALTHY.accounts(), List.of(), Map.of(), List.of(faults), Map.of());
    }

    public static World with(ClientMachine client, Fault... faults) {
        return new World(client, HEALTHY.accounts(), List.of(), Map.of(), List.of(faults), Map.of());
    }

    public static World with(List<Account> accounts) {
        return new World(HEALTHY.client(), accounts, List.of(), Map.of(), List.of(), Map.of());
    }

    public static World slow(String service, Duration latency) {
        return new World(HEALTHY.client(), HEALTHY.accounts(), List.of(), Map.of(), List.of(), Map.of(service, latency));
    }

    /** At home behind a router. */
    public static ClientMachine outsideAzure() {
        return new ClientMachine(List.of(Ip.of("192.168.1.20")), Optional.empty(), Ip.of("203.0.113.50"), List.of(), "",
                Map.of(), "00-0D-3A-12-34-56");
    }

    public static ClientMachine in(ResourceId subnet, String address) {
        return new ClientMachine(List.of(Ip.of(address)), Optional.of(subnet), Ip.of("20.62.10.10"), List.of(), "",
                Map.of(), "00-0D-3A-12-34-56");
    }

    public static ClientMachine behindProxy(Map<String, String> environment) {
        ClientMachine usual = HEALTHY.client();
        return new ClientMachine(usual.addresses(), usual.subnet(), usual.publicIp(), usual.resolvers(), usual.hosts(),
                environment, usual.mac());
    }

    public static ClientMachine withHosts(String hosts) {
        ClientMachine usual = HEALTHY.client();
        return new ClientMachine(usual.addresses(), usual.subnet(), usual.publicIp(), usual.resolvers(), hosts, Map.of(),
                usual.mac());
    }

    /** The healthy estate with one document's properties edited. */
    public static Estate estate(ResourceId id, Consumer<ObjectNode> edit) {
        Estate estate = HealthyEstate.estate();
        edit(estate, id, edit);
        return estate;
    }

    public static void edit(Estate estate, ResourceId id, Consumer<ObjectNode> edit) {
        ObjectNode document = estate.get(id).orElseThrow();
        edit.accept((ObjectNode) document.path("properties"));
        estate.put(id, document);
    }
}
