package linkdoctor.probe.azure.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.AddHeadersPolicy;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.util.SharedExecutorService;

import linkdoctor.facts.Cloud;
import linkdoctor.probe.Threads;
import reactor.core.publisher.Mono;

/**
 * The one HTTP client, and the pipelines over it: for sign-in, for ARM and for the vault. None retries by itself,
 * none logs, all trust the same authorities and go the same ways out.
 */
public final class Wire implements AutoCloseable {
    /** The libraries write requests and accounts into their logs; what matters of them is in the evidence. */
    private static final List<Logger> SILENCED = Stream.of("com.azure", "com.microsoft.aad.msal4j", "reactor")
            .map(Logger::getLogger).toList();

    private final AzureAccess access;
    private final SSLContext trust;
    private final ProxySelector ways;
    private final Connections shared;
    private final List<Bearer> bearers = new CopyOnWriteArrayList<>();
    private final HttpHeaders agent;
    private final Cloud cloud;
    private final URI imds;

    static {
        // The SDK's own would keep the ending program for ten seconds while a server is silent.
        SharedExecutorService.getInstance().setExecutorService(Threads.scheduled("azure-shared"));
    }

    public Wire(AzureAccess access) {
        SILENCED.forEach(logger -> logger.setLevel(Level.OFF));
        cloud = access.cloud();
        imds = access.imds();
        agent = new HttpHeaders().set(HttpHeaderName.USER_AGENT, "linkdoctor/" + access.version());
        ways = new WaysOut(access.proxy(), imds.getHost());
        trust = access.trust().context();
        this.access = access;
        shared = connections();
    }

    /** Connections that nobody has used yet. */
    public Connections connections() {
        return new Connections(java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .sslContext(trust).proxy(ways), access);
    }

    /** For azure-identity: the authority, and the instance metadata service where the machine has it. */
    public HttpPipeline login() {
        return pipeline(shared, List.of(new MetadataAddress(imds), new Trace.Recorder()));
    }

    /** For ARM. A token goes to ARM's own host alone. */
    public HttpPipeline arm(TokenCredential credential) {
        return pipeline(shared, List.of(new ArmAddress(cloud.arm()), new Patience(),
                bearer(credential, cloud.armAudience()), new Trace.Recorder()));
    }

    /**
     * For the vault's data plane, whose every answer is a fact: nothing is asked twice. A token goes to this host alone,
     * and is for Key Vault whatever audience the vault's challenge names.
     *
     * @param over connections of its own: an old one would lead where the name led before
     */
    public HttpPipeline vault(Connections over, String host, TokenCredential credential, HttpPipelinePolicy first) {
        return pipeline(over, List.of(first, new OneHost(host),
                new Bearer(credential, cloud.vaultAudience() + "/.default"), new Trace.Recorder()));
    }

    /** For Microsoft Graph. A token goes to its host alone. */
    public HttpPipeline graph(TokenCredential credential, String address) {
        return pipeline(shared, List.of(new OneHost(URI.create(address).getHost()), bearer(credential, address), new Trace.Recorder()));
    }

    /**
     * For the queries of Log Analytics. A token goes to its own host alone.
     *
     * @param logs its URL, which is the audience too
     */
    public HttpPipeline logs(String logs, TokenCredential credential) {
        return pipeline(shared, List.of(new OneHost(URI.create(logs).getHost()), new Patience(), bearer(credential, logs), new Trace.Recorder()));
    }

    private Bearer bearer(TokenCredential credential, String audience) {
        Bearer bearer = new Bearer(credential, audience + "/.default");
        bearers.add(bearer);
        return bearer;
    }

    private HttpPipeline pipeline(Connections over, List<HttpPipelinePolicy> own) {
        List<HttpPipelinePolicy> policies = new ArrayList<>();
        policies.add(new AddHeadersPolicy(agent));
        policies.addAll(own);
        policies.add(new ProxyRefusal());
        policies.add(new Sized());
        return new HttpPipelineBuilder().httpClient(over.client()).policies(policies.toArray(HttpPipelinePolicy[]::new)).build();
    }

    /** Ends the connections and forgets the tokens. */
    @Override
    public void close() {
        bearers.forEach(Bearer::forget);
        shared.close();
    }

    /**
     * The proxy for each URL. What is asked over plain http is the machine's own: the instance metadata service or an
     * identity endpoint of the platform, which wants a secret header that no proxy may see.
     */
    private static final class WaysOut extends ProxySelector {
        private final Function<URI, Optional<InetSocketAddress>> proxy;
        private final String imds;

        WaysOut(Function<URI, Optional<InetSocketAddress>> proxy, String imds) {
            this.proxy = proxy;
            this.imds = imds;
        }

        @Override
        public List<Proxy> select(URI uri) {
            return List.of(imds.equals(uri.getHost()) || "http".equalsIgnoreCase(uri.getScheme()) ? Proxy.NO_PROXY
                    : proxy.apply(uri).map(at -> new Proxy(Proxy.Type.HTTP, at)).orElse(Proxy.NO_PROXY));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress at, IOException why) {
            // The call itself ends with this exception, which becomes the fact.
        }
    }

    /** Sends requests to one host alone: a vault that says its list goes on elsewhere gets no token sent there. */
    private record OneHost(String host) implements HttpPipelinePolicy {
        private static final int HTTPS_PORT = 443;

        @Override
        public Mono<HttpResponse> process(HttpPipelineCallContext call, HttpPipelineNextPolicy next) {
            URL url = call.getHttpRequest().getUrl();
            boolean usualPort = url.getPort() < 0 || url.getPort() == HTTPS_PORT;
            return host.equalsIgnoreCase(url.getHost()) && usualPort ? next.process()
                    : Mono.error(new ArmAddress.Foreign(url.getHost()));
        }
    }

    /** A proxy that wants a password (407) ends the call like any other refused tunnel; the JDK's answer to it has no body to read. */
    private static final class ProxyRefusal implements HttpPipelinePolicy {
        private static final int PASSWORD_WANTED = 407;

        @Override
        public Mono<HttpResponse> process(HttpPipelineCallContext call, HttpPipelineNextPolicy next) {
            return next.process().flatMap(response -> response.getStatusCode() == PASSWORD_WANTED
                    ? Mono.error(new IOException("Tunnel failed, got: 407")) : Mono.just(response));
        }
    }
}
