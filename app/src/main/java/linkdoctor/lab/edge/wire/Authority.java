package linkdoctor.lab.edge.wire;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A throw-away certificate authority: issues a server certificate for any host name when it is first asked for. */
public final class Authority {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration LIFE = Duration.ofDays(30);

    private final X500Name issuer;
    private final KeyPair own = keyPair();
    private final KeyPair servers = keyPair();
    private final X509Certificate root;
    private final Map<String, X509Certificate> issued = new ConcurrentHashMap<>();

    /** @param name the common name that clients see as the issuer */
    public Authority(String name) {
        issuer = named(name);
        root = sign(issuer, own, Subject.AUTHORITY, name);
    }

    /** Writes the root certificate as PEM. */
    public Path writeTo(Path file) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(root);
        }
        return Files.writeString(file, text.toString());
    }

    /** The certificate for a host name, its own first, then the root. */
    X509Certificate[] chain(String host) {
        return new X509Certificate[]{
            issued.computeIfAbsent(host, name -> sign(named(name), servers, Subject.SERVER, name)), root};
    }

    /** The key of every server certificate. */
    PrivateKey serverKey() {
        return servers.getPrivate();
    }

    private enum Subject { AUTHORITY, SERVER }

    private X509Certificate sign(X500Name subject, KeyPair keys, Subject kind, String name) {
        Instant from = Instant.now().minus(Duration.ofDays(1));
        JcaX509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(issuer,
                new BigInteger(120, RANDOM).add(BigInteger.ONE), Date.from(from), Date.from(from.plus(LIFE)),
                subject, keys.getPublic());
        try {
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            // Python's TLS has refused certificates without both key identifiers since 3.13.
            certificate.addExtension(Extension.subjectKeyIdentifier, false,
                    extensions.createSubjectKeyIdentifier(keys.getPublic()));
            certificate.addExtension(Extension.authorityKeyIdentifier, false,
                    extensions.createAuthorityKeyIdentifier(own.getPublic()));
            switch (kind) {
                case AUTHORITY -> {
                    certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
                    certificate.addExtension(Extension.keyUsage, true,
                            new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
                }
                case SERVER -> {
                    certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
                    certificate.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
                    certificate.addExtension(Extension.extendedKeyUsage, false,
                            new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
                    certificate.addExtension(Extension.subjectAlternativeName, false,
                            new GeneralNames(new GeneralName(GeneralName.dNSName, name)));
                }
            }
            return new JcaX509CertificateConverter().getCertificate(certificate.build(
                    new JcaContentSignerBuilder("SHA256withECDSA").build(own.getPrivate())));
        } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("no certificate for " + name, e);
        }
    }

    private static X500Name named(String name) {
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
