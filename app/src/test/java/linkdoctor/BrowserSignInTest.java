package linkdoctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import linkdoctor.engine.Asked;
import linkdoctor.engine.Visit;
import linkdoctor.facts.Cloud;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Identity;
import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.Lab;
import linkdoctor.lab.Scenarios;
import linkdoctor.probe.Browser;
import linkdoctor.probe.NoBrowser;
import linkdoctor.probe.Progress;
import linkdoctor.probe.SignInPrompt;
import linkdoctor.probe.SystemBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Signing in in a browser on the lab's page; with a real Chromium where the machine has one. */
@Timeout(90)
class BrowserSignInTest {
    private static final Optional<String> TENANT = Optional.of(HealthyEstate.TENANT);
    private static final String FILL = "document.getElementById('login').value = 'engineer@fabrikam.example';"
            + "document.getElementById('passwd').value = 'practice';";
    private static final String ACCEPT = FILL + "document.querySelector('button[value=accept]').click()";
    private static final String DENY = "document.querySelector('button[value=deny]').click()";

    @TempDir
    Path folder;
    private final BlockingQueue<SignInPrompt> told = new LinkedBlockingQueue<>();
    private Lab lab;

    @BeforeEach
    void start() throws Exception {
        lab = Lab.start(Scenarios.named("healthy").orElseThrow());
    }

    @AfterEach
    void stop() throws Exception {
        lab.close();
    }

