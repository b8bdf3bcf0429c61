package linkdoctor.probe.https;

import java.net.Socket;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

import linkdoctor.facts.https.TlsSeen;
import linkdoctor.probe.Trust;

/**
 * Judges a server's chain as {@link Trust} does, host name included, and remembers what it saw. It never accepts
 * what Trust does not.
 */
final class ChainWitness extends X509ExtendedTrustManager {
    private final Trust trust;
    private final String host;
    private volatile Optional<TlsSeen> seen = Optional.empty();

    ChainWitness(Trust trust, String host) {
        this.trust = trust;
        this.host = host;
    }

    /** The handshake as far as its certificates; empty when the server never showed any. */
    Optional<TlsSeen> seen() {
        return seen;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
        String protocol = ((SSLSocket) socket).getHandshakeSession().getProtocol();
        try {
            whole(trust.system()).checkServerTrusted(chain, authType, socket);
            note(protocol, chain, TlsSeen.Trust.SYSTEM, "");
        } catch (CertificateException bySystem) {
            try {
                whole(trust.all()).checkServerTrusted(chain, authType, socket);
                note(protocol, chain, TlsSeen.Trust.EXTRA_ROOT, reason(bySystem, trust.system(), chain, authType));
            } catch (CertificateException byAll) {
                note(protocol, chain, TlsSeen.Trust.NONE, reason(byAll, trust.all(), chain, authType));
                throw byAll;
            }
        }
    }

    private void note(String protocol, X509Certificate[] chain, TlsSeen.Trust how, String reason) {
        seen = Optional.of(new TlsSeen(protocol, Arrays.stream(chain).map(Certificates::describe).toList(), how, reason));
    }

    /** Only a trust manager that sees the connection checks host names. */
    private static X509ExtendedTrustManager whole(X509TrustManager manager) {
        if (manager instanceof X509ExtendedTrustManager extended) {
            return extended;
        }
        throw new IllegalStateException("a trust manager that does not check host names");
    }

    private String reason(CertificateException why, X509TrustManager by, X509Certificate[] chain, String authType) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return "the certificate expired on " + Certificates.earliestEnd(chain);
            }
            if (cause instanceof CertificateNotYetValidException) {
                return "the certificate is not valid before " + Certificates.latestStart(chain);
            }
            if (cause instanceof CertPathValidatorException path
                    && path.getReason() == CertPathValidatorException.BasicReason.ALGORITHM_CONSTRAINED) {
                return "the certificate uses an algorithm that is no longer accepted";
            }
        }
        if (withoutName(by, chain, authType)) {
            List<String> names = Certificates.describe(chain[0]).names();
            return "the certificate is for " + (names.isEmpty() ? "no host name" : String.join(", ", names))
                    + " and not for " + host;
        }
        return "its issuer " + Certificates.commonName(chain[chain.length - 1].getIssuerX500Principal())
                + " is not among the authorities that this machine trusts";
    }

    /** Whether the chain alone would do, so that the name must be what is wrong. */
    private static boolean withoutName(X509TrustManager by, X509Certificate[] chain, String authType) {
        try {
            by.checkServerTrusted(chain, authType);
            return true;
        } catch (CertificateException chainToo) {
            return false;
        }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust.all().getAcceptedIssuers();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
        throw new CertificateException("only sockets are checked here");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("only sockets are checked here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("this is no server");
    }
}
