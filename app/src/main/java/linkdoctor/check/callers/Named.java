package linkdoctor.check.callers;

import java.util.Optional;
import java.util.stream.Collectors;

import linkdoctor.check.callers.Caller.Role;
import linkdoctor.check.outside.OutsideCaller;
import linkdoctor.check.outside.TrustedService;
import linkdoctor.check.outside.TrustedServices;
import linkdoctor.check.seen.Reach;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Prefix;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Connection;
import linkdoctor.facts.azure.PrivateEndpoint;

/** A caller that the user asks for by name. */
public sealed interface Named {

    /** An address, or a range of them. */
    record Range(Prefix range) implements Named {
    }

    /** A kind of caller outside one's networks. */
    record Outside(OutsideCaller kind) implements Named {
    }

    /** A service on Microsoft's list. */
    record Service(TrustedService service) implements Named {
    }

    /** What the text names; empty when it names none. */
    static Optional<Named> of(String text) {
        String name = text.strip();
        Optional<Prefix> range = name.contains("/") ? Prefix.parse(name) : Ip.typed(name).flatMap(ip -> Prefix.parse(ip.toString()));
        return range.<Named>map(Range::new).or(() -> OutsideCaller.of(name).map(Outside::new))
                .or(() -> TrustedServices.LISTED.named(name).map(Service::new));
    }

    /** What one can name, in a sentence. */
    static String known() {
        return "Name an address such as 203.0.113.7, a service that Microsoft trusts, or one of: "
                + OutsideCaller.KNOWN.stream().map(OutsideCaller::id).collect(Collectors.joining(", ")) + ".";
    }

    /** As the vault would see it. */
    default Caller caller(Snapshot facts) {
        return switch (this) {
            case Range(Prefix range) -> address(facts, range);
            case Outside(OutsideCaller kind) -> new Caller(Role.NAMED, kind.name(), "", new Way.Changing(kind), Optional.of(kind));
            case Service(TrustedService service) -> Caller.of(Role.NAMED, service.name(), "for " + service.use(), new Way.Trusted(Optional.of(service)));
        };
    }

    private static Caller address(Snapshot facts, Prefix range) {
        Ip ip = range.network();
        boolean one = range.length() == ip.address().getAddress().length * 8;
        String name = one ? ip.toString() : range.toString();
        Optional<Connection> near = near(facts, ip);
        if (near.isPresent()) {
            return Caller.of(Role.NAMED, name, "over " + near.get().endpoint().orElse(near.get().id()).name(), new Way.Link(near));
        }
        return ip.publicAddress() && !Reach.insideEndpointNetwork(facts, ip) ? Caller.of(Role.NAMED, name, "an address you named", new Way.Address(name))
                : Caller.of(Role.NAMED, name, "a private address", new Way.Unseen(name + " is a private address outside the networks of the vault's endpoints: "
                + "the vault sees the public address that it is translated to."));
    }

    /** The connection of an endpoint in whose network the address lies. */
    private static Optional<Connection> near(Snapshot facts, Ip ip) {
        return facts.connections().known().stream().flatMap(java.util.List::stream).filter(one -> one.endpoint()
                .flatMap(id -> Optional.ofNullable(facts.endpoints().get(id))).flatMap(Probed::known).map(PrivateEndpoint::network)
                .flatMap(network -> Reach.network(facts, network)).filter(network -> network.contains(ip)).isPresent()).findFirst();
    }
}