    @Test
    void withChromiumDeniedThenAcceptedAndNeverAskedAgain() throws Exception {
        try (Chromium chromium = new Chromium(folder)) {
            Visit visit = visit(chromium.browser());
            CompletableFuture<Probed<Identity>> declined = signingIn(visit);
            chromium.use("#login", DENY);
            assertThat(chromium.text("Not signed in")).contains("return to Link Doctor");
            assertThat(failure(declined)).satisfies(failure -> {
                assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_SIGNED_IN);
                assertThat(failure.said()).isEqualTo("The sign-in in the browser was not completed, or was refused there: sign in again.");
            });
            chromium.closeWindow();

            CompletableFuture<Probed<Identity>> accepted = signingIn(visit);
            chromium.use("#login", ACCEPT);
            assertThat(chromium.text("Signed in")).contains("You can close this tab and return to Link Doctor.");
            assertThat(identity(accepted).displayName()).isEqualTo("engineer@fabrikam.example");
            assertThat(identity(accepted).method()).isEqualTo("browser");

            Snapshot facts = visit.look(Practice.target("fabrikam"), Progress.SILENT);
            assertThat(facts.vault().known()).isPresent();
            assertThat(facts.dataPlane().known()).as("a token for the vault without another prompt").isPresent();
            assertThat(told).as("one prompt for each attempt").hasSize(2).allSatisfy(prompt ->
                    assertThat(page(prompt).toString()).startsWith(lab.signInPages() + "/" + HealthyEstate.TENANT + "/oauth2/v2.0/authorize?")
                            .contains("code_challenge_method=S256"));
        }
    }

    @Test
    void withChromiumTheWindowIsClosedAndTheSignInCancelled() throws Exception {
        try (Chromium chromium = new Chromium(folder)) {
            Visit visit = visit(chromium.browser());
            AtomicReference<Probed<Identity>> result = new AtomicReference<>();
            Thread signingIn = Thread.ofPlatform().start(() -> result.set(visit.signIn(TENANT)));
            chromium.use("#login", "1");
            chromium.closeWindow();
            signingIn.interrupt();
            signingIn.join(Duration.ofSeconds(20));
            assertThat(result.get().trouble().map(Failure::said)).contains("The sign-in was cancelled.");
            assertFree(told.remove());

            CompletableFuture<Probed<Identity>> again = signingIn(visit);
            chromium.use("#login", ACCEPT);
            assertThat(identity(again).kind()).isEqualTo("user");
        }
    }

    @Test
    void nobodyComesInTimeAndTheNextOneDoes() throws Exception {
        AtomicReference<Browser> now = new AtomicReference<>(page -> { });
        Browser browser = page -> now.get().open(page);
        try (Visit visit = Wiring.visit(lab, browser.at(lab.outside().browser()::address), asked(Asked.SignIn.BROWSER), Cloud.PUBLIC,
                told::add, Duration.ofSeconds(2))) {
            Failure failure = visit.signIn(TENANT).trouble().orElseThrow();
            assertThat(failure.kind()).isEqualTo(Failure.Kind.TIMEOUT);
            assertThat(failure.said()).isEqualTo("Nobody completed the sign-in in time: sign in again.");
            assertFree(told.remove());

            now.set(WebPerson::signIn);
            assertThat(visit.signIn(TENANT).known().map(Identity::displayName)).contains("engineer@fabrikam.example");
        }
    }

    @Test
    void noBrowserCanBeOpened() throws Exception {
        String sentence = "No browser could be opened: choose another way to sign in, such as a device code.";
        assertThat(visit(NoBrowser.HERE).signIn(TENANT).trouble().map(Failure::said)).contains(sentence);
        assertThat(visit(new SystemBrowser("Linux", java.util.Map.of("PATH", folder.toString()))).signIn(TENANT).trouble().map(Failure::said))
                .as("xdg-open is missing").contains(sentence);
        Path broken = java.nio.file.Files.writeString(folder.resolve("xdg-open"), "#!/bin/sh\nexit 3\n");
        assertThat(broken.toFile().setExecutable(true)).isTrue();
        assertThat(visit(new SystemBrowser("Linux", java.util.Map.of("PATH", folder.toString()))).signIn(TENANT).trouble().map(Failure::said))
                .as("xdg-open fails").contains(sentence);
        while (!told.isEmpty()) {
            assertFree(told.remove());
        }
    }

    private Visit visit(Browser browser) throws IOException {
        return Wiring.visit(lab, browser.at(lab.outside().browser()::address), asked(Asked.SignIn.BROWSER), Cloud.PUBLIC, told::add,
                Duration.ofMinutes(1));
    }

    private static Asked asked(Asked.SignIn way) {
        return new Asked(way, Optional.empty(), Optional.empty(), List.of(), 1, Duration.ofSeconds(60), List.of(), Optional.empty());
    }

    private static CompletableFuture<Probed<Identity>> signingIn(Visit visit) {
        return CompletableFuture.supplyAsync(() -> visit.signIn(TENANT), task -> Thread.ofPlatform().daemon().start(task));
    }

    private static Identity identity(CompletableFuture<Probed<Identity>> coming) throws Exception {
        Probed<Identity> probed = coming.get(30, TimeUnit.SECONDS);
        return probed.known().orElseThrow(() -> new AssertionError(probed.toString()));
    }

    private static Failure failure(CompletableFuture<Probed<Identity>> coming) throws Exception {
        return coming.get(30, TimeUnit.SECONDS).trouble().orElseThrow();
    }

    private static URI page(SignInPrompt prompt) {
        return switch (prompt) {
            case SignInPrompt.Browser(URI page, var sentence) -> page;
            case SignInPrompt.DeviceCode code -> throw new AssertionError(code.toString());
        };
    }

    /** The port at which the program waited for the browser is free again, soon. */
    private static void assertFree(SignInPrompt prompt) throws Exception {
        Matcher redirect = Pattern.compile("redirect_uri=([^&]+)").matcher(page(prompt).toString());
        assertThat(redirect.find()).isTrue();
        int port = URI.create(URLDecoder.decode(redirect.group(1), StandardCharsets.UTF_8)).getPort();
        for (int tries = 0; ; tries++) {
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                assertThat(free.getLocalPort()).isEqualTo(port);
                return;
            } catch (IOException stillTaken) {
                assertThat(tries).as("port %d is free", port).isLessThan(200);
                Thread.sleep(25);
            }
        }
    }
}
