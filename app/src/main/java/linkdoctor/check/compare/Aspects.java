package linkdoctor.check.compare;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.AccessRights;
import linkdoctor.facts.azure.Connection;
import linkdoctor.facts.azure.DiagnosticSetting;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.PrivateZone;
import linkdoctor.facts.azure.Vault;
import linkdoctor.facts.azure.VaultSearch;

/** The facts that explain verdicts, in the checklist's order: a new one is one line here. What is seen over the network is in {@link Sights}. */
final class Aspects {
    private static final String NOTHING = "none";

    private static final List<Aspect> ALL = List.of(
            Aspect.one(0, "The vault", facts -> facts.vault().known().flatMap(Aspects::vault)),
            Aspect.one(1, "Addresses of this machine", facts -> facts.client().known().map(client -> list(client.addresses()))),
            Aspect.one(1, "Subnet of this machine", facts -> facts.clientSubnet().known().map(id -> id.parent().name() + "/" + id.name())),
            new Aspect(2, facts -> facts.connections().known().map(all -> by(all, one -> "Connection " + one.id().name(), Aspects::state)), "not there"),
            Aspect.one(3, "Public network access", facts -> vaultOf(facts).map(vault -> vault.publicNetworkAccess().orElse("Enabled, as it is unless set"))),
            Aspect.one(3, "Firewall of the vault", facts -> vaultOf(facts).map(vault -> vault.rules().map(Aspects::rules).orElse("no rules"))),
            Aspect.one(3, "Network security perimeters", facts -> facts.perimeter().known().map(all -> list(all.stream().map(one -> one.mode()).toList()))),
            Aspect.one(3, "Policies on public access", facts -> facts.policies().known().map(all -> list(all.stream().map(one -> one.displayName()).toList()))),
            new Aspect(4, facts -> Optional.of(by(endpoints(facts), one -> "Private address of " + one.id().name(), one -> list(one.addresses()))), ""),
            new Aspect(4, facts -> Optional.of(by(endpoints(facts), one -> "DNS settings of " + one.id().name(), Aspects::settings)), ""),
            new Aspect(5, Sights::answers, ""),
            Aspect.one(5, "What this machine's system resolves the name to", facts -> facts.systemResolution().known().map(Aspects::list)),
            new Aspect(6, Aspects::zones, "not there"),
            new Aspect(6, Aspects::links, "not linked"),
            new Aspect(6, Aspects::records, "no record"),
            new Aspect(7, Sights::request, ""),
            new Aspect(8, Sights::networkDns, ""),
            Aspect.one(8, "DNS servers of this machine", facts -> facts.resolvers().known().map(Aspects::list)),
            Aspect.one(8, "Hosts file", facts -> facts.hosts().known().map(Sights::hosts)),
            Aspect.one(8, "Way out to the vault", Sights::wayOut),
            new Aspect(8, Sights::peerings, "not there"),
            Aspect.one(9, "Sign-in", Sights::signIn),
            Aspect.one(9, "Answer without a sign-in", Sights::challenge),
            Aspect.one(9, "Model of rights", facts -> vaultOf(facts).map(vault -> vault.rbac() ? "role assignments" : "access policies")),
            Aspect.one(9, "Roles of the caller", facts -> facts.rights().known().flatMap(rights -> rights.assignments().known()).map(Aspects::roles)),
            Aspect.one(9, "Answer to listing secrets", Sights::dataPlane),
            Aspect.one(9, "Audit log", facts -> facts.diagnostics().known()
                    .map(all -> all.stream().anyMatch(DiagnosticSetting::audits) ? "kept" : "not kept")));

    private Aspects() {
    }

    static List<FactChange> changes(Snapshot before, Snapshot after, boolean aliased) {
        return ALL.stream().flatMap(aspect -> aspect.changes(before, after, aliased)).toList();
    }

    static String list(Collection<?> things) {
        return things.isEmpty() ? NOTHING : things.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    static <T> Map<String, String> by(Collection<T> things, Function<T, String> name, Function<T, String> value) {
        return things.stream().collect(Collectors.toMap(name, value, (a, b) -> a.equals(b) ? a : a + "; " + b, TreeMap::new));
    }

    private static Optional<Vault> vaultOf(Snapshot facts) {
        return facts.vault().known().flatMap(VaultSearch::vault);
    }

    private static Optional<String> vault(VaultSearch search) {
        return search.vault().map(vault -> "in " + vault.id().resourceGroup()).or(() -> search.deleted().map(deleted -> "soft-deleted"))
                .or(() -> search.searched().complete() ? Optional.of("not there") : Optional.empty());
    }

    private static String state(Connection connection) {
        return connection.status() + (connection.succeeded() ? "" : ", provisioning " + connection.provisioningState());
    }

    private static String rules(Vault.NetworkRules rules) {
        return "default " + rules.defaultAction() + ", bypass " + rules.bypass() + ", addresses " + list(rules.ipRules()) + ", subnets "
                + list(rules.subnets().stream().map(ResourceId::name).toList());
    }

    private static List<PrivateEndpoint> endpoints(Snapshot facts) {
        return facts.endpoints().values().stream().flatMap(one -> one.known().stream()).toList();
    }

    private static String settings(PrivateEndpoint endpoint) {
        return list(endpoint.customDns().stream().flatMap(one -> one.addresses().stream()).distinct().toList());
    }

    /** Only where every zone could be read can it be said that one is not there. */
    private static Optional<List<PrivateZone>> allZones(Snapshot facts) {
        return facts.zones().known().filter(listing -> listing.complete()).map(listing -> listing.items());
    }

    private static String told(PrivateZone zone) {
        return zone.name() + " (" + zone.id().resourceGroup() + ")";
    }

    private static Optional<Map<String, String>> zones(Snapshot facts) {
        return allZones(facts).map(all -> by(all, zone -> "Zone " + told(zone), zone -> "there"));
    }

    private static Optional<Map<String, String>> links(Snapshot facts) {
        return inside(facts, PrivateZone::links, (zone, link) -> Map.entry("Link of " + told(zone) + " to " + link.network().name(),
                link.state().isEmpty() ? "Completed" : link.state()));
    }

    private static Optional<Map<String, String>> records(Snapshot facts) {
        return inside(facts, PrivateZone::records, (zone, record) -> Map.entry("Record " + record.name() + " in " + told(zone),
                list(record.addresses()) + " (TTL " + record.ttl() + ")"));
    }

    /** How a thing inside a zone is told. */
    @FunctionalInterface
    private interface Telling<T> {
        Map.Entry<String, String> of(PrivateZone zone, T thing);
    }

    private static <T> Optional<Map<String, String>> inside(Snapshot facts, Function<PrivateZone, Probed<List<T>>> of, Telling<T> told) {
        return allZones(facts).filter(all -> all.stream().allMatch(zone -> of.apply(zone).known().isPresent()))
                .map(all -> by(all.stream().flatMap(zone -> of.apply(zone).known().stream().flatMap(List::stream).map(one -> told.of(zone, one))).toList(),
                        Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String roles(List<AccessRights.RoleAssignment> assignments) {
        return list(assignments.stream().map(AccessRights.RoleAssignment::roleName).distinct().toList());
    }
}
