package linkdoctor.probe.azure.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.util.FluxUtil;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Nearest to the wire: reads no more of an answer than any true one has. The SDK itself reads without end. */
final class Sized implements HttpPipelinePolicy {
    static final long MOST = 64L * 1024 * 1024;
    /** The SDK's own name for reading the whole answer before anyone can look at its size. */
    private static final String EAGERLY = "azure-eagerly-read-response";

    /** An answer longer than any true one. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("the answer has more than " + MOST / 1024 / 1024 + " MiB");
        }
    }

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext call, HttpPipelineNextPolicy next) {
        call.setData(EAGERLY, false);
        return next.process().map(response -> new Bounded(response).buffer());
    }

    /** An answer whose body breaks off where it is too long. */
    private static final class Bounded extends HttpResponse {
        private final HttpResponse whole;

        Bounded(HttpResponse whole) {
            super(whole.getRequest());
            this.whole = whole;
        }

        @Override
        public int getStatusCode() {
            return whole.getStatusCode();
        }

        @Override
        @Deprecated
        public String getHeaderValue(String name) {
            return whole.getHeaderValue(HttpHeaderName.fromString(name));
        }

        @Override
        public HttpHeaders getHeaders() {
            return whole.getHeaders();
        }

        @Override
        public Flux<ByteBuffer> getBody() {
            return Flux.defer(() -> {
                long[] read = {0};
                return whole.getBody().handle((part, sink) -> {
                    read[0] += part.remaining();
                    if (read[0] > MOST) {
                        sink.error(new TooLong());
                    } else {
                        sink.next(part);
                    }
                });
            });
        }

        @Override
        public Mono<byte[]> getBodyAsByteArray() {
            return FluxUtil.collectBytesInByteBufferStream(getBody());
        }

        @Override
        public Mono<String> getBodyAsString() {
            return getBodyAsString(StandardCharsets.UTF_8);
        }

        @Override
        public Mono<String> getBodyAsString(Charset charset) {
            return getBodyAsByteArray().map(bytes -> new String(bytes, charset));
        }

        @Override
        public void close() {
            whole.close();
        }
    }
}
