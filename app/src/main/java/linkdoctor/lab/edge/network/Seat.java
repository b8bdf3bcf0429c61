package linkdoctor.lab.edge.network;

import java.util.List;
import java.util.Optional;

import linkdoctor.facts.Ip;
import linkdoctor.facts.ResourceId;
import linkdoctor.lab.World;

/**
 * Where traffic starts in the practice network.
 *
 * @param subnet   the subnet; empty outside Azure
 * @param publicIp the address with which it leaves to the Internet
 */
public record Seat(List<Ip> addresses, Optional<ResourceId> subnet, Ip publicIp) {

    /** The corporate proxy: on the Internet, with an address of its own. */
    public static final Seat PROXY = new Seat(List.of(), Optional.empty(), Ip.of("20.99.0.8"));

    public static Seat of(World.ClientMachine client) {
        return new Seat(client.addresses(), client.subnet(), client.publicIp());
    }

    /** The address that a private destination sees. */
    Ip address() {
        return addresses.isEmpty() ? publicIp : addresses.getFirst();
    }
}
