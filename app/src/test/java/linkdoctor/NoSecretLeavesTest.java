package linkdoctor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import linkdoctor.check.Diagnosis;
import linkdoctor.cli.Cli;
import linkdoctor.cli.live.Terminal;
import linkdoctor.cli.text.Look;
import linkdoctor.explain.MaskedTest;
import linkdoctor.lab.Lab;
import linkdoctor.lab.Scenarios;
import linkdoctor.lab.World;
import linkdoctor.lab.World.Account;
import linkdoctor.lab.World.ClientMachine;
import linkdoctor.lab.scenario.Play;
import linkdoctor.session.SessionFile;
import linkdoctor.session.Shelf;
import linkdoctor.session.Tool;
import linkdoctor.ui.Mishap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Runs the program on the lab with marked secrets, and searches every byte that it wrote for them and for whatever the
 * lab gave out: tokens, codes and cookies. Whatever a command writes into the folder is searched, so another output is one
 * more argument.
 */
@Timeout(180)
class NoSecretLeavesTest {
    private static final String CLIENT_SECRET = "mrk8Q~client.secret-of-the-practice-application";
    private static final String WRONG_SECRET = "mrk8Q~wrong.secret-of-the-practice-application";
    private static final String PROXY_PASSWORD = "marked-proxy-password";
    private static final String IDENTITY_HEADER = "marked-identity-header";
    private static final Map<String, String> ENVIRONMENT = Map.of("HTTPS_PROXY", "http://engineer:" + PROXY_PASSWORD + "@proxy.fabrikam.example:8080",
            "IDENTITY_HEADER", IDENTITY_HEADER, "MSI_SECRET", IDENTITY_HEADER);
    private static final Pattern CODE = Pattern.compile("\\b[B-DF-HJ-NP-TV-Z]{9}\\b");
    @TempDir
    private Path folder;
    private final Map<String, byte[]> outputs = new LinkedHashMap<>();

    @ParameterizedTest
    @CsvSource({"connection-pending, environment", "healthy, device-code", "healthy, managed-identity", "environment-proxy, environment"})
    void whateverIsWrittenHoldsNoSecret(String scenario, String way) throws Exception {
        try (Lab lab = lab(scenario, Map.of())) {
            Path session = folder.resolve("session.json");
            run(lab, "check", "fabrikam", "--auth", way, "--verbose", "--redact", "none", "--report", session.toString(), "--report", file("all.html"), "--report", file("all.md"), "--fix", file("fix"));
            assertThat(lab.issued()).as("somebody signed in").anyMatch(NoSecretLeavesTest::isToken);
            assertThat(Files.readString(session)).contains("\"method\": \"" + way);

            run(lab, "probe", "--session", session.toString(), "--dir", file("probe"));
            run(lab, "diff", session.toString(), session.toString());
            run(lab, "replay", session.toString(), "--output", "json", "--redact", "ids", "--redact-key", file("case.key.json"), "--report", file("ids.html"),
                    "--report", file("ids.md"), "--report", file("ids.json"));
            Diagnosis diagnosis = Diagnosis.of(((SessionFile.Session) SessionFile.open(session)).facts());
            new Shelf(folder.resolve("shelf")).save(diagnosis, new Tool("linkdoctor", "1"), Instant.EPOCH);
            outputs.put("what a dialog says of an exception", Mishap.of(new IllegalStateException(String.join(" ", lab.issued()), new IOException(CLIENT_SECRET)), "1").details()
                    .getBytes(StandardCharsets.UTF_8));
            Set<String> secrets = secrets(lab);
            secrets.add(Base64.getEncoder().encodeToString(("engineer:" + PROXY_PASSWORD).getBytes(StandardCharsets.UTF_8)));
            holdNone(secrets);
        }
    }

    @Test
    void theValueOfASecretInTheVaultStaysThere() throws Exception {
        try (Lab lab = lab("healthy", Map.of())) {
            run(lab, "check", "fabrikam", "--verbose", "--redact", "none", "--report", file("s.json"), "--report", file("s.html"), "--report", file("s.md"));
            String value = valueInVault(lab);
            assertThat(value).isNotBlank();
            Set<String> secrets = secrets(lab);
            secrets.add(value);
            holdNone(secrets);
        }
    }

    @Test
    void aSecretThatIsRefusedIsNotToldEither() throws Exception {
        try (Lab lab = lab("healthy", Map.of("AZURE_CLIENT_SECRET", WRONG_SECRET))) {
            run(lab, "check", "fabrikam", "--auth", "environment", "--verbose", "--redact", "none", "--report", file("s.json"), "--report", file("s.html"), "--report", file("s.md"));
            assertThat(Files.readString(folder.resolve("s.json"))).contains("7000215");
            Set<String> secrets = secrets(lab);
            secrets.add(WRONG_SECRET);
            holdNone(secrets);
        }
    }

    @Test
    void aSecretThatIsWrittenIsFound() throws Exception {
        Files.writeString(folder.resolve("leak.txt"), "before " + URLEncoder.encode(CLIENT_SECRET, StandardCharsets.UTF_8) + " after");
        run(Practice.engine(), "--version");
        try (Lab lab = lab("healthy", Map.of())) {
            assertThatThrownBy(() -> holdNone(secrets(lab))).isInstanceOf(AssertionError.class).hasMessageContaining("leak.txt holds");
        }
    }

