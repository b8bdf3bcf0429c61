package linkdoctor.probe.azure.wire;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BearerTest {
    private static final String CHALLENGE = "Bearer realm=\"\", error=\"insufficient_claims\", claims=\"eyJhIjoxfQ==\"";
    private final List<String> asked = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();

    @Test
    void oneTokenServesManyRequests() {
        HttpPipeline pipeline = pipeline("");
        get(pipeline, "https://management.azure.com/a");
        get(pipeline, "https://management.azure.com/b");
        assertThat(asked).containsExactly("none");
        assertThat(sent).containsExactly("Bearer token-1", "Bearer token-1");
    }

    @Test
    void aClaimsChallengeIsAnsweredOnceWithANewToken() {
        HttpPipeline pipeline = pipeline(CHALLENGE);
        assertThat(get(pipeline, "https://management.azure.com/a")).isEqualTo(401);
        assertThat(asked).containsExactly("none", "{\"a\":1}");
        assertThat(sent).containsExactly("Bearer token-1", "Bearer token-2");
    }

    @Test
    void aTokenNeverGoesWithoutTls() {
        assertThatThrownBy(() -> get(pipeline(""), "http://management.azure.com/a")).hasMessageContaining("https");
        assertThat(sent).isEmpty();
    }

    private HttpPipeline pipeline(String challenge) {
        TokenCredential credential = new TokenCredential() {
            @Override
            public Mono<AccessToken> getToken(TokenRequestContext request) {
                asked.add(request.getClaims() == null ? "none" : request.getClaims());
                return Mono.just(new AccessToken("token-" + asked.size(), OffsetDateTime.now().plusHours(1)));
            }
        };
        return new HttpPipelineBuilder().policies(new Bearer(credential, "scope/.default")).httpClient(request -> {
            sent.add(request.getHeaders().getValue(HttpHeaderName.AUTHORIZATION));
            return Mono.just(new Answer(request, challenge));
        }).build();
    }

    private static int get(HttpPipeline pipeline, String url) {
        try (HttpResponse response = pipeline.sendSync(new HttpRequest(HttpMethod.GET, url), Context.NONE)) {
            return response.getStatusCode();
        }
    }

    /** 401 with a challenge, or 200 without. */
    private static final class Answer extends HttpResponse {
        private final String challenge;

        Answer(HttpRequest request, String challenge) {
            super(request);
            this.challenge = challenge;
        }

        @Override
        public int getStatusCode() {
            return challenge.isEmpty() ? 200 : 401;
        }

        @Override
        @Deprecated
        public String getHeaderValue(String name) {
            return getHeaders().getValue(HttpHeaderName.fromString(name));
        }

        @Override
        public HttpHeaders getHeaders() {
            return challenge.isEmpty() ? new HttpHeaders() : new HttpHeaders().set(HttpHeaderName.WWW_AUTHENTICATE, challenge);
        }

        @Override
        public Flux<java.nio.ByteBuffer> getBody() {
            return Flux.empty();
        }

        @Override
        public Mono<byte[]> getBodyAsByteArray() {
            return Mono.just(new byte[0]);
        }

        @Override
        public Mono<String> getBodyAsString() {
            return Mono.just("");
        }

        @Override
        public Mono<String> getBodyAsString(java.nio.charset.Charset charset) {
            return Mono.just("");
        }
    }
}
