package linkdoctor.check.callers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Connection;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.Vault;
import linkdoctor.facts.azure.Vault.NetworkRules;
import linkdoctor.facts.azure.VaultSearch;
import linkdoctor.remedy.Change;
import linkdoctor.remedy.Done;
import linkdoctor.remedy.Field;
import linkdoctor.remedy.Step;

/**
 * The facts as steps of a fix leave them, as far as what they change is one of the vault's gates: what a step reads, and what
 * it waits to read there, tells what it changes.
 *
 * @param made    what the steps change at the gates
 * @param granted the step that gives the signed-in identity a right
 */
record After(Snapshot facts, List<String> made, Optional<String> granted) {
    private static final String ACLS = "properties.networkAcls.";

    static After of(Snapshot facts, List<Step> steps) {
        After after = new After(facts, List.of(), Optional.empty());
        for (Step step : steps) {
            after = step.change().isPresent() ? after.with(step, step.change().get()) : after;
        }
        return after;
    }

    private After with(Step step, Change change) {
        ResourceId resource = change.reading().resource();
        Field field = change.reading().fields().getFirst();
        String path = field.list().isEmpty() ? field.name() : field.list();
        List<String> lines = lines(change.done());
        return switch (path) {
            case "properties.publicNetworkAccess" -> vault(change, one -> new Vault(one.id(), one.name(), one.location(), one.tenant(), one.vaultUri(),
                    Optional.of(lines.getFirst()), one.rules(), one.rbac(), one.accessPolicies(), one.provisioningState()));
            case ACLS + "defaultAction" -> rules(change, one -> new NetworkRules(lines.getFirst(), lines.getLast(), one.ipRules(), one.subnets()));
            case ACLS + "ipRules" -> rules(change, one -> new NetworkRules(one.defaultAction(), one.bypass(), changed(one.ipRules(), change.done(), lines), one.subnets()));
            case ACLS + "virtualNetworkRules" -> rules(change, one -> new NetworkRules(one.defaultAction(), one.bypass(), one.ipRules(),
                    changed(one.subnets(), change.done(), lines.stream().map(ResourceId::of).toList())));
            case "properties.privateLinkServiceConnectionState.status" -> change.done() instanceof Done.Is ? approved(change, resource) : without(change, resource::equals);
            case "properties.resourceGuid" -> without(change, named(resource));
            case "name" -> there(step, change, resource);
            case "value", "properties.accessPolicies" -> granted(step, change);
            default -> this;
        };
    }

    private After there(Step step, Change change, ResourceId resource) {
        boolean gone = change.done() instanceof Done.Gone;
        if (gone && resource.after("privateEndpointConnections").isPresent()) {
            return without(change, resource::equals);
        }
        if (resource.after("privateEndpoints").filter(resource.name()::equals).isEmpty()) {
            return this;
        }
        return gone ? without(change, named(resource)) : created(step, change, resource);
    }

    /** Whoever may approve at the vault creates an endpoint whose connection is approved at once. */
    private After created(Step step, Change change, ResourceId endpoint) {
        Optional<ResourceId> vault = facts.vault().known().flatMap(VaultSearch::vault).map(Vault::id);
        if (vault.isEmpty()) {
            return this;
        }
        Connection connection = new Connection(ResourceId.of(vault.get() + "/privateEndpointConnections/" + endpoint.name()), Optional.of(endpoint),
                "Approved", "Succeeded", "");
        Map<ResourceId, Probed<PrivateEndpoint>> endpoints = new HashMap<>(facts.endpoints());
        argument(step, "--subnet").flatMap(ResourceId::parse).ifPresent(subnet -> endpoints.put(endpoint, Probed.seen(new PrivateEndpoint(endpoint, "", "Succeeded",
                subnet, List.of(), Probed.notTried("It is not there yet."), Probed.notTried("It is not there yet."), ""))));
        return connections(change, all -> Stream.concat(all.stream(), Stream.of(connection)).toList()).facts("endpoints", endpoints);
    }

    private static Optional<String> argument(Step step, String name) {
        int at = step.az().args().indexOf(name);
        return at < 0 || at + 1 == step.az().args().size() ? Optional.empty() : Optional.of(step.az().args().get(at + 1));
    }

    private After granted(Step step, Change change) {
        boolean mine = facts.identity().known().map(Identity::objectId).filter(step.az().args()::contains).isPresent();
        return mine ? new After(facts, more(change), Optional.of(change.title())) : this;
    }

    private After approved(Change change, ResourceId id) {
        return connections(change, all -> all.stream().map(one -> one.id().equals(id)
                ? new Connection(one.id(), one.endpoint(), "Approved", "Succeeded", one.description()) : one).toList());
    }

    private After without(Change change, Predicate<ResourceId> which) {
        return connections(change, all -> all.stream().filter(one -> !which.test(one.id()) && one.endpoint().filter(which).isEmpty()).toList());
    }

    private static Predicate<ResourceId> named(ResourceId endpoint) {
        return endpoint::equals;
    }

    private After connections(Change change, UnaryOperator<List<Connection>> to) {
        return facts.connections().known().isEmpty() ? this : new After(facts.with("connections", facts.connections().map(to::apply)), more(change), granted);
    }

    private After rules(Change change, UnaryOperator<NetworkRules> to) {
        return vault(change, one -> new Vault(one.id(), one.name(), one.location(), one.tenant(), one.vaultUri(), one.publicNetworkAccess(),
                Optional.of(to.apply(one.rules().orElse(new NetworkRules("Allow", "AzureServices", List.of(), List.of())))), one.rbac(),
                one.accessPolicies(), one.provisioningState()));
    }

    private After vault(Change change, UnaryOperator<Vault> to) {
        boolean known = facts.vault().known().flatMap(VaultSearch::vault).isPresent();
        return known ? new After(facts.with("vault", facts.vault().map(search -> new VaultSearch(search.vault().map(to), search.deleted(), search.searched()))),
                more(change), granted) : this;
    }

    private After facts(String component, Object value) {
        return new After(facts.with(component, value), made, granted);
    }

    private List<String> more(Change change) {
        List<String> more = new ArrayList<>(made);
        more.add(change.title());
        return List.copyOf(more);
    }

    private static <T> List<T> changed(List<T> had, Done done, List<T> lines) {
        return done instanceof Done.Lacks ? had.stream().filter(one -> !lines.contains(one)).toList()
                : Stream.concat(had.stream(), lines.stream()).distinct().toList();
    }

    private static List<String> lines(Done done) {
        return switch (done) {
            case Done.Is(List<String> lines) -> lines;
            case Done.Has(List<String> lines) -> lines;
            case Done.Lacks(List<String> lines) -> lines;
            case Done.There there -> List.of();
            case Done.Gone gone -> List.of();
        };
    }
}
