package linkdoctor.probe.azure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.azure.resourcemanager.keyvault.fluent.models.DeletedVaultInner;
import com.azure.resourcemanager.keyvault.fluent.models.VaultInner;

import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Gap;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Target;
import linkdoctor.facts.Words;
import linkdoctor.facts.azure.Connection;
import linkdoctor.facts.azure.DeletedVault;
import linkdoctor.facts.azure.Subscription;
import linkdoctor.facts.azure.Vault;
import linkdoctor.facts.azure.VaultSearch;
import linkdoctor.probe.azure.wire.Asking;
import linkdoctor.probe.azure.wire.Limit;
import linkdoctor.probe.azure.wire.Question;

/** The vault itself: found by name in many subscriptions at once, or by its id; alive, or soft-deleted. */
final class VaultFacts {
    private final Asking asking;
    private final ArmClients clients;
    /** What the last look at a vault told of its connections, for the question that follows at once; taken once. */
    private final Map<ResourceId, Probed<List<Connection>>> embedded = new ConcurrentHashMap<>();

    VaultFacts(Asking asking, ArmClients clients) {
        this.asking = asking;
        this.clients = clients;
    }

    Probed<VaultSearch> find(Target target, List<Subscription> in, Limit limit) throws InterruptedException {
        embedded.clear();
        Optional<ResourceId> id = target.resourceId();
        if (id.isPresent()) {
            return byId(target, id.get(), in, limit);
        }
        List<Evidence> evidence = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>(unsearched(target, in));
        List<Subscription> searched = new ArrayList<>();
        Optional<Vault> found = Optional.empty();
        List<Probed<Listing<VaultInner>>> lists = Asking.each(in, subscription -> list(target, subscription, limit));
        for (int i = 0; i < in.size(); i++) {
            Probed<Listing<VaultInner>> list = lists.get(i);
            Optional<Vault> here = pick(target.vault(), list);
            // What decides comes first.
            evidence.addAll(here.isPresent() ? 0 : evidence.size(), list.evidence());
            Scopes.gap(in.get(i), list).ifPresent(gaps::add);
            list.known().ifPresent(known -> gaps.addAll(known.gaps()));
            if (list.known().isPresent()) {
                searched.add(in.get(i));
            }
            found = found.or(() -> here);
        }
        return Probed.seen(found.isPresent()
                ? new VaultSearch(found, Optional.empty(), new Listing<>(searched, gaps))
                : deleted(target, searched, gaps, evidence, limit), evidence);
    }

    Probed<List<Vault>> all(Subscription in, Limit limit) throws InterruptedException {
        return asking.list(listing(in), limit, context -> clients.vaults(in.id()).getVaults().listBySubscription(null, context),
                vaults -> Words.count(vaults.size(), "vault"))
                .map(list -> list.items().stream().map(VaultShape::of).toList());
    }

    private static Question listing(Subscription in) {
        return Question.arm("Microsoft.KeyVault/vaults/read", Scopes.of(in), "keyvault", "list", "--subscription", in.id());
    }

    /** What the last search told of the vault's connections; a second question looks afresh. */
    Optional<Probed<List<Connection>>> takeEmbedded(ResourceId vault) {
        return Optional.ofNullable(embedded.remove(vault));
    }

    private Probed<VaultSearch> byId(Target target, ResourceId id, List<Subscription> in, Limit limit)
            throws InterruptedException {
        Subscription home = in.stream().filter(s -> s.id().equalsIgnoreCase(id.subscription())).findFirst()
                .orElse(new Subscription(id.subscription(), id.subscription(), ""));
        Probed<VaultInner> got = asking.ask(Question.arm("Microsoft.KeyVault/vaults/read", id.text(),
                        "keyvault", "show", "--name", id.name(), "--subscription", id.subscription()), limit,
                trace -> clients.vaults(id.subscription()).getVaults()
                        .getByResourceGroupWithResponse(id.resourceGroup(), id.name(), trace.context()).getValue(),
                VaultShape::told);
        List<Evidence> evidence = new ArrayList<>(got.evidence());
        return switch (got) {
            case Probed.Seen<VaultInner>(VaultInner vault, var ignored) -> {
                remember(vault, evidence);
                yield Probed.seen(new VaultSearch(Optional.of(VaultShape.of(vault)), Optional.empty(),
                        Listing.whole(List.of(home))), evidence);
            }
            case Probed.Failed<VaultInner>(Failure failure, var ignored) ->
                    failure.kind() == Failure.Kind.NOT_FOUND
                            ? Probed.seen(deleted(target, List.of(home), new ArrayList<>(), evidence, limit), evidence)
                            : new Probed.Failed<>(failure, evidence);
            case Probed.NotTried<VaultInner>(String why) -> Probed.notTried(why);
        };
    }

