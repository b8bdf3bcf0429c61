package linkdoctor.probe.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import linkdoctor.facts.Failure;
import linkdoctor.facts.Listing;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Target;
import linkdoctor.facts.azure.Connection;
import linkdoctor.facts.azure.DiagnosticSetting;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.azure.PrivateEndpoint;
import linkdoctor.facts.azure.Subscription;
import linkdoctor.facts.azure.Vault;
import linkdoctor.facts.azure.VaultSearch;
import linkdoctor.facts.azure.VirtualNetwork;
import linkdoctor.facts.host.Imds;
import linkdoctor.facts.https.Challenge;
import linkdoctor.facts.https.DataPlaneRead;
import linkdoctor.facts.https.LiveRequest;
import linkdoctor.probe.Arm;

/** The part of a run that needs somebody signed in. */
final class Azure {
    private static final Failure NOT_SIGNED_IN = new Failure(Failure.Kind.NOT_SIGNED_IN, "Nobody is signed in.", "a sign-in");
    private static final String[] OF_SUBSCRIPTIONS = {"vault", "zones", "networks"};
    private static final String[] OF_THE_VAULT = {"connections", "requiredZones", "rights", "diagnostics", "workspaces", "auditLog", "policies",
            "perimeter", "principals"};
    private final Optional<Arm> arm;
    private final Board board;
    private final Target target;
    private final Look how;

    Azure(Optional<Arm> arm, Board board, Target target, Look how) {
        this.arm = arm;
        this.board = board;
        this.target = target;
        this.how = how;
    }

    /** What others wait for. */
    record Coming(Future<Probed<Identity>> identity, Future<Probed<Listing<VirtualNetwork>>> networks, Future<Probed<List<Connection>>> connections) {
    }

    Coming look(Future<Probed<Imds>> imds, Future<Probed<Challenge>> challenge, Future<Probed<LiveRequest>> byName) {
        return arm.map(azure -> look(azure, imds, challenge, byName)).orElseGet(this::withoutSignIn);
    }

    private Coming look(Arm azure, Future<Probed<Imds>> imds, Future<Probed<Challenge>> challenge, Future<Probed<LiveRequest>> byName) {
        Future<Probed<Identity>> identity = identity(azure, challenge);
        Future<Probed<DataPlaneRead>> dataPlane = board.fact("dataPlane", () -> Board.after(identity, who -> Board.after(byName, request -> {
            if (request.answer().known().isEmpty()) {
                return Probed.notTried("The vault gave no answer to a request without credentials, so none was sent with them.");
            }
            board.looking("reading as the signed-in identity");
            return azure.read(target);
        })));
        board.fact("clientSubnet", () -> Board.after(identity, who -> Board.after(imds, azure::clientSubnet)));
        Future<Probed<List<Subscription>>> subscriptions = subscriptions(azure, identity);
        Future<Probed<VaultSearch>> search = board.fact("vault", () -> Board.after(subscriptions, in -> {
            board.looking("looking for " + target.vault());
            return azure.vault(target, in);
        }));
        board.fact("zones", () -> Board.after(subscriptions, in -> {
            board.looking("listing private DNS zones");
            return azure.zones(target, in);
        }));
        Future<Probed<Listing<VirtualNetwork>>> networks = board.fact("networks", () -> Board.after(subscriptions, azure::networks));
        Future<Probed<ResourceId>> vault = board.task(() -> Board.after(identity, who -> Board.after(search, one -> found(one, challenge))));
        board.fact("requiredZones", () -> Board.after(vault, azure::requiredZones));
        board.fact("rights", () -> Board.after(vault, id -> Board.after(identity, who -> azure.rights(id, who))));
        board.fact("principals", () -> how.principals().isEmpty() ? Probed.notTried("Nobody else was asked about.")
                : Board.after(vault, id -> azure.principals(id, how.principals())));
        Future<Probed<List<DiagnosticSetting>>> settings = board.fact("diagnostics", () -> Board.after(vault, azure::diagnostics));
        new Logs(azure, board, how.audit()).look(vault, settings, List.of(identity, challenge, byName, dataPlane));
        board.fact("policies", () -> Board.after(vault, azure::policies));
        board.fact("perimeter", () -> Board.after(vault, azure::perimeter));
        // What an earlier run's search told of them may be old.
        return new Coming(identity, networks, board.fact("connections",
                () -> Board.after(vault, board.asks("vault") ? azure::connections : azure::connectionsAnew)));
    }

