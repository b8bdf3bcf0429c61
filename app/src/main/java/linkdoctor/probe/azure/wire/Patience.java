package linkdoctor.probe.azure.wire;

import java.time.Duration;
import java.util.Optional;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;

import reactor.core.publisher.Mono;

/**
 * The only retry: a 429 is asked again, at most twice, after the time that Retry-After names, when that still fits
 * the deadline. Everything else is told as it came.
 */
final class Patience implements HttpPipelinePolicy {
    private static final int TIMES = 2;
    /** What an answer may take after the wait. */
    private static final Duration ROOM = Duration.ofMillis(500);

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext call, HttpPipelineNextPolicy next) {
        return attempt(call, next, TIMES);
    }

    private static Mono<HttpResponse> attempt(HttpPipelineCallContext call, HttpPipelineNextPolicy next, int more) {
        HttpPipelineNextPolicy again = next.clone();
        return next.process().flatMap(response -> {
            Optional<Duration> wait = response.getStatusCode() == 429 && more > 0
                    ? retryAfter(response) : Optional.empty();
            Optional<Duration> left = Trace.of(call).map(Trace::left);
            if (wait.isEmpty() || left.isEmpty() || wait.get().plus(ROOM).compareTo(left.get()) > 0) {
                return Mono.just(response);
            }
            return Mono.delay(wait.get()).then(attempt(call, again, more - 1));
        });
    }

    /** Retry-After in seconds; its other form, a date, is not used by Azure. */
    static Optional<Duration> retryAfter(HttpResponse response) {
        String seconds = response.getHeaderValue(HttpHeaderName.RETRY_AFTER);
        try {
            return seconds == null ? Optional.empty()
                    : Optional.of(Duration.ofSeconds(Math.max(0, Long.parseLong(seconds.strip()))));
        } catch (NumberFormatException notSeconds) {
            return Optional.empty();
        }
    }
}
