package linkdoctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import linkdoctor.engine.Asked;
import linkdoctor.engine.Visit;
import linkdoctor.facts.Cloud;
import linkdoctor.facts.Failure;
import linkdoctor.facts.Probed;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.azure.Subscription;
import linkdoctor.facts.azure.Vault;
import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.Lab;
import linkdoctor.lab.Scenarios;
import linkdoctor.probe.Progress;
import linkdoctor.probe.SignInPrompt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a visit does beside looking: signing in with a code, listing, and ending. */
@Timeout(60)
class VisitTest {
    private static final Optional<String> TENANT = Optional.of(HealthyEstate.TENANT);
    private final BlockingQueue<SignInPrompt> told = new LinkedBlockingQueue<>();

    @Test
    void aDeclinedCodeThenACancelledOneThenOneThatIsEntered() throws Exception {
        try (Lab lab = lab("healthy")) {
            Visit visit = visit(lab, Asked.SignIn.DEVICE_CODE);
            AtomicReference<Probed<Identity>> result = new AtomicReference<>();
            Thread first = signIn(visit, result);
            WebPerson.enter(lab.signInPages(), code(), "deny");
            first.join(Duration.ofSeconds(20));
            assertThat(result.get().trouble().map(Failure::said)).contains(
                    "The sign-in was declined: sign in again and accept it, or sign in as someone else.");

            Thread second = signIn(visit, result);
            String abandoned = code();
            second.interrupt();
            second.join(Duration.ofSeconds(20));
            assertThat(result.get().trouble().map(Failure::said)).contains("The sign-in was cancelled.");

            Thread third = signIn(visit, result);
            String entered = code();
            assertThat(entered).isNotEqualTo(abandoned);
            WebPerson.enter(lab.signInPages(), entered, "accept");
            third.join(Duration.ofSeconds(20));
            assertThat(result.get().known().map(Identity::method)).contains("device-code");
        }
    }

    @Test
    void theTokenOfAManagedIdentityEndsWithItsVisit() throws Exception {
        try (Lab inAzure = lab("healthy"); Lab elsewhere = lab("on-premises-by-vpn")) {
            Visit first = visit(inAzure, Asked.SignIn.MANAGED_IDENTITY);
            assertThat(first.signIn(TENANT).known()).isPresent();
            first.close();
            assertThat(visit(elsewhere, Asked.SignIn.MANAGED_IDENTITY).signIn(TENANT).trouble().map(Failure::said).orElse(""))
                    .contains("managed identity gave no token");
        }
    }

    @Test
    void aCodeThatNobodyEntersInTimeSaysSoAndTheNextOneWorks() throws Exception {
        try (Lab lab = lab("healthy")) {
            Visit visit = Wiring.visit(lab, lab.outside().browser(), asked(Asked.SignIn.DEVICE_CODE), Cloud.PUBLIC, told::add, Duration.ofSeconds(2));
            Failure late = visit.signIn(TENANT).trouble().orElseThrow();
            assertThat(late.kind()).isEqualTo(Failure.Kind.TIMEOUT);
            assertThat(late.said()).isEqualTo("Nobody completed the sign-in in time: sign in again.");
            code();
            AtomicReference<Probed<Identity>> result = new AtomicReference<>();
            Thread again = signIn(visit, result);
            WebPerson.enter(lab.signInPages(), code(), "accept");
            again.join(Duration.ofSeconds(20));
            assertThat(result.get().known()).isPresent();
        }
    }

    @Test
    void theLabCanBeSignedInToInABrowserToo() {
        Asked asked = new Asked(Asked.SignIn.BROWSER, Optional.empty(), Optional.empty(), List.of(), 1, Duration.ofSeconds(60), List.of(), Optional.of("healthy"));
        try (Visit visit = switch (new Wiring().visit(asked, Cloud.PUBLIC, told::add)) {
            case linkdoctor.engine.Engine.Done<Visit>(Visit begun) -> begun;
            case linkdoctor.engine.Engine.Refused<Visit>(String said) -> throw new AssertionError(said);
        }) {
            assertThat(visit.practiceLines()).anyMatch(line -> line.contains("Sign-in pages"));
            assertThat(told).as("nobody signs in by that").isEmpty();
        }
    }

    @Test
    void subscriptionsAndTheirVaults() throws Exception {
        try (Lab lab = lab("healthy")) {
            Visit visit = visit(lab, Asked.SignIn.USUAL);
            assertThat(visit.signIn(TENANT).known()).isPresent();
            List<Subscription> all = visit.subscriptions().known().orElseThrow();
            assertThat(all).extracting(Subscription::id).contains(HealthyEstate.HUB, HealthyEstate.WORKLOAD);
            assertThat(visit.vaults(subscription(all, HealthyEstate.WORKLOAD)).known().orElseThrow())
                    .extracting(Vault::name).contains("fabrikam");
            assertThat(visit.vaults(subscription(all, HealthyEstate.HUB)).known().orElseThrow()).isEmpty();
        }
    }

