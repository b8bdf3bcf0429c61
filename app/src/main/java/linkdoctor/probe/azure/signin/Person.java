package linkdoctor.probe.azure.signin;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpPipeline;
import com.microsoft.aad.msal4j.AuthenticationErrorCode;
import com.microsoft.aad.msal4j.ClaimsRequest;
import com.microsoft.aad.msal4j.DeviceCode;
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IAccount;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.InteractiveRequestParameters;
import com.microsoft.aad.msal4j.MsalException;
import com.microsoft.aad.msal4j.MsalServiceException;
import com.microsoft.aad.msal4j.Prompt;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.SilentParameters;
import com.microsoft.aad.msal4j.SystemBrowserOptions;
import linkdoctor.facts.Cloud;
import linkdoctor.probe.Browser;
import linkdoctor.probe.SignInPrompt;
import linkdoctor.probe.Threads;
import reactor.core.publisher.Mono;

/**
 * A person who signs in, in a browser or with a device code, and is asked again only when Entra ID wants more of them.
 * Tokens stay in memory. Azure's own credentials for people open the browser by AWT and go on asking after a cancel.
 */
final class Person implements TokenCredential {
    /** Azure CLI's, which every tenant knows. */
    private static final String USUAL_CLIENT = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";
    /** Tells Entra ID that claims challenges are understood: continuous access evaluation. */
    private static final Set<String> CAPABILITIES = Set.of("CP1");
    /**
     * A refresh token that is not enough, or not there. MSAL remembers such an answer for two minutes and then does not
     * even ask Entra ID, but says that it holds the request back.
     */
    private static final Set<String> WANTS_THE_PERSON = Set.of("interaction_required", "login_required", "consent_required",
            AuthenticationErrorCode.INVALID_GRANT, AuthenticationErrorCode.CACHE_MISS, AuthenticationErrorCode.THROTTLED_REQUEST);
    private static final URI ANY_PORT = URI.create("http://localhost");
    static final String NO_BROWSER = "No browser could be opened: choose another way to sign in, such as a device code.";

    private final PublicClientApplication application;
    private final Asks asks;
    private volatile Optional<IAccount> account = Optional.empty();

    /** The claims of a challenge, passed on as they came: MSAL's own reader loses the values. */
    private static final class Challenge extends ClaimsRequest {
        private final String json;

        Challenge(String json) {
            this.json = json;
        }

        @Override
        public String formatAsJSONString() {
            return json;
        }
    }

    /** How a person is asked. */
    private interface Asks {
        CompletableFuture<IAuthenticationResult> ask(PublicClientApplication at, TokenRequestContext request, Optional<IAccount> known);
    }

    private Person(Cloud cloud, String tenant, Optional<String> clientId, HttpPipeline pipeline, Asks asks) {
        try {
            application = PublicClientApplication.builder(clientId.orElse(USUAL_CLIENT))
                    .authority(cloud.login() + "/" + tenant)
                    // Microsoft's directory of authorities does not know a private cloud's.
                    .instanceDiscovery(Cloud.KNOWN.stream().anyMatch(known -> known.login().equalsIgnoreCase(cloud.login())))
                    .clientCapabilities(CAPABILITIES)
                    .httpClient(new PipelineHttp(pipeline)).disableInternalRetries()
                    .executorService(Threads.executor("sign-in-person")).build();
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new NotReady("The sign-in address " + cloud.login() + "/" + tenant + " cannot be used: see that tenant and cloud are right.");
        }
        this.asks = asks;
    }

    /** @param patience how long the browser is waited for */
    static Person inBrowser(Cloud cloud, String tenant, Optional<String> clientId, HttpPipeline pipeline, Browser browser,
                            Duration patience, Consumer<SignInPrompt> tell) {
        SystemBrowserOptions options = SystemBrowserOptions.builder().openBrowserAction(page -> open(page, browser, tell))
                .htmlMessageSuccess(LastPage.SIGNED_IN).htmlMessageError(LastPage.NOT_SIGNED_IN).build();
        return new Person(cloud, tenant, clientId, pipeline, (at, request, known) -> {
            InteractiveRequestParameters.InteractiveRequestParametersBuilder asked = InteractiveRequestParameters.builder(ANY_PORT)
                    .scopes(new HashSet<>(request.getScopes())).systemBrowserOptions(options)
                    .httpPollingTimeoutInSeconds((int) Math.max(1, patience.toSeconds() + 1));
            if (request.getClaims() != null) {
                asked.claimsChallenge(request.getClaims());
            }
            return at.acquireToken(known.isPresent() ? asked.loginHint(known.get().username()).build()
                    : asked.prompt(Prompt.SELECT_ACCOUNT).build());
        });
    }

