package linkdoctor.probe.azure.wire;

import java.net.URL;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;

import reactor.core.publisher.Mono;

/** Sends requests to one host alone: a vault that says its list goes on elsewhere gets no token sent there. */
record OneHost(String host) implements HttpPipelinePolicy {
    private static final int HTTPS_PORT = 443;

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext call, HttpPipelineNextPolicy next) {
        URL url = call.getHttpRequest().getUrl();
        boolean usualPort = url.getPort() < 0 || url.getPort() == HTTPS_PORT;
        return host.equalsIgnoreCase(url.getHost()) && usualPort ? next.process()
                : Mono.error(new ArmAddress.Foreign(url.getHost()));
    }
}
