package linkdoctor.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import linkdoctor.cli.end.Again;
import linkdoctor.cli.end.Exit;
import linkdoctor.cli.live.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import linkdoctor.check.Diagnosis;
import linkdoctor.cli.text.Look;
import linkdoctor.cli.text.TextView;
import linkdoctor.engine.Asked;
import linkdoctor.engine.Engine;
import linkdoctor.engine.Visit;
import linkdoctor.facts.Cloud;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Snapshot;
import linkdoctor.facts.Target;
import linkdoctor.facts.dns.DnsServer;
import linkdoctor.probe.Progress;
import linkdoctor.probe.SignInPrompt;

import static org.assertj.core.api.Assertions.assertThat;

class CliTest {
    private static final String PRINCIPAL = "22222222-2222-4222-8222-222222222222";

    @TempDir
    Path directory;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Recording engine = new Recording();

    @Test
    void checkPrintsTheChecklistAndNothingElseOnStandardOutput() {
        assertThat(run("check", "https://Fabrikam.vault.azure.net/")).isEqualTo(Exit.of(Diagnosis.of(Written.facts())));
        assertThat(out()).isEqualTo(TextView.of(Diagnosis.of(Written.facts()), new Look(false, true), Again.of(Diagnosis.of(Written.facts()))));
        assertThat(err()).isEqualTo("To sign in, enter the code ABC.\n");
        assertThat(engine.target.vault()).isEqualTo("fabrikam");
        assertThat(engine.asked).isEqualTo(new Asked(Asked.SignIn.USUAL, Optional.empty(), Optional.empty(), List.of(), 3, Duration.ofSeconds(60), List.of(), Optional.empty()));
    }

    @Test
    void everyFlagReachesTheEngine() throws Exception {
        Path ca = Files.writeString(directory.resolve("ca.pem"), "x");
        run("check", "fabrikam", "--auth", "device-code", "--tenant", "t", "--subscription", "hub", "--cloud", "usgov", "--ca-file", ca.toString(),
                "--dns-server", "10.0.0.4", "--dns-server", "[fd00::4]:5353", "--endpoint-ip", "10.1.1.5", "--principal", PRINCIPAL, "--lab", "healthy", "--timeout", "7", "--repeats", "5", "--no-color");
        assertThat(engine.asked).isEqualTo(new Asked(Asked.SignIn.DEVICE_CODE, Optional.of("t"), Optional.of(ca), List.of(
                new DnsServer(Ip.of("10.0.0.4"), 53, DnsServer.Role.EXTRA), new DnsServer(Ip.of("fd00::4"), 5353, DnsServer.Role.EXTRA)),
                5, Duration.ofSeconds(7), List.of(PRINCIPAL), Optional.of("healthy")));
        assertThat(engine.target).isEqualTo(new Target("fabrikam", "fabrikam", Cloud.USGOV, Optional.of("hub"), Optional.empty(), Optional.of(Ip.of("10.1.1.5"))));
        run("check", "fabrikam", "--no-sign-in");
        assertThat(engine.asked.signIn()).isEqualTo(Asked.SignIn.NONE);
        run("check", "fabrikam", "--auth", "MANAGED-IDENTITY");
        assertThat(engine.asked.signIn()).isEqualTo(Asked.SignIn.MANAGED_IDENTITY);
        run("check", "fabrikam", "--cloud-file", ca.toString());
        assertThat(engine.target.hostname()).isEqualTo("fabrikam.vault.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "check|", "check|  ", "check|--nonsense", "check|a|b", "check|fabrikam|--auth|nobody", "check|fabrikam|--timeout|x",
            "check|fabrikam|--timeout|0", "check|fabrikam|--principal|engineer", "check|fabrikam|--lab|nowhere", "check|fabrikam|--cloud|mars", "check|fabrikam.vault.azure.cn|--cloud|usgov",
            "check|fabrikam|--dns-server|example.com", "check|fabrikam|--endpoint-ip|10.1", "check|fabrikam|--no-sign-in|--auth|cli",
            "check|fabrikam|--report|/nowhere/x.html", "check|fabrikam|--report|/nowhere/x.json", "check|fabrikam|--report|html", "check|fabrikam|--report|x.pdf",
            "check|fabrikam|--redact|some", "check|fabrikam|--output|xml", "check|fabrikam|--ca-file|/nowhere/ca.pem", "check|fabrikam|--cloud|usgov|--cloud-file|f",
            "check|x|--tenant|refused", "lab|--list|--serve", "lab|nowhere|--serve", "replay", "replay|/nowhere/s.json", "explain|/nowhere/e.txt", "explain|a|b", "explain|--output|xml", "diff|a|b", "fleet", "nonsense"})
    void wrongUsageIsOneSentenceOnStandardError(String line) {
        assertThat(run(line.split("\\|", -1))).isEqualTo(2);
        assertThat(out()).isEmpty();
        assertThat(err().lines().toList()).singleElement().asString().endsWith(".").doesNotContain("Exception");
    }

