package linkdoctor.probe.azure.wire;

import java.io.IOException;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;

import reactor.core.publisher.Mono;

/** A proxy that wants a password (407) ends the call like any other refused tunnel; the JDK's answer to it has no body to read. */
final class ProxyRefusal implements HttpPipelinePolicy {
    private static final int PASSWORD_WANTED = 407;

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext call, HttpPipelineNextPolicy next) {
        return next.process().flatMap(response -> response.getStatusCode() == PASSWORD_WANTED
                ? Mono.error(new IOException("Tunnel failed, got: 407")) : Mono.just(response));
    }
}
