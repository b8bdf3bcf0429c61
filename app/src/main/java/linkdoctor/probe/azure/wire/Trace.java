package linkdoctor.probe.azure.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.util.Context;

import linkdoctor.facts.Evidence;
import reactor.core.publisher.Mono;

/** What went over the wire for one question: the SDK's calls carry it in their context. Never a header that authorises. */
public final class Trace {
    private static final String KEY = "linkdoctor-trace";
    private final Instant end;
    private final List<Exchange> exchanges = new ArrayList<>();

    /** One request; {@code status} is 0 when no answer came, {@code said} then tells why. */
    public record Exchange(String asked, Instant at, Duration took, int status, String said, byte[] body) {
    }

    /** @param end when the question must have ended */
    Trace(Instant end) {
        this.end = end;
    }

    public Context context() {
        return new Context(KEY, this);
    }

    static Optional<Trace> of(HttpPipelineCallContext call) {
        return call.getData(KEY).map(Trace.class::cast);
    }

    Duration left() {
        return Duration.between(Instant.now(), end);
    }

    public synchronized Optional<Exchange> last() {
        return exchanges.isEmpty() ? Optional.empty() : Optional.of(exchanges.getLast());
    }

    /** The body of the last answer. */
    public String body() {
        return last().map(e -> new String(e.body(), StandardCharsets.UTF_8)).orElse("");
    }

    /** What was asked, in order; {@code told} adds the values that matter to the last answer. */
    synchronized List<Evidence> evidence(String told, String tryYourself) {
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < exchanges.size(); i++) {
            Exchange e = exchanges.get(i);
            boolean last = i == exchanges.size() - 1;
            String answered = (e.status() == 0 ? "no answer" : String.valueOf(e.status()))
                    + (e.said().isEmpty() ? "" : " " + e.said())
                    + (last && !told.isEmpty() && e.said().isEmpty() ? ": " + told : "");
            evidence.add(new Evidence(e.asked(), answered, e.at(), e.took(), tryYourself));
        }
        return evidence;
    }

    private synchronized void add(Exchange exchange) {
        exchanges.add(exchange);
    }

    /** Nearest to the wire in every pipeline: writes down each request, its answer and how long it took. */
    static final class Recorder implements HttpPipelinePolicy {
        @Override
        public Mono<HttpResponse> process(HttpPipelineCallContext call, HttpPipelineNextPolicy next) {
            Optional<Trace> trace = of(call);
            String asked = call.getHttpRequest().getHttpMethod() + " " + call.getHttpRequest().getUrl();
            Instant at = Instant.now();
            return next.process().map(HttpResponse::buffer)
                    .flatMap(response -> response.getBodyAsByteArray().defaultIfEmpty(new byte[0]).map(body -> {
                        trace.ifPresent(t -> t.add(new Exchange(asked, at, Duration.between(at, Instant.now()),
                                response.getStatusCode(),
                                response.getStatusCode() < 400 ? "" : ErrorBody.parse(body).brief(), body)));
                        return response;
                    }))
                    .doOnError(e -> trace.ifPresent(t -> t.add(new Exchange(asked, at,
                            Duration.between(at, Instant.now()), 0, "(" + Trouble.word(e) + ")", new byte[0]))))
                    .doOnCancel(() -> trace.ifPresent(t -> t.add(new Exchange(asked, at,
                            Duration.between(at, Instant.now()), 0, "(given up)", new byte[0]))));
        }
    }
}
