package linkdoctor.probe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Which certificate authorities are believed: those of Java and of the operating system, and those of a
 * {@code --ca-file}. Every TLS connection of the program uses it.
 */
public final class Trust {
    private final X509TrustManager system;
    private final X509TrustManager all;
    private final boolean extra;

    private Trust(List<X509Certificate> systemRoots, List<X509Certificate> extraRoots) {
        try {
            system = managerOf(systemRoots);
            List<X509Certificate> both = new ArrayList<>(systemRoots);
            both.addAll(extraRoots);
            all = managerOf(both);
            extra = !extraRoots.isEmpty();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the trusted roots cannot be loaded", e);
        }
    }

    /** The roots of Java and of this system, and those of the file. */
    public static Trust of(Optional<Path> caFile) throws IOException {
        return new Trust(systemRoots(), caFile.isPresent() ? read(caFile.get()) : List.of());
    }

    /** The lab's authority in the place of the system's, and those of the file. */
    public static Trust practice(Path labAuthority, Optional<Path> caFile) throws IOException {
        return new Trust(read(labAuthority), caFile.isPresent() ? read(caFile.get()) : List.of());
    }

    /** Believes the system's roots alone. */
    public X509TrustManager system() {
        return system;
    }

    /** Believes the system's roots and the extra ones. */
    public X509TrustManager all() {
        return all;
    }

    /** Whether there are extra roots. */
    public boolean hasExtra() {
        return extra;
    }

    /** A context for clients that verify against all roots. */
    public SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[]{all}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<X509Certificate> read(Path pem) throws IOException {
        try (InputStream in = Files.newInputStream(pem)) {
            List<X509Certificate> certificates = CertificateFactory.getInstance("X.509").generateCertificates(in)
                    .stream().map(X509Certificate.class::cast).toList();
            if (certificates.isEmpty()) {
                throw new IOException(pem + " holds no certificate in PEM form.");
            }
            return certificates;
        } catch (CertificateException e) {
            throw new IOException(pem + " holds no certificate in PEM form.", e);
        }
    }

    private static List<X509Certificate> systemRoots() throws IOException {
        List<X509Certificate> roots = new ArrayList<>();
        try {
            TrustManagerFactory ofJava = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            ofJava.init((KeyStore) null);
            roots.addAll(Arrays.asList(manager(ofJava).getAcceptedIssuers()));
            for (String type : systemStores()) {
                KeyStore store = KeyStore.getInstance(type);
                store.load(null, null);
                for (String alias : java.util.Collections.list(store.aliases())) {
                    if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                        roots.add(certificate);
                    }
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("The trusted roots of this system cannot be read: " + e.getMessage(), e);
        }
        return roots;
    }

    /** Where jump boxes keep the authorities of their inspecting proxies. */
    private static List<String> systemStores() {
        String os = System.getProperty("os.name", "");
        return os.startsWith("Windows") ? List.of("Windows-ROOT") : os.startsWith("Mac") ? List.of("KeychainStore-ROOT") : List.of();
    }

    private static X509TrustManager managerOf(List<X509Certificate> roots) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int n = 0;
        for (Certificate root : roots) {
            store.setCertificateEntry("root-" + n++, root);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return manager(factory);
    }

    private static X509TrustManager manager(TrustManagerFactory factory) {
        return Arrays.stream(factory.getTrustManagers()).filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast).findFirst().orElseThrow();
    }
}
