package linkdoctor.probe.https;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.security.auth.x500.X500Principal;

import linkdoctor.facts.https.TlsSeen;

/** What of a certificate is worth telling. */
final class Certificates {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private Certificates() {
    }

    static TlsSeen.Certificate describe(X509Certificate certificate) {
        return new TlsSeen.Certificate(certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(), names(certificate),
                certificate.getNotAfter().toInstant().toString(), sha256(certificate));
    }

    /** The common name, or the whole name where it has none. */
    static String commonName(X500Principal name) {
        try {
            return new LdapName(name.getName()).getRdns().stream().filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                    .map(rdn -> String.valueOf(rdn.getValue())).findFirst().orElse(name.getName());
        } catch (InvalidNameException notInThisForm) {
            return name.getName();
        }
    }

    static Instant earliestEnd(X509Certificate[] chain) {
        return Arrays.stream(chain).map(one -> one.getNotAfter().toInstant()).min(Comparator.naturalOrder()).orElseThrow();
    }

    static Instant latestStart(X509Certificate[] chain) {
        return Arrays.stream(chain).map(one -> one.getNotBefore().toInstant()).max(Comparator.naturalOrder()).orElseThrow();
    }

    private static List<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null ? List.of() : names.stream()
                    .filter(name -> name.get(0).equals(DNS_NAME) || name.get(0).equals(IP_ADDRESS))
                    .map(name -> String.valueOf(name.get(1))).toList();
        } catch (CertificateParsingException unreadableNames) {
            return List.of();
        }
    }

    private static String sha256(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("a certificate without a fingerprint", e);
        }
    }
}