    private Probed<Listing<VaultInner>> list(Target target, Subscription in, Limit limit) throws InterruptedException {
        return asking.list(listing(in), limit,
                context -> clients.vaults(in.id()).getVaults().listBySubscription(null, context),
                vaults -> vaults.stream().filter(v -> named(target.vault(), v)).findFirst().map(VaultShape::told)
                        .orElse(vaults.isEmpty() ? "no vault" : Words.count(vaults.size(), "vault") + ", none named " + target.vault()));
    }

    private Optional<Vault> pick(String name, Probed<Listing<VaultInner>> list) {
        Optional<VaultInner> inner = list.known().stream().flatMap(known -> known.items().stream())
                .filter(vault -> named(name, vault)).findFirst();
        inner.ifPresent(vault -> remember(vault, list.evidence()));
        return inner.map(VaultShape::of);
    }

    private void remember(VaultInner vault, List<Evidence> evidence) {
        List<Connection> connections = VaultShape.connections(vault);
        if (!connections.isEmpty()) {
            embedded.put(ResourceId.of(vault.id()), Probed.seen(connections, evidence));
        }
    }

    /** The search when no such vault is alive: it may be soft-deleted. Evidence and gaps are added to those given. */
    private VaultSearch deleted(Target target, List<Subscription> searched, List<Gap> gaps, List<Evidence> evidence,
                                Limit limit) throws InterruptedException {
        Optional<DeletedVault> found = Optional.empty();
        List<Probed<Listing<DeletedVaultInner>>> lists = Asking.each(searched, in ->
                asking.list(Question.arm("Microsoft.KeyVault/deletedVaults/read", Scopes.of(in), "keyvault",
                                "list-deleted", "--resource-type", "vault", "--subscription", in.id()), limit,
                        context -> clients.vaults(in.id()).getVaults().listDeleted(context),
                        vaults -> Words.count(vaults.size(), "soft-deleted vault")));
        for (int i = 0; i < searched.size(); i++) {
            Probed<Listing<DeletedVaultInner>> list = lists.get(i);
            evidence.addAll(list.evidence());
            Scopes.gap(searched.get(i), list).map(gap -> new Gap("soft-deleted vaults of " + gap.scope(), gap.failure()))
                    .ifPresent(gaps::add);
            list.known().ifPresent(known -> gaps.addAll(known.gaps()));
            found = found.or(() -> list.known().stream().flatMap(known -> known.items().stream())
                    .filter(vault -> target.vault().equalsIgnoreCase(vault.name())).findFirst().map(VaultShape::deleted));
        }
        return new VaultSearch(Optional.empty(), found, new Listing<>(searched, gaps));
    }

    /** Where the user said the vault is, and there is nothing to search. */
    private static List<Gap> unsearched(Target target, List<Subscription> in) {
        List<Gap> gaps = new ArrayList<>();
        target.subscription().filter(wanted -> in.stream().noneMatch(s -> s.id().equalsIgnoreCase(wanted)
                || s.name().equalsIgnoreCase(wanted))).ifPresent(wanted -> gaps.add(new Gap("subscription " + wanted,
                new Failure(Failure.Kind.DENIED, "Subscription " + wanted + " is not among those that the signed-in identity can read.",
                        "Microsoft.Resources/subscriptions/read on subscription " + wanted))));
        if (in.isEmpty() && gaps.isEmpty()) {
            gaps.add(new Gap("every subscription", new Failure(Failure.Kind.DENIED,
                    "The signed-in identity can read no subscription.", "Reader on the vault's subscription")));
        }
        return gaps;
    }

    private static boolean named(String name, VaultInner vault) {
        return vault.name() != null && vault.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT));
    }
}
