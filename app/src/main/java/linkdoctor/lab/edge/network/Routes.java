package linkdoctor.lab.edge.network;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import linkdoctor.facts.Cloud;
import linkdoctor.facts.Ip;
import linkdoctor.facts.ResourceId;
import linkdoctor.lab.Estate;
import linkdoctor.lab.World;
import linkdoctor.lab.vault.Arrival;
import linkdoctor.lab.vault.Vaults;

/** Where connections of the practice network end up, by address or by name; read from the estate each time. */
public final class Routes {
    public static final Ip METADATA = Ip.of("169.254.169.254");
    private static final Set<String> CONTROL_PLANE = Stream.concat(
            Cloud.KNOWN.stream().flatMap(cloud -> Stream.concat(Stream.of(cloud.arm(), cloud.login()), cloud.logs().stream())).map(url -> URI.create(url).getHost()),
            Stream.of("graph.microsoft.com", "graph.microsoft.us", "microsoftgraph.chinacloudapi.cn", "graph.windows.net",
                    "login.windows.net", "sts.windows.net", "microsoft.com", "www.microsoft.com")).collect(Collectors.toUnmodifiableSet());

    private final World world;
    private final Endpoints endpoints;
    private final Networks networks;
    private final Vaults vaults;

    public Routes(Estate estate, World world) {
        this.world = world;
        endpoints = new Endpoints(estate);
        networks = new Networks(estate);
        vaults = new Vaults(estate);
    }

    static boolean controlPlane(String host) {
        return CONTROL_PLANE.contains(host.toLowerCase(Locale.ROOT));
    }

    /**
     * The way to a name. The names of ARM and of sign-in always lead there, whatever is wrong with the client's DNS,
     * so that a broken resolver can be diagnosed with a signed-in session too.
     */
    public Route toName(String name, Seat from, Resolver names) {
        if (controlPlane(name)) {
            return new Route.ControlPlane(name.toLowerCase(Locale.ROOT));
        }
        Optional<List<Ip>> addresses = names.resolve(name.toLowerCase(Locale.ROOT));
        if (addresses.isEmpty()) {
            return new Route.NoSuchName(name);
        }
        List<Route> ways = new ArrayList<>();
        for (Ip address : addresses.get()) {
            Route way = toAddress(address, from);
            if (way instanceof Route.Vaults) {
                return way; // clients try one address after the other until one answers
            }
            ways.add(way);
        }
        // The rest of the Internet is not there, and says so at once rather than let clients wait.
        return vaultName(name) ? ways.getFirst() : new Route.Refused();
    }

    private static boolean vaultName(String name) {
        return Cloud.KNOWN.stream().anyMatch(cloud -> name.toLowerCase(Locale.ROOT).endsWith("." + cloud.vaultSuffix())
                || name.toLowerCase(Locale.ROOT).endsWith("." + cloud.vaultCoreSuffix()));
    }

    public Route toAddress(Ip to, Seat from) {
        if (to.equals(METADATA)) {
            return from.subnet().isPresent() ? new Route.Metadata() : new Route.Silence();
        }
        if (blackedOut(to)) {
            return new Route.Silence();
        }
        if (to.equals(World.VAULT_PUBLIC) || world.publicNames().containsValue(to)) {
            return new Route.Vaults(overPublicAddress(from), Optional.empty());
        }
        List<Endpoints.Endpoint> near = endpoints.at(to).stream()
                .filter(endpoint -> networks.reaches(from, endpoint.network()))
                .sorted(java.util.Comparator.comparing(endpoint -> ownNetwork(endpoint, from) ? 0 : 1)).toList();
        if (near.isEmpty() || near.getFirst().vault().isEmpty()
                || networks.shutOut(from, near.getFirst().subnet())) {
            return to.loopback() ? new Route.Refused() : new Route.Silence();
        }
        Endpoints.Endpoint endpoint = near.getFirst();
        return new Route.Vaults(new Arrival.PrivateLink(endpoint.id(), from.address()),
                endpoint.vault().flatMap(vaults::host));
    }

    private static boolean ownNetwork(Endpoints.Endpoint endpoint, Seat from) {
        return from.subnet().filter(subnet -> subnet.parent().equals(endpoint.network())).isPresent();
    }

    private boolean blackedOut(Ip to) {
        return world.faults().stream().anyMatch(fault -> fault.service().equals("vault") && fault.what().equals("drop")
                && (fault.where().equals(to.toString()) || fault.where().equals("*")));
    }

    private Arrival overPublicAddress(Seat from) {
        Optional<ResourceId> subnet = from.subnet().filter(networks::hasVaultServiceEndpoint);
        return subnet.isPresent() ? new Arrival.ServiceEndpoint(subnet.get(), from.address())
                : new Arrival.Internet(from.publicIp());
    }
}
