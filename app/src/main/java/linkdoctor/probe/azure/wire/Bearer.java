package linkdoctor.probe.azure.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import linkdoctor.probe.Threads;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Puts the token on each request, over https alone. The SDK's own policy does the same, but lets concurrent requests
 * wait half a second for one another's token.
 */
final class Bearer implements HttpPipelinePolicy {
    private static final Scheduler THREADS = Schedulers.fromExecutorService(Threads.executor("token"));
    private static final Duration EARLY = Duration.ofMinutes(5);
    private static final Pattern CLAIMS = Pattern.compile("(?i)\\bclaims=\"([A-Za-z0-9+/_=-]+)\"");
    private final TokenCredential credential;
    private final String scope;
    private Optional<AccessToken> held = Optional.empty();

    Bearer(TokenCredential credential, String scope) {
        this.credential = credential;
        this.scope = scope;
    }

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext call, HttpPipelineNextPolicy next) {
        if (!call.getHttpRequest().getUrl().getProtocol().equals("https")) {
            return Mono.error(new IllegalStateException("a token goes over https alone"));
        }
        HttpPipelineNextPolicy again = next.clone();
        return sent(call, next, Optional.empty()).flatMap(response -> {
            Optional<String> claims = claims(response);
            if (claims.isEmpty()) {
                return Mono.just(response);
            }
            response.close();
            return sent(call, again, claims);
        });
    }

    private Mono<HttpResponse> sent(HttpPipelineCallContext call, HttpPipelineNextPolicy next, Optional<String> claims) {
        return Mono.fromCallable(() -> token(claims)).subscribeOn(THREADS).flatMap(token -> {
            call.getHttpRequest().setHeader(HttpHeaderName.AUTHORIZATION, "Bearer " + token);
            return next.process();
        });
    }

    private synchronized String token(Optional<String> claims) {
        boolean fresh = held.filter(token -> token.getExpiresAt().minus(EARLY).isAfter(OffsetDateTime.now())).isPresent();
        if (!fresh || claims.isPresent()) {
            TokenRequestContext request = new TokenRequestContext().addScopes(scope).setCaeEnabled(true);
            claims.ifPresent(request::setClaims);
            held = Optional.of(credential.getTokenSync(request));
        }
        return held.orElseThrow().getToken();
    }

    synchronized void forget() {
        held = Optional.empty();
    }

    /** What continuous access evaluation asks for when it takes a token no more. */
    private static Optional<String> claims(HttpResponse response) {
        String challenge = response.getStatusCode() == 401 ? response.getHeaderValue(HttpHeaderName.WWW_AUTHENTICATE) : null;
        Matcher claims = CLAIMS.matcher(challenge == null ? "" : challenge);
        try {
            return claims.find() ? Optional.of(new String(Base64.getUrlDecoder().decode(
                    claims.group(1).replace('+', '-').replace('/', '_')), StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
