package linkdoctor.probe.azure;

import java.time.Duration;
import java.util.Optional;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.rest.PagedResponse;
import com.azure.core.util.UrlBuilder;
import com.azure.security.keyvault.secrets.SecretClient;
import com.azure.security.keyvault.secrets.SecretClientBuilder;
import com.azure.security.keyvault.secrets.models.SecretProperties;

import linkdoctor.facts.CommandLine;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Target;
import linkdoctor.facts.https.DataPlaneRead;
import linkdoctor.facts.https.NetworkInfo;
import linkdoctor.facts.https.VaultError;
import linkdoctor.probe.azure.signin.Session;
import linkdoctor.probe.azure.wire.Asking;
import linkdoctor.probe.azure.wire.Connections;
import linkdoctor.probe.azure.wire.ErrorBody;
import linkdoctor.probe.azure.wire.Limit;
import linkdoctor.probe.azure.wire.Question;
import linkdoctor.probe.azure.wire.Trace;
import linkdoctor.probe.azure.wire.Wire;

/** The one authenticated request to the vault: a list of secret names, cut off after the first. No value is read. */
final class VaultRead {
    private static final HttpHeaderName NETWORK_INFO = HttpHeaderName.fromString(NetworkInfo.HEADER);
    private final Asking asking;
    private final Wire wire;
    private final Session session;

    VaultRead(Asking asking, Wire wire, Session session) {
        this.asking = asking;
        this.wire = wire;
        this.session = session;
    }

    /** @param deadline how long the vault may take; a person who must prove more for the vault has time of their own */
    Probed<DataPlaneRead> read(Target target, Duration deadline) throws InterruptedException {
        Question question = new Question("The vault", "Microsoft.KeyVault/vaults/secrets/readMetadata/action",
                target.hostname(),
                CommandLine.of("az", "keyvault", "secret", "list", "--vault-name", target.vault(), "--maxresults", "1"));
        Probed<Boolean> ready = asking.ask(question, Limit.in(session.patience().plus(deadline)), trace -> {
            session.readyForVault();
            return true;
        }, yes -> "");
        return ready instanceof Probed.Failed<Boolean>(var failure, var evidence) ? new Probed.Failed<>(failure, evidence)
                : asking.ask(question, Limit.in(deadline), trace -> answer(target, trace), VaultRead::told);
    }

    private DataPlaneRead answer(Target target, Trace trace) {
        try (Connections fresh = wire.connections()) {
            SecretClient secrets = new SecretClientBuilder().vaultUrl("https://" + target.hostname())
                    .pipeline(wire.vault(fresh, target.hostname(), session, new OneName())).buildClient();
            PagedResponse<SecretProperties> page =
                    secrets.listPropertiesOfSecrets(trace.context()).iterableByPage().iterator().next();
            return new DataPlaneRead(page.getStatusCode(), Optional.empty(), network(page.getHeaders()), Optional.empty());
        } catch (HttpResponseException e) {
            // The SDK has a class of its own for several of them, 403 among these; every answer of the vault is a fact.
            if (e.getResponse() == null || e.getResponse().getStatusCode() < 400) {
                throw e;
            }
            return refused(e.getResponse(), trace);
        }
    }

    private static DataPlaneRead refused(HttpResponse response, Trace trace) {
        ErrorBody body = trace.last().map(x -> ErrorBody.parse(x.body())).orElse(new ErrorBody("", "", ""));
        Optional<VaultError> error = body.code().isEmpty() && body.message().isEmpty() ? Optional.empty()
                : Optional.of(new VaultError(body.code(), body.innerCode(), body.message()));
        return new DataPlaneRead(response.getStatusCode(), error, network(response.getHeaders()),
                Optional.ofNullable(response.getHeaderValue(HttpHeaderName.RETRY_AFTER))
                        .filter(seconds -> seconds.strip().matches("\\d{1,9}")).map(seconds -> Long.parseLong(seconds.strip())));
    }

    private static Optional<NetworkInfo> network(HttpHeaders headers) {
        return Optional.ofNullable(headers.getValue(NETWORK_INFO)).map(NetworkInfo::parse);
    }

    private static String told(DataPlaneRead read) {
        return read.networkInfo().map(NetworkInfo::told).orElse("no " + NetworkInfo.HEADER);
    }

    /** Asks for one name alone, where the SDK has no way to say so. */
    static final class OneName implements HttpPipelinePolicy {
        @Override
        public reactor.core.publisher.Mono<HttpResponse> process(HttpPipelineCallContext call, HttpPipelineNextPolicy next) {
            UrlBuilder url = UrlBuilder.parse(call.getHttpRequest().getUrl());
            url.setQueryParameter("maxresults", "1");
            call.getHttpRequest().setUrl(url.toString());
            return next.process();
        }
    }
}
