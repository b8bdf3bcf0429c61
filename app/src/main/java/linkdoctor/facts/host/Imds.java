package linkdoctor.facts.host;

import linkdoctor.facts.Ip;
import linkdoctor.facts.Prefix;
import linkdoctor.facts.ResourceId;

import java.util.List;
import java.util.Optional;

/** What the instance metadata service tells of this virtual machine. */
public record Imds(Optional<ResourceId> machine, String location, String subscription, List<Nic> nics) {
    public Imds {
        nics = List.copyOf(nics);
    }

    /** A network interface; {@code mac} as twelve hexadecimal digits. */
    public record Nic(String mac, List<Ip> addresses, List<Prefix> subnets) {
        public Nic {
            addresses = List.copyOf(addresses);
            subnets = List.copyOf(subnets);
        }
    }
}