    @Test
    void withoutACommandOrWithAPracticeCaseTheWizardOpens() {
        assertThat(run()).isEqualTo(Exit.WELL);
        assertThat(engine.opened).hasValue(Optional.empty());
        assertThat(run("lab")).isEqualTo(Exit.WELL);
        assertThat(engine.opened.orElseThrow()).hasValueSatisfying(first -> assertThat(first.name()).isEqualTo("healthy"));
        run("lab", "zone-not-linked");
        assertThat(engine.opened.orElseThrow()).hasValueSatisfying(first -> assertThat(first.name()).isEqualTo("zone-not-linked"));
        assertThat(out() + err()).isEmpty();
    }

    @Test
    void helpNamesCommandsAndFlags() {
        assertThat(run("--help")).isEqualTo(0);
        assertThat(out()).contains("check", "lab", "replay");
        assertThat(run("check", "--help")).isEqualTo(0);
        assertThat(out()).contains("--no-sign-in").contains("--dns-server");
    }

    @Test
    void whereNoWindowCanBeShownItSaysWhatToDo() {
        engine.refuse = true;
        assertThat(run()).isEqualTo(Exit.WRONG_USAGE);
        assertThat(err()).isEqualTo("No window here.\n");
    }

    @Test
    void aSessionIsReplayedTheSame() throws Exception {
        Path session = directory.resolve("a session.json");
        run("check", "fabrikam", "--report", session.toString(), "--redact", "none");
        String text = out();
        out.reset();
        assertThat(run("replay", session.toString())).isEqualTo(Exit.of(Diagnosis.of(Written.facts())));
        assertThat(out()).isEqualTo(text);
        out.reset();
        run("replay", session.toString(), "--output", "json");
        assertThat(out()).isEqualTo(Files.readString(session));
        out.reset();
        run("check", "fabrikam", "--output", "json", "--redact", "ids", "--report", session.toString());
        assertThat(out()).contains("\"linkdoctor-session/1\"", "tenant-1").doesNotContain("11111111-1111", "engineer@fabrikam");
        assertThat(Files.readString(session)).contains("tenant-1").doesNotContain("11111111-1111");
    }

    @Test
    void aWrongWordIsAnsweredWithTheRightOnes() {
        assertThat(run("check", "fabrikam", "--auth", "magic")).isEqualTo(2);
        assertThat(err()).isEqualTo("\"magic\" is no value of --auth, which takes browser, device-code, cli, managed-identity, environment. "
                + "See linkdoctor check --help.\n");
        run("check", "fabrikam", "--timeout", "soon");
        assertThat(err()).endsWith("\"soon\" is no whole number. See linkdoctor check --help.\n");
    }