    @Test
    void anExplanationRepeatsNoSecret() throws Exception {
        for (String paste : MaskedTest.pastes()) {
            Path text = Files.writeString(Files.createTempFile("paste", ".txt"), "Client address is not authorized. Caller: xms_mirid=/subscriptions/11111111-1111-4111-8111-111111111111/x/"
                    + "\n" + paste + "\nVault: fabrikam;location=eastus\n" + paste + "\nInner error: {\"code\": \"ForbiddenByFirewall\"}");
            run(Practice.engine(), "explain", text.toString(), "--verbose");
            run(Practice.engine(), "explain", text.toString(), "--output", "json");
            Files.delete(text);
        }
        holdNone(Set.of("MARKED", "eyJ0eXAi"));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void run(Lab lab, String... args) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), new Look(false, true), false);
        Thread person = Thread.ofVirtual().start(() -> entersCode(lab, err));
        int exit = new Cli(Practice.engine(lab), terminal).run(args);
        person.interrupt();
        person.join();
        assertThat(exit).as(err.toString(StandardCharsets.UTF_8)).isNotEqualTo(2);
        keep(args, out, err);
    }

    private void run(linkdoctor.engine.Engine engine, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        new Cli(engine, new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), new Look(false, true), false)).run(args);
        assertThat(out.size()).isPositive();
        keep(args, out, err);
    }

    private void keep(String[] args, ByteArrayOutputStream out, ByteArrayOutputStream err) {
        outputs.put("standard output " + outputs.size() + " of " + args[0], out.toByteArray());
        outputs.put("standard error " + outputs.size() + " of " + args[0], err.toByteArray());
    }

    /** Whoever is asked for a code enters it. */
    private static void entersCode(Lab lab, ByteArrayOutputStream err) {
        try {
            Matcher code = CODE.matcher("");
            while (!code.reset(err.toString(StandardCharsets.UTF_8)).find()) {
                Thread.sleep(20);
            }
            WebPerson.enter(lab.signInPages(), code.group(), "accept");
        } catch (InterruptedException nobodyAsked) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Every output, and every file that lies in the folder. */
    private void holdNone(Set<String> secrets) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                outputs.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        assertThat(outputs).hasSizeGreaterThan(1);
        outputs.forEach((name, bytes) -> {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            secrets.forEach(secret -> assertThat(text.contains(secret)).as("%s holds %s", name, secret).isFalse());
            assertThat(text).as(name).doesNotContainPattern("(?i)authorization\"?: ?\"?(?:bearer|basic) +[^\\s.*…<$]{9}");
        });
    }

    private static Set<String> secrets(Lab lab) {
        Set<String> all = new TreeSet<>(lab.issued());
        all.addAll(List.of(CLIENT_SECRET, PROXY_PASSWORD, IDENTITY_HEADER));
        Set<String> written = new TreeSet<>();
        for (String secret : all) {
            written.add(secret);
            written.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
            written.add(Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
            // The parts of a token tell as much as the whole.
            Arrays.stream(secret.split("\\.")).filter(part -> isToken(secret) && part.length() > 20).forEach(written::add);
        }
        return written;
    }

    private static boolean isToken(String secret) {
        return secret.startsWith("eyJ");
    }

    /** Reads a secret of the vault with the token that the program was given for it. */
    private static String valueInVault(Lab lab) throws Exception {
        String token = lab.issued().stream().filter(NoSecretLeavesTest::isToken)
                .filter(one -> new String(Base64.getUrlDecoder().decode(one.split("\\.")[1]), StandardCharsets.UTF_8).contains("vault.azure.net")).findFirst().orElseThrow();
        Matcher id = Pattern.compile("\"id\" ?: ?\"(https://[^\"]+)\"").matcher(get(lab, token, "https://fabrikam.vault.azure.net/secrets"));
        assertThat(id.find()).isTrue();
        Matcher value = Pattern.compile("\"value\" ?: ?\"([^\"]+)\"").matcher(get(lab, token, id.group(1)));
        assertThat(value.find()).isTrue();
        return value.group(1);
    }

    private static String get(Lab lab, String token, String url) throws Exception {
        KeyStore roots = KeyStore.getInstance(KeyStore.getDefaultType());
        roots.load(null, null);
        try (InputStream pem = Files.newInputStream(lab.caFile())) {
            roots.setCertificateEntry("practice", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(roots);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        try (HttpClient client = HttpClient.newBuilder().proxy(ProxySelector.of(lab.proxy())).sslContext(tls).version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(HttpRequest.newBuilder(URI.create(url + "?api-version=7.4")).header("Authorization", "Bearer " + token).build(),
                    HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private static Lab lab(String scenario, Map<String, String> more) throws IOException {
        Play play = Scenarios.named(scenario).orElseThrow().play();
        World world = play.world();
        ClientMachine client = world.client();
        Map<String, String> environment = new HashMap<>(client.environment());
        environment.putAll(scenario.equals("healthy") ? Map.of("IDENTITY_HEADER", IDENTITY_HEADER, "MSI_SECRET", IDENTITY_HEADER) : ENVIRONMENT);
        environment.putAll(more);
        List<Account> accounts = world.accounts().stream().map(one -> one.kind().equals("app") ? new Account(one.kind(), one.login(), CLIENT_SECRET, one.tenant(),
                one.objectId(), one.appId(), one.displayName(), one.groups(), one.denied()) : one).toList();
        return Lab.start(play.estate(), new World(new ClientMachine(client.addresses(), client.subnet(), client.publicIp(), client.resolvers(), client.hosts(),
                environment, client.mac()), accounts, world.dnsServers(), world.publicNames(), world.faults(), world.latency()));
    }
}
