package linkdoctor.lab.edge.wire;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * The server side of a TLS handshake: the certificate is the one of the name that the client sends (SNI), signed by
 * whichever authority signs for that name.
 */
public final class ServerKeys extends X509ExtendedKeyManager {
    private final Function<String, Authority> signing;
    private final String unnamed;

    private ServerKeys(Function<String, Authority> signing, String unnamed) {
        this.signing = signing;
        this.unnamed = unnamed;
    }

    /** @param unnamed the host whose certificate a client gets that sends no name */
    public static SSLContext context(Function<String, Authority> signing, String unnamed) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[]{new ServerKeys(signing, unnamed)}, null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The name that the client asked for. */
    public static Optional<String> requested(SSLSession session) {
        return session instanceof ExtendedSSLSession extended
                ? extended.getRequestedServerNames().stream().filter(SNIHostName.class::isInstance)
                        .map(name -> ((SNIHostName) name).getAsciiName().toLowerCase(java.util.Locale.ROOT)).findFirst()
                : Optional.empty();
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        if (!"EC".equals(keyType)) {
            return null;
        }
        return requested(((SSLSocket) socket).getHandshakeSession()).orElse(unnamed);
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return signing.apply(alias).chain(alias);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return signing.apply(alias).serverKey();
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return List.of(unnamed).toArray(String[]::new);
    }

    @Override
    public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
        return null;
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return null;
    }

    @Override
    public String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
        return null;
    }
}
