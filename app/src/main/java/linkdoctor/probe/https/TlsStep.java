package linkdoctor.probe.https;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

import linkdoctor.facts.Probed;
import linkdoctor.facts.https.TlsSeen;
import linkdoctor.probe.Trust;

/**
 * The second step: TLS for the vault's name. A chain that is not trusted is seen all the same, because it is noted
 * before it is refused; the connection is then useless, and nothing is sent over it.
 */
final class TlsStep {
    private static final Pattern COMMON_NAME = Pattern.compile("(?i)\\bCN=([^,+\"\\\\]+)");
    private final Trust trust;
    private final Limits limits;

    TlsStep(Trust trust, Limits limits) {
        this.trust = trust;
        this.limits = limits;
    }

    /** What was seen, and the verified connection when the chain is trusted. */
    record Secured(TlsSeen seen, Optional<SSLSocket> socket) {
    }

    Probed<Secured> secure(Socket socket, Route route, String path) {
        Asking asking = Asking.now("TLS handshake for " + route.host() + " with " + route.label(), route.curl(path));
        ChainWitness witness = new ChainWitness(trust, route.host());
        try {
            SSLSocket tls = Bounded.within(limits.tls(), socket, () -> handshake(socket, route.host(), witness));
            TlsSeen seen = witness.seen().orElseThrow(() -> new IOException("no certificate"));
            return Probed.seen(new Secured(seen, Optional.of(tls)), asking.answered(describe(seen)));
        } catch (Exception e) {
            Optional<TlsSeen> refused = witness.seen().filter(seen -> seen.trust() == TlsSeen.Trust.NONE);
            return refused.isPresent()
                    ? Probed.seen(new Secured(refused.get(), Optional.empty()), asking.answered(describe(refused.get())))
                    : asking.failed(Trouble.during("the TLS handshake", peer(route), limits.tls(), e));
        }
    }

    private static SSLSocket handshake(Socket socket, String host, ChainWitness witness)
            throws IOException, GeneralSecurityException {
        // A context of its own: a resumed session would not show its certificates to the witness.
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[]{witness}, null);
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, host, Route.HTTPS_PORT, true);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(host)));
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        return tls;
    }

    static String peer(Route route) {
        return route.to().map(ip -> ip + " (" + route.host() + ")").orElse(route.host());
    }

    /** The common name, where there is one, without the rest of the distinguished name. */
    private static String name(String distinguished) {
        Matcher common = COMMON_NAME.matcher(distinguished);
        return common.find() ? common.group(1).strip() : distinguished;
    }

    private static String describe(TlsSeen seen) {
        TlsSeen.Certificate own = seen.chain().getFirst();
        String what = seen.protocol().replace("TLSv", "TLS ") + ", certificate of " + name(own.subject()) + " issued by " + name(own.issuer());
        return switch (seen.trust()) {
            case SYSTEM -> what + ", trusted";
            case EXTRA_ROOT -> what + ", trusted only because of the extra roots";
            case NONE -> what + ", not trusted: " + seen.reason();
        };
    }
}
