package linkdoctor.ui.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.Test;

import linkdoctor.Practice;
import linkdoctor.engine.Asked;
import linkdoctor.engine.Engine;
import linkdoctor.lab.Lab;
import linkdoctor.lab.Scenarios;
import linkdoctor.probe.SignInPrompt;
import linkdoctor.ui.Desk;
import linkdoctor.ui.Person;

import static org.assertj.core.api.Assertions.assertThat;

/** Signing in and out on the lab, without a window. */
class SignInModelTest {
    private static Lab lab;
    private final Desk desk = new Desk();
    private final AtomicInteger signedIn = new AtomicInteger();
    private SignInModel model = new SignInModel(Practice.engine(lab), desk.work());

    @BeforeAll
    static void start() throws Exception {
        lab = Lab.start(Scenarios.named("healthy").orElseThrow());
    }

    @AfterAll
    static void stop() throws Exception {
        lab.close();
    }

    @AfterEach
    void close() throws Exception {
        desk.run(model::signOut);
        desk.close();
        assertThat(desk.unexpected()).isEmpty();
    }

    private SignInState state() throws Exception {
        return desk.on(() -> model.state().get());
    }

    private SignInPrompt.DeviceCode deviceCode() throws Exception {
        desk.run(() -> model.way().set(Asked.SignIn.DEVICE_CODE));
        desk.run(() -> model.signIn(signedIn::incrementAndGet));
        desk.until("the code", () -> model.state().get() instanceof SignInState.Waiting);
        return (SignInPrompt.DeviceCode) ((SignInState.Waiting) state()).prompt();
    }

    @Test
    void filesThatAreNotWhatTheyShouldBeAreToldInASentence(@TempDir Path folder) throws Exception {
        Path nonsense = Files.writeString(folder.resolve("nonsense.txt"), "not at all");
        desk.run(() -> model.caFile().set(Optional.of(nonsense)));
        desk.run(() -> model.way().set(Asked.SignIn.DEVICE_CODE));
        desk.run(() -> model.signIn(signedIn::incrementAndGet));
        desk.until("the sentence", () -> model.state().get() instanceof SignInState.Out(String said) && !said.isEmpty());
        assertThat(((SignInState.Out) state()).said()).contains("nonsense.txt").endsWith(".").doesNotContain("Exception");

        AtomicReference<String> refused = new AtomicReference<>();
        desk.run(() -> model.cloudFile(nonsense, refused::set));
        desk.until("the refusal", () -> refused.get() != null);
        assertThat(refused.get()).contains("nonsense.txt").endsWith(".").doesNotContain("Exception");
        assertThat(signedIn).hasValue(0);
    }

    @Test
    void aDeviceCodeThatIsEnteredSignsInOnce() throws Exception {
        SignInPrompt.DeviceCode prompt = deviceCode();
        assertThat(prompt.code()).isNotBlank();
        assertThat(signedIn).hasValue(0);
        Person.signsIn(prompt);
        desk.until("somebody", () -> model.state().get() instanceof SignInState.In);
        assertThat(((SignInState.In) state()).who()).satisfies(who -> {
            assertThat(who.displayName()).isEqualTo("engineer@fabrikam.example");
            assertThat(who.method()).isEqualTo("device-code");
        });
        assertThat(signedIn).hasValue(1);
        assertThat(desk.on(() -> model.visit().isPresent())).isTrue();

        desk.run(model::signOut);
        assertThat(state()).isEqualTo(new SignInState.Out(""));
        assertThat(desk.on(() -> model.visit().isPresent())).isFalse();
    }

    @Test
    void aSignInThatIsDeclinedComesBackWithASentence() throws Exception {
        Person.declines(deviceCode());
        desk.until("out again", () -> model.state().get() instanceof SignInState.Out);
        assertThat(((SignInState.Out) state()).said()).startsWith("The sign-in was declined");
        assertThat(signedIn).hasValue(0);
    }

    @Test
    void aSignInThatIsCancelledComesBackAtOnceAndStaysThere() throws Exception {
        SignInPrompt.DeviceCode prompt = deviceCode();
        desk.run(model::cancel);
        assertThat(state()).isEqualTo(new SignInState.Out("The sign-in was cancelled."));
        Person.signsIn(prompt);
        desk.run(() -> model.goWithout(signedIn::incrementAndGet));
        desk.until("without", () -> model.state().get() instanceof SignInState.Without);
        assertThat(signedIn).as("only the second try came to something").hasValue(1);
    }

    @Test
    void aLabThatDoesNotStartIsNoPractice() throws Exception {
        model = new SignInModel(Practice.engine(), desk.work());
        desk.run(() -> model.practise(new Engine.Scenario("nowhere", "Nowhere", "", "fabrikam", ""), signedIn::incrementAndGet));
        desk.until("a refusal", () -> !model.labSaid().get().isEmpty());
        assertThat(desk.on(() -> model.labSaid().get())).contains("nowhere");
        assertThat(desk.on(() -> model.scenario().get())).isEmpty();
        assertThat(state()).isEqualTo(new SignInState.Out(""));
        assertThat(signedIn).hasValue(0);
    }

    @Test
    void aCancelledStartOfTheLabIsNoPracticeEither() throws Exception {
        model = new SignInModel(Practice.engine(), desk.work());
        desk.run(() -> {
            model.practise(model(Practice.engine()), signedIn::incrementAndGet);
            model.cancel();
        });
        assertThat(desk.on(() -> model.labSaid().get())).isEqualTo("It was cancelled before the lab was ready.");
        assertThat(desk.on(() -> model.scenario().get())).isEmpty();
        assertThat(signedIn).hasValue(0);
    }

    private static Engine.Scenario model(Engine engine) {
        return engine.scenarios().getFirst();
    }

    @Test
    void serversAreReadAsTheyAreTyped() {
        TypedServers servers = new TypedServers();
        servers.text().set("10.0.0.4, 10.0.0.5:5353 [fd00::4]:53");
        assertThat(servers.servers().get()).extracting(one -> one.ip() + " " + one.port()).containsExactly("10.0.0.4 53", "10.0.0.5 5353", "fd00::4 53");
        assertThat(servers.trouble().get()).isEmpty();
        servers.text().set("10.0.0.4, 10.1");
        assertThat(servers.trouble().get()).contains("\"10.1\" is no DNS server");
        assertThat(servers.servers().get()).hasSize(1);
        servers.text().set("  ");
        assertThat(servers.trouble().get()).isEmpty();
        assertThat(servers.servers().get()).isEmpty();
    }
}
