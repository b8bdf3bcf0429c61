package linkdoctor.probe.azure;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import linkdoctor.facts.Cloud;
import linkdoctor.facts.Target;
import linkdoctor.facts.azure.Subscription;
import linkdoctor.lab.Estate;
import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.World;
import linkdoctor.lab.arm.ArmServer;
import linkdoctor.lab.entra.EntraServer;
import linkdoctor.lab.entra.TokenCheck;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Request;
import linkdoctor.probe.NoBrowser;
import linkdoctor.probe.Outside;
import linkdoctor.probe.Trust;
import linkdoctor.probe.azure.signin.SignIn;
import linkdoctor.probe.azure.wire.AzureAccess;

/** The lab's ARM and sign-in behind the practice cloud, with a place to put other answers in front of them. */
final class Practice implements AutoCloseable {
    static final Target FABRIKAM = new Target("fabrikam", "fabrikam", Cloud.PUBLIC, Optional.empty(), Optional.empty(), Optional.empty());
    static final Subscription HUB = new Subscription(HealthyEstate.HUB, "hub", HealthyEstate.TENANT);
    static final Subscription WORKLOAD = new Subscription(HealthyEstate.WORKLOAD, "workload", HealthyEstate.TENANT);
    static final Subscription SANDBOX = new Subscription(HealthyEstate.SANDBOX, "sandbox", HealthyEstate.TENANT);
    static final List<Subscription> ALL = List.of(HUB, SANDBOX, WORKLOAD);

    /** An answer in the place of the lab's. */
    @FunctionalInterface
    interface Instead {
        Optional<Answer> answer(String host, Request request);
    }

    final Estate estate = HealthyEstate.estate();
    final List<String> told = new CopyOnWriteArrayList<>();
    final PracticeCloud cloud;
    private final List<Instead> instead = new CopyOnWriteArrayList<>();

    Practice() throws IOException {
        this(HealthyEstate.world());
    }

    Practice(World world) throws IOException {
        ArmServer arm = new ArmServer(estate, world);
        EntraServer entra = new EntraServer(estate, world, "https://microsoft.com/devicelogin");
        TokenCheck check = new TokenCheck(estate, world);
        cloud = new PracticeCloud((host, request) -> instead.stream().flatMap(i -> i.answer(host, request).stream()).findFirst()
                .orElseGet(() -> host.startsWith("login.") ? entra.answer(request, host)
                        : switch (check.check(request, List.of("https://management.core.windows.net", "https://management.azure.com"))) {
                    case TokenCheck.Seen.Valid(var account, var ignored) -> arm.answer(request, account);
                    case TokenCheck.Seen other -> arm.anonymous(request);
                }));
    }

    /** Puts an answer in the place of the lab's, for requests whose path holds the text. */
    Practice instead(String path, Answer answer) {
        return instead((host, request) -> request.rawTarget().contains(path) ? Optional.of(answer) : Optional.empty());
    }

    Practice instead(Instead answer) {
        instead.add(answer);
        return this;
    }

    AzureAccess access(Map<String, String> environment) throws IOException {
        return new AzureAccess(Cloud.PUBLIC, Optional.empty(), Optional.empty(), Trust.practice(PracticeCloud.root(), Optional.empty()),
                cloud::proxy, environment, Outside.IMDS, NoBrowser.HERE, prompt -> told.add(prompt.sentence()), Duration.ofSeconds(20), Duration.ofSeconds(20), "test");
    }

    AzureArm arm(SignIn way, Map<String, String> environment) throws IOException {
        return new AzureArm(access(environment), Optional.of(way));
    }

    /** Signed in as the application, which may read everything. */
    AzureArm signedIn() throws IOException {
        return signedIn(Duration.ofSeconds(20));
    }

    AzureArm signedIn(Duration deadline) throws IOException {
        AzureArm arm = new AzureArm(access(secret("practice-secret")).within(deadline, deadline), Optional.of(SignIn.ENVIRONMENT));
        // The first sign-in loads classes, which a short deadline does not allow for.
        for (int tries = 0; tries < 5 && arm.signIn(Optional.empty()).known().isEmpty(); tries++) {
            Thread.onSpinWait();
        }
        return arm;
    }

    static Map<String, String> secret(String secret) {
        return Map.of("AZURE_TENANT_ID", HealthyEstate.TENANT, "AZURE_CLIENT_ID", HealthyEstate.APP.login(), "AZURE_CLIENT_SECRET", secret);
    }

    static <T> T assertSeen(linkdoctor.facts.Probed<T> probed) {
        return probed.known().orElseThrow(() -> new AssertionError(probed.toString()));
    }


    @Override
    public void close() throws IOException {
        cloud.close();
    }
}