    /** Who is known from before may not have signed in on this visit, so whatever asks Azure goes through the door again. */
    private Future<Probed<Identity>> identity(Arm azure, Future<Probed<Challenge>> challenge) {
        Callable<Probed<Identity>> enter = () -> {
            Optional<String> tenant = how.tenantGiven() ? Optional.empty() : challenge.get().known().flatMap(Challenge::tenant);
            board.looking("signing in");
            return board.patiently(how.signInPatience(), () -> azure.signIn(tenant));
        };
        boolean needed = board.asks(OF_SUBSCRIPTIONS) || board.asks(OF_THE_VAULT) || board.asks("dataPlane", "clientSubnet", "endpoints");
        return needed && !board.asks("identity") ? board.task(enter) : board.fact("identity", enter);
    }

    private Future<Probed<List<Subscription>>> subscriptions(Arm azure, Future<Probed<Identity>> identity) {
        return !board.asks(OF_SUBSCRIPTIONS) ? CompletableFuture.completedFuture(Probed.notTried("Nothing waits for them."))
                : board.task(() -> Board.after(identity, who -> {
            board.looking("listing subscriptions");
            return azure.subscriptions();
        }));
    }

    /** The vault's id; a search with gaps, or a service that answers, does not say that there is none. */
    private static Probed<ResourceId> found(VaultSearch search, Future<Probed<Challenge>> challenge) throws Exception {
        if (search.vault().isPresent()) {
            return Probed.seen(search.vault().get().id());
        }
        if (search.deleted().isPresent()) {
            return Probed.notTried("The vault is soft-deleted.");
        }
        if (!search.searched().gaps().isEmpty()) {
            return Probed.failed(search.searched().gaps().getFirst().failure());
        }
        return challenge.get().known().flatMap(Challenge::tenant).map(home -> Probed.<ResourceId>failed(new Failure(Failure.Kind.DENIED,
                        "The vault exists, and no subscription that can be read shows it.",
                        "Microsoft.KeyVault/vaults/read on the vault, at tenant " + home)))
                .orElseGet(() -> Probed.notTried("No subscription that can be read shows the vault."));
    }

    /**
     * The endpoints that could be read, once all have been asked for or were known.
     *
     * @param seen told each as it comes in
     */
    Future<List<PrivateEndpoint>> endpoints(Coming from, Consumer<PrivateEndpoint> seen) {
        return board.task(Set.of("endpoints", "byAddress"), () -> {
            List<Future<Probed<PrivateEndpoint>>> all = arm.isPresent() && board.asks("endpoints")
                    ? from.connections().get().known().orElse(List.of()).stream().flatMap(one -> one.endpoint().stream()).distinct()
                    .map(id -> endpoint(arm.get(), from.identity(), id, seen)).toList()
                    : board.soFar().endpoints().values().stream().<Future<Probed<PrivateEndpoint>>>map(known -> {
                known.known().ifPresent(seen);
                return CompletableFuture.completedFuture(known);
            }).toList();
            List<PrivateEndpoint> found = new ArrayList<>();
            for (var one : all) {
                one.get().known().ifPresent(found::add);
            }
            return found;
        });
    }

    private Future<Probed<PrivateEndpoint>> endpoint(Arm azure, Future<Probed<Identity>> identity, ResourceId id, Consumer<PrivateEndpoint> seen) {
        return board.task(Set.of("endpoints", "byAddress"), () -> {
            board.looking("reading endpoint " + id.name());
            Probed<PrivateEndpoint> read = Board.after(identity, who -> azure.endpoint(id));
            board.change(so -> so.with("endpoints", Run.plus(so.endpoints(), id, read)));
            read.known().ifPresent(seen);
            return read;
        });
    }

    private Coming withoutSignIn() {
        for (String component : List.of("vault", "zones", "clientSubnet", "dataPlane", "requiredZones", "rights", "diagnostics",
                "workspaces", "auditLog", "policies", "perimeter", "principals")) {
            board.fact(component, () -> Probed.failed(NOT_SIGNED_IN));
        }
        return new Coming(board.fact("identity", () -> Probed.notTried("This look does without a sign-in.")),
                board.fact("networks", () -> Probed.failed(NOT_SIGNED_IN)), board.fact("connections", () -> Probed.failed(NOT_SIGNED_IN)));
    }
}
