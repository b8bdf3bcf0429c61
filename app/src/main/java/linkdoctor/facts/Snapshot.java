package linkdoctor.facts;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import linkdoctor.facts.azure.AccessRights;
import linkdoctor.facts.azure.Connection;
import linkdoctor.facts.azure.DiagnosticSetting;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.azure.Perimeter;
import linkdoctor.facts.azure.PolicyAssignment;
import linkdoctor.facts.azure.Principal;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.PrivateZone;
import linkdoctor.facts.azure.VaultSearch;
import linkdoctor.facts.azure.VirtualNetwork;
import linkdoctor.facts.dns.Lookup;
import linkdoctor.facts.host.Client;
import linkdoctor.facts.host.HostsFile;
import linkdoctor.facts.host.Imds;
import linkdoctor.facts.host.MachineIdentity;
import linkdoctor.facts.host.ProxyRoute;
import linkdoctor.facts.https.Challenge;
import linkdoctor.facts.https.DataPlaneRead;
import linkdoctor.facts.https.LiveRequest;
import linkdoctor.facts.monitor.AuditTrail;
import linkdoctor.facts.monitor.Workspaces;

/**
 * All that was observed in one run: everything a verdict may rest on. No SDK type, no token, no secret.
 *
 * @param started   when the run began; the clock that judging may read
 * @param identity  who is signed in at ARM
 * @param vault     what ARM knows of the vault
 * @param connections  its private endpoint connections
 * @param requiredZones zone names that ARM says the vault's endpoints need
 * @param endpoints  the private endpoint of each connection, by endpoint id; where one cannot be read, why
 * @param networks   the networks that matter: those with an endpoint, their peers, those linked to a zone, the client's
 * @param clientSubnet the subnet of this machine, when its network interface could be found by its MAC address
 * @param zones      private zones named like the required one and near misses, in every readable subscription
 * @param rights     what the caller may do at the vault
 * @param diagnostics the vault's diagnostic settings
 * @param workspaces the workspaces that could keep the audit log; looked at when no setting sends it anywhere, or the user named one
 * @param auditLog   what the audit log says of the caller's requests; looked at on request alone
 * @param policies   policy assignments that rewrite public access
 * @param perimeter  the network security perimeters it is associated with
 * @param client     this machine
 * @param hosts      the hosts file
 * @param resolvers  the operating system's resolvers, in order
 * @param imds       the instance metadata service
 * @param proxies    the way out for the vault's URL, ARM's and the login's, in this order
 * @param systemResolution what the operating system itself resolves the name to, as an application would
 * @param lookups    what each DNS server said
 * @param byName     /healthstatus as an application on this machine would fetch it, proxy and all
 * @param direct     /healthstatus by name without the proxy; not tried when there is none
 * @param byAddress  /healthstatus at each endpoint's address with the vault's name in SNI, proxy left out
 * @param challenge  the unauthenticated /secrets
 * @param dataPlane  one authenticated read
 * @param machineIdentity whether this machine's managed identity gives a token for the vault
 * @param principals others than the caller, as they were asked about
 */
public record Snapshot(Target target, Instant started,
                       Probed<Identity> identity, Probed<VaultSearch> vault, Probed<List<Connection>> connections,
                       Probed<List<String>> requiredZones, Map<ResourceId, Probed<PrivateEndpoint>> endpoints,
                       Probed<Listing<VirtualNetwork>> networks, Probed<ResourceId> clientSubnet,
                       Probed<Listing<PrivateZone>> zones, Probed<AccessRights> rights,
                       Probed<List<DiagnosticSetting>> diagnostics, Probed<Workspaces> workspaces,
                       Probed<AuditTrail> auditLog, Probed<List<PolicyAssignment>> policies,
                       Probed<List<Perimeter>> perimeter,
                       Probed<Client> client, Probed<HostsFile> hosts, Probed<List<Ip>> resolvers,
                       Probed<Imds> imds, Probed<List<ProxyRoute>> proxies, Probed<List<Ip>> systemResolution,
                       List<Lookup> lookups,
                       Probed<LiveRequest> byName, Probed<LiveRequest> direct, Map<Ip, LiveRequest> byAddress,
                       Probed<Challenge> challenge, Probed<DataPlaneRead> dataPlane,
                       Probed<MachineIdentity> machineIdentity, Probed<List<Principal>> principals) {
    private static final RecordComponent[] COMPONENTS = Snapshot.class.getRecordComponents();

    public Snapshot {
        endpoints = Map.copyOf(endpoints);
        lookups = List.copyOf(lookups);
        byAddress = Map.copyOf(byAddress);
    }

    /** A snapshot in which nothing was tried yet; {@code why} is one sentence. */
    public static Snapshot blank(Target target, Instant started, String why) {
        Object[] values = new Object[COMPONENTS.length];
        for (int i = 0; i < values.length; i++) {
            Class<?> type = COMPONENTS[i].getType();
            values[i] = type == Target.class ? target : type == Instant.class ? started
                    : type == Map.class ? Map.of() : type == List.class ? List.of() : Probed.notTried(why);
        }
        return make(values);
    }

    /**
     * This snapshot with one fact looked at again.
     *
     * @throws IllegalArgumentException when no component has that name
     */
    public Snapshot with(String component, Object value) {
        Object[] values = new Object[COMPONENTS.length];
        boolean found = false;
        for (int i = 0; i < values.length; i++) {
            boolean here = COMPONENTS[i].getName().equals(component);
            found |= here;
            values[i] = here ? value : read(COMPONENTS[i], this);
        }
        if (!found) {
            throw new IllegalArgumentException("a snapshot has no component " + component);
        }
        return make(values);
    }

    /** The names of all facts: every component but the target and the time. */
    public static Set<String> names() {
        return Arrays.stream(COMPONENTS).filter(one -> one.getType() != Target.class && one.getType() != Instant.class)
                .map(RecordComponent::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The component of that name.
     *
     * @throws IllegalArgumentException when no component has that name
     */
    public Object value(String component) {
        return Arrays.stream(COMPONENTS).filter(one -> one.getName().equals(component)).findFirst().map(one -> read(one, this))
                .orElseThrow(() -> new IllegalArgumentException("a snapshot has no component " + component));
    }

    /** The names of the components that wait for the reason given. */
    public Set<String> waiting(String pending) {
        return names().stream().filter(name -> value(name) instanceof Probed.NotTried<?>(String why) && why.equals(pending))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every failure among the facts. */
    public List<Failure> troubles() {
        return Arrays.stream(COMPONENTS).map(component -> read(component, this))
                .flatMap(value -> value instanceof Probed<?> fact ? fact.trouble().stream() : java.util.stream.Stream.empty()).toList();
    }

    private static Object read(RecordComponent component, Snapshot from) {
        try {
            return component.getAccessor().invoke(from);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Snapshot make(Object[] values) {
        try {
            Class<?>[] types = Arrays.stream(COMPONENTS).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return Snapshot.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("a fact of the wrong type", e);
        }
    }
}
