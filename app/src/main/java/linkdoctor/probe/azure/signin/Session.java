package linkdoctor.probe.azure.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpPipeline;

import linkdoctor.facts.Cloud;
import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Evidence;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.facts.azure.Identity;
import linkdoctor.probe.SignInPrompt;
import linkdoctor.probe.Threads;
import linkdoctor.probe.Timed;
import linkdoctor.probe.azure.wire.AzureAccess;
import linkdoctor.probe.azure.wire.Told;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The signed-in user or application: signs in once, then gives tokens without asking again. Tokens stay in memory. */
public final class Session implements TokenCredential {
    private static final Scheduler THREADS = Schedulers.fromExecutorService(Threads.executor("sign-in"));
    private final SignIn way;
    private final Credentials credentials;
    private final Cloud cloud;
    private final Optional<String> tenant;
    private final Duration deadline;
    private final Duration patience;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Optional<TokenCredential> real = Optional.empty();
    private volatile Probed<Identity> identity = Probed.notTried("Nobody has signed in yet.");

    /** @param login the pipeline to the authority */
    public Session(AzureAccess access, SignIn way, HttpPipeline login, Consumer<SignInPrompt> tell) {
        this.way = way;
        this.credentials = new Credentials(access.cloud(), access.clientId(), access.environment(), login,
                access.browser(), access.patience(), tell);
        this.cloud = access.cloud();
        this.tenant = access.tenant();
        this.deadline = access.deadline();
        this.patience = access.patience();
    }

    /** How long a token may take: as long as a person does, where one must act. */
    public Duration patience() {
        return way.interactive() ? patience : deadline;
    }

    /** Signs in, unless that has been done, and says as whom. */
    public synchronized Probed<Identity> open(Optional<String> hint) {
        for (Optional<String> in : identity.known().isPresent() ? List.<Optional<String>>of() : tenants(hint)) {
            identity = enter(in);
            // Only a refusal is worth a try in another tenant.
            if (identity.trouble().filter(failure -> failure.kind() == Failure.Kind.NOT_SIGNED_IN).isEmpty()) {
                return identity;
            }
        }
        return identity;
    }

    /** The tenants to try in turn. The Azure CLI is also asked for its own, which may be the only one it knows. */
    private List<Optional<String>> tenants(Optional<String> hint) {
        return switch (way) {
            case CLI -> tenant.isPresent() || hint.isEmpty() ? List.of(tenant) : List.of(hint, Optional.empty());
            case BROWSER, DEVICE_CODE -> List.of(tenant.or(() -> hint).or(() -> Optional.of(Credentials.ANY_ORGANISATION)));
            case ENVIRONMENT -> List.of(tenant.or(() -> Optional.ofNullable(
                    credentials.environment().get("AZURE_TENANT_ID")).filter(t -> !t.isBlank())).or(() -> hint));
            case MANAGED_IDENTITY -> List.of(Optional.empty());
        };
    }

    private Probed<Identity> enter(Optional<String> in) {
        Instant at = Instant.now();
        String asked = "token for " + armScope() + " from " + cloud.login() + in.map(t -> "/" + t).orElse("")
                + " (" + way.word() + ")";
        try {
            TokenCredential made = credentials.of(way, in);
            AccessToken token = Timed.within(patience(), () -> oneAtATime(made, request(armScope())));
            Identity who = Claims.of(token.getToken()).identity(way);
            real = Optional.of(made);
            return Probed.seen(who, new Evidence(asked, "signed in as "
                    + (who.displayName().isEmpty() ? who.kind() : who.displayName()) + ", object " + who.objectId()
                    + ", tenant " + who.tenant(), at, Duration.between(at, Instant.now()), az(in)));
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            Failure failure = SignInTrouble.of(e, way);
            return Probed.failed(failure, new Evidence(asked, failure.said(), at,
                    Duration.between(at, Instant.now()), az(in)));
        }
    }

    /**
     * Sees to it that a token for the vault can be had: Conditional Access may ask more of a person for it than for
     * ARM's, and then asks now.
     *
     * @throws Told when it cannot
     */
    public void readyForVault() throws InterruptedException {
        try {
            Timed.within(patience(), () -> getTokenSync(request(cloud.vaultAudience() + "/.default")));
        } catch (InterruptedException cancelled) {
            throw cancelled;
        } catch (Told told) {
            throw told;
        } catch (Exception e) {
            throw new Told(SignInTrouble.of(e, way));
        }
    }

    /**
     * The one credential of every client. azure-identity keeps two token caches, with and without continuous access
     * evaluation; ARM's clients would ask one and the vault's the other, and the user would have to sign in twice.
     * It also keeps one for calls that block and one for those that do not: all come through here. One at a time, so
     * that a person is never asked twice at once.
     */
    @Override
    public AccessToken getTokenSync(TokenRequestContext request) {
        TokenCredential made = real.orElseThrow(Session::nobody);
        try {
            return oneAtATime(made, request.setCaeEnabled(true));
        } catch (RuntimeException | InterruptedException e) {
            throw new Told(SignInTrouble.of(e, way));
        }
    }

    /** The same identity where nobody is to be asked for more than was given: a token is there, or there is none. */
    public TokenCredential quiet() {
        return request -> Mono.fromCallable(() -> {
            TokenCredential made = real.orElseThrow(Session::nobody);
            try {
                return made instanceof Person person ? person.silently(request) : oneAtATime(made, request);
            } catch (RuntimeException | InterruptedException e) {
                throw new Told(SignInTrouble.of(e, way));
            }
        }).subscribeOn(THREADS);
    }

    private AccessToken oneAtATime(TokenCredential made, TokenRequestContext request) throws InterruptedException {
        asking.lockInterruptibly();
        try {
            return made.getTokenSync(request);
        } finally {
            asking.unlock();
        }
    }

    @Override
    public Mono<AccessToken> getToken(TokenRequestContext request) {
        return Mono.fromCallable(() -> getTokenSync(request)).subscribeOn(THREADS);
    }

    /** Forgets who signed in, with every token. */
    public void forget() {
        real = Optional.empty();
        SharedTokens.forget();
        identity = Probed.notTried("Whoever had signed in has been signed out.");
    }

    private static Told nobody() {
        return new Told(SignInTrouble.failure("Sign in first: nobody is signed in."));
    }

    private String az(Optional<String> in) {
        List<String> args = new ArrayList<>(List.of("az", "login"));
        in.filter(t -> !t.equals(Credentials.ANY_ORGANISATION)).ifPresent(t -> args.addAll(List.of("--tenant", t)));
        if (way == SignIn.DEVICE_CODE) {
            args.add("--use-device-code");
        }
        return new CommandLine(way == SignIn.MANAGED_IDENTITY ? List.of("az", "login", "--identity")
                : way == SignIn.CLI ? List.of("az", "account", "show") : args).bash();
    }

    private static TokenRequestContext request(String scope) {
        return new TokenRequestContext().addScopes(scope).setCaeEnabled(true);
    }

    private String armScope() {
        return cloud.armAudience() + "/.default";
    }
}
