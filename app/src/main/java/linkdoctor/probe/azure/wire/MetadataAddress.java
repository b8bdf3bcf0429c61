package linkdoctor.probe.azure.wire;

import java.net.URI;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;

import linkdoctor.probe.Outside;
import reactor.core.publisher.Mono;

/** Sends questions to the instance metadata service to where it stands: its fixed address, or the lab's. */
final class MetadataAddress implements HttpPipelinePolicy {
    private final URI imds;

    MetadataAddress(URI imds) {
        this.imds = imds;
    }

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext call, HttpPipelineNextPolicy next) {
        String url = call.getHttpRequest().getUrl().toString();
        String fixed = Outside.IMDS.toString();
        if (url.startsWith(fixed + "/")) {
            call.getHttpRequest().setUrl(imds + url.substring(fixed.length()));
        }
        return next.process();
    }
}