    @Test
    void aSubscriptionThatMayNotBeReadSaysSo() throws Exception {
        try (Lab lab = lab("rights-denied-all")) {
            Visit visit = visit(lab, Asked.SignIn.USUAL);
            visit.signIn(TENANT);
            Failure failure = visit.vaults(new Subscription(HealthyEstate.WORKLOAD, "workload", HealthyEstate.TENANT)).trouble().orElseThrow();
            assertThat(failure.kind()).isEqualTo(Failure.Kind.DENIED);
            assertThat(failure.needs()).contains("Microsoft.KeyVault/vaults/read");
        }
    }

    @Test
    void aThrottledListSaysSo() throws Exception {
        try (Lab lab = lab("arm-throttled")) {
            Visit visit = visit(lab, Asked.SignIn.USUAL);
            visit.signIn(TENANT);
            assertThat(visit.subscriptions().trouble().map(Failure::kind)).contains(Failure.Kind.THROTTLED);
            assertThat(visit.vaults(new Subscription(HealthyEstate.WORKLOAD, "workload", HealthyEstate.TENANT)).trouble().map(Failure::kind))
                    .contains(Failure.Kind.THROTTLED);
        }
    }

    @Test
    void closingForgetsWhoSignedInAndStopsTheLab() throws Exception {
        Lab lab = lab("healthy");
        Visit visit = visit(lab, Asked.SignIn.USUAL);
        Snapshot before = visit.look(Practice.target("fabrikam"), Progress.SILENT);
        visit.close();
        visit.close();

        assertThat(visit.signIn(TENANT).trouble().map(Failure::said)).contains("The visit has ended.");
        assertThat(visit.subscriptions().known()).isEmpty();
        assertThat(visit.look(Practice.target("fabrikam"), Progress.SILENT).vault().known()).isEmpty();
        assertThat(visit.lookAgain(before, Snapshot.names(), Progress.SILENT)).isSameAs(before);
        URI pages = lab.signInPages();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new Socket(pages.getHost(), pages.getPort()).close())
                .isInstanceOf(java.net.ConnectException.class);
        assertThat(lab.caFile()).doesNotExist();
    }

    @Test
    void closingInTheMiddleOfALookAndOfASignInEndsEveryThread() throws Exception {
        // Classes are loaded and pools of the whole process are there after a first visit.
        try (Lab warm = lab("healthy")) {
            visit(warm, Asked.SignIn.USUAL).look(Practice.target("fabrikam"), Progress.SILENT);
        }
        Set<Thread> before = Thread.getAllStackTraces().keySet();

        Lab lab = lab("arm-hangs");
        Visit visit = visit(lab, Asked.SignIn.USUAL);
        Thread looking = Thread.ofPlatform().start(() -> visit.look(Practice.target("fabrikam"),
                new Told(moment -> told.add(new SignInPrompt.Browser(lab.signInPages(), "a fact has come in")))));
        assertThat(told.poll(20, TimeUnit.SECONDS)).isNotNull();
        visit.close();

        Lab other = lab("healthy");
        told.clear();
        Visit waiting = Wiring.visit(other, ((linkdoctor.probe.Browser) page -> { }).at(other.outside().browser()::address),
                asked(Asked.SignIn.BROWSER), Cloud.PUBLIC, told::add, Duration.ofMinutes(1));
        Thread signingIn = Thread.ofPlatform().start(() -> waiting.signIn(TENANT));
        assertThat(told.poll(20, TimeUnit.SECONDS)).isNotNull();
        waiting.close();

        looking.join(Duration.ofSeconds(20));
        signingIn.join(Duration.ofSeconds(20));
        for (int tries = 0; !left(before).isEmpty(); tries++) {
            assertThat(tries).as("still there: %s", left(before)).isLessThan(400);
            Thread.sleep(25);
        }
    }

    /** Idle workers of the JDK's HTTP client are its own; they end by themselves a minute later. */
    private static Set<String> left(Set<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.isAlive() && !before.contains(thread))
                .filter(thread -> !thread.getName().matches("HttpClient-\\d+-Worker-\\d+") || List.of(thread.getStackTrace()).stream()
                        .noneMatch(frame -> frame.getMethodName().equals("getTask")))
                .map(thread -> thread.getName() + " at " + List.of(thread.getStackTrace()).stream().limit(12).map(String::valueOf)
                        .collect(Collectors.joining(" < "))).collect(Collectors.toSet());
    }

    private Visit visit(Lab lab, Asked.SignIn way) throws Exception {
        return Wiring.visit(lab, asked(way), Cloud.PUBLIC, told::add);
    }

    private static Asked asked(Asked.SignIn way) {
        return new Asked(way, Optional.empty(), Optional.empty(), List.of(), 1, Duration.ofSeconds(60), List.of(), Optional.empty());
    }

    private static Thread signIn(Visit visit, AtomicReference<Probed<Identity>> result) {
        return Thread.ofPlatform().daemon().start(() -> result.set(visit.signIn(TENANT)));
    }

    private String code() throws InterruptedException {
        return switch (told.poll(20, TimeUnit.SECONDS)) {
            case SignInPrompt.DeviceCode(String code, var page, var expires, var sentence) -> code;
            case SignInPrompt.Browser browser -> throw new AssertionError(browser.toString());
        };
    }

    private static Subscription subscription(List<Subscription> all, String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private static Lab lab(String scenario) throws Exception {
        return Lab.start(Scenarios.named(scenario).orElseThrow());
    }
}