    static Person withDeviceCode(Cloud cloud, String tenant, Optional<String> clientId, HttpPipeline pipeline,
                                 Duration patience, Consumer<SignInPrompt> tell) {
        return new Person(cloud, tenant, clientId, pipeline, (at, request, known) -> {
            DeviceCodeFlowParameters.DeviceCodeFlowParametersBuilder asked = DeviceCodeFlowParameters.builder(
                    new HashSet<>(request.getScopes()), code -> tell.accept(prompt(code, patience)));
            claims(request).ifPresent(asked::claims);
            return at.acquireToken(asked.build());
        });
    }

    private static void open(URL page, Browser browser, Consumer<SignInPrompt> tell) {
        try {
            URI address = browser.address(URI.create(page.toString()));
            tell.accept(new SignInPrompt.Browser(address, "A browser window opens: sign in there. If none does, open this page on this machine: " + address));
            browser.open(address);
        } catch (IOException e) {
            throw new NotReady(NO_BROWSER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A code may live longer than it is waited for: then it is good for as long as that. */
    private static SignInPrompt prompt(DeviceCode code, Duration patience) {
        return new SignInPrompt.DeviceCode(code.userCode(), URI.create(code.verificationUri()),
                Instant.now().plusSeconds(Math.min(code.expiresIn(), patience.toSeconds())), code.message());
    }

    private static Optional<ClaimsRequest> claims(TokenRequestContext request) {
        return Optional.ofNullable(request.getClaims()).map(Challenge::new);
    }

    @Override
    public AccessToken getTokenSync(TokenRequestContext request) {
        try {
            IAuthenticationResult result = account.isPresent() ? known(account.get(), request) : result(asks.ask(application, request, account));
            account = Optional.of(result.account());
            return token(result);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static AccessToken token(IAuthenticationResult result) {
        return new AccessToken(result.accessToken(), result.expiresOnDate().toInstant().atOffset(ZoneOffset.UTC));
    }

    /** A token that can be had without asking anybody. */
    AccessToken silently(TokenRequestContext request) throws InterruptedException {
        return token(silently(account.orElseThrow(() -> new NotReady("Nobody has signed in yet.")), request));
    }

    private IAuthenticationResult silently(IAccount who, TokenRequestContext request) throws InterruptedException {
        try {
            return result(application.acquireTokenSilently(SilentParameters.builder(new HashSet<>(request.getScopes()), who)
                    .forceRefresh(request.getClaims() != null).build()));
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token without asking, unless Entra ID wants the person for it. */
    private IAuthenticationResult known(IAccount who, TokenRequestContext request) throws InterruptedException {
        if (request.getClaims() != null && !newerTokenWillDo(request.getClaims())) {
            return result(asks.ask(application, request, account));
        }
        try {
            return silently(who, request);
        } catch (MsalException e) {
            if (!WANTS_THE_PERSON.contains(String.valueOf(e.errorCode()))) {
                throw e;
            }
            return result(asks.ask(application, wanting(request, e), account));
        }
    }

    /** The request with what Entra ID wants of the person, where it says that and nobody did before. */
    private static TokenRequestContext wanting(TokenRequestContext request, MsalException refused) {
        return request.getClaims() == null && refused instanceof MsalServiceException service && service.claims() != null && !service.claims().isBlank()
                ? new TokenRequestContext().addScopes(request.getScopes().toArray(String[]::new)).setClaims(service.claims()) : request;
    }

    /** Of all that a challenge can want, only a token of after some event comes without the person; MSAL asks silently for no other. */
    private static boolean newerTokenWillDo(String claims) {
        return claims.contains("\"nbf\"") && !claims.contains("\"acrs\"");
    }

    /** Waits; a caller who is interrupted also ends what it waits for, with its listener or its questions. */
    private static IAuthenticationResult result(CompletableFuture<IAuthenticationResult> coming) throws InterruptedException {
        try {
            return coming.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            coming.cancel(true);
        }
    }

    @Override
    public Mono<AccessToken> getToken(TokenRequestContext request) {
        return Mono.fromCallable(() -> getTokenSync(request));
    }
}
