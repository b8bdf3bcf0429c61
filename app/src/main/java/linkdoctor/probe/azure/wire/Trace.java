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

    /** One request; {@code status} is 0 while no answer has come, {@code said} tells why none will. */
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

    /** The last exchange that was answered. */
    public synchronized Optional<Exchange> last() {
        return exchanges.reversed().stream().filter(exchange -> exchange.status() > 0).findFirst();
    }

    /** The body of the last answer; empty before any. */
    public String body() {
        return last().map(e -> new String(e.body(), StandardCharsets.UTF_8)).orElse("");
    }

    /** What was asked, in order; {@code told} adds the values that matter to the last answer. */
    synchronized List<Evidence> evidence(String told, String tryYourself) {
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < exchanges.size(); i++) {
            Exchange e = exchanges.get(i);
            boolean last = i == exchanges.size() - 1;
            boolean waiting = e.status() == 0 && e.said().isEmpty();
            String answered = (e.status() == 0 ? "no answer" : String.valueOf(e.status()))
                    + (e.said().isEmpty() ? "" : " " + e.said())
                    + (last && !told.isEmpty() && e.status() > 0 && e.said().isEmpty() ? ", " + told : "");
            evidence.add(new Evidence(e.asked(), answered, e.at(),
                    waiting ? Duration.between(e.at(), Instant.now()) : e.took(), tryYourself));
        }
        return evidence;
    }

    /** A request goes out; until its answer comes it stands here without one. */
    private synchronized int begin(String asked, Instant at) {
        exchanges.add(new Exchange(asked, at, Duration.ZERO, 0, "", new byte[0]));
        return exchanges.size() - 1;
    }

    /** Of the bodies, the last alone is of use: a list of many pages would hold them all. */
    private synchronized void end(int number, int status, String said, byte[] body) {
        exchanges.replaceAll(e -> new Exchange(e.asked(), e.at(), e.took(), e.status(), e.said(), new byte[0]));
        Exchange begun = exchanges.get(number);
        exchanges.set(number, new Exchange(begun.asked(), begun.at(), Duration.between(begun.at(), Instant.now()), status, said, body));
    }

    /** Nearest to the wire in every pipeline: writes down each request, its answer and how long it took. */
    static final class Recorder implements HttpPipelinePolicy {
        @Override
        public Mono<HttpResponse> process(HttpPipelineCallContext call, HttpPipelineNextPolicy next) {
            Optional<Trace> traced = of(call);
            if (traced.isEmpty()) {
                return next.process();
            }
            Trace trace = traced.get();
            int number = trace.begin(call.getHttpRequest().getHttpMethod() + " " + call.getHttpRequest().getUrl(), Instant.now());
            return next.process().map(HttpResponse::buffer)
                    .flatMap(response -> response.getBodyAsByteArray().defaultIfEmpty(new byte[0]).map(body -> {
                        trace.end(number, response.getStatusCode(),
                                response.getStatusCode() < 400 ? "" : ErrorBody.parse(body).brief(), body);
                        return response;
                    }))
                    .doOnError(e -> trace.end(number, 0, "(" + Trouble.word(e) + ")", new byte[0]));
        }
    }
}