    @Test
    void theLabNamesItsScenarios() {
        assertThat(run("lab", "--list")).isEqualTo(0);
        assertThat(out()).isEqualTo("""
                healthy
                   All is well.
                   How a healthy link looks.
                zone-not-linked
                   The zone lost its link.
                   Zones answer linked networks alone.
                   Look at it with: linkdoctor check fabricam --lab zone-not-linked
                """);
        assertThat(err()).isEqualTo("Look at one with: linkdoctor check fabrikam --lab SCENARIO\n");
    }

    @Test
    void interruptedItPrintsWhatIsKnown() throws Exception {
        engine.hang = true;
        AtomicReference<Integer> code = new AtomicReference<>();
        Thread running = Thread.ofPlatform().start(() -> code.set(run("check", "fabrikam")));
        engine.hanging.await();
        running.interrupt();
        running.join(Duration.ofSeconds(20));
        assertThat(code.get()).isEqualTo(130);
        assertThat(out()).contains("fabrikam.vault.azure.net");
        assertThat(err()).contains("Interrupted: this is what was known by then.");
    }

    @Test
    void anUnexpectedErrorIsASentenceAndATraceOnlyWithVerbose() {
        engine.broken = true;
        assertThat(run("check", "fabrikam")).isEqualTo(3);
        assertThat(err()).isEqualTo("Something went wrong inside Link Doctor (IllegalStateException); run it again with --verbose to see where.\n");
        run("check", "fabrikam", "--verbose");
        assertThat(err()).contains("\tat linkdoctor.cli.CliTest");
    }

    @Test
    void theLiveLineIsClearedAtTheEnd() {
        Terminal live = new Terminal(stream(out), stream(err), new Look(false, true), true);
        new Cli(engine, live).run("check", "fabrikam");
        assertThat(err()).isEqualTo("\r\u001b[KAsking 168.63.129.16\r\u001b[KTo sign in, enter the code ABC.\n\r\u001b[K");
    }

    private int run(String... args) {
        return new Cli(engine, new Terminal(stream(out), stream(err), new Look(false, true), false)).run(args);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Remembers what it was asked, and always sees the same. */
    private static final class Recording implements Engine {
        private final CountDownLatch hanging = new CountDownLatch(1);
        private Target target;
        private Asked asked;
        private boolean hang;
        private boolean broken;
        private boolean refuse;
        private Optional<Optional<Scenario>> opened = Optional.empty();

        @Override
        public Reply<Cloud> cloud(Path metadata) {
            return new Done<>(new Cloud("own", "vault.example", "privatelink.vaultcore.example", "https://l", "https://a", "https://a"));
        }

        @Override
        public Reply<Visit> visit(Asked asked, Cloud cloud, Consumer<SignInPrompt> tell) {
            this.asked = asked;
            if (broken) {
                throw new IllegalStateException("on purpose");
            }
            return asked.tenant().filter("refused"::equals).isPresent() ? new Refused<>("The lab cannot be started.")
                    : new Done<>(new OneLook((target, progress) -> look(target, progress, tell)));
        }

        private Snapshot look(Target target, Progress progress, Consumer<SignInPrompt> tell) {
            this.target = target;
            if (hang) {
                hanging.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            } else {
                progress.looking("asking 168.63.129.16");
                tell.accept(new SignInPrompt.Browser(URI.create("https://login.example"), "To sign in, enter the code ABC."));
            }
            return Written.facts();
        }

        @Override
        public Reply<Closed> window(Optional<Scenario> first) {
            opened = Optional.of(first);
            return refuse ? new Refused<>("No window here.") : new Done<>(new Closed());
        }

        @Override
        public List<Scenario> scenarios() {
            return List.of(new Scenario("healthy", "All is well", "How a healthy link looks.", "fabrikam", "Everything works"), new Scenario("zone-not-linked", "The zone lost its link", "Zones answer linked networks alone.", "fabricam", "6 The private DNS zone"));
        }

        @Override
        public Reply<Served> serve(String scenario) {
            return new Refused<>("Not here.");
        }
    }
}
